// The page for comparing in Chromium: what it loads, that it keeps the policy, choosing, addresses, taking away.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import test, { after, before } from 'node:test';
import { start, visit, with_page } from './chromium.mjs';
import { overhang } from './checks.mjs';
import { file_address, made_by_script, pages, root, serve } from './site.mjs';
import { csv_rows, observations, rounded } from '../compare/site.mjs';

const at_most = 160 * 1024; // gzip bytes of all scripts that the page loads
let browser;
let site;
before(async () => { [browser, site] = await Promise.all([start(), serve()]); });
after(async () => {
  await browser?.close();
  await site?.stop();
});

const row = '.explorer tbody tr';
const drawn = '.drawing.spread svg .mark-symbol path';

/** Opens the page with a view, waits for its table, and calls `use`. Every complaint is an error. */
async function opened(view, use, options = {}, address = `${site.address}compare/`) {
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

async function charts(page, marks = drawn) {
  await page.locator('.drawing.spread').scrollIntoViewIfNeeded();
  await page.locator(marks).first().waitFor({ state: 'attached' });
}

const names = (page) => page.locator(`${row} th a`).allInnerTexts();
const key = (page, name) => page.locator(`.explorer [data-key="${name}"]`);
const hash = (page) => new URL(page.url()).hash;

test('all scripts of the page weigh at most 160 KB, Vega and the charts included', async () => {
  const asked = await opened('', async (page) => {
    const all = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    await charts(page);
    return all.concat(await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name)));
  });
  const scripts = [...new Set(asked)].filter((address) => address.endsWith('.js') && !address.endsWith('/figures.js'));
  assert.equal(scripts.length, 3, scripts.join(' '));
  const file = (address) => readFileSync(`${root}/${address.slice(site.address.length)}`);
  const bytes = scripts.reduce((sum, address) => sum + gzipSync(file(address), { level: 6 }).length, 0);
  assert.ok(bytes <= at_most, `${bytes} bytes`);
  const figures = gzipSync(file(`${site.address}compare/figures.js`), { level: 6 }).length;
  assert.ok(figures <= 48 * 1024, `${figures} bytes of figures`);
});

test('no other page loads Vega', async () => {
  for (const path of pages.filter((each) => !made_by_script.includes(each))) {
    const { requests } = await visit(browser, site.address + path);
    assert.deepEqual(requests.filter((address) => /compare/.test(address)), [], path);
  }
});

test('Vega is loaded only when a chart comes into view', async () => {
  await opened('', async (page) => {
    const loaded = () => page.evaluate(() => performance.getEntriesByType('resource').some(({ name }) => name.includes('compare-charts')));
    await page.waitForTimeout(500);
    assert.equal(await loaded(), false);
    await charts(page);
    assert.equal(await loaded(), true);
  }, { viewport: { width: 390, height: 700 } });
});

