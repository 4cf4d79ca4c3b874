// Ctrl-C and its like: what stood stands, the exit says so, the next run ends well.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { free_port } from '../pull/support/nginx.mjs';
import { read_tree } from '../support/tree.mjs';
import { home, program, yokoten } from '../support/yokoten.mjs';

const rounds = Number(process.env.YOKOTEN_EVIDENCE_SIGNALS ?? 15);
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const sum = (bytes) => createHash('sha256').update(bytes).digest('hex');
const folder = mkdtempSync(join(tmpdir(), 'yokoten-signals-'));
const [old_draft, new_draft] = ['old', 'new'].map((name) => join(folder, `draft-${name}`));
const [old_site, new_site] = ['old', 'new'].map((name) => join(folder, name));
const longest_wait = 120_000; // ms
after(() => rmSync(folder, { recursive: true, force: true }));

before(() => {
  for (const [draft, site] of [[old_draft, old_site], [new_draft, new_site]]) {
    cpSync(join(home, 'tests/cases/small-publication/input'), draft, { recursive: true });
    writeFileSync(join(draft, 'pages/which.md'), `---\ntitle: どちらか\n---\n# どちらか\n\n${draft}\n`);
    assert.equal(yokoten(['build', draft, '--into', site]).exit, 0);
  }
});

