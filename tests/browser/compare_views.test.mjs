// The view of the page for comparing: chosen, sorted, filtered, and kept in the address.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import test from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { charts, drawn, hash, key, names, opened, row, site } from './explorer.mjs';

test('a click on a point marks its area, in the table and in the address', async () => {
  await opened('', async (page) => {
    await charts(page);
    await page.locator(drawn).first().click();
    assert.match(hash(page), /#a=\d{6}$/);
    assert.equal(await page.locator(`${row}.me`).count(), 1);
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
    // The page hears of the other address a moment after the browser is there.
    const expect_table = async (wanted) => {
      for (const begun = Date.now(); (await table()) !== wanted && Date.now() - begun < 10_000;) await page.waitForTimeout(20);
      assert.equal(await table(), wanted);
    };
    await page.goBack();
    await expect_table(first);
    await page.goForward();
    await expect_table(second);
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

test('what is typed before all parts of the charts are there is drawn once they are', async () => {
  await opened('', async (page) => {
    await page.route('**/compare-dataflows*', async (route) => {
      await wait(4000);
      await route.continue();
    });
    const loaded = page.waitForResponse('**/compare-charts*');
    await page.reload();
    await page.locator('.drawing.spread').scrollIntoViewIfNeeded();
    await (await loaded).finished();
    await wait(1000); // until it has run
    await key(page, 'text').pressSequentially('県');
    await charts(page);
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

test('a marked area without a figure is named with the reason above the charts', async () => {
  await opened('#i=careplan-link-rate&l=municipality&a=312011', async (page) => {
    assert.deepEqual(await page.locator('.picture .positions li').allInnerTexts(), ['鳥取市 公表資料に未掲載']);
  });
});

test('the second chart says how many of those that are chosen have both figures', async () => {
  await opened('#i=careplan-link-rate,careplan-link-offices&l=municipality&p=310000', async (page) => {
    assert.match(await page.locator('.picture .says').last().innerText(), /^両方の値がある4市区町村です。[^]*中のぬけた点/);
  });
});

test('on paper of a narrow screen, where charts wait for the reader, there is neither an empty place for a chart nor a heading over nothing', async () => {
  await opened('', async (page) => {
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('.drawing.spread').isVisible(), false);
    for (const title of ['#h-take', '#h-charts', '#spread-title', '#pair-title']) assert.equal(await page.locator(title).isVisible(), false, title);
  }, { viewport: { width: 800, height: 300 } });
});

test('on paper the headings of the table stand on each of its sheets', async () => {
  const pdf = await opened('', (page) => page.pdf({ format: 'A4' }));
  const { stdout } = spawnSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' });
  const sheets = stdout.split('\f').map((sheet) => sheet.replace(/\s/g, ''));
  const above_rows = sheets.map((sheet) => sheet.split(/[^都道府県]{2,3}[県府]\d/)).filter((parts) => parts.length > 2).map(([above]) => above);
  assert.ok(above_rows.length >= 2, stdout);
  for (const above of above_rows) assert.match(above, /都道府県.*利用申請率/);
});
