// Finding one's own town with the keyboard alone, and without scripts.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import test from 'node:test';
import { with_page } from './chromium.mjs';
import { browser, site } from './national_site.mjs';
import { table } from '../search/ways.mjs';
import { copy_nation } from '../support/nation.mjs';
import { file_address, serve } from './site.mjs';

const field = 'form[role=search] input[type=search]';
const longest_wait = 60_000; // ms

/** Tabs into the search field of an opened page, types, and returns where Enter leads. */
async function look_for(address, text, options = {}) {
  return with_page(browser, options, async (page) => {
    await page.goto(address);
    for (let tabs = 0; tabs < 40 && !(await page.locator(field).evaluate((e) => e === document.activeElement)); tabs += 1) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.type(text);
    if (options.javaScriptEnabled !== false) {
      await page.locator('[role=option]').first().waitFor({ timeout: longest_wait });
    }
    await Promise.all([page.waitForNavigation({ timeout: longest_wait }), page.keyboard.press('Enter')]);
    return { address: page.url(), heading: await page.locator('h1').innerText() };
  });
}

for (const typed of ['よなご', 'ヨナゴ', '米子市']) {
  test(`typing ${typed} and Enter leads to 米子市`, async () => {
    const { address, heading } = await look_for(site.address, typed);
    assert.equal(address, `${site.address}areas/31/312029/`);
    assert.match(heading, /米子市/);
  });
}

test('the preview by double-click finds a town as well', async () => {
  const { address } = await look_for(file_address(''), 'よなご');
  assert.equal(address, file_address('areas/31/312029/'));
});

test('without scripts the search leads to the index of areas', async () => {
  const { address } = await look_for(site.address, 'よなご', { javaScriptEnabled: false });
  assert.equal(new URL(address).pathname, new URL('areas/', site.address).pathname);
});

for (const [path, said] of [['', /JavaScript.*下のリンク/], ['areas/', /JavaScript.*下のリンク/], ['en/areas/', /JavaScript.*links below/]]) {
  test(`without scripts the field of ${path || 'the top page'} says that the search needs them`, async () => {
    await with_page(browser, { javaScriptEnabled: false }, async (page) => {
      await page.goto(site.address + path);
      assert.match(await page.locator('form.find').innerText(), said);
    });
  });
}

/** Types into the field of the index of areas while files of the search don't come; returns what is told. */
async function told_without(files, text) {
  return with_page(browser, {}, async (page) => {
    await page.route(files, (route) => route.abort());
    await page.goto(`${site.address}areas/?q=${encodeURIComponent(text)}`);
    const status = page.locator('.find [role=status]:not(:empty)');
    await status.waitFor({ state: 'attached', timeout: longest_wait });
    await page.waitForFunction(() => !/候補/.test(document.querySelector('.find [role=status]').textContent), null, { timeout: longest_wait });
    return [await status.innerText(), await page.locator(field).inputValue(), await status.isVisible()];
  });
}

test('where the files of the search do not come it is said, and what was typed stays', async () => {
  assert.deepEqual(await told_without('**/search/areas.js*', '鳥取'), ['検索に使うファイルを読み込めませんでした。下のリンクから選んでください。', '鳥取', true]);
});

test('what could not be loaded is said as long as something is typed', async () => {
  await with_page(browser, {}, async (page) => {
    await page.route('**/search/areas.js*', (route) => route.abort());
    await page.goto(`${site.address}areas/?q=${encodeURIComponent('鳥取')}`);
    const status = page.locator('.find [role=status]');
    await page.locator('.find [role=status]:not(:empty)').waitFor({ state: 'attached', timeout: longest_wait });
    const told = async (typed) => {
      await page.locator(field).fill(typed);
      return (await status.textContent()) !== '';
    };
    assert.deepEqual([await told(''), await told('米子')], [false, true]);
  });
});

test('where only areas could be searched it is said', async () => {
  assert.deepEqual(await told_without('**/search/more.js*', '離職率'), ['地域だけから探しました。指標や好事例などのファイルを読み込めませんでした。', '離職率', true]);
});

const option = '[role=option]';
const name_of = (page) => page.locator(`${option} .what`).first().innerText({ timeout: longest_wait });

