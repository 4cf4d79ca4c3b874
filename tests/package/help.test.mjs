// The help and the answers to wrong usage, in Japanese and in English.
import assert from 'node:assert/strict';
import test from 'node:test';
import { yokoten } from '../support/yokoten.mjs';
import { help_of, names_of, verbs, whole } from './help.mjs';

const japanese_letter = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const names_of_areas = /鳥取県(米子市)?/gu; // Japanese in any language
const widest = 100, margin = 30; // columns

/** Runs it in a locale that only `locale` decides. */
const run = (args, locale) => yokoten(args, { env: { LC_ALL: '', LC_MESSAGES: '', LANG: '', ...locale } });
const columns = (text) => [...text].reduce((sum, letter) => sum + (/[\u1100-\u115f\u2026\u2e80-\uffef]/u.test(letter) ? 2 : 1), 0);
/** The lines that say something, those that go on in the next one joined: no examples, which are commands. */
const sentences = (text) => text.replaceAll(/\n {30}(?=\S)/g, ' ').split('\n').filter((line) => line.trim() && !line.startsWith('  yokoten '));

test('columns of wide letters count twice', () => assert.equal(columns('a案'), 3));

for (const { verb, text } of [whole, ...verbs]) {
  const called = verb ? `help of ${verb}` : 'help of the whole';
  const typed = verb ? [verb] : [];
  const japanese = help_of(verb, 'ja');

  test(`the ${called} is Japanese with --lang ja, wherever that stands`, () => {
    assert.match(text, /^Usage: /m);
    assert.match(japanese.text, /^使い方: /m);
    for (const args of [['--lang', 'ja', ...typed, '--help'], ['--lang=ja', ...typed, '-h'], [...typed, '--lang=ja', '--help']]) {
      assert.equal(run(args, { LANG: 'en_US.UTF-8' }).stdout, japanese.text, args.join(' '));
    }
  });
  test(`the ${called} is Japanese in a Japanese locale`, () => {
    for (const locale of [{ LC_ALL: 'ja_JP.UTF-8', LANG: 'C' }, { LC_MESSAGES: 'ja_JP.UTF-8', LANG: 'C' }, { LANG: 'ja_JP.UTF-8' }]) {
      assert.equal(run([...typed, '--help'], locale).stdout, japanese.text, JSON.stringify(locale));
    }
  });
  test(`the ${called} is English in other locales, and with --lang en in a Japanese one`, () => {
    for (const locale of [{}, { LANG: 'C.UTF-8' }, { LC_ALL: 'de_DE.UTF-8', LANG: 'ja_JP.UTF-8' }]) {
      assert.equal(run([...typed, '--help'], locale).stdout, text, JSON.stringify(locale));
    }
    assert.equal(run([...typed, '--help', '--lang', 'en'], { LANG: 'ja_JP.UTF-8' }).stdout, text);
  });
  test(`the ${called} has the same verbs, places, options, words and examples in both languages`, () => {
    assert.ok(names_of(japanese).length > 0);
    for (const what of ['verbs', 'places', 'options', 'examples']) assert.deepEqual(japanese[what], help_of(verb)[what], what);
  });
  test(`no Japanese is left in the English ${called}`, () => {
    assert.deepEqual(text.replaceAll(names_of_areas, '').split('\n').filter((line) => japanese_letter.test(line)), []);
  });
  test(`every sentence of the Japanese ${called} is Japanese, and none has English words in a row`, () => {
    const said = sentences(japanese.text);
    assert.deepEqual(said.filter((line) => !japanese_letter.test(line)), []);
    assert.deepEqual(said.filter((line) => /(?<![-\w])[A-Za-z]+ [a-z]+ [a-z]+/.test(line)), []);
  });
  for (const [language, told] of [['English', text], ['Japanese', japanese.text]]) {
    test(`no line of the ${language} ${called} is wider than ${widest} columns`, () => {
      assert.deepEqual(told.split('\n').filter((line) => columns(line) > widest), []);
    });
    test(`what names mean stands in one column in the ${language} ${called}`, () => {
      const listed = told.split('\n').filter((line) => /^ {2}(?!yokoten )\S/.test(line) && columns(line) > margin && !/(:|, )\{?[^ ]*\}?$|(Excludes|併用不可): /.test(line));
      assert.ok(listed.length > 0);
      for (const line of listed) {
        const at = [...line].findIndex((_, index, letters) => columns(letters.slice(0, index).join('')) === margin);
        assert.match([...line].slice(at - 1).join(''), /^ \S/u, line);
      }
    });
  }
}

