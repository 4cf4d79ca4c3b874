// Pages as a server gives them: clean, self-contained, complete without scripts, never wider than the screen.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { overhang } from './checks.mjs';
import { start, visit, with_page } from './chromium.mjs';
import { named, pages, serve } from './site.mjs';

let browser;
let site;
const visits = new Map();
before(async () => {
  [browser, site] = await Promise.all([start(), serve()]);
  for (const path of pages) visits.set(path, await visit(browser, site.address + path));
});
after(async () => {
  await browser?.close();
  await site?.stop();
});

for (const path of pages) {
  const name = named(path);
  test(`${name} logs no error`, () => assert.deepEqual(visits.get(path).errors, []));
  test(`${name} keeps its content security policy`, () => assert.deepEqual(visits.get(path).violations, []));
  test(`${name} gets every file that it asks for`, () => assert.deepEqual(visits.get(path).failures, []));
  test(`nothing moves on ${name} while it loads`, () => assert.equal(visits.get(path).shift, 0));
  test(`${name} asks no other host`, () => {
    const others = visits.get(path).requests.filter((url) => !url.startsWith(site.address));
    assert.deepEqual(others, []);
  });
  test(`${name} says the same without scripts`, async () => {
    const plain = await visit(browser, site.address + path, { javaScriptEnabled: false });
    assert.ok(plain.text.length > 100, `only ${plain.text.length} characters of text`);
    assert.deepEqual(plain.text.split('\n'), visits.get(path).text.split('\n'));
  });
  for (const width of [320, 390, 1280]) {
    test(`${name} needs no sideways scroll at ${width} px`, async () => {
      const out = await with_page(browser, { viewport: { width, height: 900 } }, async (page) => {
        await page.goto(site.address + path);
        return page.evaluate(overhang);
      });
      assert.equal(out, '');
    });
  }
}
