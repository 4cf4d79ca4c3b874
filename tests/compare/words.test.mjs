// Words of the page are filled as the program fills its own, in both languages.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { measured, sayer } from '../../browser/compare/element.js';
import { taken } from '../../browser/compare/figures.js';
import { Pictures } from '../../browser/compare/pictures.js';
import { lines_of } from '../../browser/compare/takeaway.js';

/** The keys and texts of one table of templates/words/LANGUAGE.toml. */
function words(language) {
  const text = readFileSync(new URL(`../../templates/words/${language}.toml`, import.meta.url), 'utf8');
  const table = /^\[explorer\].*\n([\s\S]*?)^\[/m.exec(text)[1];
  return Object.fromEntries([...table.matchAll(/^(\w+) = "(.*?)"\s*(?:#.*)?$/gm)].map(([, key, value]) => [key, value]));
}
const [ja, en] = [words('ja'), words('en')];

test('places are filled in turn, by number, and by one or many', () => {
  const say = sayer({ turn: '{} / {}', number: '{2} of {1}', forms: '{1} {1|row|rows}' });
  assert.equal(say('turn', 'a', 'b'), 'a / b');
  assert.equal(say('number', 'a', 'b'), 'b of a');
  assert.deepEqual([say('forms', '1'), say('forms', '2')], ['1 row', '2 rows']);
});

test('what is filled in is not read for places itself', () => assert.equal(sayer({ turn: '{} / {}' })('turn', '{}', '{1}'), '{} / {1}'));

test('a place without a value stays', () => assert.equal(sayer({ turn: '{} / {}' })('turn', 'a'), 'a / {}'));

test('a unit stands behind its number as the language has it', () => {
  const offices = { unit: 'offices', one: 'office' };
  assert.deepEqual(['1', '948'].map((number) => measured(number, offices, sayer(en))), ['1 office', '948 offices']);
  assert.equal(measured('948', { unit: '事業所' }, sayer(ja)), '948事業所');
  assert.equal(measured('24.7', { unit: '%' }, sayer(en)), '24.7%');
});

test('both languages have every word of the page', () => {
  assert.ok(Object.keys(ja).length > 70);
  assert.deepEqual(Object.keys(en), Object.keys(ja));
});

test('the script asks for no word that is not there', () => {
  const scripts = ['choices', 'compare', 'csv', 'pictures', 'table', 'takeaway'].map((name) => readFileSync(new URL(`../../browser/compare/${name}.js`, import.meta.url), 'utf8')).join('');
  const asked = [...scripts.matchAll(/\bsay\('(\w+)'/g)].map(([, key]) => key);
  assert.ok(asked.length > 50);
  assert.deepEqual(asked.filter((key) => !(key in ja)), []);
});

test('no Japanese stands in the scripts', () => {
  for (const name of ['choices', 'compare', 'csv', 'element', 'figures', 'pictures', 'rows', 'table', 'takeaway', 'view']) {
    const text = readFileSync(new URL(`../../browser/compare/${name}.js`, import.meta.url), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    assert.doesNotMatch(text, /[\u3040-\u30ff\u4e00-\u9fff]/, name);
  }
});

/** What is said of the ends of figures, as figures.js hands them over. */
function ends(figures, language = en) {
  const say = sayer(language);
  const all = taken({
    areas: { prefecture: figures.map((_, at) => [String(at), `Area ${at}`, '', 1]), municipality: [] }, prefectures: [], kinds: [], reasons: [], size: null, whole: '',
    columns: [{ id: 'a', part: '', short: '', label: '', unit: 'offices', better: 1, prefecture: { asOf: '', source: '', figures } }],
  }).columns[0].levels.prefecture.figures.map((figure, at) => ({ figure, shown: figure.shown, label: `Area ${at} ${figure.shown}` }));
  return Pictures.prototype.ends.call({ say, end: Pictures.prototype.end }, all, say('prefecture_count'));
}

test('the ends are told by the exact figures: who shares one, and whether all do', () => {
  assert.equal(ends(['5', '7', '5']), 'Among 3 prefectures with a value, the highest is Area 1 7 and the lowest is 5 (2 prefectures).');
  assert.equal(ends(['7', '7', '7']), 'All 3 prefectures with a value have 7.');
  assert.equal(ends(['7', '7'], ja), '値のある2都道府県は、すべて7です。');
  assert.match(ends([['33.3', '1 / 3'], ['33.3', '333 / 1,000'], '1']), /the highest is Area 0 33\.3 and/);
  assert.match(ends(['9,007,199,254,740,993', '9,007,199,254,740,992', '1']), /the highest is Area 0 9,007,199,254,740,993 and/);
  assert.equal(ends(['7']), '');
});

test('lines of a picture break between words, and in Japanese between letters', () => {
  assert.deepEqual(lines_of('Made by processing material', 100, 12), ['Made by', 'processing', 'material']);
  assert.deepEqual(lines_of('出典：資料を加工', 60, 12), ['出典：資料', 'を加工']);
  assert.deepEqual(lines_of('𠮷𠮷𠮷', 24, 12), ['𠮷𠮷', '𠮷']);
  assert.deepEqual(lines_of('https://example.jp/', 73, 12), ['https://ex', 'ample.jp/']);
});
