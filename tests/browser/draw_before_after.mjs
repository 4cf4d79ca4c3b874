// Draws pages of the sites FOLDER/before and FOLDER/after: each by itself, and both side by side.
//   node draw_before_after.mjs FOLDER PAGE…      prints the path of the picture of both, a line a page
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { start, with_page } from './chromium.mjs';

const width = 1000; // px of each page
const tallest = 8000; // px; Chromium draws no picture of any height
const [folder, ...pages] = process.argv.slice(2);

/** Draws a file, as long as it is, beside it. */
async function picture(browser, file) {
  await with_page(browser, { viewport: { width, height: 700 } }, async (page) => {
    await page.goto(pathToFileURL(file).href, { waitUntil: 'load' });
    const height = await page.evaluate(() => document.documentElement.getBoundingClientRect().height);
    await page.setViewportSize({ width, height: Math.min(tallest, Math.max(100, Math.ceil(height))) });
    await page.screenshot({ path: `${file}.png`, animations: 'disabled' });
  });
}

/** Draws the pictures before and after of a page beside each other. */
async function both(browser, path, into) {
  const image = (side) => `<img src="${side}/${path.split('/').map(encodeURIComponent).join('/')}.png">`;
  const sheet = join(folder, 'both.html');
  writeFileSync(sheet, `<!DOCTYPE html><style>body{margin:16px;display:flex;gap:16px;align-items:start;background:#888}</style>${image('before')}${image('after')}`);
  await with_page(browser, { viewport: { width: 2 * width + 48, height: 700 } }, async (page) => {
    await page.goto(pathToFileURL(sheet).href, { waitUntil: 'load' });
    await page.screenshot({ path: into, fullPage: true });
  });
  rmSync(sheet);
}

const browser = await start();
try {
  for (const path of pages) {
    for (const side of ['before', 'after']) await picture(browser, join(folder, side, path));
    const into = join(folder, `${path.replaceAll('/', '-')}.png`);
    await both(browser, path, into);
    console.log(into);
  }
} finally {
  await browser.close();
}
