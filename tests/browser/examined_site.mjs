// A whole site, examined: every page as text, some in Chromium.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { address_of, all_pages, kinds_of, sample_of } from './choice.mjs';
import { keyboard_faults } from './checks.mjs';
import { start, with_page } from './chromium.mjs';
import { desk, examine } from './examine.mjs';
import { Tally } from './outcome.mjs';
import { serve } from './site.mjs';
import { has_ways, navigation_of, of_scripts, of_styles, of_texts } from './texts.mjs';
import { markup_errors } from './validator.mjs';

const at_once = 2;
const share = 10; // one page in ten

/** Asks what can be asked of the texts of all files. */
function read_texts(folder, files, tally) {
  const usual = new Map(); // language and part of the page → what the first one has there
  for (const file of files) {
    const html = readFileSync(join(folder, file), 'utf8');
    const page = address_of(file);
    for (const [question, ask] of Object.entries(of_texts)) tally.add(question, page, ask(html));
    tally.add('markup', page, markup_errors(html));
    tally.add('no-device-motion', page, []); // by the scripts below, which are all that a page may load
    tally.add('ways', page, [], has_ways(html) ? 0 : 1);
    const navigation = navigation_of(html) ?? {};
    const language = /<html lang="([^"]*)"/.exec(html)?.[1];
    tally.add('navigation', page, Object.entries(navigation).filter(([part, text]) => {
      const place = `${language} ${part}`;
      if (!usual.has(place)) usual.set(place, text);
      return usual.get(place) !== text;
    }).map(([part, text]) => `${part} ${text}`));
  }
  for (const name of readdirSync(join(folder, 'assets'))) {
    const asks = name.endsWith('.css') ? of_styles : of_scripts;
    const text = readFileSync(join(folder, 'assets', name), 'utf8');
    for (const [question, ask] of Object.entries(asks)) tally.add(question, `assets/${name}`, ask(text));
  }
}

/** Notes what was seen of a page in Chromium. */
function note_seen(tally, page, { overhang, enlarged, wide: [out, cut], wide_charts, running, shift, lost, moving, axe }) {
  const some = (...texts) => texts.filter(Boolean);
  tally.add('reflow', page, some(overhang[320], overhang[390]));
  tally.add('orientation', page, some(overhang[390], overhang[1280]));
  tally.add('zoom', page, some(enlarged));
  // Charts repeat their numbers in a table: whether words that meet there lose something, people judge.
  tally.add('spacing', page, some(out, ...cut), wide_charts.length);
  tally.add('still', page, [...running, ...(shift > 0 ? [`moved by ${shift}`] : [])]);
  tally.add('forced-colours', page, lost);
  tally.add('reduced-motion', page, moving);
  for (const said of Object.values(axe)) tally.add_axe(page, said);
}

/** Notes what the keyboard does on a page. */
function note_keys(tally, page, faults) {
  const told = { 'focus-visible': /^no focus seen/, 'focus-not-covered': /^covered/, 'focus-order': / after /, keyboard: /^reached/ };
  for (const [question, pattern] of Object.entries(told)) tally.add(question, page, faults.filter((fault) => pattern.test(fault)));
}

/** Calls `use` for all items, some at once. */
async function each(items, use) {
  const left = [...items];
  await Promise.all(Array.from({ length: at_once }, async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await use(item);
  }));
}

/** Examines a built site and returns { pages, kinds, sample, tools, tally }; `say` hears how far it is. */
export async function examined_site(folder, seed, say = () => {}) {
  const files = all_pages(folder);
  const kinds = kinds_of(folder, files);
  const sample = sample_of(files, share, seed);
  const tally = new Tally();
  say(`${files.length} pages as text`);
  read_texts(folder, files, tally);
  const [browser, site] = await Promise.all([start(), serve(folder)]);
  try {
    const opened = [...new Set([...kinds, ...sample])];
    say(`${opened.length} pages in Chromium`);
    await each(opened, async (file) => note_seen(tally, address_of(file), await examine(browser, site.address + address_of(file))));
    say(`${kinds.length} pages by the keyboard`);
    await each(kinds, async (file) => note_keys(tally, address_of(file), await with_page(browser, { viewport: desk }, async (page) => {
      await page.goto(site.address + address_of(file), { waitUntil: 'networkidle' });
      return keyboard_faults(page);
    })));
    return { pages: files.length, kinds: kinds.map(address_of), sample: sample.map(address_of), tools: [`Chromium ${browser.version()}`], tally };
  } finally {
    await browser.close();
    await site.stop();
  }
}
