// Takes pictures of pages at phone and desk width, light and dark: screenshots.mjs FOLDER [PATH…].
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { start, with_page } from './chromium.mjs';
import { pages, serve } from './site.mjs';

const [folder, ...chosen] = process.argv.slice(2);
const name_of = (path) => path.replace(/\/$/, '').replaceAll('/', '-') || 'top';

/** Saves one page of the site in one size and scheme. */
async function picture(browser, address, path, width, colorScheme) {
  await with_page(browser, { viewport: { width, height: 900 }, colorScheme }, async (page) => {
    const response = await page.goto(address + path, { waitUntil: 'networkidle' });
    if (!response.ok()) throw new Error(`the site has no page ${path}`);
    await page.screenshot({ path: join(folder, `${name_of(path)}-${width}-${colorScheme}.png`), fullPage: true });
  });
}

mkdirSync(folder, { recursive: true });
const [browser, site] = await Promise.all([start(), serve()]);
try {
  for (const path of chosen.length > 0 ? chosen : pages) {
    for (const width of [390, 1280]) {
      for (const scheme of ['light', 'dark']) await picture(browser, site.address, path, width, scheme);
    }
  }
} finally {
  await browser.close();
  await site.stop();
}
