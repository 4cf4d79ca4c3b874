// Where a build may write and what it may be called; names of files that others have given; few threads.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { afterEach, beforeEach } from 'node:test';
import { served, states_of } from '../support/served.mjs';
import { opened_tree } from '../support/tree.mjs';
import { home, program, yokoten } from '../support/yokoten.mjs';

const small = join(home, 'tests/cases/small-publication/input');
let folder;
let draft;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yokoten-places-'));
  draft = join(folder, 'draft');
  cpSync(small, draft, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const build = (into, cwd = folder) => yokoten(['build', draft, '--into', into, '--lang', 'en'], { cwd });
const in_cp932 = Buffer.from([0x97, 0x98, 0x97, 0x70]);
const misname = (at, ending) => writeFileSync(Buffer.concat([Buffer.from(`${draft}/${at}`), in_cp932, Buffer.from(ending)]), 'a,b\n1,2\n');

test('a site is built again from within its folder', () => {
  assert.equal(build('site/s').exit, 0);
  const { exit, stderr } = build('.', join(folder, 'site/s'));
  assert.equal(exit, 0, stderr);
  assert.ok(existsSync(join(folder, 'site/s/index.html')));
  assert.deepEqual(readdirSync(join(folder, 'site/s')).filter((name) => name.startsWith('.')), []);
});

test('a build that is refused leaves nothing beside the place', () => {
  mkdirSync(join(folder, 'of-others'));
  writeFileSync(join(folder, 'of-others/notes.txt'), 'x');
  const before = opened_tree(folder);
  assert.match(build('of-others').stderr, /publish\.foreign/);
  assert.deepEqual(opened_tree(folder), before);
});

test('no site is built into another one', () => {
  assert.equal(build('site').exit, 0);
  const before = opened_tree(join(folder, 'site'));
  assert.match(build('site/areas/s').stderr, /site\/areas\/s: error publish\.foreign .*in a site/);
  assert.deepEqual(opened_tree(join(folder, 'site')), before);
});

test('an archive may be called .ZIP', () => {
  assert.equal(build('site').exit, 0);
  assert.equal(yokoten(['publish', 'site', 'all.ZIP'], { cwd: folder }).exit, 0);
  assert.equal(readFileSync(join(folder, 'all.ZIP')).subarray(0, 2).toString(), 'PK');
});

test('links to a raw file lead to it, whatever signs are in its name', () => {
  const name = '導入率(%)#1?.csv';
  renameSync(join(draft, 'raw/link.csv'), join(draft, 'raw', name));
  const sources = join(draft, 'sources.toml');
  writeFileSync(sources, readFileSync(sources, 'utf8').replace('raw/link.csv', `raw/${name}`));
  const page = join(draft, 'pages/about.md');
  writeFileSync(page, `${readFileSync(page, 'utf8')}\n\`\`\`downloads\nfiles = [{ title = "表", path = "data/raw/${name}" }]\n\`\`\`\n`);
  const { exit, stderr } = build('site');
  assert.equal(exit, 0, stderr);
  const html = readFileSync(join(folder, 'site/about/index.html'), 'utf8');
  const leads = [...html.matchAll(/href="([^"]*raw\/[^"]*)"/g)].map(([, href]) => new URL(href, 'https://example.jp/about/'));
  const paths = leads.map(({ pathname, search, hash }) => decodeURIComponent(pathname) + search + hash);
  assert.equal(paths.filter((path) => path === `/data/raw/${name}`).length, 2, paths.join(' '));
});

test('findings about a file whose name is no UTF-8 are JSON', () => {
  misname('raw/', '.csv');
  const { exit, stdout } = yokoten(['check', draft, '--format', 'json', '--lang', 'ja']);
  assert.equal(exit, 1);
  const found = stdout.trim().split('\n').map((line) => JSON.parse(line)).filter(({ code }) => code === 'publication.name');
  assert.equal(found.length, 1);
  assert.match(found[0].message, /CP932なら「利用\.csv」/);
});

test('a preview tells of a name that is no UTF-8 and goes on', async (t) => {
  misname('pages/', '.txt');
  const { address, stop } = await served(draft, 'en');
  t.after(stop);
  for await (const state of states_of(address)) {
    assert.ok(state.findings.some(({ code }) => code === 'publication.name'));
    break;
  }
  assert.equal((await fetch(`${address}_yokoten/findings.json`)).status, 200);
});

test('no description of a source is proposed for a name that is no UTF-8', () => {
  misname('raw/', '.csv');
  const { status, stdout, stderr } = spawnSync('bash', ['-c', 'exec "$0" --lang en table raw/*p.csv --propose', program], { cwd: draft, encoding: 'utf8' });
  assert.deepEqual([status, stdout], [1, '']);
  assert.match(stderr, /publication\.name/);
});

/** Runs a verb in a system that gives no thread. */
const alone = (...args) => spawnSync('strace', ['-f', '-qq', '-o', '/dev/null', '-e', 'inject=clone3,clone:error=EAGAIN', program, '--lang', 'en', ...args], { cwd: folder, encoding: 'utf8' });

test('a check goes on alone where the system gives no thread', () => {
  const { status, stdout } = alone('check', draft);
  assert.equal(status, 0);
  assert.equal(stdout, yokoten(['check', draft, '--lang', 'en']).stdout);
});

test('a build says so where the system gives no thread, and leaves the site as it was', () => {
  assert.equal(build('site').exit, 0);
  const before = opened_tree(join(folder, 'site'));
  const { status, stderr } = alone('build', '--anew', draft, '--into', 'site');
  assert.equal(status, 1, stderr);
  assert.match(stderr, /no thread can be made; raise the limit/);
  assert.deepEqual(opened_tree(join(folder, 'site')), before);
});
