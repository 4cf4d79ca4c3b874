// Pages of the manual.
import { pages_hold } from './sentences.mjs';
import { handbook_pages, handbook_root } from './site.mjs';

pages_hold(handbook_root, handbook_pages, ['blocks/vega-lite/']);
