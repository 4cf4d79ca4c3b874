// axe on every kind of page, by WCAG 2.2 A and AA, in light on a phone and in dark on a desk.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import test, { after, before } from 'node:test';
import { start, with_page } from './chromium.mjs';
import { handbook_pages, handbook_root, named, pages, prefecture_pages, prefecture_root, serve } from './site.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];
const grave = new Set(['serious', 'critical']);

let browser;
let site;
let prefecture;
let handbook;
before(async () => { [browser, site, prefecture, handbook] = await Promise.all([start(), serve(), serve(prefecture_root), serve(handbook_root)]); });
after(async () => {
  await browser?.close();
  await site?.stop();
  await prefecture?.stop();
  await handbook?.stop();
});

/** Returns `rule: element` for each serious or critical finding. */
async function grave_findings(address, colorScheme, width) {
  // The page's own policy would refuse axe, which is no part of it.
  const options = { bypassCSP: true, colorScheme, viewport: { width, height: 900 } };
  return with_page(browser, options, async (page) => {
    await page.goto(address);
    await page.addScriptTag({ content: axe });
    const { violations } = await page.evaluate((values) => window.axe.run({ runOnly: { type: 'tag', values } }), rules);
    return violations.filter((violation) => grave.has(violation.impact)).flatMap(({ id, nodes }) => nodes.slice(0, 3)
      .map((node) => `${width} px ${id}: ${node.html.slice(0, 160)} (${node.any[0]?.message ?? node.failureSummary})`));
  });
}

const kinds = [...pages.map((path) => [named(path), () => site.address + path]),
  ...prefecture_pages.map((path) => [`${named(path)} of a prefecture`, () => prefecture.address + path]),
  ...handbook_pages.map((path) => [`${named(path)} of the handbook`, () => handbook.address + path])];
for (const [name, address] of kinds) {
  for (const [scheme, width] of [['light', 390], ['dark', 1280]]) {
    test(`axe finds nothing serious on ${name} in ${scheme} at ${width} px`, async () => {
      assert.deepEqual(await grave_findings(address(), scheme, width), []);
    });
  }
}
