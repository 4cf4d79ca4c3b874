// Readers' settings: zoom, wide text, forced colours, no motion, and the keyboard alone.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { cut_off, keyboard_faults, lost_marks, moving, overhang, wide_text } from './checks.mjs';
import { start, with_page } from './chromium.mjs';
import { named, pages, serve } from './site.mjs';

let browser;
let site;
before(async () => { [browser, site] = await Promise.all([start(), serve()]); });
after(async () => {
  await browser?.close();
  await site?.stop();
});

const desk = { width: 1280, height: 900 };
const on = (path, options, use) => with_page(browser, { viewport: desk, ...options }, async (page) => {
  await page.goto(site.address + path);
  return use(page);
});

for (const path of pages) {
  const name = named(path);
  test(`${name} needs no sideways scroll when enlarged to 200 % on a desk`, async () => {
    assert.equal(await on(path, { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 }, (page) => page.evaluate(overhang)), '');
  });
  test(`${name} cuts no text off where readers set it wider`, async () => {
    const [out, cut] = await on(path, { viewport: { width: 390, height: 844 }, bypassCSP: true }, async (page) => {
      await page.addStyleTag({ content: wide_text });
      return [await page.evaluate(overhang), await page.evaluate(cut_off)];
    });
    assert.deepEqual([out, cut], ['', []]);
  });
  test(`the marks of charts on ${name} are seen in forced colours`, async () => {
    assert.deepEqual(await on(path, { forcedColors: 'active' }, (page) => page.evaluate(lost_marks)), []);
  });
  test(`nothing moves on ${name} for readers who want no motion`, async () => {
    assert.deepEqual(await on(path, { reducedMotion: 'reduce' }, (page) => page.evaluate(moving)), []);
  });
}

for (const path of ['', 'areas/31/312029/', 'indicators/careplan-link-rate/', 'cases/', 'data/']) {
  test(`the keyboard reaches everything on ${named(path)}, in order and seen`, async () => {
    assert.deepEqual(await on(path, {}, keyboard_faults), []);
  });
}
