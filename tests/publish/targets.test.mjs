// `yokoten publish` into folders and archives: killed at any moment, beside others, back again; the same bytes every time.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, afterEach, before, beforeEach } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { read_tree } from '../support/tree.mjs';
import { home, program, yokoten } from '../support/yokoten.mjs';
import { parts_of_zip } from '../support/zip.mjs';

const record = '.yokoten-published.json';
const sum = (bytes) => createHash('sha256').update(bytes).digest('hex');
const built = mkdtempSync(join(tmpdir(), 'yokoten-built-'));
const sites = ['first', 'second'].map((name) => join(built, name));
let folder;
let www;

before(() => {
  for (const site of sites) {
    const draft = join(built, `draft-${site === sites[0]}`);
    cpSync(join(home, 'tests/cases/small-publication/input'), draft, { recursive: true });
    mkdirSync(join(draft, 'templates/styles'), { recursive: true });
    const styles = readFileSync(join(home, 'templates/styles/content.css'), 'utf8');
    if (site === sites[1]) {
      writeFileSync(join(draft, 'templates/styles/content.css'), `${styles}\n.second { color: inherit }\n`);
      writeFileSync(join(draft, 'pages/fresh.md'), '---\ntitle: 新しいページ\n---\n# 新しいページ\n\n本文。\n');
    } else {
      writeFileSync(join(draft, 'pages/old.md'), '---\ntitle: 古いページ\n---\n# 古いページ\n\n本文。\n');
    }
    const run = yokoten(['build', draft, '--into', site]);
    assert.equal(run.exit, 0, run.stderr);
  }
});
after(() => rmSync(built, { recursive: true, force: true }));
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yokoten-targets-'));
  www = join(folder, 'www');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function publish(...args) {
  const run = yokoten(['publish', ...args, '--lang', 'en']);
  assert.equal(run.exit, 0, run.stderr);
  return run.stdout;
}

/** Asserts that the folder holds one of the sites, whole, and nothing of ours besides what its record tells; returns which. */
function expect_whole(when) {
  const tree = read_tree(www);
  const { site, files } = JSON.parse(tree.get(record));
  const wrong = files.filter(({ path, sha256 }) => !tree.has(path) || sum(tree.get(path)) !== sha256).map(({ path }) => path);
  assert.deepEqual(wrong, [], when);
  assert.equal(tree.size, files.length + 1, when);
  const which = sites.findIndex((each) => sum(readFileSync(join(each, 'manifest.json'))) === site);
  assert.ok(which >= 0, when);
  for (const [path, bytes] of read_tree(sites[which])) assert.ok(bytes.equals(tree.get(path)), `${when}: ${path}`);
  return which;
}

test('a publish that is killed at any moment leaves a whole site, and the next one ends well', async () => {
  publish(sites[1], www, '--compress', 'gzip');
  const begin = performance.now();
  publish(sites[0], www, '--compress', 'gzip');
  const whole = performance.now() - begin; // ms on this machine, just now
  const seen = new Set();
  for (let round = 0; round < 24; round += 1) {
    const child = spawn(program, ['publish', sites[(round + 1) % 2], www, '--compress', 'gzip'], { cwd: home, stdio: 'ignore' });
    const ended = new Promise((done) => { child.on('exit', done); });
    await wait((round * whole) / 10); // beyond the end too, where others keep the machine busy
    child.kill('SIGKILL');
    await ended;
    seen.add(expect_whole(`killed in round ${round}`));
  }
  assert.equal(seen.size, 2, 'some were killed late enough');
  publish(sites[0], www);
  publish(sites[1], www);
  assert.equal(expect_whole('in the end'), 1);
  publish(sites[1], www, '--rollback');
  assert.equal(expect_whole('back'), 0);
  assert.ok(!existsSync(join(folder, '.www.next')));
});

