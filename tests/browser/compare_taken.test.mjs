// What is taken away from the page for comparing, held against the open data.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { charts, key, names, opened, row } from './explorer.mjs';
import { root } from './site.mjs';
import { csv_rows, observations, rounded } from '../compare/site.mjs';

// A fixed seed: the same figures are looked at in every run.
function* numbers(seed) {
  for (let state = seed; ; state = (state * 1103515245 + 12345) % 2147483648) yield state;
}

test('figures of the table are those of the open data, in a sample of areas and indicators', async () => {
  const seen = await opened('#i=careplan-link-rate,careplan-link-offices,careplan-link-applications&l=municipality&o=:name', async (page) => {
    await page.locator('.more-rows button').click();
    return page.locator(row).evaluateAll((rows) => rows.map((each) => [...each.cells].map((cell) => cell.querySelector('b, a')?.textContent ?? cell.textContent)));
  });
  assert.equal(seen.length, 1741);
  const codes = [...observations.values()].filter(({ indicator, area_code }) => indicator === 'careplan-link-rate' && area_code.slice(2, 5) !== '000').map(({ area_code }) => area_code).sort();
  const random = numbers(20241231);
  let told = 0;
  for (let count = 0; count < 400; count += 1) {
    const at = random.next().value % codes.length;
    const [rate, offices, applications] = ['careplan-link-rate', 'careplan-link-offices', 'careplan-link-applications'].map((id) => observations.get(`${id} ${codes[at]} `));
    // In the order of the codes, smallest first.
    const [, shown_rate, shown_offices, shown_applications] = [...seen].reverse()[seen.length - 1 - at];
    const wanted = (observation, places) => (observation.value === '' ? '公表資料に未掲載' : places ? rounded(observation.numerator, observation.denominator, 1, 100n) : observation.value.replace(/\B(?=(\d{3})+$)/g, ','));
    assert.deepEqual([shown_rate, shown_offices, shown_applications], [wanted(rate, 1), wanted(offices, 0), wanted(applications, 0)], codes[at]);
    told += rate.value === '' ? 0 : 1;
  }
  assert.ok(told > 5, `${told} with a figure`);
});

async function saved(page, name) {
  const [download] = await Promise.all([page.waitForEvent('download'), key(page, name).click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

test('the table is taken away as CSV, row by row', async () => {
  await opened('#l=municipality&p=310000', async (page) => {
    const { name, bytes } = await saved(page, 'csv');
    assert.equal(name, 'compare-municipality.csv');
    const rows = csv_rows(bytes.toString('utf8'));
    assert.deepEqual(rows.map((each) => each['地域']), await names(page));
    assert.equal(bytes.subarray(0, 3).toString('hex'), 'efbbbf');
  });
});

test('a chart is taken away as SVG that stands alone, with title, date and source', async () => {
  await opened('#i=careplan-link-rate&a=310000', async (page) => {
    await charts(page);
    const { name, bytes } = await saved(page, 'svg');
    const svg = bytes.toString('utf8');
    assert.equal(name, 'compare-distribution.svg');
    for (const part of ['利用申請率（%）の分布', '2024年9月13日時点', '鳥取県 24.7%', '出典']) assert.ok(svg.includes(part), part);
    assert.doesNotMatch(svg, /var\(|<script|href=|NaN|undefined/);
    const whole = await page.evaluate((text) => new DOMParser().parseFromString(text, 'image/svg+xml').querySelector('parsererror') === null, svg);
    assert.equal(whole, true);
  });
});

test('a chart of two indicators is taken away with date and source of both', async () => {
  await opened('#i=careplan-link-rate,e-application-early', async (page) => {
    await charts(page);
    await page.locator('.drawing.pair svg .mark-symbol path').first().waitFor({ state: 'attached' });
    const origins = await page.locator('figure:has(.drawing.pair) .src span').allInnerTexts();
    assert.equal(origins.length, 2);
    const downloads = [];
    page.on('download', (each) => downloads.push(each));
    await key(page, 'svg').click();
    while (downloads.length < 2) await page.waitForEvent('download');
    const pair = downloads.find((each) => each.suggestedFilename() === 'compare-scatter.svg');
    const text = await page.evaluate((svg) => [...new DOMParser().parseFromString(svg, 'image/svg+xml').querySelectorAll(':root > text')].map((each) => each.textContent).join(''), readFileSync(await pair.path(), 'utf8'));
    for (const origin of origins) assert.ok(text.includes(origin), `${origin} is not in ${text}`);
  });
});

test('a chart is taken away as PNG', async () => {
  await opened('#i=careplan-link-rate', async (page) => {
    await charts(page);
    const { bytes } = await saved(page, 'png');
    assert.equal(bytes.subarray(1, 4).toString('latin1'), 'PNG');
  });
});
