// The version that git tells, and the archive of the source that carries it on.
import assert from 'node:assert/strict';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import test, { after, before } from 'node:test';
import { paths } from '../support/tree.mjs';
import { home } from '../support/yokoten.mjs';
import { run } from './installed.mjs';

const folder = mkdtempSync(join(tmpdir(), 'yokoten-version-'));
const tree = join(folder, 'tree');
after(() => rmSync(folder, { recursive: true, force: true }));
const git = (...args) => run('git', ['-C', tree, '-c', 'user.name=Test', '-c', 'user.email=test@example.jp', ...args]).stdout.trim();
const version = (where = tree) => run('cmake', ['-D', 'FALLBACK=0.3.0', '-P', join(where, 'packaging/version.cmake')]).stdout.trim();
const commit = () => { git('add', '-A'); git('commit', '-qm', 'x'); return git('rev-parse', '--short=7', 'HEAD'); };
const archived = (into) => run(join(tree, 'scripts/source-archive'), [into], { cwd: folder }).stdout.trim();

before(() => {
  for (const path of ['packaging/version.cmake', 'scripts/source-archive', 'CMakeLists.txt']) cpSync(join(home, path), join(tree, path));
});

test('without git the version is that of CMakeLists.txt', () => assert.equal(version(), '0.3.0'));
test('before the first release the version has the number of commits', () => {
  git('init', '-q');
  const hash = commit();
  assert.equal(version(), `0.3.0-dev.1+g${hash}`);
});
test('what has not been committed is told', () => {
  appendFileSync(join(tree, 'CMakeLists.txt'), '\n');
  assert.match(version(), /\.dirty$/);
});
test('a release has the version of its tag', () => {
  commit();
  git('tag', '-am', 'x', 'v0.2.0');
  assert.equal(version(), '0.2.0');
});
test('after a release the version leads to the one that CMakeLists.txt names', () => {
  const file = join(tree, 'CMakeLists.txt');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^(project\(yokoten VERSION) \S+/m, '$1 0.3.0'));
  const hash = commit();
  assert.equal(version(), `0.3.0-dev.1+g${hash}`);
});
test('the archive of the source is the same every time, and holds what is committed and the version', () => {
  mkdirSync(join(folder, 'a'));
  const [a, b] = ['a', 'b'].map((name) => join(tree, '..', name)).map(archived);
  assert.deepEqual(readFileSync(a), readFileSync(b));
  const name = basename(a, '.tar.gz');
  run('tar', ['-xzf', a, '-C', folder]);
  const unpacked = join(folder, name);
  assert.deepEqual(paths(unpacked), [...git('ls-files').split('\n'), 'version'].sort());
  assert.equal(name, `yokoten-${version()}`);
  assert.equal(version(unpacked), version());
});
