// The preview that `publish … --preview` makes: unpacked and opened by double-click, without a server, in Chromium.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import test, { after, before } from 'node:test';
import { listen, received, start, visit, with_page } from './chromium.mjs';
import { is_absolute, links } from '../support/html.mjs';
import { read_tree, write_tree } from '../support/tree.mjs';
import { yokoten } from '../support/yokoten.mjs';
import { parts_of_zip } from '../support/zip.mjs';
import { handbook_root, named, pages, prefecture_root, root } from './site.mjs';

const folder = mkdtempSync(join(tmpdir(), 'yokoten-handed-'));
const longest_wait = 60_000; // ms
let browser;
const parts = {};

// What a browser opens, and of the pages of municipalities a tenth and those that stand for them: unpacking takes its time.
const is_opened = (name) => /\.(html|css|js|svg|png)$/.test(name) && !/\/\d\d\/(?!312029|011002)\d{5}[0-46-9]\//.test(name);

/** Makes the preview of a site and unpacks it; returns the paths of all its files. */
function unpacked(site, name) {
  const archive = join(folder, `${name}.zip`);
  const { exit, stderr } = yokoten(['publish', site, archive, '--preview']);
  assert.equal(exit, 0, stderr);
  const found = parts_of_zip(readFileSync(archive), is_opened);
  write_tree(folder, [...found].filter(([, bytes]) => bytes !== null));
  return [...found.keys()].map((path) => path.slice(name.length + 1));
}

const address = (path, name = 'national') => pathToFileURL(join(folder, name, path, 'index.html')).href;

before(async () => {
  browser = await start();
  for (const [name, site] of Object.entries({ national: root, prefecture: prefecture_root, handbook: handbook_root })) parts[name] = unpacked(site, name);
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

for (const [name, of_name] of [['national', pages], ['prefecture', ['', 'projects/night-shift-records/', 'events/', 'cases/night-shift-intercom/', 'cases/collection/']]]) {
  for (const path of of_name) {
    test(`${named(path)} of the ${name} preview opens without complaint, and asks for nothing outside its folder`, async () => {
      const seen = await visit(browser, address(path, name));
      assert.deepEqual([...seen.errors, ...seen.violations, ...seen.failures], []);
      assert.deepEqual(seen.requests.filter((url) => !url.startsWith(`${pathToFileURL(join(folder, name)).href}/`)), []);
    });
  }
}

test('every link of the previews leads to a file, none to a folder', () => {
  for (const name of ['national', 'prefecture', 'handbook']) {
    const files = new Set(parts[name]);
    const dead = [];
    assert.ok(files.has('index.html'));
    for (const [page, bytes] of read_tree(join(folder, name))) {
      if (!/\.(html|svg)$/.test(page)) continue;
      for (const { address: link } of links(bytes.toString())) {
        const path = decodeURIComponent(link.split(/[?#]/)[0]);
        if (is_absolute(link) || path === '') continue;
        const file = new URL(path.replaceAll('%', '%25').replaceAll('#', '%23').replaceAll('?', '%3F'), `file:///${page}`).pathname.slice(1);
        if (!files.has(decodeURIComponent(file))) dead.push(`${page}: ${link}`);
      }
    }
    assert.deepEqual(dead.slice(0, 5), [], name);
  }
});

test('names and the length of paths are such that Windows can unpack them', () => {
  const bad = parts.national.filter((path) => path.length > 150 || path.split('/').some((name) => /[<>:"|?*\\]|[. ]$|^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(name)));
  assert.deepEqual(bad, []);
  assert.equal(new Set(parts.national.map((path) => path.toLowerCase())).size, parts.national.length);
});

test('the search of the preview leads to the page of a town and to an indicator', async () => {
  for (const [typed, wanted] of [['よなご', 'areas/31/312029/'], ['利用申請率', 'indicators/careplan-link-rate/']]) {
    await with_page(browser, {}, async (page) => {
      const seen = await listen(page);
      await page.goto(address(''));
      await Promise.all([received(page, '/search/more.js'), page.locator('form[role=search] input[type=search]').fill(typed)]);
      await page.locator('[role=option]').first().waitFor({ timeout: longest_wait });
      await Promise.all([page.waitForNavigation({ timeout: longest_wait }), page.locator('[role=option]').first().click()]);
      assert.equal(page.url(), address(wanted));
      assert.deepEqual([...seen.errors, ...seen.violations, ...seen.failures], []);
    });
  }
});

test('a reader walks through the preview by its links alone', async () => {
  await with_page(browser, {}, async (page) => {
    const seen = await listen(page);
    await page.goto(address(''));
    const walk = async (name) => Promise.all([page.waitForNavigation({ timeout: longest_wait }), page.locator(name).first().click()]);
    await walk('header nav a[href="areas/index.html"]');
    await walk('main a[href*="31/index.html"]');
    assert.equal(page.url(), address('areas/31/'));
    await walk('main a[href*="compare/index.html#"]');
    await page.locator('.explorer tbody tr').first().waitFor({ timeout: longest_wait });
    await page.locator('.drawing.spread').scrollIntoViewIfNeeded();
    await page.locator('.drawing.spread svg .mark-symbol path').first().waitFor({ state: 'attached', timeout: longest_wait });
    await walk('.explorer tbody th a');
    assert.match(page.url(), /areas\/\d\d\/index\.html$/);
    await walk('header.site a.name');
    assert.equal(page.url(), address(''));
    assert.deepEqual([...seen.errors, ...seen.violations, ...seen.failures], []);
  });
});
