// True figures of the public sources, as a reader sees them.
import assert from 'node:assert/strict';
import test from 'node:test';
import { visit } from './chromium.mjs';
import { browser, site } from './national_site.mjs';
import { named } from './site.mjs';

const figures = [
  ['', '6.0%', 'of the nation'],
  ['', '少なくとも', 'as a bound where only some municipalities are listed'],
  ['areas/31/', '24.7%', 'of 鳥取県'],
  ['areas/31/', '234 / 948', 'of 鳥取県 in its parts'],
  ['areas/31/312029/', '24.1%', 'of 米子市'],
  ['areas/31/312029/', '82 / 340', 'of 米子市 in its parts'],
  ['areas/01/011002/', '公表資料に未掲載', 'that 札幌市 does not have'],
  ['cases/noheji/', '37.0%', 'of 野辺地町'],
  ['indicators/careplan-link-rate/', '24.7', 'of the first prefecture in the ranking'],
];

const texts = new Map();
const text_of = async (path) => {
  if (!texts.has(path)) texts.set(path, (await visit(browser, site.address + path)).text);
  return texts.get(path);
};

for (const [path, figure, whose] of figures) {
  test(`${named(path)} shows ${figure} ${whose}`, async () => {
    const text = await text_of(path);
    // Figure and unit may stand in elements of their own, set apart by lines or blanks.
    const tight = (words) => words.replace(/\s+/g, '');
    assert.ok(tight(text).includes(tight(figure)), text.slice(0, 800));
  });
}
