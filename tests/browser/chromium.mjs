// Debian's Chromium, started fresh, without any connection of its own.
import { chromium } from 'playwright-core';

const quiet = [
  '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];

/** Starts Chromium with an empty profile in a new folder. */
export function start() {
  return chromium.launch({ executablePath: '/usr/bin/chromium', headless: true, chromiumSandbox: false, args: quiet });
}

const contexts = new WeakMap(); // browser → what cannot be set page by page → { context, left: the page that was used last }

/** The context of a browser for pages with these options: making one costs as much as opening three pages. */
function context_of(browser, options) {
  if (!contexts.has(browser)) contexts.set(browser, new Map());
  const kept = contexts.get(browser);
  const key = JSON.stringify(options);
  if (!kept.has(key)) kept.set(key, { context: browser.newContext({ locale: 'ja-JP', timezoneId: 'Asia/Tokyo', ...options }) });
  return kept.get(key);
}

/**
 * Calls `use` with a new page. Pages share contexts, as those of our sites keep nothing in the browser, which `pages_hold`
 * tests; and the last page stays open until the next one was used, as the process that draws a site ends with its last page.
 */
export async function with_page(browser, { viewport, colorScheme, ...options }, use) {
  const kept = context_of(browser, options);
  const page = await (await kept.context).newPage();
  const opened = [];
  page.on('popup', (other) => opened.push(other));
  try {
    if (viewport) await page.setViewportSize(viewport);
    if (colorScheme) await page.emulateMedia({ colorScheme });
    return await use(page);
  } finally {
    if (kept.left) opened.push(kept.left);
    kept.left = page;
    await Promise.all(opened.map((each) => each.close()));
  }
}

/** Returns what a page will ask for and complain about from now on, and what moves by itself in it while it loads. */
export async function listen(page) {
  const seen = { errors: [], violations: [], requests: [], failures: [] };
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    const about_policy = /Content Security Policy/i.test(message.text());
    (about_policy ? seen.violations : seen.errors).push(message.text());
  });
  page.on('pageerror', (error) => seen.errors.push(error.message));
  page.on('request', (request) => seen.requests.push(request.url()));
  page.on('requestfailed', (request) => seen.failures.push(`${request.url()} ${request.failure()?.errorText}`));
  page.on('response', (response) => {
    if (response.status() >= 300) seen.failures.push(`${response.url()} ${response.status()}`);
  });
  await page.addInitScript(() => {
    window.shift = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => { window.shift += entry.value; })).observe({ type: 'layout-shift', buffered: true });
  });
  return seen;
}

/** Returns the text of a page as a reader has it. */
export const text_of = async (page) => (await page.locator('main').innerText()).replace(/[ \t]+/g, ' ');

/** Opens an address and returns all that the page asked for and complained about. */
export async function visit(browser, address, options = {}) {
  return with_page(browser, options, async (page) => {
    const seen = await listen(page);
    // Scripts may load more after the page; without them nothing does.
    await page.goto(address, { waitUntil: options.javaScriptEnabled === false ? 'load' : 'networkidle' });
    seen.shift = options.javaScriptEnabled === false ? 0 : await page.evaluate(() => window.shift);
    seen.text = await text_of(page);
    return seen;
  });
}
