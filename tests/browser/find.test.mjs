// Finding one's own town with the keyboard alone, and without scripts.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { start, with_page } from './chromium.mjs';
import { file_address, serve } from './site.mjs';

const field = 'form[role=search] input[type=search]';
const longest_wait = 10_000; // ms
let browser;
let site;
before(async () => { [browser, site] = await Promise.all([start(), serve()]); });
after(async () => {
  await browser?.close();
  await site?.stop();
});

/** Tabs into the search field of an opened page, types, and returns where Enter leads. */
async function look_for(address, text, options = {}) {
  return with_page(browser, options, async (page) => {
    await page.goto(address);
    for (let tabs = 0; tabs < 40 && !(await page.locator(field).evaluate((e) => e === document.activeElement)); tabs += 1) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.type(text);
    if (options.javaScriptEnabled !== false) {
      await page.locator('[role=option]').first().waitFor({ timeout: longest_wait });
    }
    await Promise.all([page.waitForNavigation({ timeout: longest_wait }), page.keyboard.press('Enter')]);
    return { address: page.url(), heading: await page.locator('h1').innerText() };
  });
}

for (const typed of ['よなご', 'ヨナゴ', '米子市']) {
  test(`typing ${typed} and Enter leads to 米子市`, async () => {
    const { address, heading } = await look_for(site.address, typed);
    assert.equal(address, `${site.address}areas/31/312029/`);
    assert.match(heading, /米子市/);
  });
}

test('the preview by double-click finds a town as well', async () => {
  const { address } = await look_for(file_address(''), 'よなご');
  assert.equal(address, file_address('areas/31/312029/'));
});

test('without scripts the search leads to the index of areas', async () => {
  const { address } = await look_for(site.address, 'よなご', { javaScriptEnabled: false });
  assert.equal(new URL(address).pathname, new URL('areas/', site.address).pathname);
});
