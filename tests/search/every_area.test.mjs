// Every prefecture and municipality is found first by all that it is called, or among those of the same name.
import assert from 'node:assert/strict';
import test from 'node:test';
import { municipalities, prefectures, search } from './search.mjs';
import { full_width, hiragana, half_width, hepburn, katakana, kunrei, shortened } from './typed.mjs';

const find = search();
const all = [...prefectures, ...municipalities];
const prefecture_names = new Map(prefectures.map((row) => [row.number, row]));

const listed = 8; // results that a page shows

/** Returns what was not found by it: typed text and what came first. Only areas that are called the same may stand before. */
function lost(typed_for) {
  return all.flatMap((area) => {
    const typed = typed_for(area);
    const { list } = find(typed);
    const at = list.findIndex(({ path, now }) => path === area.path && !now);
    const fits = at >= 0 && at < listed && list[at].tier === 0 && list.slice(0, at).every(({ path }) => shares(path, area, typed_for));
    return fits ? [] : [`${typed}: ${list.slice(0, 3).map(({ name, tier }) => `${name} ${tier}`).join(', ') || 'nothing'}`];
  });
}

const by_path = new Map(all.map((area) => [area.path, area]));
const sounds = (romaji) => shortened(romaji.normalize('NFD').replace(/[\u0300-\u036f]/g, '').normalize('NFC')).replaceAll("'", '').replace(/nn/g, 'n').replace(/([aiue])\1/g, '$1');
const stem = (text) => text.replace(/([市町村区県府都]|し|ちょう|まち|むら|そん|く|けん|ふ|と|shi|chou?|machi|mura|son|ku|ken|fu|to|si|tyou?|mati|hu)$/, '');

/** Whether the area at `path` may stand before `area`: what it is called the same way is the same, or is so without its ending. */
function shares(path, area, typed_for) {
  const [other, own] = [by_path.get(path), area].map((each) => sounds(hiragana(typed_for(each))));
  return other === own || stem(other) === own || other === stem(own);
}

const ways = [
  ['name', ({ name }) => name],
  ['reading', ({ reading }) => reading],
  ['reading in katakana', ({ reading }) => katakana(reading)],
  ['reading in katakana of half width', ({ reading }) => half_width(reading)],
  ['reading with its marks typed apart', ({ reading }) => reading.normalize('NFD')],
  ['Hepburn with every vowel', ({ reading }) => hepburn(reading)],
  ['Hepburn without long vowels', ({ reading }) => shortened(hepburn(reading))],
  ['Hepburn with macrons', ({ reading }) => shortened(hepburn(reading), { o: 'ō', u: 'ū' })],
  ['Kunrei with every vowel', ({ reading }) => kunrei(reading)],
  ['Kunrei with circumflexes', ({ reading }) => shortened(kunrei(reading), { o: 'ô', u: 'û' })],
  ['code of six digits', ({ code }) => code],
  ['code of five digits', ({ code }) => code.slice(0, 5)],
  ['code in full width', ({ code }) => full_width(code)],
  ['prefecture and name', ({ prefecture, name }) => (prefecture ? prefecture_names.get(prefecture).name : '') + name],
  ['prefecture, county and name', ({ prefecture, county, name }) => (prefecture ? prefecture_names.get(prefecture).name + county : '') + name],
  ['county and name', ({ county, name }) => (county ?? '') + name],
  ['short prefecture and name with a blank', ({ prefecture, name }) => (prefecture ? `${prefecture_names.get(prefecture).short} ` : '') + name],
  ['name and short prefecture', ({ prefecture, name }) => name + (prefecture ? ` ${prefecture_names.get(prefecture).short}` : '')],
  ['reading and that of its prefecture', ({ prefecture, reading }) => reading + (prefecture ? ` ${prefecture_names.get(prefecture).reading}` : '')],
];
for (const [what, typed_for] of ways) {
  test(`every area is found by its ${what}`, () => assert.deepEqual(lost(typed_for), []));
}
