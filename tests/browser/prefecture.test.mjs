// Pages of the sample of a prefecture.
import { pages_hold } from './sentences.mjs';
import { alike, prefecture_pages, prefecture_root } from './site.mjs';

pages_hold(prefecture_root, prefecture_pages.filter((path) => !alike.has(path)), ['events/', 'projects/night-shift-records/']);
