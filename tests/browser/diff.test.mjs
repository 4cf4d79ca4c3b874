// The report of `diff` that an approver signs: as a page, and on paper.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { pathToFileURL } from 'node:url';
import { write } from '../disclosure/publication.mjs';
import { yokoten } from '../support/yokoten.mjs';
import { ask_axe, bring_axe, grave_of } from './axe.mjs';
import { listen, start, with_page } from './chromium.mjs';
import { markup_errors } from './validator.mjs';

const folder = mkdtempSync(join(tmpdir(), 'yokoten-report-'));
const file = join(folder, 'report.html');
let browser, html;

/** Writes a publication of four towns and builds its site. */
function site(name, counts, text) {
  const towns = ['鳥取市', '米子市', '倉吉市', '境港市'];
  write(join(folder, name), {
    tables: [{ id: 'users', lines: ['市町村,人', ...towns.map((town, at) => `鳥取県${town},${counts[at]}`)],
      toml: ['area = "市町村"', 'level = "municipality"', 'period = 2024', '[source.columns]', 'users = "人"'] }],
    indicators: { users: ['unit = "人"', 'levels = ["municipality"]', 'better = "higher"', 'count = { sum = "users" }'] },
    pages: { guide: ['---', 'title: 手引き', '---', '# 手引き', '', text], [name]: ['---', `title: ${name}`, '---', `# ${name}`] } });
  const into = join(folder, `${name}-site`);
  assert.equal(yokoten(['build', join(folder, name), '--into', into]).exit, 0);
  return into;
}

before(async () => {
  const run = yokoten(['diff', site('old', [40, 30, 20, 15], '申請は4月30日までです。'), site('new', [41, 30, 45, 15], '申請は5月31日までです。'), '--format', 'html', '--lang', 'ja']);
  assert.equal(run.exit, 0, run.stderr);
  html = run.stdout;
  writeFileSync(file, html);
  browser = await start();
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});
const opened = (options, use) => with_page(browser, options, async (page) => {
  const seen = await listen(page);
  await page.goto(pathToFileURL(file).href);
  return use(page, seen);
});

test('the report is sound HTML', () => assert.deepEqual(markup_errors(html), []));

test('the report asks for nothing and complains about nothing', async () => {
  const seen = await opened({}, (page, heard) => heard);
  assert.deepEqual(seen.requests, [pathToFileURL(file).href]);
  assert.deepEqual([...seen.errors, ...seen.violations, ...seen.failures], []);
});

for (const colorScheme of ['light', 'dark']) {
  test(`axe finds nothing in the report, ${colorScheme}`, async () => {
    const found = await opened({ colorScheme }, async (page) => { await bring_axe(page); return ask_axe(page); });
    assert.deepEqual(found.violations.map(({ id, elements }) => `${id} ${elements}`), []);
    assert.deepEqual(grave_of(found), []);
    assert.ok(found.passes.some(({ id }) => id === 'color-contrast'));
  });
}

test('the report fits a phone', async () => {
  const width = await opened({ viewport: { width: 320, height: 900 } }, (page) => page.evaluate(() => document.documentElement.scrollWidth));
  assert.ok(width <= 320, `${width} px`);
});

test('printed on A4, the form to be signed stands on the first sheet, whole', async () => {
  const { end, pdf } = await opened({}, async (page) => {
    const printed = await page.pdf({ preferCSSPageSize: true });
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 688, height: 1000 }); // 182 mm between the margins
    return { pdf: printed, end: await page.locator('.approval').evaluate((form) => form.getBoundingClientRect().bottom) };
  });
  assert.match(pdf.toString('latin1'), /\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/);
  assert.ok(end < 1009, `the form ends at ${end} px of 1009`); // 267 mm
});
