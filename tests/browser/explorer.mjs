// The page for comparing, opened in Chromium: one browser and one server for a file of tests.
import assert from 'node:assert/strict';
import { with_page } from './chromium.mjs';
import { browser, site } from './national_site.mjs';

export { browser, site };

export const row = '.explorer tbody tr';
export const drawn = '.drawing.spread svg .mark-symbol path';

/** Opens the page with a view, waits for its table, and calls `use`. Every complaint is an error. */
export async function opened(view, use, options = {}, address = `${site.address}compare/`) {
  return with_page(browser, { viewport: { width: 1280, height: 900 }, ...options }, async (page) => {
    const complaints = [];
    page.on('console', (message) => { if (message.type() === 'error') complaints.push(message.text()); });
    page.on('pageerror', (error) => complaints.push(error.stack));
    await page.goto(address + view);
    await page.locator(row).first().waitFor();
    const result = await use(page);
    assert.deepEqual(complaints, []);
    return result;
  });
}

export async function charts(page, marks = drawn) {
  await page.locator('.drawing.spread').scrollIntoViewIfNeeded();
  await page.locator(marks).first().waitFor({ state: 'attached' });
}

export const names = (page) => page.locator(`${row} th a`).allInnerTexts();
export const key = (page, name) => page.locator(`.explorer [data-key="${name}"]`);
export const hash = (page) => new URL(page.url()).hash;
