// One page under all that readers set: opened once, then resized, recoloured and respaced, as opening costs most.
import { ask_axe, bring_axe } from './axe.mjs';
import { cut_off, lost_marks, moving, overhang, run_together, running, wide_text } from './checks.mjs';
import { listen, text_of, with_page } from './chromium.mjs';

export const desk = { width: 1280, height: 900 };
export const phone = { width: 390, height: 900 };
export const widths = [320, 390, 1280]; // px
export const axe_looks = [['light', phone], ['dark', desk]];

/** Returns how to set the window's size, and how many pixels of the screen a CSS pixel takes. */
async function sizes_of(page) {
  const client = await page.context().newCDPSession(page);
  return ({ width, height }, deviceScaleFactor = 1) => client.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor, mobile: false });
}

/** Calls `use` while a style of the reader's is in force in a page. */
async function with_style(page, text, use) {
  await page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
  }, text);
  try {
    return await use();
  } finally {
    await page.evaluate(() => { document.adoptedStyleSheets = []; });
  }
}

/** Calls `use` while a page is shown to a reader who wants it so. */
async function with_media(page, media, use) {
  await page.emulateMedia(media);
  try {
    return await use();
  } finally {
    await page.emulateMedia(Object.fromEntries(Object.keys(media).map((key) => [key, null])));
  }
}

/** What axe finds on a phone in light and on a desk in dark, by scheme. */
async function asked(page, resize) {
  await bring_axe(page);
  const found = {};
  for (const [colorScheme, size] of axe_looks) {
    await resize(size);
    found[colorScheme] = await with_media(page, { colorScheme }, async () => {
      await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
      return ask_axe(page);
    });
  }
  return found;
}

/**
 * Opens an address and returns what there is to say of it: what it asked for and complained about, its text, what runs
 * by itself, what sticks out at which width, when enlarged and with wide text, what is cut off, lost or moves, and what axe finds.
 */
export function examine(browser, address) {
  return with_page(browser, { viewport: desk }, async (page) => {
    const seen = await listen(page);
    await page.goto(address, { waitUntil: 'networkidle' });
    seen.shift = await page.evaluate(() => window.shift);
    seen.running = await page.evaluate(running);
    seen.text = await text_of(page);
    const resize = await sizes_of(page);
    seen.lost = await with_media(page, { forcedColors: 'active' }, () => page.evaluate(lost_marks));
    seen.moving = await with_media(page, { reducedMotion: 'reduce' }, () => page.evaluate(moving));
    seen.overhang = {};
    for (const width of widths) {
      await resize({ ...desk, width });
      seen.overhang[width] = await page.evaluate(overhang);
    }
    await resize({ width: desk.width / 2, height: desk.height / 2 }, 2);
    seen.enlarged = await page.evaluate(overhang);
    await resize(phone);
    seen.wide = await with_style(page, wide_text, async () => [await page.evaluate(overhang), await page.evaluate(cut_off)]);
    seen.wide_charts = await with_style(page, wide_text, () => page.evaluate(run_together));
    seen.axe = await asked(page, resize);
    return seen;
  });
}
