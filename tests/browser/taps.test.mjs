// From the top page to a town in three taps: where it stands, the nearest good practice, whom to ask.
import assert from 'node:assert/strict';
import test from 'node:test';
import { with_page } from './chromium.mjs';
import { browser, site } from './national_site.mjs';

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const towns = [
  ['31', '312029', '米子市'], ['01', '011002', '札幌市'], ['13', '133639', '新島村'], ['47', '473821', '与那国町'], ['33', '332127', '瀬戸内市'],
];

/** Taps the first link to the address that can be seen, wherever on the page it stands; opens what it is folded in first. Returns how many taps that took. */
async function tap(page, ending) {
  const links = page.locator(`main a[href$="${ending}"]`);
  const fold = page.locator('details:not([open])').filter({ has: page.locator(`a[href$="${ending}"]`) }).locator('summary');
  const is_folded = await links.filter({ visible: true }).count() === 0 && await fold.count() > 0;
  if (is_folded) await fold.first().tap();
  await links.filter({ visible: true }).first().tap();
  await page.waitForLoadState();
  return is_folded ? 2 : 1;
}

const in_view = (page, id) => page.waitForFunction((name) => {
  const box = document.getElementById(`${name}-h`).getBoundingClientRect();
  return box.top >= 0 && box.bottom <= innerHeight;
}, id);

/** Asserts that the page tells where the town stands at its beginning, and holds a case and a desk. */
async function has_all(page, name) {
  assert.ok((await page.locator('h1').innerText()).endsWith(name));
  const standing = page.locator('main').getByText(/全国の|公表資料に未掲載/).filter({ visible: true }).first();
  assert.ok((await standing.boundingBox()).y < phone.viewport.height, 'the standing is on the first screen');
  assert.ok(await page.locator('#good-practice a[href*="/cases/"]').filter({ visible: true }).count() > 0, 'a case');
  assert.ok(/所在地|介護保険の担当課に確認/.test(await page.locator('main').innerText()), 'whom to ask');
}

for (const [prefecture, code, name] of towns) {
  test(`links lead a reader to ${name} in three taps, and its page has all`, () => with_page(browser, phone, async (page) => {
    await page.goto(site.address);
    const taps = await tap(page, `areas/${prefecture}/`) + await tap(page, `${code}/`);
    assert.ok(taps <= 3, `${taps} taps`);
    await has_all(page, name);
  }));

  test(`the search leads a reader to ${name} in two taps, and a third to its good practice or whom to ask`, () => with_page(browser, phone, async (page) => {
    await page.goto(site.address);
    await page.getByRole('combobox').tap();
    await page.keyboard.type(name);
    await page.getByRole('option', { name }).first().tap();
    await page.waitForURL(`**/${code}/`);
    await has_all(page, name);
    for (const part of ['good-practice', 'desk']) {
      await page.goto(page.url().split('#')[0]);
      assert.equal(await tap(page, `#${part}`), 1);
      await in_view(page, part);
    }
  }));
}
