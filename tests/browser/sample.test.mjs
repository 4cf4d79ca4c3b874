// axe on pages of the national site that chance has chosen; scripts/accessibility asks a tenth of them, and more.
import assert from 'node:assert/strict';
import test from 'node:test';
import { address_of, all_pages } from './choice.mjs';
import { ask_axe, bring_axe, grave_of } from './axe.mjs';
import { with_page } from './chromium.mjs';
import { axe_looks } from './examine.mjs';
import { chance } from '../charts/support/random.mjs';
import { browser, site } from './national_site.mjs';
import { root } from './site.mjs';

const seed = 20261121;
const count = 8;

for (const [at, file] of chance(seed).shuffled(all_pages(root)).slice(0, count).entries()) {
  const [scheme, viewport] = axe_looks[at % axe_looks.length];
  test(`axe finds nothing serious on ${address_of(file)} in ${scheme} at ${viewport.width} px`, async () => {
    const found = await with_page(browser, { viewport, colorScheme: scheme }, async (page) => {
      await page.goto(site.address + address_of(file));
      await bring_axe(page);
      return grave_of(await ask_axe(page));
    });
    assert.deepEqual(found, []);
  });
}
