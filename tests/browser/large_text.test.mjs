// What fits where there is little room: phrases in bold, names of rows, English words; the smallest screens, and letters of twice the size.
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

for (const [name, address] of [
  ['of English', file_address('en/e-application/')], ['of charts', file_address('e-application/')],
  ['of before and after', pathToFileURL(file_of('projects/night-shift-records/', prefecture_root)).href], ['to compare', file_address('en/compare/')],
])
  test(`names of rows leave figures half of a phone: tables ${name}`, () => with_page(browser, { viewport: { width: 320, height: 800 } }, async (page) => {
    await page.goto(address);
    const shares = await page.evaluate(() => {
      document.querySelectorAll('details').forEach((each) => { each.open = true; });
      const scrolled = [...document.querySelectorAll('.tbl')].filter((each) => each.clientWidth > 0 && each.scrollWidth > each.clientWidth);
      return scrolled.map((each) => (each.querySelector('tbody th[scope="row"]')?.getBoundingClientRect().width ?? 0) / each.clientWidth);
    });
    assert.ok(shares.length > 0);
    assert.ok(Math.max(...shares) < 0.52, `${Math.max(...shares)}`);
  }));

test('no heading of English regions is broken inside a word', () => with_page(browser, { viewport: { width: 1280, height: 800 } }, async (page) => {
  await page.goto(file_address('en/areas/'));
  const words = await page.evaluate(() => [...document.querySelectorAll('.kana-row h3')].map((each) => {
    const range = document.createRange(), text = each.firstChild;
    range.setStart(text, 0);
    range.setEnd(text, text.data.split(' ')[0].length);
    return [range.toString(), new Set([...range.getClientRects()].map(({ top }) => top)).size];
  }));
  assert.ok(words.length >= 8);
  assert.deepEqual(words.filter(([, lines]) => lines !== 1), []);
}));

for (const [name, path, label] of [['ends of a ranking on the front page', 'en/', 'highest'], ['values and targets', 'en/logic-model/', 'targets']])
  test(`the English table of ${name} fits a desk`, () => with_page(browser, { viewport: { width: 1280, height: 800 } }, async (page) => {
    await page.goto(file_address(path));
    const box = page.locator(`.tbl[aria-label*="${label}"]`).first();
    assert.equal(await box.evaluate((each) => each.scrollWidth - each.clientWidth), 0);
  }));