/** Opens the top page, and calls `use` with it once `text` was typed and the list stands. */
async function typed(text, use, options = {}) {
  return with_page(browser, options, async (page) => {
    await page.goto(site.address);
    await page.locator(field).fill(text);
    await page.locator(option).first().waitFor({ timeout: longest_wait });
    return use(page);
  });
}

test('each of the ways to type shows first what is meant', async () => {
  const wrong = [];
  await typed('岩舟町', async (page) => {
    await page.waitForFunction(() => window.yokotenSearch.find('岩舟町').list.length > 0, null, { timeout: longest_wait });
    for (const [text, wanted, leads] of table) {
      await page.locator(field).fill(text);
      const shown = await name_of(page);
      if (leads ? !shown.includes(wanted) : shown !== wanted) wrong.push(`${text}: ${shown}`);
    }
  });
  assert.deepEqual(wrong, []);
});

test('nothing of the search loads before the first letter', async () => {
  await with_page(browser, {}, async (page) => {
    const asked = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(site.address, { waitUntil: 'networkidle' });
    await page.locator(field).focus();
    await page.waitForTimeout(200);
    assert.deepEqual(asked.filter((path) => /search/.test(path)), []);
  });
});

test('cases and indicators load only where areas alone do not fill the list', async () => {
  await with_page(browser, {}, async (page) => {
    const asked = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(site.address);
    await page.locator(field).fill('ひがし');
    await page.locator(option).first().waitFor();
    await page.waitForTimeout(200);
    assert.ok(asked.some((path) => path.endsWith('search/areas.js')) && !asked.some((path) => path.endsWith('search/more.js')));
    await page.locator(field).fill('離職率');
    await page.locator(option).first().waitFor();
    assert.ok(asked.some((path) => path.endsWith('search/more.js')));
  });
});

test('a former name says what it is called today and leads there', async () => {
  await typed('岩舟町', async (page) => {
    assert.equal(await name_of(page), '旧岩舟町、現在は栃木市');
    await Promise.all([page.waitForNavigation(), page.locator(option).first().click()]);
    assert.match(page.url(), /areas\/09\/092037\/$/);
  });
});

test('a centre is shown by its kind and leads to its place on the page of the prefecture', async () => {
  await typed('あおもり介護', async (page) => {
    assert.equal(await page.locator(`${option} .kind`).first().innerText(), '相談センター');
    await Promise.all([page.waitForNavigation(), page.locator(option).first().click()]);
    const { hash, pathname } = new URL(page.url());
    assert.ok(pathname.endsWith('areas/02/') && await page.locator(hash).isVisible());
  });
});

test('a name that English pages have in Japanese alone is marked as Japanese', async () => {
  await with_page(browser, {}, async (page) => {
    await page.goto(`${site.address}en/`);
    const languages = async (text) => {
      await page.locator(field).fill(text);
      await page.locator(option).first().waitFor({ timeout: longest_wait });
      return page.locator(`${option} .what`).evaluateAll((all) => all.map((each) => [each.textContent, each.lang]));
    };
    assert.deepEqual((await languages('あおもり介護生産性向上'))[0], ['あおもり介護生産性向上総合センター', 'ja']);
    assert.deepEqual((await languages('Yonago City'))[0], ['Yonago City', '']);
  });
});

test('arrow keys, Home, Escape and Enter do what a combobox does', async () => {
  await typed('府中', async (page) => {
    const input = page.locator(field);
    const active = () => input.getAttribute('aria-activedescendant');
    await input.press('ArrowDown');
    assert.equal(await active(), 'find-list0');
    await input.press('ArrowUp');
    assert.equal(await active(), `find-list${await page.locator(option).count() - 1}`);
    await input.press('Home');
    assert.deepEqual([await active(), await input.evaluate((e) => e.selectionStart)], [null, 0]);
    await input.press('Escape');
    assert.deepEqual([await input.getAttribute('aria-expanded'), await input.inputValue()], ['false', '府中']);
    await input.press('Enter');
    assert.equal(await active(), 'find-list0', 'two are called so: Enter chooses none of them by itself');
    await input.press('ArrowDown');
    await Promise.all([page.waitForNavigation(), input.press('Enter')]);
    assert.match(page.url(), /areas\/34\/342084\/$/);
  });
});

