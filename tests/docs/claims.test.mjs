// Every command and every snippet in the documents is seen to by a test: what nobody claims fails here.
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { home, with_folder, yokoten } from '../support/yokoten.mjs';
import { handler_of, is_command, run_line } from './claimed.mjs';
import { blocks, code_in_lines, documents, shell_lines } from './markdown.mjs';

const all = documents();
const text_of = (path) => readFileSync(join(home, path), 'utf8');
const walks_of = (folder) => readdirSync(join(home, folder)).filter((name) => /^(walk|recipes).*\.mjs$/.test(name)).map((name) => text_of(`${folder}/${name}`));

const walks = ['tests/docs', 'tests/book'].flatMap(walks_of).join('\n');
/** Whether the walks of the READMEs take what stands under one of these headings: their tests name it. */
const is_walked = (file, headings) => /^README(\.\w+)?\.md$/.test(file) && headings.some((heading) => walks.includes(heading));

// ---- Blocks of commands

// Run as it stands, below.
const keeping = 'cp site/national/data/observations.csv data/national/releases/2024-12-31.csv';
const lines = all.flatMap((file) => shell_lines(file).map((line) => ({ ...line, file })));
const check_of = ({ text, word, headings, file }) => {
  if (word === 'console' && is_walked(file, headings)) return () => {};
  return text === keeping ? () => {} : handler_of(text, file);
};

test('the documents show command lines', () => assert.ok(lines.length > 50, `only ${lines.length}`));
test('every command line in a block of a document is run or held against what it names', () => {
  assert.deepEqual(lines.filter((line) => !check_of(line)).map(({ place, text }) => `${place}: ${text}`), []);
});
test('a command line that nobody knows is found', () => {
  for (const text of ['rm -rf site', 'make install', 'scriptss/test']) assert.equal(check_of({ text, word: 'sh', file: 'README.md' }), undefined, text);
  assert.equal(check_of({ text: 'sed -i s/a/b/ x', word: 'console', headings: ['No walk'], file: 'README.md' }), undefined);
});
for (const line of lines.filter((each) => check_of(each))) {
  test(`what the line names is there, at ${line.place}`, () => check_of(line)());
}
test('what is wrong in a command line is found', () => {
  for (const text of ['build/yokoten bild data/national', 'build/yokoten build data/national --no-such', 'yokoten check x --format yaml', './scripts/no-such', './scripts/test no-such-part', 'scripts/test --preset debug', 'scripts/bench no-such', 'scripts/run --no-such', 'apt-get install no-such-package', 'a2enmod no_such', 'export NO_SUCH=1'])
    assert.throws(handler_of(text, 'README.md'), undefined, text);
});

test('serve is shown as the test of serve starts it', () => {
  const shown = lines.filter(({ text, file, headings }) => /^build\/yokoten serve /.test(text) && !is_walked(file, headings)).map(({ text }) => text);
  assert.deepEqual([...new Set(shown)], shown.slice(0, 1));
});

test('a release is kept by the line that releases.md shows', () => {
  assert.ok(lines.some(({ text }) => text === keeping), 'it is not shown any more');
  with_folder((cwd) => {
    cpSync(join(home, 'tests/cases/small-publication/input'), join(cwd, 'data/national'), { recursive: true });
    const build = () => { const { exit, stderr } = yokoten(['build', 'data/national'], { cwd }); assert.equal(exit, 0, stderr); };
    build();
    const kept = readFileSync(join(cwd, 'site/national/data/observations.csv'));
    mkdirSync(join(cwd, 'data/national/releases'));
    run_line(keeping, { cwd });
    build();
    assert.ok(readFileSync(join(cwd, 'site/national/releases/2024-12-31/observations.csv')).equals(kept));
  });
});

// ---- Commands inside of lines

// What has changed may tell of what is gone.
const spans = all.filter((file) => file !== 'CHANGELOG.md').flatMap((file) => code_in_lines(file).filter(({ text }) => is_command(text)).map((span) => ({ ...span, file })));

test('the documents name commands in their lines', () => assert.ok(spans.length > 100, `only ${spans.length}`));
test('every command inside of a line of a document names what is there', () => {
  const wrong = spans.flatMap(({ text, place, file }) => {
    const check = handler_of(text, file);
    if (!check) return [`${place}: nobody knows ${text}`];
    try { check(); } catch ({ message }) { return [`${place}: ${text}: ${message}`]; }
    return [];
  });
  assert.deepEqual(wrong, []);
});
test('a command inside of a line is told from other code', () => {
  for (const text of ["SETTING='some words' scripts/package", 'publish --headers', 'tool --option', 'scripts/no-such', 'yokoten bild', 'apt-get install x']) assert.ok(is_command(text), text);
  for (const text of ['publish', 'a-z 0-9 -', 'data/national', 'the-word', '--quiet', 'build/browser']) assert.ok(!is_command(text), text);
});

// ---- Snippets that are no commands

/** The test that reads the snippets of a document, by the word after the fence; what begins with a path, all below it. */
const read_by = [
  ['generator/read/', ['toml', 'yaml'], 'tests/docs/descriptions.test.mjs'],
  ['generator/publish/', ['toml'], 'tests/docs/descriptions.test.mjs'],
  ['generator/pull/databases.md', ['toml', 'sql'], 'tests/docs/descriptions.test.mjs'],
  ['generator/pull/pull.ja.md', ['toml'], 'tests/pull/documents.test.mjs'],
  ['generator/pull/provenance.md', ['toml'], 'tests/pull/documents.test.mjs'],
  ['generator/protect/README.md', ['toml'], 'tests/disclosure/rules.test.mjs'],
  ['generator/difference/diff.md', ['toml'], 'tests/publish/approval.test.mjs'],
  ['hosting/README.md', ['nginx', 'apache'], 'tests/docs/servers.test.mjs'],
  ['hosting/README.ja.md', ['nginx', 'apache'], 'tests/docs/servers.test.mjs'],
];
const reads = (test_path, file) => text_of(test_path).includes(file);
const is_read = (file, { word, headings }) => is_walked(file, headings) || read_by.some(([path, words, by]) => file.startsWith(path) && words.includes(word) && reads(by, file));
const is_drawing = ({ word, text }) => word === '' && !text.split('\n').some((line) => line.trim() !== '' && is_command(line.trim()));

test('every snippet in a block of a document is read by a test', () => {
  const snippets = all.flatMap((file) => blocks(file).filter(({ word }) => !['sh', 'console', 'bash'].includes(word)).map((block) => ({ ...block, file })));
  assert.ok(snippets.length > 40, `only ${snippets.length}`);
  const unread = snippets.filter((block) => !is_drawing(block) && !is_read(block.file, block));
  assert.deepEqual(unread.map(({ file, line, word }) => `${file}:${line}: ${word || 'a command without a word after the fence'}`), []);
});
test('a snippet that no test reads is found', () => {
  assert.ok(!is_read('generator/page/pages.md', { word: 'toml', headings: [] }));
  assert.ok(!is_read('generator/read/publication.md', { word: 'sql', headings: [] }));
  assert.ok(!is_drawing({ word: '', text: 'cp -r a b' }));
});
