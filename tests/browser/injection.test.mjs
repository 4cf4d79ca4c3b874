// Hostile text in every field that takes text of people: no script runs, nothing foreign is asked for, and every file stays what it is.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { read_tree } from '../support/tree.mjs';
import { home, yokoten } from '../support/yokoten.mjs';
import { start, with_page } from './chromium.mjs';
import { toml_text, write_hostile } from './hostile.mjs';
import { serve } from './site.mjs';

const folder = mkdtempSync(join(tmpdir(), 'yokoten-injection-'));
const handbook = { root: join(folder, 'handbook-site') }, english = { root: join(folder, 'english-site') };
const sites = [handbook, english];
let browser, made;

function build(publication, site) {
  const run = yokoten(['build', publication, '--into', site.root, '--lang', 'en']);
  assert.equal(run.exit, 0, run.stderr);
  site.tree = read_tree(site.root);
}

/** A small publication in two languages, in whose English every text is hostile. */
function write_english(into) {
  cpSync(join(home, 'tests/cases/english/input'), into, { recursive: true });
  const file = join(into, 'translations/en.toml');
  let place = 2000;
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^("(?:[^"\\]|\\.)*" = ")((?:[^"\\]|\\.)*)"$/gm, (all, begin, text) => {
    place += 1;
    return `${begin}${text}${toml_text(`"'><script>ran(${place})</script><img src=//foreign.invalid/${place} onerror=ran(${place})>`)}"`;
  }));
}

before(async () => {
  made = write_hostile(join(folder, 'handbook'));
  build(join(folder, 'handbook'), handbook);
  write_english(join(folder, 'english'));
  build(join(folder, 'english'), english);
  browser = await start();
  for (const site of sites) site.server = await serve(site.root);
});
after(async () => {
  await browser?.close();
  for (const { server } of sites) await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const named = (site, ending) => [...site.tree].filter(([path]) => path.endsWith(ending));

test('only names by which others are found take no hostile text', () => {
  assert.ok(made.places > 900, `${made.places} places`);
  assert.deepEqual(made.refused, ['pages/blocks/directory.md:18 block.column', 'pages/blocks/table.md:34 block.source']);
});

test('what was put in reaches pages', () => {
  const all = named(handbook, '.html').map(([, bytes]) => bytes.toString('utf8')).join('\n');
  const reached = Array.from({ length: made.places }, (_, at) => at + 1).filter((place) => all.includes(`ran(${place})`) || all.includes(`foreign.invalid/${place}`));
  assert.ok(reached.length > 0.8 * made.places, `${reached.length} of ${made.places}`);
  assert.ok(named(english, '.html').some(([path, bytes]) => path.startsWith('en/') && bytes.includes('ran(2001)')));
});

/** Opens addresses of a site one after the other in one tab and returns what ran, was asked for elsewhere, or stands in the page and could. */
async function attacked(site, paths, options) {
  return with_page(browser, options, async (page) => {
    const found = [];
    let path;
    await page.exposeFunction('ran', (place) => found.push(`${path}: ran ${place}`));
    page.on('dialog', (dialog) => { found.push(`${path}: dialog`); dialog.dismiss(); });
    // 404.html asks for its styles by the path of base_url, which is another one than here.
    const own = new URL(site.server.address).origin;
    page.on('request', (request) => { if (new URL(request.url()).origin !== own && !request.url().startsWith('data:')) found.push(`${path}: ${request.url()}`); });
    for (path of paths) {
      await page.goto(site.server.address + path, { waitUntil: 'load' });
      found.push(...(await page.evaluate(() => [...document.querySelectorAll('*')].flatMap((element) => [...element.attributes].flatMap(({ name, value }) => {
        const is_address = ['href', 'src', 'action', 'formaction', 'xlink:href', 'srcdoc', 'data', 'poster'].includes(name);
        const runs = name.startsWith('on') || (is_address && /^\s*(javascript|vbscript|data:text)/i.test(value)) || name === 'srcdoc';
        return runs ? [`${element.localName} ${name}=${value}`] : [];
      })).concat([...document.querySelectorAll('script:not([src], [type="application/ld+json"], [type="application/json"]), base, iframe, object, embed')].map((element) => element.outerHTML.slice(0, 80))))).map((what) => `${path}: ${what}`));
    }
    return found;
  });
}

/** Returns the first of those paths that have a kind in common. */
const one_a_kind = (paths, kind_of) => [...new Map(paths.map((path) => [kind_of(path), path]).reverse()).values()];
// Pages of areas are made by one page of the publication; cases and the like by another.
const every_page = (paths) => one_a_kind(paths, (path) => (/^(en\/)?areas\/\d/.test(path) ? path.replace(/\d+/g, '0') : path));
const kinds_of_pages = (paths) => one_a_kind(paths, (path) => path.split('/').slice(0, -2).join('/'));

for (const [words, options, chosen] of [['with its policy', {}, kinds_of_pages], ['with no policy at all', { bypassCSP: true }, every_page]]) {
  test(`no script runs and nothing foreign is asked for, ${words}`, async () => {
    for (const site of sites) {
      const pages = chosen(named(site, '.html').map(([path]) => path));
      assert.ok(pages.length > 3, `${pages}`);
      assert.deepEqual(await attacked(site, pages, options), []);
    }
  });
}

test('a drawing opened by itself runs nothing either', async () => {
  const drawings = one_a_kind(named(handbook, '.svg').map(([path]) => path), (path) => /[a-z]+(?=[^/]*$)/.exec(path)[0]);
  assert.ok(drawings.length > 10);
  assert.deepEqual(await attacked(handbook, drawings, { bypassCSP: true }), []);
});

test('the test sees a script that runs', async () => {
  const page = join(handbook.root, 'spoilt.html');
  writeFileSync(page, '<!DOCTYPE html><img src=https://foreign.invalid/1 onerror=ran(1)><script>ran(2)</script>');
  const found = await attacked(handbook, ['spoilt.html', 'index.html'], {});
  rmSync(page);
  for (const wanted of [/ran 2/, /https:\/\/foreign\.invalid\/1/, /img onerror/]) assert.ok(found.some((line) => wanted.test(line)), `${wanted} ${found}`);
});

test('data stay JSON, in files and in pages', () => {
  for (const site of sites) {
    for (const ending of ['.json', '.jsonld']) for (const [path, bytes] of named(site, ending)) assert.doesNotThrow(() => JSON.parse(bytes.toString('utf8')), path);
    for (const [path, bytes] of named(site, '.html'))
      for (const [, data] of bytes.toString('utf8').matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)) assert.doesNotThrow(() => JSON.parse(data), path);
  }
});

test('feeds, sitemaps and drawings stay XML', async () => {
  for (const site of sites) {
    const files = [...named(site, '.xml'), ...named(site, '.svg')].map(([path, bytes]) => [path, bytes.toString('utf8')]);
    const broken = await with_page(browser, {}, (page) => page.evaluate((all) => all.filter(([, text]) => new DOMParser().parseFromString(text, 'application/xml').querySelector('parsererror')).map(([path]) => path), files));
    assert.deepEqual(broken, []);
  }
});

/** Returns the cells of CSV, quotes undone. */
const cells_of = (text) => [...text.replace(/^\uFEFF/, '').matchAll(/(?:^|,|\n)(?:"((?:[^"]|"")*)"|([^,\n"]*))/g)].map(([, quoted, plain]) => (quoted ?? plain).replaceAll('""', '"'));

test('no cell of a table is a formula', () => {
  for (const site of sites) {
    for (const [path, bytes] of named(site, '.csv')) {
      if (/^(data\/raw|documents|releases)\//.test(path)) continue; // as others wrote them
      const formulas = cells_of(bytes.toString('utf8')).filter((cell) => /^[=+@\t\r]|^-(?![\d.]+$)/.test(cell));
      assert.deepEqual(formulas, [], path);
    }
  }
});

test('lines of a calendar are properties, and each is as short as it has to be', () => {
  const calendars = named(handbook, '.ics');
  assert.ok(calendars.length > 0);
  for (const [path, bytes] of calendars)
    for (const line of bytes.toString('utf8').split('\r\n').slice(0, -1)) {
      assert.match(line, /^( |[A-Z-]+[;:])/, path);
      assert.ok(Buffer.byteLength(line) <= 75, `${path}: ${line}`);
      assert.doesNotMatch(line, /[\n\r]/);
    }
});
