// Pages of the manual.
import { pages_hold } from './sentences.mjs';
import { alike, handbook_pages, handbook_root } from './site.mjs';

pages_hold(handbook_root, handbook_pages.filter((path) => !alike.has(path)), ['blocks/vega-lite/']);
