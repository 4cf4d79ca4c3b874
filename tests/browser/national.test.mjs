// One page of each kind of the national site.
import { pages_hold } from './sentences.mjs';
import { alike, pages, root } from './site.mjs';

pages_hold(root, pages.filter((path) => !alike.has(path)), ['', 'areas/31/312029/', 'indicators/careplan-link-rate/', 'cases/', 'data/', 'compare/']);
