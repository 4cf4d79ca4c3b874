// A chart put into a page of others, in a frame of any width; and what search engines read, which no browser runs.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { HtmlValidate } from 'html-validate';
import { start, visit, with_page } from './chromium.mjs';
import { root, serve } from './site.mjs';

const chart = 'embed/careplan-link-rate/map-careplan-link-rate.html';
const page = 'indicators/careplan-link-rate/';
let browser, site, host;
const code_of = () => /<textarea readonly[^>]*>(&lt;iframe.*?)<\/textarea>/s.exec(readFileSync(join(root, page, 'index.html'), 'utf8'))[1]
  .replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
before(async () => {
  [browser, site] = await Promise.all([start(), serve()]);
  // Somebody else's page: its own host, the copied line as it is but for where the site stands in this test.
  const framed = code_of().replace(/src="[^"]*\/kpi\//, `src="${site.address}`);
  host = createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(`<!DOCTYPE html><html lang="ja"><title>よそのページ</title><main><h1>よそ</h1>${framed}</main></html>`);
  });
  await new Promise((ready) => { host.listen(0, '127.0.0.1', ready); });
});
after(async () => {
  await browser?.close();
  await site?.stop();
  host?.close();
});
const elsewhere = () => `http://127.0.0.1:${host.address().port}/`;

test('the line to copy is a frame with a title and the public address of the chart', () => {
  assert.match(code_of(), /^<iframe src="https:\/\/example\.jp\/kpi\/embed\/careplan-link-rate\/[a-z-]+\.html" title="利用申請率 [^"]+" width="100%" height="\d+" style="border:0" loading="lazy"><\/iframe>$/);
});

test('a chart alone shows title, date, source, publication and licence', async () => {
  const { text } = await visit(browser, site.address + chart);
  for (const wanted of ['利用申請率', '2024年9月13日時点', '出典 厚生労働省', '介護現場の生産性向上 KPIダッシュボード', '利用条件 PDL1.0', '鳥取']) assert.ok(text.includes(wanted), wanted);
});

test('the frames of all charts are high enough on a phone', async () => {
  const short = await with_page(browser, { viewport: { width: 320, height: 900 } }, async (tab) => {
    const found = [];
    for (const path of readdirSync(join(root, 'embed'), { recursive: true }).filter((each) => each.endsWith('.html'))) {
      const host_page = readFileSync(join(root, 'indicators', path.split('/')[0], 'index.html'), 'utf8');
      const height = Number(new RegExp(`embed/${path}&quot;.*?height=&quot;(\\d+)&quot;`).exec(host_page)[1]);
      await tab.goto(`${site.address}embed/${path}`);
      const needed = await tab.evaluate(() => document.body.getBoundingClientRect().height);
      if (needed > height) found.push(`${path} ${needed} > ${height}`);
    }
    return found;
  });
  assert.deepEqual(short, []);
});

for (const width of [320, 480, 900]) {
  test(`in a frame of ${width} px the chart needs no scrolling at all`, async () => {
    const out = await with_page(browser, { viewport: { width: width + 16, height: 900 } }, async (tab) => {
      await tab.goto(elsewhere(), { waitUntil: 'networkidle' });
      const frame = tab.frames()[1];
      return frame.evaluate(() => {
        const box = document.documentElement;
        return { wide: box.scrollWidth - box.clientWidth, high: box.scrollHeight - box.clientHeight };
      });
    });
    assert.ok(out.wide <= 0 && out.high <= 0, JSON.stringify(out));
  });
}

test('in a frame the chart keeps its policy, asks no other host and logs no error', async () => {
  const seen = await visit(browser, elsewhere());
  assert.deepEqual([seen.errors, seen.violations, seen.failures], [[], [], []]);
  assert.deepEqual(seen.requests.filter((url) => !url.startsWith(site.address) && url !== elsewhere()), []);
});

test('a link in a framed chart leads the whole window to the page of the site', async () => {
  const address = await with_page(browser, { viewport: { width: 900, height: 900 } }, async (tab) => {
    await tab.goto(elsewhere(), { waitUntil: 'networkidle' });
    await Promise.all([tab.waitForURL(/kpi/), tab.frames()[1].locator('.credit a').click()]);
    return tab.url();
  });
  assert.equal(address, site.address + page);
});

test('html-validate finds no error on a chart alone', () => {
  const validator = new HtmlValidate({ extends: ['html-validate:recommended'],
    rules: { 'long-title': 'off', 'no-trailing-whitespace': 'off', 'void-style': 'off', 'prefer-native-element': 'off' } });
  const report = validator.validateStringSync(readFileSync(join(root, chart), 'utf8'));
  assert.deepEqual(report.results.flatMap(({ messages }) => messages).filter(({ severity }) => severity === 2).map(({ ruleId, message }) => `${ruleId} ${message}`), []);
});

test('what search engines read of the figures is there for them, and is not run', async () => {
  const found = await with_page(browser, {}, async (tab) => {
    const violations = [];
    tab.on('console', (message) => { if (/Content Security Policy/i.test(message.text())) violations.push(message.text()); });
    await tab.goto(site.address + page, { waitUntil: 'networkidle' });
    return { violations, json: await tab.locator('script[type="application/ld+json"]').textContent() };
  });
  assert.deepEqual(found.violations, []);
  assert.equal(JSON.parse(found.json)['@type'], 'Dataset');
});
