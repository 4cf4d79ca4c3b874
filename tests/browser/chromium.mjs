// Debian's Chromium, started fresh, without any connection of its own.
import { setTimeout as wait } from 'node:timers/promises';
import { chromium } from 'playwright-core';

const quiet = [
  '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];

const launch = () =>
  chromium.launch({ executablePath: '/usr/bin/chromium', headless: true, chromiumSandbox: false, args: quiet });

/** What Playwright says when a tab or all of Chromium has gone, which happens where a machine is short of memory or time. */
const gone = /has been closed|crashed|Failed to open a new tab|Connection closed/;

/** A Chromium that can be started anew, once for all who used it when it ended. */
class Browser {
  constructor(running) {
    this.running = running;
    this.kept = new Map(); // what cannot be set page by page → { context, left: the page that was used last }
  }

  /** The context for pages with these options: making one costs as much as opening three pages. */
  context_of(options) {
    const key = JSON.stringify(options);
    if (!this.kept.has(key)) this.kept.set(key, { context: this.running.newContext({ locale: 'ja-JP', timezoneId: 'Asia/Tokyo', ...options }) });
    return this.kept.get(key);
  }

  /** Starts Chromium anew, unless somebody did since `ended` was the one that runs. */
  async renew(ended) {
    if (this.running !== ended) return;
    this.renewed ??= (async () => {
      await ended.close().catch(() => {});
      this.running = await launch();
      this.kept = new Map();
      this.renewed = undefined;
    })();
    await this.renewed;
  }

  version() { return this.running.version(); }
  contexts() { return this.running.contexts(); }
  newContext(options) { return this.running.newContext(options); }
  close() { return this.running.close(); }
}

/** Closes a page; Chromium forgets to where the page loads anew at that moment, as those of `yokoten serve` do. */
const close = (page) => Promise.race([page.close(), wait(3000, undefined, { ref: false })]);

/** Starts Chromium with an empty profile in a new folder. */
export const start = async () => new Browser(await launch());

/**
 * Calls `use` with a new page. Pages share contexts, as those of our sites keep nothing in the browser, which `pages_hold`
 * tests; and the last page stays open until the next one was used, as the process that draws a site ends with its last page.
 */
async function with_page_once(browser, { viewport, colorScheme, ...options }, use) {
  const kept = browser.context_of(options);
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
    await Promise.all(opened.map(close));
  }
}

/** Calls `use` with a new page, and once more in another Chromium where the first one ended: a page that ends it always fails. */
export async function with_page(browser, options, use) {
  const { running } = browser;
  try {
    return await with_page_once(browser, options, use);
  } catch (error) {
    if (running.isConnected() && !gone.test(error.message)) throw error;
    console.error(`Chromium is started anew, as it ended: ${error.message.split('\n')[0]}`);
    await browser.renew(running);
    return with_page_once(browser, options, use);
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

/** Returns once a page has all of the file whose address ends so: a page that is left before cuts it off, which counts as a failure. */
export const received = (page, name) => page.waitForEvent('requestfinished', { predicate: (request) => request.url().endsWith(name), timeout: 60_000 });

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