test('what is chosen stays chosen when cases and indicators come later', async () => {
  await with_page(browser, {}, async (page) => {
    let release;
    const held = new Promise((done) => { release = done; });
    await page.route(/search\/more\.js/, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(site.address);
    await page.locator(field).fill('府中');
    await page.locator(option).first().waitFor({ timeout: longest_wait });
    await page.locator(field).press('ArrowDown');
    await page.locator(field).press('ArrowDown');
    const chosen = () => page.locator(`${option}[aria-selected=true]`).innerText({ timeout: longest_wait });
    const before = await chosen();
    const first = await page.locator(option).first().evaluateHandle((e) => e);
    release();
    await page.waitForFunction((e) => !e.isConnected, first, { timeout: longest_wait });
    assert.equal(await chosen(), before);
  });
});

test('keys that the input method uses choose and open nothing', async () => {
  await typed('ふちゅう', async (page) => {
    const input = page.locator(field);
    await input.evaluate((e) => {
      for (const key of ['ArrowDown', 'Enter']) e.dispatchEvent(new KeyboardEvent('keydown', { key, isComposing: true, bubbles: true, cancelable: true }));
    });
    assert.equal(await input.getAttribute('aria-activedescendant'), null);
    assert.equal(page.url(), site.address);
  });
});

test('the number of results is told to screen readers', async () => {
  await typed('よなご', async (page) => {
    await page.waitForFunction(() => /候補/.test(document.querySelector('.find [role=status]').textContent), null, { timeout: longest_wait });
    await page.locator(field).fill('ゑゑゑ');
    assert.match(await page.locator('.find [role=status]').innerText(), /一致するものがありません/);
  });
});

test('every option and the button are large enough for a finger', async () => {
  await typed('介護', async (page) => {
    const heights = await page.locator(`${option}, form.find button`).evaluateAll((all) => all.map((e) => e.getBoundingClientRect().height));
    assert.deepEqual(heights.filter((height) => height < 44), []);
  }, { viewport: { width: 390, height: 844 } });
});

test('?q= on the index of areas shows what was asked for', async () => {
  await with_page(browser, {}, async (page) => {
    await page.goto(`${site.address}areas/?q=${encodeURIComponent('よなご')}`);
    assert.equal(await name_of(page), '米子市');
  });
});

const most_bytes = 60 * 1024;

test('with 60 cases a page loads at most 60 KB gzip for its search', async (t) => {
  const home = fileURLToPath(new URL('../..', import.meta.url));
  const folder = mkdtempSync(join(tmpdir(), 'yokoten-sixty-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  copy_nation(join(folder, 'national'));
  const text = readFileSync(join(folder, 'national/cases/noheji.md'), 'utf8');
  const english = readFileSync(join(folder, 'national/cases/noheji.en.md'), 'utf8');
  for (let number = 9; number <= 60; number += 1) {
    const words = [...text.matchAll(/[一-龠]{2}/g)].map(([word]) => word);
    const title = Array.from({ length: 8 }, (_, at) => words[(number * 7 + at * 13) % words.length]).join('');
    writeFileSync(join(folder, `national/cases/made-${number}.md`), text.replaceAll('支援員が事業所を訪ね、そばで支える', title));
    writeFileSync(join(folder, `national/cases/made-${number}.en.md`), english);
  }
  const program = process.env.YOKOTEN ?? join(home, 'build/yokoten');
  const { status, stderr } = spawnSync(program, ['build', join(folder, 'national'), '--into', join(folder, 'site')], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  const large = await serve(join(folder, 'site'));
  try {
    await with_page(browser, {}, async (page) => {
      const bodies = [];
      page.on('response', (response) => { if (/\/(find|search)[./]/.test(response.url())) bodies.push(response.body()); });
      await page.goto(large.address);
      await page.locator(field).fill('離職率');
      await page.locator(option).first().waitFor({ timeout: longest_wait });
      assert.ok(await page.evaluate(() => window.yokotenSearch.find('好事例').list.length >= 60));
      const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body, { level: 9 }).length);
      assert.equal(sizes.length, 4, 'find.js, the search, areas and the rest');
      const sum = sizes.reduce((total, size) => total + size, 0);
      t.diagnostic(`${sum} bytes gzip`);
      assert.ok(sum <= most_bytes, `${sum} bytes`);
    });
  } finally {
    await large.stop();
  }
});