test('two publishes at the same time leave a whole site, and one of them is told', async () => {
  const start = (site) => {
    const child = spawn(program, ['publish', site, www, '--compress', 'gzip,brotli', '--lang', 'en'], { cwd: home, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (bytes) => { said += bytes; });
    return new Promise((done) => { child.on('close', (code) => done({ code, said })); });
  };
  for (let round = 0; round < 4; round += 1) {
    const ends = await Promise.all([start(sites[0]), start(sites[1])]);
    assert.ok(ends.some(({ code }) => code === 0));
    for (const { code, said } of ends.filter(({ code: each }) => each !== 0)) assert.match(said, /publish\.locked/, `ended with ${code}`);
    expect_whole(`round ${round}`);
  }
});

test('a publish into a folder that another one holds is refused with a clear word, and changes nothing', async () => {
  publish(sites[0], www);
  const before_it = read_tree(folder);
  const holder = spawn('flock', ['--exclusive', join(folder, '.www.yokoten-lock'), 'sh', '-c', 'echo held; cat'], { stdio: ['pipe', 'pipe', 'ignore'] });
  await new Promise((done) => { holder.stdout.once('data', done); });
  for (const [lang, word] of [['en', 'another publish is writing here; try again when it has ended'], ['ja', '別の publish がここへ書いています。終わってからやり直してください']]) {
    const { exit, stdout, stderr } = yokoten(['publish', sites[1], www, '--lang', lang, '--quiet']);
    assert.deepEqual([exit, stdout, stderr], [1, '', `${www}: error publish.locked ${word}\n`]);
  }
  assert.deepEqual(read_tree(folder), before_it);
  holder.stdin.end();
  await new Promise((done) => { holder.on('close', done); });
  publish(sites[1], www);
});

test('a publish to a remote that another one of this machine is publishing to is refused with a clear word', async () => {
  const env = { RCLONE_CONFIG: '/dev/null', RCLONE_CONFIG_WEB_TYPE: 'alias', RCLONE_CONFIG_WEB_REMOTE: join(folder, 'remote') };
  const run = () => yokoten(['publish', sites[0], 'web:kpi', '--lang', 'en', '--quiet'], { env });
  assert.equal(run().exit, 0);
  const held = join(built, '.first.published', sum('web:kpi').slice(0, 16), '.yokoten-lock');
  assert.ok(existsSync(held));
  const holder = spawn('flock', ['--exclusive', held, 'sh', '-c', 'echo held; cat'], { stdio: ['pipe', 'pipe', 'ignore'] });
  await new Promise((done) => { holder.stdout.once('data', done); });
  const { exit, stderr } = run();
  assert.deepEqual([exit, stderr], [1, 'web:kpi: error publish.locked another publish to it is running; try again when it has ended\n']);
  holder.stdin.end();
  await new Promise((done) => { holder.on('close', done); });
  assert.equal(run().exit, 0);
});

test('a publish into a folder that nobody may write beside says why', () => {
  const { exit, stderr } = yokoten(['publish', sites[0], '/proc/none/www', '--lang', 'en', '--quiet']);
  assert.equal(exit, 1);
  assert.match(stderr, /^\/proc\/none\/www: error publish\.write can't write \(.*No such file or directory\); what stood there stays as it was\n$/);
});

test('files, links and empty folders of others stay, with what they are', () => {
  publish(sites[0], www);
  writeFileSync(join(www, 'google123.html'), 'mine');
  chmodSync(join(www, 'google123.html'), 0o604);
  symlinkSync('/nowhere', join(www, 'link'));
  mkdirSync(join(www, 'upload'));
  const { ino } = statSync(join(www, 'google123.html'));
  for (const args of [[sites[1], www], [sites[1], www, '--rollback']]) {
    publish(...args);
    const kept = statSync(join(www, 'google123.html'));
    assert.deepEqual([kept.ino, kept.mode & 0o777], [ino, 0o604]);
    assert.ok(lstatSync(join(www, 'link')).isSymbolicLink() && statSync(join(www, 'upload')).isDirectory());
  }
});

test('what stood before is closed to others, and what stands is as open as before', () => {
  publish(sites[0], www);
  chmodSync(www, 0o751);
  publish(sites[1], www);
  assert.deepEqual([www, join(folder, '.www.previous')].map((path) => statSync(path).mode & 0o777), [0o751, 0o700]);
  publish(sites[1], www, '--rollback');
  assert.deepEqual([www, join(folder, '.www.previous')].map((path) => statSync(path).mode & 0o777), [0o751, 0o700]);
});

test('a site that takes the place of one that all may read is one that all may read, whatever the mask', () => {
  const open = join(folder, 'open');
  publish(sites[0], open);
  chmodSync(open, 0o755);
  const run = spawnSync('bash', ['-c', `umask 077; exec "${program}" publish "${sites[1]}" "${open}"`]);
  assert.equal(run.status, 0, run.stderr.toString());
  assert.deepEqual(['index.html', 'data'].map((path) => statSync(join(open, path)).mode & 0o777), [0o644, 0o755]);
});

const rights_in = (mode) => {
  const target = join(folder, `rights-${mode.toString(8)}`);
  publish(sites[0], target);
  chmodSync(target, mode);
  publish(sites[1], target);
  return ['index.html', 'data'].map((path) => (statSync(join(target, path)).mode & 0o777).toString(8));
};
for (const [what, mode, rights] of [
  ['may only be passed through can be read', 0o751, ['644', '755']],
  ['others may only pass through can be read', 0o711, ['644', '755']],
  ['everybody may write is not one that everybody may change', 0o1777, ['644', '755']],
  ['its group may write is one that the group may change', 0o2775, ['664', '775']],
])
  test(`what is laid in a folder that ${what}`, () => assert.deepEqual(rights_in(mode), rights));

test('a reader with a page of the site before still gets its assets, until the site after', () => {
  publish(sites[0], www);
  const assets = () => new Set([...read_tree(join(www, 'assets')).keys()]);
  const first = assets();
  publish(sites[1], www);
  const both = assets();
  assert.ok(both.size > first.size && [...first].every((name) => both.has(name)));
});

test('compressed files hold the same text, and only texts that get smaller have them', () => {
  publish(sites[0], www, '--compress', 'gzip,brotli');
  const tree = read_tree(www);
  const packed = [...tree.keys()].filter((path) => /\.(gz|br)$/.test(path));
  assert.ok(packed.filter((path) => path.endsWith('.gz')).length > 20 && packed.filter((path) => path.endsWith('.br')).length > 20);
  for (const path of packed) {
    const text = tree.get(path.slice(0, -3));
    assert.ok(tree.get(path).length < text.length && /\.(html|css|js|json|jsonld|csv|svg|xml|txt|ics)$/.test(path.slice(0, -3)), path);
    assert.ok((path.endsWith('.gz') ? gunzipSync : brotliDecompressSync)(tree.get(path)).equals(text), path);
  }
});

test('the same site gives the same archive, whatever clock, zone, mask and place', () => {
  const one = join(folder, 'one.zip');
  publish(sites[0], one);
  const moved = join(folder, 'moved');
  cpSync(sites[0], moved, { recursive: true });
  cpSync(`${sites[0]}.release.json`, `${moved}.release.json`);
  const other = join(folder, 'other.zip');
  const run = spawnSync('bash', ['-c', `umask 077; exec "${program}" publish "${moved}" "${other}"`], { env: { ...process.env, TZ: 'Asia/Tokyo', LC_ALL: 'C' } });
  assert.equal(run.status, 0, run.stderr.toString());
  assert.ok(readFileSync(one).equals(readFileSync(other)));
  const parts = parts_of_zip(readFileSync(one));
  const tree = read_tree(sites[0]);
  assert.deepEqual([...parts.keys()], [...tree.keys()]);
  for (const [path, bytes] of tree) assert.ok(bytes.equals(parts.get(path)), path);
});

test('an archive that publish did not make is not replaced; one that it made is', () => {
  const target = join(folder, 'site.zip');
  writeFileSync(target, 'PK mine');
  const { exit, stderr } = yokoten(['publish', sites[0], target]);
  assert.equal(exit, 1);
  assert.match(stderr, /publish\.foreign/);
  assert.equal(readFileSync(target, 'utf8'), 'PK mine');
  rmSync(target);
  publish(sites[0], target);
  publish(sites[1], target);
  assert.ok(parts_of_zip(readFileSync(target)).has('fresh/index.html'));
});

test('a build leaves a folder alone that was published to, and says to publish', () => {
  publish(sites[0], www);
  writeFileSync(join(www, 'google123.html'), 'mine');
  const before = read_tree(www);
  const { exit, stderr } = yokoten(['build', join(built, 'draft-false'), '--into', www, '--lang', 'en']);
  assert.equal(exit, 1);
  assert.match(stderr, /publish\.published .*publish that here/);
  assert.deepEqual(read_tree(www), before);
  publish(sites[1], www);
  publish('-', www, '--rollback');
});

test('a build does not take the place of a link', () => {
  cpSync(sites[0], join(folder, 'real'), { recursive: true });
  for (const [name, leads] of [['link', 'real'], ['lost', 'nowhere']]) {
    symlinkSync(leads, join(folder, name));
    for (const into of [join(folder, name), `${join(folder, name)}/`]) {
      const { exit, stderr } = yokoten(['build', join(built, 'draft-false'), '--into', into, '--lang', 'en']);
      assert.equal(exit, 1, stderr);
      assert.match(stderr, /publish\.foreign .*link/);
      assert.ok(lstatSync(join(folder, name)).isSymbolicLink());
    }
  }
});

for (const [what, args] of [
  ['a preview of a folder', ['www', '--preview']], ['a way back of an archive', ['a.zip', '--rollback']],
  ['a compression that there is not', ['www', '--compress', 'zip']], ['a compressed preview', ['a.zip', '--preview', '--compress', 'gzip']],
]) {
  test(`${what} is wrong usage`, () => {
    const target = join(folder, args[0]);
    assert.equal(yokoten(['publish', sites[0], target, ...args.slice(1)]).exit, 2);
    assert.ok(!existsSync(target));
  });
}

test('with --headers the file for hosts of static sites stands on top, and the site after it takes it away', () => {
  publish(sites[0], www, '--headers');
  const rules = readFileSync(join(www, '_headers'), 'utf8');
  assert.ok(rules.startsWith(readFileSync(join(home, 'hosting/_headers'), 'utf8')));
  assert.match(rules, /\n\/index\.html\n {2}Content-Security-Policy: frame-ancestors 'self'\n/);
  publish(sites[0], www);
  assert.ok(!existsSync(join(www, '_headers')));
});