test('the dataflows are what scripts/compare-charts makes of the charts', () => {
  const script = fileURLToPath(new URL('../../browser/compare/parse.mjs', import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
});

test('every point of the chart is an area with a figure, and the marked one is named', async () => {
  await opened('#a=310000', async (page) => {
    await charts(page);
    assert.equal(await page.locator(drawn).count(), 47);
    const texts = await page.locator('.drawing.spread svg text').allTextContents();
    assert.ok(texts.includes('鳥取県 24.7%'), texts.join(' '));
    assert.ok(texts.includes('全国 6.0%'));
    assert.match(await page.locator('.positions').innerText(), /鳥取県 24\.7%。値のある47都道府県のうち1位/);
    const label = await page.locator('.drawing.spread').getAttribute('aria-label');
    assert.match(label, /47都道府県.*鳥取県 24\.7%.*下の表/);
    assert.equal(await page.locator('.drawing.spread').getAttribute('role'), 'img');
  });
});

test('where the figures do not come the page says so', async () => {
  await with_page(browser, {}, async (page) => {
    await page.route('**/figures.js', (route) => route.abort());
    await page.goto(`${site.address}compare/`);
    await page.locator('.explorer [role=status]').filter({ hasText: '読み込めませんでした' }).waitFor();
  });
});

test('without scripts the page says what needs them and shows a table of all prefectures', async () => {
  await with_page(browser, { javaScriptEnabled: false }, async (page) => {
    await page.goto(`${site.address}compare/`);
    assert.match(await page.locator('.explorer').innerText(), /JavaScript/);
    assert.equal(await page.locator('main tbody tr').count(), 48);
  });
});

test('a click on a point marks its area, in the table and in the address', async () => {
  await opened('', async (page) => {
    await charts(page);
    await page.locator(drawn).first().click();
    assert.match(hash(page), /#a=\d{6}$/);
    assert.equal(await page.locator(`${row}.me`).count(), 1);
  });
});

test('two indicators are drawn against each other', async () => {
  await opened('#i=careplan-link-rate,careplan-link-offices&l=municipality', async (page) => {
    await charts(page);
    await page.locator('.drawing.pair svg .mark-symbol path').first().waitFor({ state: 'attached' });
    assert.equal(await page.locator('.drawing.pair svg .mark-symbol path').count(), 66);
  });
});

test('the link to the other language carries the view over, there and back', async () => {
  await opened('#i=centres,careplan-link-rate&a=310000', async (page) => {
    await key(page, 'sort-careplan-link-rate').press('Enter');
    const view = hash(page);
    assert.match(view, /o=-?careplan-link-rate/);
    await page.locator('.languages a').click();
    await page.waitForURL(`${site.address}en/compare/${view}`);
    await page.locator(`${row}.me`).waitFor();
    assert.match(await page.locator(`${row}.me`).innerText(), /Tottori/);
    await page.locator('.languages a').click();
    await page.waitForURL(`${site.address}compare/${view}`);
  });
});

test('axes begin at 0 where the lowest figure is close to it', async () => {
  for (const [view, drawings] of [['#i=e-application-not-ready&l=prefecture', '.spread'], ['#i=e-application-not-ready,e-application-late&l=prefecture', '.pair']]) {
    await opened(view, async (page) => {
      await charts(page, `.drawing${drawings} svg .mark-symbol path`);
      const labels = await page.locator(`.drawing${drawings} svg .role-axis-label`).evaluateAll((axes) => axes.map((axis) => axis.querySelector('text')).map((text) => [text.textContent, text.getAttribute('transform')]));
      const first = labels.map(([text, place]) => [text, Number(/translate\(([-.\d]+)/.exec(place)[1])]);
      assert.equal(first[0][0], '0', view);
      assert.ok(first[0][1] <= 10, `${view}: ${first}`);
      assert.ok(first.every(([text]) => text === '0'), `${view}: ${first}`);
    });
  }
});

test('more areas than can be told apart are counted in bars', async () => {
  await opened('#i=e-application-not-ready&l=municipality', async (page) => {
    await charts(page, '.drawing.spread svg .mark-rect path');
    assert.equal(await page.locator('.drawing.spread svg .all path').count(), 2);
    const height = (mark) => page.locator(`.drawing.spread svg .${mark} path`).first().evaluate((each) => each.getBBox().height);
    assert.equal(await height('left'), await height('all'));
    await key(page, 'home').selectOption('310000');
    await page.waitForFunction(() => document.querySelector('.drawing.spread svg .left path').getBBox().height < 5);
    assert.ok(await height('left') > 0);
  });
});

test('a heading sorts both ways and keeps the focus', async () => {
  await opened('', async (page) => {
    const falling = await names(page);
    assert.equal(falling[0], '鳥取県');
    await key(page, 'sort-careplan-link-rate').press('Enter');
    const rising = await names(page);
    assert.equal(rising[rising.length - 1], '鳥取県');
    assert.equal(await page.locator('th[aria-sort="ascending"]').count(), 1);
    assert.equal(await page.evaluate(() => document.activeElement.dataset.key), 'sort-careplan-link-rate');
  });
});

test('filters narrow the table, and readers of the screen are told how many are left', async () => {
  await opened('', async (page) => {
    await key(page, 'level-municipality').check();
    assert.equal(await page.locator(row).count(), 100);
    await page.getByRole('button', { name: /残りの1,641行/ }).click();
    assert.equal(await page.locator(row).count(), 1741);
    await key(page, 'home').selectOption('310000');
    assert.equal(await page.locator(row).count(), 19);
    await key(page, 'kind').selectOption('市');
    assert.deepEqual((await names(page)).slice(0, 2), ['境港市', '米子市']);
    await key(page, 'text').fill('ヨナゴ');
    assert.deepEqual(await names(page), ['米子市']);
    await page.getByRole('status').filter({ hasText: '1 / 1,741市区町村' }).waitFor();
    assert.equal(hash(page), '#l=municipality&p=310000&k=%E5%B8%82&q=%E3%83%A8%E3%83%8A%E3%82%B4');
  });
});

test('the address gives back the exact view, and so do back and forward', async () => {
  await opened('#i=centres,careplan-link-offices&a=310000,010006&o=careplan-link-offices', async (page) => {
    const table = () => page.locator('.explorer table').innerText();
    const first = await table();
    assert.match(first, /^.*\n都道府県/);
    await key(page, 'only').check();
    assert.equal(await page.locator(row).count(), 2);
    const second = await table();
    await page.goBack();
    assert.equal(await table(), first);
    await page.goForward();
    assert.equal(await table(), second);
    await page.reload();
    await page.locator(row).first().waitFor();
    assert.equal(await table(), second);
  });
});

test('letters stay where they are typed, and the field is not taken away from an input method', async () => {
  await opened('', async (page) => {
    const field = key(page, 'text');
    await field.evaluate((input) => input.addEventListener('blur', () => { input.dataset.left = 'yes'; }));
    await field.pressSequentially('abc');
    await field.press('ArrowLeft');
    await field.press('ArrowLeft');
    await page.keyboard.type('XY');
    assert.equal(await field.inputValue(), 'aXYbc');
    assert.equal(await field.getAttribute('data-left'), null);
  });
});

test('the skip link goes to the main text and leaves the view', async () => {
  await opened('#o=:name&a=310000', async (page) => {
    await page.locator('a.skip').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/#main');
    assert.equal(await page.locator(`${row}.me`).count(), 1);
    assert.equal(await page.locator('[data-key=address]').inputValue(), `${site.address}compare/#o=:name&a=310000`);
    await key(page, 'only').check();
    assert.equal(hash(page), '#f=1&o=:name&a=310000');
  });
});

test('the first view comes back where the address began with a question mark', async () => {
  await opened('?i=centres', async (page) => {
    await key(page, 'reset').click();
    const first = await page.locator('.explorer thead').innerText();
    await page.reload();
    await page.locator(row).first().waitFor();
    assert.equal(await page.locator('.explorer thead').innerText(), first);
  });
});

test('who takes off a mark by keyboard is led on', async () => {
  await opened('#f=1&a=310000,320005,330001', async (page) => {
    const here = () => page.evaluate(() => document.activeElement.dataset.key ?? document.activeElement.className);
    for (const [from, to] of [['unmark-310000', 'unmark-320005'], ['mark-330001', 'tbl'], ['unmark-320005', 'text']]) {
      await key(page, from).press('Space');
      assert.equal(await here(), to);
    }
  });
});

test('indicators are added and taken off', async () => {
  await opened('', async (page) => {
    await key(page, 'add').selectOption('careplan-link-offices');
    await key(page, 'add-button').click();
    assert.equal(await page.locator('.explorer thead th').count(), 4);
    await page.getByRole('button', { name: '利用申請率を外す' }).click();
    assert.equal(await page.locator('.explorer thead th').count(), 3);
    assert.match(hash(page), /^#i=e-application-early,careplan-link-offices/);
  });
});

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

test('the page works from a folder that is opened by double click', async () => {
  await opened('#a=310000', async (page) => {
    await charts(page);
    assert.equal(await page.locator(drawn).count(), 47);
    await key(page, 'level-municipality').check();
    assert.equal(hash(page), '#l=municipality&a=310000');
    assert.equal(await page.getByRole('link', { name: '米子市' }).count(), 1);
    await page.getByRole('link', { name: '米子市' }).click();
    assert.equal(page.url(), file_address('areas/31/312029/'));
  }, {}, file_address('compare/'));
});

test('the page of an indicator leads to its comparison, the page of an area to itself among the others', async () => {
  for (const [path, wanted] of [['indicators/centres/', '#i=centres'], ['areas/31/', '#i=careplan-link-rate,e-application-early&l=prefecture&a=310000'],
    ['areas/31/312029/', '#i=careplan-link-rate,e-application-not-ready&l=municipality&a=312029']]) {
    await with_page(browser, {}, async (page) => {
      await page.goto(site.address + path);
      await page.locator('main a[href*="compare/#"]').click();
      await page.locator(row).first().waitFor();
      assert.equal(page.url(), `${site.address}compare/${wanted}`);
    });
  }
});

const in_english = existsSync(`${root}/en/compare/index.html`);
(in_english ? test : () => {})('the English page compares the same in English', async () => {
  await opened('#i=careplan-link-offices,careplan-link-rate&a=310000', async (page) => {
    await charts(page);
    assert.match(await page.locator('.explorer').innerText(), /Tottori Prefecture 948 offices/);
    const seen = await page.evaluate(() => document.querySelector('.explorer').innerText);
    assert.doesNotMatch(seen, /[\u3040-\u30ff\u4e00-\u9fff]/);
    assert.doesNotMatch(seen, /\{\d?[}|]|undefined/);
    await key(page, 'text').fill('tottori');
    assert.equal(await page.locator(row).count(), 1);
    await page.locator(`${row} a`).click();
    assert.equal(page.url(), `${site.address}en/areas/31/`);
  }, {}, `${site.address}en/compare/`);
});

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
for (const [colorScheme, width, view] of [['light', 390, '#a=310000'], ['dark', 1280, '#l=municipality&a=312029'], ['light', 1280, '#i=municipalities-thirty-percent,centres&a=310000']]) {
  test(`axe finds nothing on the page with its charts in ${colorScheme} at ${width} px (${view})`, async () => {
    await opened(view, async (page) => {
      await charts(page);
      await page.addScriptTag({ content: axe });
      const { violations } = await page.evaluate(() => window.axe.run({ runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] } }));
      assert.deepEqual(violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ html }) => `${id}: ${html.slice(0, 160)}`)), []);
    }, { bypassCSP: true, colorScheme, viewport: { width, height: 900 } });
  });
}

