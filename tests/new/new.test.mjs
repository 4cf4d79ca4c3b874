// `yokoten new`: what it begins builds at once, and nothing that is there is touched.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { book_of } from '../book/book.mjs';
import { read_tree } from '../support/tree.mjs';
import { home, program, with_folder, yokoten } from '../support/yokoten.mjs';

const prefectures = readFileSync('data/areas/prefectures.csv', 'utf8').trim().split('\n').slice(1)
  .map((line) => line.split(',').find((cell) => /[都道府県]$/.test(cell)));
const levels = (folder) => yokoten(['check', folder, '--format', 'json']).stdout.split('\n').filter(Boolean).map((line) => JSON.parse(line));

/** All cells of a workbook but those of the lists to choose from, which name every prefecture. */
const text_of_book = (path) => [...book_of(path)].filter(([sheet]) => sheet !== '選択肢')
  .flatMap(([, cells]) => [...cells.values()].map(({ text }) => text)).join('\n');

test('a national publication builds at once and says what is still to be written', () => with_folder((folder) => {
  const into = join(folder, 'kpi');
  assert.equal(yokoten(['new', into]).exit, 0);
  const { exit, stderr } = yokoten(['build', into, '--into', join(folder, 'site')]);
  assert.equal(exit, 0, stderr);
  assert.equal([...read_tree(join(folder, 'site')).keys()].filter((path) => /^areas\/\d\d\/index\.html$/.test(path)).length, 47);
  const findings = levels(into);
  assert.deepEqual(findings.filter(({ code, level }) => level !== 'note' && code !== 'publication.unfilled'), []);
  assert.ok(findings.filter(({ code }) => code === 'publication.unfilled').length >= 5);
}));

test('there are 47 prefectures to choose from', () => assert.equal(prefectures.length, 47));

test('a publication of every prefecture builds at once, with its name and no other', () => with_folder((folder) => {
  for (const name of prefectures) {
    const into = join(folder, name);
    assert.equal(yokoten(['new', into, '--kind', 'prefecture', '--prefecture', name]).exit, 0, name);
    const { exit, stderr } = yokoten(['build', into, '--into', join(folder, 'site')]);
    assert.equal(exit, 0, stderr);
    for (const [path, bytes] of read_tree(into)) {
      const text = path.endsWith('.xlsx') ? text_of_book(join(into, path)) : bytes.toString('utf8');
      assert.ok(!text.includes('%') || !/%[A-Z]+%/.test(text), `${path} has a mark left`);
      for (const other of prefectures) assert.ok(other === name || !text.includes(other), `${path} of ${name} names ${other}`);
    }
  }
}));

test('what is filled in is no longer named', () => with_folder((folder) => {
  const into = join(folder, 'p');
  yokoten(['new', into, '--kind', 'prefecture', '--prefecture', '鳥取県']);
  for (const path of ['publication.toml', 'contacts.toml', 'cases/example.md']) {
    const file = join(into, path);
    writeFileSync(file, readFileSync(file, 'utf8').split('\n').map((line) => (line.startsWith('# ') && !line.startsWith('# 【') ? line : line.replace(/【記入[^】]*】/g, '長寿社会課'))).join('\n'));
  }
  assert.deepEqual(levels(into).filter(({ code }) => code === 'publication.unfilled'), []);
}));

test('a folder with files in it is left as it is', () => with_folder((folder) => {
  writeFileSync(join(folder, 'mine.txt'), 'mine');
  const before = read_tree(folder);
  const { exit, stderr } = yokoten(['new', folder]);
  assert.equal(exit, 1);
  assert.match(stderr, /new\.exists/);
  assert.deepEqual(read_tree(folder), before);
}));

test('an empty folder may be taken', () => with_folder((folder) => {
  mkdirSync(join(folder, 'empty'));
  assert.equal(yokoten(['new', join(folder, 'empty')]).exit, 0);
}));

test('a file in the way is left as it is', () => with_folder((folder) => {
  writeFileSync(join(folder, 'file'), 'mine');
  assert.equal(yokoten(['new', join(folder, 'file')]).exit, 1);
  assert.equal(readFileSync(join(folder, 'file'), 'utf8'), 'mine');
}));

for (const [what, args] of [
  ['a prefecture that does not exist', ['--kind', 'prefecture', '--prefecture', '鳥取']],
  ['no prefecture for a prefecture', ['--kind', 'prefecture']],
  ['a prefecture for the nation', ['--prefecture', '鳥取県']],
  ['a kind that does not exist', ['--kind', 'city']],
]) {
  test(`${what} is wrong usage and makes nothing`, () => with_folder((folder) => {
    const into = join(folder, 'p');
    assert.equal(yokoten(['new', into, ...args]).exit, 2);
    assert.deepEqual([...read_tree(into).keys()], []);
  }));
}

test('the nearest prefecture is named', () => with_folder((folder) => {
  assert.match(yokoten(['new', join(folder, 'p'), '--kind', 'prefecture', '--prefecture', '鳥取']).stderr, /鳥取県/);
}));

// Files above this size are not written: the first ones stand when a later one fails.
const made_partly = (into) => spawnSync('bash', ['-c', 'trap "" XFSZ; ulimit -f 8; exec "$0" new "$1"', program, into], { cwd: home, encoding: 'utf8' });

test('nothing stays of what could not be made whole', () => with_folder((folder) => {
  for (const into of [folder, join(folder, 'a/kpi')]) {
    const run = made_partly(into);
    assert.equal(run.status, 1, run.stderr);
    assert.match(run.stderr, /new\.write/);
    assert.deepEqual(readdirSync(folder), []);
  }
  assert.equal(yokoten(['new', folder]).exit, 0);
}));

for (const [what, from] of [['nothing', 'nope'], ['a file', 'site/robots.txt'], ['a built site', 'site']])
  test(`${what} is no publication to begin from, and that is said`, () => with_folder((folder) => {
    assert.equal(yokoten(['build', join(home, 'tests/cases/small-publication/input'), '--into', join(folder, 'site')]).exit, 0);
    const { exit, stdout, stderr } = yokoten(['new', 'p', '--from', from], { cwd: folder });
    assert.deepEqual([exit, stdout], [1, '']);
    assert.match(stderr, new RegExp(`^${from}: error publication\\.missing `));
    assert.deepEqual(readdirSync(folder).filter((name) => name === 'p'), []);
  }));
