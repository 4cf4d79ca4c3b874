// Pages of areas on paper: A4, and no area needs more than one sheet, printed on both sides.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { start, with_page } from './chromium.mjs';
import { file_address } from './site.mjs';

let browser;
before(async () => { browser = await start(); });
after(() => browser?.close());

// The prefectures with the most and the longest lists, and a town with figures, without, and with a reading that was corrected.
const areas = ['areas/01/', 'areas/13/', 'areas/20/', 'areas/31/', 'areas/42/', 'areas/31/312029/', 'areas/01/011002/', 'areas/39/394050/',
  'en/areas/01/', 'en/areas/31/', 'en/areas/20/', 'en/areas/31/312029/'];

for (const area of areas) {
  test(`${area} fits one sheet of A4`, async () => {
    const pdf = await with_page(browser, {}, async (page) => {
      await page.goto(file_address(area));
      return page.pdf({ preferCSSPageSize: true });
    });
    const text = pdf.toString('latin1');
    const sides = (text.match(/\/Type\s*\/Page\b/g) ?? []).length;
    assert.ok(sides >= 1 && sides <= 2, `${sides} sides`);
    assert.match(text, /\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/);
  });
}