test('with its charts the page needs no sideways scroll at 320 px', async () => {
  await opened('#i=municipalities-thirty-percent,e-application-early&a=310000', async (page) => {
    await charts(page);
    assert.equal(await page.evaluate(overhang), '');
  }, { viewport: { width: 320, height: 900 } });
});

test('what is pressed is at least 44 px high', async () => {
  await opened('#a=310000', async (page) => {
    const small = await page.locator('.explorer :is(button, select, input:not([type=radio], [type=checkbox]), label:has(> input[type=radio], > input[type=checkbox]))')
      .evaluateAll((all) => all.filter((each) => each.checkVisibility() && each.getBoundingClientRect().height < 43.9).map((each) => each.outerHTML.slice(0, 120)));
    assert.deepEqual(small, []);
  }, { viewport: { width: 390, height: 844 } });
});

test('charts follow the reader: dark, forced colours, paper', async () => {
  const ink = () => {
    const named = [...document.querySelectorAll('.drawing.spread svg text')].filter((each) => each.textContent.includes('鳥取県'));
    return named.length > 0 ? getComputedStyle(named[named.length - 1]).fill : '';
  };
  // Another medium has another width, for which the chart is drawn anew.
  const becomes = (page, colour) => page.waitForFunction(({ script, wanted }) => new Function(`return (${script})()`)() === wanted, { script: String(ink), wanted: colour });
  await opened('#a=310000', async (page) => {
    await charts(page);
    const light = await page.evaluate(ink);
    assert.match(light, /^rgb\(/);
    await page.emulateMedia({ colorScheme: 'dark' });
    assert.notEqual(await page.evaluate(ink), light);
    await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
    await becomes(page, light);
    await page.emulateMedia({ media: 'screen', forcedColors: 'active' });
    await page.locator(drawn).first().waitFor({ state: 'attached' });
    const [fill, ground] = await page.evaluate((mark) => [getComputedStyle(document.querySelector(mark)).fill, getComputedStyle(document.body).backgroundColor], drawn);
    assert.notEqual(fill, ground);
  }, { bypassCSP: true });
});