const mistakes = [
  ['a place that is left out', ['build'], /^PUB を指定してください$/m],
  ['an unknown option', ['build', 'data/kpi', '--bogus'], /^知らない指定です: --bogus$/m],
  ['a word too many', ['check', 'data/kpi', 'more'], /^知らない指定です: more$/m],
  ['an option without its value', ['build', 'data/kpi', '--into'], /^--into のあとに値がありません$/m],
  ['an empty path', ['check', ''], /^PUB: 空です$/m],
  ['what is no number', ['build', 'data/kpi', '--jobs', 'many'], /^--jobs: 「many」は 1 から 256 までの整数ではありません$/m],
  ['a number out of range', ['serve', 'data/kpi', '--port', '65536'], /^--port: 「65536」は 1 から 65535 までの整数ではありません$/m],
  ['a word that is none of the choices', ['diff', 'a', 'b', '--format', 'pdf'], /^--format: 「pdf」は使えません。使えるのは text、markdown、json、html です$/m],
  ['one wrong choice of several', ['publish', 'a', 'b', '--compress', 'gzip,zip'], /^--compress: 「zip」は使えません。使えるのは gzip、brotli です$/m],
  ['options that do not go together', ['check', 'data/kpi', '--duty', '--work-list'], /^--(duty|work-list) と --(duty|work-list) は同時に指定できません$/m],
  ['an option given twice', ['build', 'data/kpi', '--into', 'a', '--into', 'b'], /^--into は1つだけ指定できますが、2つあります$/m],
  ['a flag with a value', ['check', 'data/kpi', '--duty=often'], /^--duty に「often」という値は使えません$/m],
  ['a language that is not spoken', ['check', 'data/kpi', '--lang', 'fr'], /^--lang: 「fr」は使えません。使えるのは ja、en です$/m],
  ['no verb', [], /^使い方: /m],
];
for (const [what, args, said] of mistakes) {
  test(`${what} is told in Japanese in a Japanese locale, with 2`, () => {
    const { exit, stdout, stderr } = run(args, { LANG: 'ja_JP.UTF-8' });
    assert.match(stderr, said);
    assert.deepEqual(sentences(stderr).filter((line) => !japanese_letter.test(line)), []);
    assert.deepEqual([exit, stdout], [2, '']);
  });
  test(`${what} is told in English elsewhere, with 2`, () => {
    const { exit, stdout, stderr } = run(args, { LANG: 'C.UTF-8' });
    assert.ok(!japanese_letter.test(stderr), stderr);
    assert.match(stderr, /[a-z]{3,} [a-z]{3,}/);
    assert.deepEqual([exit, stdout], [2, '']);
  });
}
test('after --, --lang is a name like any other', () => {
  assert.match(run(['check', '--', '--lang', 'ja'], { LANG: 'C' }).stderr, /^The following argument was not expected: /);
});
test('a verb or option that is nearly a known one is asked back', () => {
  assert.match(run(['bild', 'data/kpi'], { LANG: 'C' }).stderr, /^bild: did you mean build\?$/m);
  assert.match(run(['help'], { LANG: 'C' }).stderr, /^help: did you mean --help\?$/m);
  assert.match(run(['build', 'data/kpi', '--antw'], { LANG: 'ja_JP.UTF-8' }).stderr, /^--antw は、もしかして --anew ですか$/m);
});
test('wrong usage of a verb leads to the help of that verb', () => {
  assert.match(run(['build'], { LANG: 'C' }).stderr, /^yokoten build --help tells more$/m);
  assert.match(run(['--lang', 'ja', 'build'], { LANG: 'C' }).stderr, /^くわしくは yokoten build --help をご覧ください$/m);
});
