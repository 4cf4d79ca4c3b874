// What a page costs a reader on a phone: bytes, requests, and in Chromium with a processor four times
// slower on slow 4G (150 ms, 1.6 Mbit/s) the largest paint, blocking time and layout shift.
//   node pages.mjs RUNS [PATH…]     only pages of the national site at these paths
import { gzipSync } from 'node:zlib';
import { start } from '../browser/chromium.mjs';
import { named, pages, prefecture_pages, prefecture_root, serve } from '../browser/site.mjs';

const runs = Number(process.argv[2] ?? 3);
const wanted = process.argv.slice(3);
const slow_4g = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };
const slower = 4;
const quiet_for = 1000; // ms without a long task, after which nothing more is expected

/** Returns the middle one. */
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)];

/** Collects paints, shifts and long tasks from the page's beginning; runs inside the page. */
function observe() {
  window.seen = { paint: 0, first: 0, shift: 0, tasks: [] };
  const watch = (type, use) => new PerformanceObserver((list) => list.getEntries().forEach(use)).observe({ type, buffered: true });
  watch('largest-contentful-paint', (entry) => { window.seen.paint = entry.startTime; });
  watch('paint', (entry) => { if (entry.name === 'first-contentful-paint') window.seen.first = entry.startTime; });
  watch('layout-shift', (entry) => { window.seen.shift += entry.value; });
  watch('longtask', (entry) => window.seen.tasks.push([entry.startTime, entry.duration]));
}

/** Opens an address once, with nothing in the cache, and returns what it took. */
async function visit(browser, address) {
  const context = await browser.newContext({ locale: 'ja-JP', viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', slow_4g);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
    await page.addInitScript(observe);
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(address, { waitUntil: 'load' });
    await page.waitForTimeout(quiet_for);
    const seen = await page.evaluate(() => window.seen);
    const blocking = seen.tasks.filter(([at]) => at >= seen.first).reduce((sum, [, takes]) => sum + Math.max(0, takes - 50), 0);
    return { paint: seen.paint, blocking, shift: seen.shift, asked };
  } finally {
    await context.close();
  }
}

/** Bytes as they travel: gzip at its usual level. */
const weight = (bytes) => gzipSync(bytes, { level: 6 }).length;

/** Returns the gzip bytes of a page, of its styles and of its scripts. */
async function weights(asked) {
  const sum = { html: 0, css: 0, js: 0, other: 0 };
  for (const address of asked.filter((each) => each.startsWith('http'))) {
    const bytes = Buffer.from(await (await fetch(address)).arrayBuffer());
    const kind = address.endsWith('.css') ? 'css' : address.endsWith('.js') ? 'js' : address.endsWith('/') ? 'html' : 'other';
    sum[kind] += kind === 'other' ? bytes.length : weight(bytes);
  }
  return sum;
}

/** Measures the pages of one site and prints a line for each. */
async function measure(browser, site, paths, whose) {
  let worst = { paint: 0, blocking: 0, shift: 0 };
  for (const path of paths) {
    const visits = [];
    for (let run = 0; run < runs; run += 1) visits.push(await visit(browser, site.address + path));
    const [paint, blocking, shift] = ['paint', 'blocking', 'shift'].map((key) => median(visits.map((each) => each[key])));
    const { html, css, js, other } = await weights(visits[0].asked);
    const kb = (bytes) => (bytes / 1024).toFixed(1).padStart(6);
    console.log(`${kb(html)} ${kb(css)} ${kb(js)} ${kb(other)} ${String(visits[0].asked.length).padStart(9)} ${paint.toFixed(0).padStart(8)} ${blocking.toFixed(0).padStart(9)} ${shift.toFixed(4).padStart(7)}  ${whose}${named(path)}`);
    worst = { paint: Math.max(worst.paint, paint), blocking: Math.max(worst.blocking, blocking), shift: Math.max(worst.shift, shift) };
  }
  return worst;
}

const ways_to_type = ['よ', 'よな', 'よなご', 'yon', 'yonogo', '東京', '介護', '離職率', 'りしょくりつ', 'rishokuritsu'];

/** How long the search of the top page takes for each way to type once its index is there: its list, not the drawing. */
async function search_times(browser, address) {
  const context = await browser.newContext({ locale: 'ja-JP', viewport: { width: 390, height: 844 } });
  try {
    const page = await context.newPage();
    const field = page.locator('form[role=search] input[type=search]');
    await page.goto(address);
    await field.fill('離職率');
    await page.getByRole('option').first().waitFor();
    await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: slower });
    return await field.evaluate((input, texts) => texts.map((text) => {
      const from = performance.now();
      input.value = text;
      input.dispatchEvent(new Event('input'));
      return [text, performance.now() - from];
    }), ways_to_type);
  } finally {
    await context.close();
  }
}

const browser = await start();
const [site, prefecture] = await Promise.all([serve(undefined, { gzip: true }), serve(prefecture_root, { gzip: true })]);
console.log(`Chromium ${browser.version()}, 390 px, processor ${slower} times slower, 150 ms, 1.6 Mbit/s; median of ${runs}`);
console.log('  HTML    CSS     JS  other  requests paint ms block ms   shift  (KB gzip)');
const some = (paths) => (wanted.length > 0 ? paths.filter((path) => wanted.includes(path)) : paths);
const worst = [await measure(browser, site, some(pages), ''), await measure(browser, prefecture, wanted.length > 0 ? [] : prefecture_pages, 'prefecture: ')];
console.log(`worst: largest paint ${Math.max(...worst.map((each) => each.paint)).toFixed(0)} ms, blocking ${Math.max(...worst.map((each) => each.blocking)).toFixed(0)} ms, shift ${Math.max(...worst.map((each) => each.shift)).toFixed(4)}`);
const [slowest] = (await search_times(browser, site.address)).sort(([, a], [, b]) => b - a);
console.log(`search: ${ways_to_type.length} ways to type, the slowest (${slowest[0]}) ${slowest[1].toFixed(1)} ms`);
await browser.close();
await Promise.all([site.stop(), prefecture.stop()]);
