// Every word of templates/words is asked for somewhere: one that nobody shows is not translated for nothing.
import assert from 'node:assert/strict';
import test from 'node:test';
import { files, read } from './tree.mjs';

// Keys that the program puts together: the beginning as it stands in the code, and what may follow.
const put_together = [
  /^accessibility\./, /^explorer\./, // handed over as they are: to a block, to a script
  /^state\.(not_published|not_applicable|not_reported|not_set|suppressed|unknown|provisional|revised|corrected|planned)$/,
  /^sentence\.missing_/, /^(case|project)\.part_/, /^(case|outcomes)\.by_/, /^page\.stage_\d(_title)?$/, /^page\.language_/, /^sentence\.nation_(than|same|nearly)$/, /^(about_)?column\./, /^about_state\./,
];

/** Returns the keys of a file of words: `label.source`. */
function keys(text) {
  let table = '';
  return text.split('\n').flatMap((line) => {
    const heading = /^\[([a-z_]+)\]/.exec(line);
    if (heading) table = heading[1];
    const key = /^([a-z_0-9]+)\s*=/.exec(line);
    return key ? [`${table}.${key[1]}`] : [];
  });
}

const asking = files.filter((path) => /^(generator\/.*\.(cpp|h)|templates\/(partials|layouts)\/.*\.html)$/.test(path)).map(read).join('\n');
const asked = new Set([...asking.matchAll(/(?=\b([a-z]+\.[a-z_0-9]+))/g)].map(([, word]) => word));
const quoted = new Set([...asking.matchAll(/"([a-z_0-9]+)"/g)].map(([, word]) => word));
// Of these tables the program asks for `"label." + word` and the like.
const by_last_part = new Set(['label', 'sentence', 'duty']);

/** Whether somebody asks for the word. */
function is_asked(key) {
  const [table, word] = key.split('.');
  return asked.has(key) || put_together.some((beginning) => beginning.test(key)) || (by_last_part.has(table) && quoted.has(word));
}

test('every word of templates/words/ja.toml is asked for', () => {
  const known = keys(read('templates/words/ja.toml'));
  assert.ok(known.length > 300);
  assert.deepEqual(known.filter((key) => !is_asked(key)), []);
});

test('every word that scripts of the page for comparing ask for is one of them', () => {
  const scripts = files.filter((path) => /^browser\/compare\/.*\.js$/.test(path)).map(read).join('\n');
  const said = [...scripts.matchAll(/\bsay\('([a-z_]+)'/g)].map(([, word]) => `explorer.${word}`);
  const known = new Set(keys(read('templates/words/ja.toml')));
  assert.ok(said.length > 20);
  assert.deepEqual(said.filter((key) => !known.has(key)), []);
});