/** Starts the program; `ended` resolves to its exit code or signal and what it said. */
function start(args, { env = {} } = {}) {
  const child = spawn(program, [...args, '--lang', 'en'], { cwd: home, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
  let said = '';
  for (const name of ['stdout', 'stderr']) child[name].on('data', (bytes) => { said += bytes; });
  const ended = new Promise((done) => { child.on('close', (code, signal) => done({ exit: code ?? signal, said })); });
  const spoken = Promise.race([ended, ...['stdout', 'stderr'].map((name) => new Promise((done) => { child[name].once('data', done); }))]);
  return { child, ended, spoken };
}

async function until(is_so) {
  for (const begun = Date.now(); !is_so(); await wait(5)) assert.ok(Date.now() - begun < longest_wait, 'it never came to that');
}

const name_of = (tree, trees) => trees.findIndex((each) => each.size === tree.size && [...each].every(([path, bytes]) => tree.get(path)?.equals(bytes)));

/** Runs `args` again and again, ended by a signal earlier and later; `look` tells 0 for what stood and 1 for what was to come. */
async function cut_short(args, prepare, look) {
  prepare();
  const begun = performance.now();
  assert.equal((await start(args).ended).exit, 0);
  const whole = performance.now() - begun; // ms on this machine, just now
  const ends = [];
  for (let round = 0; round < rounds; round += 1) {
    prepare();
    const signal = signals[round % signals.length];
    const { child, ended, spoken } = start(args);
    // Half of them at moments of a run that has surely begun, half of those at its first word: a machine that is busy now takes
    // longer to begin, and a short run is over soon.
    if (round % 2 === 1) await spoken;
    if (round % 4 !== 1) await wait((round * whole * 1.25) / rounds);
    child.kill(signal);
    const { exit, said } = await ended;
    const number = constants.signals[signal];
    ends.push(exit);
    // Before the program has begun to listen, it ends as programs do.
    if (exit === signal) assert.equal(look(), 0, `round ${round}`);
    else if (exit === 128 + number) {
      assert.equal(look(), 0, `round ${round}: ${said}`);
      if (said !== '') assert.match(said, /(: interrupted; .* stays as it was\n)$/);
    } else {
      assert.equal(exit, 0, said);
      assert.equal(look(), 1, `round ${round}`);
    }
  }
  assert.ok(ends.some((exit) => exit > 128), `none was ended by a signal: ${ends}`);
  prepare();
  assert.equal((await start(args).ended).exit, 0, 'the next one ends well');
  assert.equal(look(), 1);
}

test('a build that a signal ends leaves the site, and the record beside it, as they were', async () => {
  const site = join(folder, 'site');
  const trees = [old_site, new_site].map(read_tree);
  await cut_short(['build', new_draft, '--into', site], () => assert.equal(yokoten(['build', old_draft, '--into', site]).exit, 0), () => {
    const tree = read_tree(site);
    assert.equal(JSON.parse(readFileSync(`${site}.release.json`)).site, sum(tree.get('manifest.json')), 'the record is of another site');
    return name_of(tree, trees);
  });
  assert.deepEqual(readdirSync(folder).filter((name) => name.includes('site') && name.includes('part')), []);
});

test('a signal that comes when the site stands is too late: the build has done its work, and its exit says so', async () => {
  const exits = [];
  for (let round = 0; round < rounds; round += 1) {
    const { child, ended } = start(['build', new_draft, '--into', join(folder, 'late'), '--anew']);
    const stands = new Promise((done) => { child.stderr.on('data', (bytes) => { if (String(bytes).includes('time ')) done(); }); });
    await Promise.race([stands, ended]);
    child.kill(signals[round % signals.length]);
    exits.push((await ended).exit);
  }
  assert.deepEqual(exits, Array(rounds).fill(0));
});

test('a publish into a folder that a signal ends leaves what stood there', async () => {
  const www = join(folder, 'www');
  const record = '.yokoten-published.json';
  await cut_short(['publish', new_site, www, '--compress', 'gzip,brotli'], () => assert.equal(yokoten(['publish', old_site, www]).exit, 0), () => {
    const tree = read_tree(www);
    const { site, files } = JSON.parse(tree.get(record));
    assert.deepEqual(files.filter(({ path, sha256 }) => !tree.has(path) || sum(tree.get(path)) !== sha256), []);
    return [old_site, new_site].findIndex((each) => sum(readFileSync(join(each, 'manifest.json'))) === site);
  });
});

test('a publish into an archive that a signal ends leaves the archive, and nothing beside it', async () => {
  const target = join(folder, 'site.zip');
  assert.equal(yokoten(['publish', old_site, target]).exit, 0);
  const before_it = readFileSync(target);
  await cut_short(['publish', new_site, target], () => writeFileSync(target, before_it), () => (readFileSync(target).equals(before_it) ? 0 : 1));
  assert.deepEqual(readdirSync(folder).filter((name) => name.startsWith('site.zip') && name !== 'site.zip'), []);
});

test('a publish to a remote that a signal ends says so, ends rclone with it, and goes on with the next', async () => {
  const remote = join(folder, 'remote');
  const slow = join(folder, 'slow-rclone');
  const log = join(folder, 'rclone-pids');
  // Waits within the second copy: that of pages and their files, behind the record.
  writeFileSync(slow, `#!/bin/bash\necho $$ >>${log}\nif [[ "$1" == copy && -e ${log}.copied ]]; then echo waits >>${log}; sleep 60; fi\n[[ "$1" != copy ]] || : >${log}.copied\nexec rclone "$@"\n`);
  chmodSync(slow, 0o755);
  const env = { RCLONE_CONFIG: '/dev/null', RCLONE_CONFIG_WEB_TYPE: 'alias', RCLONE_CONFIG_WEB_REMOTE: remote };
  assert.equal(yokoten(['publish', old_site, 'web:kpi'], { env }).exit, 0);
  const { child, ended } = start(['publish', new_site, 'web:kpi'], { env: { ...env, YOKOTEN_RCLONE: slow } });
  await until(() => existsSync(log) && readFileSync(log, 'utf8').includes('waits'));
  child.kill('SIGINT');
  const { exit, said } = await ended;
  assert.equal(exit, 130, said);
  assert.match(said, /web:kpi: interrupted; .*the same command goes on with what is missing\n$/);
  const pid = readFileSync(log, 'utf8').trim().split('\n').at(-2);
  await until(() => spawnSync('kill', ['-0', pid]).status !== 0);
  for (const [path, bytes] of read_tree(old_site)) assert.ok(readFileSync(join(remote, 'kpi', path)).equals(bytes), path);
  assert.equal(yokoten(['publish', new_site, 'web:kpi'], { env }).exit, 0);
  for (const [path, bytes] of read_tree(new_site)) assert.ok(readFileSync(join(remote, 'kpi', path)).equals(bytes), path);
});

test('Ctrl-C ends what prints the collection of cases with the build, and takes its folder away', async () => {
  const temporary = join(folder, 'tmp');
  mkdirSync(temporary);
  const printer = join(folder, 'printer');
  writeFileSync(printer, `#!/bin/bash\necho $$ >${folder}/printer-pid\nsleep 60\n`);
  chmodSync(printer, 0o755);
  const { child, ended } = start(['build', 'data/prefecture', '--into', join(folder, 'printed')], { env: { YOKOTEN_CHROMIUM: printer, TMPDIR: temporary } });
  await until(() => existsSync(`${folder}/printer-pid`) && readFileSync(`${folder}/printer-pid`, 'utf8') !== '');
  child.kill('SIGINT');
  assert.equal((await ended).exit, 130);
  const pid = readFileSync(`${folder}/printer-pid`, 'utf8').trim();
  await until(() => spawnSync('kill', ['-0', pid]).status !== 0);
  assert.deepEqual(readdirSync(temporary), []);
  assert.ok(!existsSync(join(folder, 'printed')));
});

test('of several publications, those after the signal are not begun', async () => {
  const sites = join(folder, 'sites');
  const twelve = Array.from({ length: 12 }, (_, at) => {
    const draft = join(folder, `many-${at}`);
    cpSync(old_draft, draft, { recursive: true });
    return draft;
  });
  const { child, ended } = start(['build', ...twelve, '--into', sites]);
  await until(() => existsSync(join(sites, 'many-1')));
  child.kill('SIGINT');
  assert.equal((await ended).exit, 130);
  assert.ok(!existsSync(join(sites, 'many-11')));
});

test('a signal that whoever started the program had switched off does not end it', async () => {
  const site = join(folder, 'kept-on');
  const child = spawn('bash', ['-c', `trap '' HUP; echo deaf; exec ${program} build ${old_draft} --into ${site}`], { stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = new Promise((done) => { child.on('exit', (code, signal) => done(signal ?? code)); });
  await new Promise((done) => { child.stdout.once('data', done); });
  for (let times = 0; times < 200 && child.exitCode === null && child.signalCode === null; times += 1) {
    child.kill('SIGHUP');
    await wait(2);
  }
  assert.equal(await ended, 0);
  assert.ok(existsSync(join(site, 'manifest.json')));
});

test('serve ends with 130 at Ctrl-C', async () => {
  const { child, ended } = start(['serve', old_draft, '--port', String(await free_port())]);
  const heard = new Promise((done) => { child.stderr.on('data', (bytes) => { if (String(bytes).includes('http://')) done(); }); });
  await Promise.race([heard, ended]);
  child.kill('SIGINT');
  assert.equal((await ended).exit, 130);
});
