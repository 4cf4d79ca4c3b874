// Whatever happens to a build, the folder holds a whole site: the old one or the new one.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, linkSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { afterEach, beforeEach } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { paths, read_tree } from '../support/tree.mjs';
import { home, program, yokoten } from '../support/yokoten.mjs';

const input = join(home, 'tests/cases/small-publication/input');
const rounds = 8;
let folder;
let site;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yokoten-publish-'));
  site = join(folder, 'site');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Starts a build; returns its process and a promise of how it ended. */
function start() {
  const child = spawn(program, ['build', input, '--into', site, '--anew'], { cwd: home, stdio: 'ignore' });
  return { child, ended: new Promise((done) => { child.on('exit', (code, signal) => done(signal ?? code)); }) };
}

/** Returns what is wrong with the site by its own manifest. */
function damage() {
  if (!existsSync(join(site, 'manifest.json'))) return ['there is no manifest.json'];
  const tree = read_tree(site);
  const listed = new Map(JSON.parse(tree.get('manifest.json')).files.map((entry) => [entry.path, entry.sha256]));
  const sum = (bytes) => createHash('sha256').update(bytes).digest('hex');
  const wrong = [...listed].filter(([path, sha256]) => !tree.has(path) || sum(tree.get(path)) !== sha256);
  const foreign = [...tree.keys()].filter((path) => path !== 'manifest.json' && !listed.has(path));
  return [...wrong.map(([path]) => path), ...foreign];
}

/** Asserts that the site is whole; shows only the first files that are not. */
function expect_whole(when) {
  const wrong = damage();
  assert.equal(wrong.length, 0, `${when}: ${wrong.length} files are missing or wrong, ${wrong.slice(0, 3).join(' ')}`);
}

test('a build that is killed at any moment leaves a whole site', async () => {
  assert.equal(yokoten(['build', input, '--into', site]).exit, 0);
  for (let round = 0; round < rounds; round += 1) {
    const { child, ended } = start();
    await wait(20 + round * 25);
    child.kill('SIGKILL');
    expect_whole(`killed after ${20 + round * 25} ms, ended with ${await ended}`);
  }
});

test('the build after a killed one leaves nothing beside the site but the one before it', async () => {
  assert.equal(yokoten(['build', input, '--into', site]).exit, 0);
  const { child, ended } = start();
  await wait(60);
  child.kill('SIGKILL');
  await ended;
  // Killed before its first step it has left nothing to do.
  assert.equal(yokoten(['build', input, '--into', site, '--anew']).exit, 0);
  expect_whole('built anew');
  const beside = paths(folder).filter((path) => !path.startsWith('site/') && !path.startsWith('.site.next/') && !path.endsWith('.yokoten-lock') && path !== 'site.release.json' && !['.site.yokoten-read', '.site.yokoten-pages'].includes(path));
  assert.deepEqual(beside.slice(0, 3), []);
  assert.ok(paths(folder).includes('.site.next/manifest.json'));
});

test('what somebody wrote into a site by hand does not come back with a later build', () => {
  const build = () => assert.equal(yokoten(['build', input, '--into', site]).exit, 0);
  build();
  const page = join(site, 'index.html');
  const edited = readFileSync(page);
  edited.write('X', edited.indexOf('<h1>') + 4); // as long as it was
  writeFileSync(page, edited);
  writeFileSync(join(site, 'strange.html'), 'x');
  symlinkSync('/etc/hostname', join(site, 'outside.html'));
  build();
  build();
  expect_whole('two builds later');
});

test('a copy of a site by links keeps what it held', () => {
  const page = join(folder, 'copy/index.html'), publication = join(folder, 'publication');
  cpSync(input, publication, { recursive: true });
  const build = () => assert.equal(yokoten(['build', publication, '--into', site]).exit, 0);
  build();
  const before = readFileSync(join(site, 'index.html'), 'utf8');
  mkdirSync(join(folder, 'copy'));
  linkSync(join(site, 'index.html'), page);
  writeFileSync(join(publication, 'pages/index.md'), `${readFileSync(join(publication, 'pages/index.md'), 'utf8')}\n\nA new line.\n`);
  build();
  build();
  assert.notEqual(readFileSync(join(site, 'index.html'), 'utf8'), before);
  assert.equal(readFileSync(page, 'utf8'), before);
});

test('two builds at the same time leave a whole site', async () => {
  for (let round = 0; round < rounds; round += 1) {
    const first = start();
    await wait(round * 15);
    const ends = await Promise.all([first.ended, start().ended]);
    assert.ok(ends.includes(0), `neither was built: ${ends}`);
    expect_whole(`the second ${round * 15} ms after the first, ended with ${ends}`);
  }
});

test('a folder that holds something else is not replaced', () => {
  cpSync(join(input, 'pages'), site, { recursive: true });
  const before = paths(site);
  const { exit, stderr } = yokoten(['build', input, '--into', site]);
  assert.equal(exit, 1);
  assert.match(stderr, /publish\.foreign/);
  assert.deepEqual(paths(site), before);
});
