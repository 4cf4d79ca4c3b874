// The page for comparing in Chromium: what it loads, that it keeps the policy, its charts, languages and readers.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import test from 'node:test';
import { overhang } from './checks.mjs';
import { visit, with_page } from './chromium.mjs';
import { browser, charts, drawn, hash, key, opened, row, site } from './explorer.mjs';
import { file_address, made_by_script, pages, root } from './site.mjs';

const at_most = 160 * 1024; // gzip bytes of all scripts that the page loads

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

test('on a desk the charts stand without being scrolled to, so that they are on paper', async () => {
  await opened('', async (page) => {
    await page.locator(drawn).first().waitFor({ state: 'attached', timeout: 60_000 });
    assert.equal(await page.evaluate(() => scrollY), 0);
  }, { viewport: { width: 1280, height: 300 } });
});

test('on paper the table begins where it stands', async () => {
  await opened('', async (page) => {
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('.explorer .sec:has(table)').evaluate((e) => getComputedStyle(e).breakInside), 'auto');
  }, { viewport: { width: 390, height: 700 } });
});

test('where nothing that is chosen has both values the page says that', async () => {
  await opened('#q=んんん', async (page) => {
    const says = page.locator('.picture').nth(1).locator('.says');
    await says.waitFor({ state: 'attached' });
    const text = await says.textContent();
    assert.match(text, /条件に合い、両方の値がある都道府県はありません。/);
    assert.doesNotMatch(text, /0都道府県/);
  });
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

test('two indicators are drawn against each other', async () => {
  await opened('#i=careplan-link-rate,careplan-link-offices&l=municipality', async (page) => {
    await charts(page);
    await page.locator('.drawing.pair svg .mark-symbol path').first().waitFor({ state: 'attached' });
    assert.equal(await page.locator('.drawing.pair svg .mark-symbol path').count(), 66);
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
