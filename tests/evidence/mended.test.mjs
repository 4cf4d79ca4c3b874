// Faults that the evidence found: each is brought about again at the call where it was.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import test, { after, before } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { errands, lay, prepare } from './errands.mjs';
import { served } from '../support/served.mjs';
import { program } from '../support/yokoten.mjs';
import { faulty_system, starved, struck, yokoten } from './runs.mjs';
import { made_sites } from './sites.mjs';

const folder = mkdtempSync(join(tmpdir(), 'yokoten-mended-'));
const work = join(folder, 'work');
let sites;
let all;
before(async () => {
  sites = await made_sites();
  await prepare(sites, folder);
  all = errands(sites);
});
after(() => {
  sites.web.end();
  sites.end();
  rmSync(folder, { recursive: true, force: true });
});

/** Lays an errand down and has the first such call fail, or be the last; asserts that there was one. */
async function at_call(name, first, more = {}) {
  const errand = all[name];
  await lay(errand, work);
  const before_it = errand.state(work);
  const ended = await struck(errand.args(work), { work, folders: errand.folders(work), first, ...more });
  assert.ok(ended.struck, `nothing called ${first}`);
  return { ...ended, before_it, state: errand.state(work) };
}

/** Asserts that it said what could not be read, ended with 1, and left what stood. */
function expect_refused({ exit, stderr, before_it, state }, file) {
  assert.equal(exit, 1, stderr);
  assert.match(stderr, new RegExp(`${file}: error file\\.unread `));
  assert.deepEqual(state, before_it);
}

for (const [what, first, file] of [
  ['a file that may be left out', 'openat=publication/glossary.toml', 'publication/glossary.toml'],
  ['a folder of templates', 'getdents64=publication/templates', 'publication/templates/?'],
  ['a folder of pages', 'openat=publication/pages', 'publication/pages'],
]) {
  test(`${what} that is there and can't be read stops a build`, async () => expect_refused(await at_call('build-over', first), file));
}

test('what lies in the spare tree and can\'t be seen does not get into the site', async () =>
  expect_refused(await at_call('build-over', 'getdents64=.site.next'), '.site.next/?'));

test('what lies in the spare tree and can\'t be removed does not get into the site', async () => {
  const { exit, stderr, before_it, state } = await at_call('build-over', 'unlink=.site.next/manifest.json', { for_good: true });
  assert.equal(exit, 1);
  assert.match(stderr, /site: error publish\.write can't write \(.*manifest\.json: Input\/output error\)/);
  assert.deepEqual(state, before_it);
});

for (const [what, first] of [['a folder', 'getdents64=www/.well-known'], ['a file', 'newfstatat=www/.well-known/proof.txt']]) {
  test(`${what} of others at a target that can't be looked at stops a publish, and stays`, async () => {
    const ended = await at_call('publish-folder', first);
    assert.equal(ended.exit, 1, ended.stderr);
    assert.match(ended.stderr, /www\/\.well-known.*: error file\.unread /);
    assert.deepEqual(ended.state, ended.before_it);
    assert.ok(existsSync(join(work, 'www/.well-known/proof.txt')));
  });
}

test('what pull.lock pins is not taken anew where the lock can\'t be read', async () =>
  expect_refused(await at_call('pull-locked', 'openat=publication/pull.lock'), 'publication/pull.lock'));

test('a diff whose record can\'t be read is none', async () => {
  const ended = await at_call('diff', 'openat=before.release.json');
  expect_refused(ended, 'before.release.json');
  assert.equal(ended.stdout, '');
});

test('a write that fails only when the file is closed has failed', async () => {
  const ended = await at_call('build-over', 'close=.site.next/about/index.html');
  assert.equal(ended.exit, 1, ended.stderr);
  assert.match(ended.stderr, /publish\.write can't write \(.*about\/index\.html: Input\/output error\)/);
  assert.deepEqual(ended.state, ended.before_it);
});

test('a site whose record can\'t be written is not built with success', async () => {
  const ended = await at_call('build-over', 'write=site.release.json.yokoten-part');
  assert.equal(ended.exit, 1, ended.stderr);
  assert.match(ended.stderr, /site\.release\.json: error publish\.release the site is built, but its record can't be written \(.*No space left on device\)/);
  assert.equal(ended.state['its record'], ended.before_it['its record']);
});

test('serve tells what it could not read, and forgets it once it can', async (t) => {
  const errand = all['build-new'];
  await lay(errand, work);
  const publication = join(work, 'publication');
  const words = ['--below', publication, '--first', 'openat=publication/glossary.toml', '--report', join(folder, 'report'), '--'];
  const { address, stop } = await served(publication, 'en', [faulty_system, ...words]);
  t.after(stop);
  const codes = async () => (await (await fetch(`${address}_yokoten/findings.json`)).json()).findings.map(({ code }) => code);
  assert.ok((await codes()).includes('file.unread'));
  appendFileSync(join(publication, 'pages/index.md'), '\n本文。\n');
  for (let tries = 0; tries < 1200 && (await codes()).includes('file.unread'); tries += 1) await wait(50);
  assert.ok(!(await codes()).includes('file.unread'));
});

test('what could not be read of one publication does not stop those behind it', async () => {
  const several = ['one', 'two', 'three'].map((name) => join(folder, 'several', name));
  for (const each of several) cpSync('tests/cases/small-publication/input', each, { recursive: true });
  const into = join(folder, 'several-sites');
  const words = ['--below', folder, '--first', 'openat=two/glossary.toml', '--report', join(folder, 'report'), '--'];
  const { status, stderr } = spawnSync(faulty_system, [...words, program, 'build', ...several, '--into', into, '--lang', 'en', '--quiet'], { encoding: 'utf8' });
  assert.equal(status, 1, stderr);
  assert.match(stderr, /two\/glossary\.toml: error file\.unread .*\n.*two was not built/s);
  assert.deepEqual(several.map((each) => existsSync(join(into, basename(each), 'index.html'))), [true, false, true], stderr);
});

for (const step of ['.site.next', '.site.next.old']) {
  test(`where trees can't be exchanged in one step, a build killed before ${step} is renamed leaves nothing behind`, async () => {
    const ended = await at_call('build-over', `rename=${step}`, { kill: true, refuse: ['renameat2=EINVAL'] });
    assert.equal(ended.exit, 'SIGKILL');
    assert.ok(existsSync(join(work, '.site.next.old')));
    assert.equal((await yokoten(all['build-over'].args(work))).exit, 0);
    assert.ok(!existsSync(join(work, '.site.next.old')));
    assert.match(readFileSync(join(work, 'site/index.html'), 'utf8'), /山陰と岡山の見本 new/);
  });
}

for (const how of ['the first', 'a late']) {
  test(`${how} piece of memory that is not to be had ends a build with a message, in any thread and library`, async () => {
    const errand = all['build-over'];
    await lay(errand, work);
    const before_it = errand.state(work);
    const args = errand.args(work).filter((word) => word !== '--jobs' && word !== '1');
    const { asked } = await starved(args, { work });
    await lay(errand, work);
    const { exit, stderr } = await starved(args, { work, at: how === 'a late' ? Math.floor(asked * 0.7) : 1, for_good: true });
    assert.equal(exit, 1, stderr);
    assert.match(stderr, /^\S+: error memory\.out no memory is left/m);
    assert.deepEqual(errand.state(work), before_it);
  });
}
