// Chromium may end by itself where a machine is short of memory: the tests of pages go on with another one.
import assert from 'node:assert/strict';
import test from 'node:test';
import { start, with_page } from './chromium.mjs';

const title = 'data:text/html;charset=utf-8,<title>題</title>';

/** Ends Chromium as a crash would. */
async function crash(browser) {
  const session = await browser.running.newBrowserCDPSession();
  await session.send('Browser.crash').catch(() => {});
}

/** Calls `use` with a Chromium and closes whichever runs at the end. */
async function with_browser(use) {
  const browser = await start();
  try {
    await use(browser);
  } finally {
    await browser.close();
  }
}

const title_of = (browser) => with_page(browser, {}, async (page) => {
  await page.goto(title);
  return page.title();
});

test('pages are opened in another Chromium where it ended between two of them', () => with_browser(async (browser) => {
  assert.equal(await title_of(browser), '題');
  await crash(browser);
  assert.deepEqual(await Promise.all([title_of(browser), title_of(browser)]), ['題', '題']);
}));

test('a page during which Chromium ends is used once more', () => with_browser(async (browser) => {
  let times = 0;
  await with_page(browser, {}, async (page) => {
    times += 1;
    if (times === 1) await crash(browser);
    await page.goto(title);
  });
  assert.equal(times, 2);
}));

test('a page that ends Chromium each time fails', () => with_browser(async (browser) => {
  await assert.rejects(with_page(browser, {}, async (page) => {
    await crash(browser);
    await page.goto(title);
  }));
}));

test('what a test asserts of a page is not tried twice', () => with_browser(async (browser) => {
  let times = 0;
  await assert.rejects(with_page(browser, {}, async () => {
    times += 1;
    assert.fail('other text');
  }), /other text/);
  assert.equal(times, 1);
}));
