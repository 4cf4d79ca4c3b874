// A phrase in bold stays on one line while it fits there, and no longer: the smallest screens, and letters of twice the size.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { pathToFileURL } from 'node:url';
import { start, with_page } from './chromium.mjs';
import { file_address, file_of, prefecture_root } from './site.mjs';

let browser;
before(async () => { browser = await start(); });
after(() => browser?.close());

const long = 'とても長い言葉を太字で書いた見出しの下の一文の一部で、どんな画面の幅にも一行では収まらないもの';

/** How far a page goes to the right, and how far the phrases in bold of its lead and cards do. */
async function widths_of(address, { width, size, bold }) {
  return with_page(browser, { viewport: { width, height: 800 } }, async (page) => {
    await page.goto(address);
    return page.evaluate(([text, font]) => {
      document.documentElement.style.fontSize = font;
      if (text) document.querySelector('.lead b').textContent = text;
      const phrases = [...document.querySelectorAll('.lead b, .kpi .say b')].map((each) => each.getBoundingClientRect().right);
      return { page: document.documentElement.scrollWidth, bold: Math.max(...phrases) };
    }, [bold, size]);
  });
}

test('no line of a lead begins with a full stop', async () => {
  await with_page(browser, { viewport: { width: 375, height: 800 } }, async (page) => {
    await page.goto(pathToFileURL(join(prefecture_root, 'index.html')).href);
    const lines = await page.evaluate(() => {
      const lead = document.querySelector('.lead'), range = document.createRange();
      const texts = document.createTreeWalker(lead, NodeFilter.SHOW_TEXT);
      const begins = new Map();
      while (texts.nextNode())
        for (let at = 0; at < texts.currentNode.length; ++at) {
          range.setStart(texts.currentNode, at);
          range.setEnd(texts.currentNode, at + 1);
          const { top, left, width } = range.getBoundingClientRect();
          if (width > 0 && !(begins.get(Math.round(top))?.left <= left)) begins.set(Math.round(top), { left, letter: range.toString() });
        }
      return [...begins.values()].map(({ letter }) => letter);
    });
    assert.ok(lines.length > 2, lines.join(' '));
    assert.deepEqual(lines.filter((letter) => '。、）」'.includes(letter)), []);
  });
});

for (const [name, address] of [['the top page', file_address('')], ["an indicator's page of a prefecture", pathToFileURL(file_of('indicators/paid-leave/', prefecture_root)).href]]) {
  test(`${name} is no wider than a screen of 320 px, however long the words in bold`, async () => {
    assert.ok((await widths_of(address, { width: 320, size: '100%', bold: long })).page <= 320);
  });
  test(`${name} is no wider than a phone with letters of twice the size, words in bold neither`, async () => {
    const { page, bold } = await widths_of(address, { width: 375, size: '200%', bold: '' });
    assert.ok(bold <= 375);
    assert.equal(page, 375);
  });
}
