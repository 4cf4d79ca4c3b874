// What must hold of every page that stands for its kind, as tests.
import assert from 'node:assert/strict';
import { basename } from 'node:path';
import test, { after, before } from 'node:test';
import { grave_of } from './axe.mjs';
import { keyboard_faults } from './checks.mjs';
import { start, visit, with_page } from './chromium.mjs';
import { axe_looks, desk, examine, widths } from './examine.mjs';
import { made_by_script, named, serve } from './site.mjs';

const lines_of = (text) => text.split('\n').filter((line) => line.trim() !== '');
// A field to search in says that it needs them.
const needs_scripts = /^(検索には|The search needs )JavaScript/;

/** Tests pages of the site in `root`, those of `by_keyboard` with the keyboard alone as well. */
export function pages_hold(root, pages, by_keyboard) {
  let browser;
  let site;
  const all = new Map();
  before(async () => {
    [browser, site] = await Promise.all([start(), serve(root)]);
    for (const path of pages) all.set(path, await examine(browser, site.address + path));
  });
  after(async () => {
    await browser?.close();
    await site?.stop();
  });
  for (const path of pages) page_holds(path, () => all.get(path), () => [browser, site.address]);
  test(`the pages of ${basename(root)} keep nothing in the browser of who reads them`, async () => {
    const kept = await Promise.all(browser.contexts().map((context) => context.storageState({ indexedDB: true })));
    assert.ok(kept.length > 0);
    assert.deepEqual(kept.flatMap(({ cookies, origins }) => [...cookies, ...origins]), []);
  });
  for (const path of by_keyboard) {
    test(`the keyboard reaches everything on ${named(path)}, in order and seen`, async () => {
      const faults = await with_page(browser, { viewport: desk }, async (page) => {
        await page.goto(site.address + path, { waitUntil: 'networkidle' });
        return keyboard_faults(page);
      });
      assert.deepEqual(faults, []);
    });
  }
}

/** Tests one page by what was seen of it. */
function page_holds(path, seen, at) {
  const name = named(path);
  test(`${name} logs no error`, () => assert.deepEqual(seen().errors, []));
  test(`${name} keeps its content security policy`, () => assert.deepEqual(seen().violations, []));
  test(`${name} gets every file that it asks for`, () => assert.deepEqual(seen().failures, []));
  test(`nothing moves on ${name} while it loads`, async () => {
    const [browser, address] = at();
    let { shift } = seen();
    // A browser that has to wait may paint a page before it has read all of it, and a card grows with the one beside it.
    for (let tries = 0; shift > 0 && tries < 2; ++tries) ({ shift } = await visit(browser, address + path, { viewport: desk }));
    assert.equal(shift, 0);
  });
  test(`${name} asks no other host`, () => {
    const [, address] = at();
    assert.deepEqual(seen().requests.filter((url) => !url.startsWith(address)), []);
  });
  test(`${name} says the same without scripts`, async () => {
    const [browser, address] = at();
    const plain = await visit(browser, address + path, { javaScriptEnabled: false, viewport: desk });
    assert.ok(plain.text.length > 100, `only ${plain.text.length} characters of text`);
    if (made_by_script.includes(path)) assert.match(plain.text, /JavaScript/);
    else assert.deepEqual(lines_of(plain.text).filter((line) => !needs_scripts.test(line)), lines_of(seen().text));
  });
  for (const width of widths) {
    test(`${name} needs no sideways scroll at ${width} px`, () => assert.equal(seen().overhang[width], ''));
  }
  test(`${name} needs no sideways scroll when enlarged to 200 % on a desk`, () => assert.equal(seen().enlarged, ''));
  test(`${name} cuts no text off where readers set it wider`, () => assert.deepEqual(seen().wide, ['', []]));
  test(`the marks of charts on ${name} are seen in forced colours`, () => assert.deepEqual(seen().lost, []));
  test(`nothing moves on ${name} for readers who want no motion`, () => assert.deepEqual(seen().moving, []));
  for (const [scheme, { width }] of axe_looks) {
    test(`axe finds nothing serious on ${name} in ${scheme} at ${width} px`, () => assert.deepEqual(grave_of(seen().axe[scheme]), []));
  }
}
