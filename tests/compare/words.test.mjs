// Words of the page are filled as the program fills its own, in both languages.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { measured, sayer } from '../../browser/compare/element.js';

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
