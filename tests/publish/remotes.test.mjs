// `yokoten publish` to remotes that rclone reaches: real servers on loopback, killed in the middle, spoiled, shared.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import test, { after, before } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { remotes } from '../support/remotes.mjs';
import { home, program, yokoten } from '../support/yokoten.mjs';

// Each remote under all tests; without it, each test with the remote that it is hardest for.
const long = process.env.YOKOTEN_EVIDENCE_REMOTES === '1';
const record = '.yokoten-published.json';
const sum = (bytes) => createHash('sha256').update(bytes).digest('hex');
const folder = mkdtempSync(join(tmpdir(), 'yokoten-remotes-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Lays a site of these files down as build does, with its manifest and its record; returns its folder. */
function site_of(name, files) {
  const site = join(folder, name);
  rmSync(site, { recursive: true, force: true });
  const entries = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, text]) => {
    mkdirSync(dirname(join(site, path)), { recursive: true });
    writeFileSync(join(site, path), text);
    return { path, bytes: Buffer.byteLength(text), sha256: sum(text) };
  });
  const manifest = JSON.stringify({ files: entries });
  writeFileSync(join(site, 'manifest.json'), manifest);
  writeFileSync(`${site}.release.json`, JSON.stringify({ title: name, as_of: '2024-12-31', site: sum(manifest), findings: { warning: 0, note: 0 }, unfilled: 0, duties: [] }));
  return site;
}

const many = (text, count = 10) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`areas/${at % 5}/${at}/index.html`, `${text} ${at}`]));
const first = { 'index.html': 'one', 'old/い #&+%41.html': 'old', 'assets/a.111111111111.js': 'one', 'data/a.csv': 'a\n1\n', 'data/only/deep/b.json': '{}', ...many('one') };
const second = { 'index.html': 'two', 'new/index.html': 'new', 'assets/a.222222222222.js': 'two', 'data/a.csv': 'a\n2\n', ...many('two') };
const whole = (files) => [...Object.keys(files), 'manifest.json', record].sort();

/** What the tests of one remote share; `remote` and `env` are there once it was started. */
function stage_of(kind) {
  const stage = { kind, diary: join(folder, `${kind}.diary`), remote: null, env: null };
  stage.run = (site, ...more) => yokoten(['publish', site, stage.remote.name, '--lang', 'en', ...more], { env: stage.env });
  /** Publishes and returns how many files were sent. */
  stage.publish = (site, ...more) => {
    const { exit, stdout, stderr } = stage.run(site, ...more);
    assert.equal(exit, 0, stderr);
    return Number(/(\d+) files sent/.exec(stdout)[1]);
  };
  /** Publishes beside the test, which may kill it. */
  stage.publishing = () => {
    const child = spawn(program, ['publish', stage.site(), stage.remote.name], { env: { ...process.env, ...stage.env }, stdio: 'ignore' });
    return { child, ended: new Promise((done) => { child.on('exit', (code) => done(code)); }) };
  };
  stage.expect = (files, kept = {}) => {
    const tree = stage.remote.tree();
    assert.deepEqual([...tree.keys()].sort(), [...whole(files), ...Object.keys(kept)].sort());
    for (const [path, text] of Object.entries({ ...files, ...kept })) assert.equal(tree.get(path).toString(), text, path);
  };
  stage.site = () => join(folder, `site-${kind}`);
  stage.build = (files) => site_of(`site-${kind}`, files);
  stage.lay = (path, text) => {
    if (kind === 's3') return put_into_bucket(stage, path, text);
    mkdirSync(dirname(join(stage.remote.place, path)), { recursive: true });
    return writeFileSync(join(stage.remote.place, path), text);
  };
  return stage;
}

// Into a bucket only by its own door.
function put_into_bucket({ remote, env }, path, text) {
  const child = spawn('rclone', ['rcat', `${remote.name}/${path}`], { env: { ...process.env, ...env, AWS_CA_BUNDLE: '' }, stdio: ['pipe', 'ignore', 'inherit'] });
  child.stdin.end(text);
  return new Promise((done) => { child.on('exit', done); });
}

function start_and_stop(stage, start) {
  const place = join(folder, stage.kind);
  before(async () => {
    mkdirSync(place);
    stage.remote = await start(place);
    stage.env = { ...stage.remote.env, RCLONE_CONFIG: '/dev/null', YOKOTEN_RCLONE: join(home, 'tests/support/rclone_diary'), RCLONE_DIARY: stage.diary };
  });
  after(() => stage.remote?.stop());
}

function tell_what_is_sent(stage) {
  test(`${stage.kind}: a site is there, byte for byte, and the same again sends nothing`, () => {
    assert.equal(stage.publish(stage.build(first)), Object.keys(first).length + 1);
    stage.expect(first);
    if (stage.kind === 'webdav' || long) assert.equal(stage.publish(stage.site()), 0);
    stage.expect(first);
  });

  test(`${stage.kind}: what pages need comes first, then pages, then the manifest; then what is old goes`, async () => {
    await stage.lay('mine.txt', 'mine');
    writeFileSync(stage.diary, '');
    stage.publish(stage.build(second));
    stage.expect(second, { 'mine.txt': 'mine', 'assets/a.111111111111.js': 'one' });
    const told = readFileSync(stage.diary, 'utf8').split(/\n(?! )/).filter((each) => /^copy [^:]* :|^delete /.test(each));
    const order = told.flatMap((each) => each.split('\n').slice(1)).map((line) => line.trim()).filter(Boolean);
    const at = (path) => order.lastIndexOf(path);
    assert.equal(at(record), order.length - 1);
    assert.ok(order.indexOf(record) < at('assets/a.222222222222.js') && at('assets/a.222222222222.js') < at('index.html') && at('data/a.csv') < at('areas/0/0/index.html'), told.join('\n'));
    assert.ok(at('index.html') < at('manifest.json') && at('manifest.json') < at('old/い #&+%41.html'), told.join('\n'));
  });

  test(`${stage.kind}: no password stands in what rclone was told`, () => {
    const told = readFileSync(stage.diary, 'utf8');
    assert.ok(told.includes('copy '));
    const secrets = [stage.remote.password, ...Object.entries(stage.remote.env).filter(([name]) => /_PASS$/.test(name)).map(([, value]) => value)];
    for (const secret of secrets) assert.ok(!told.includes(secret));
  });
}

function tell_what_a_bucket_says(stage) {
  test('s3: files say what they are, and how long they stay', () => {
    const { 'content-type': type, 'cache-control': cache } = stage.remote.headers('assets/a.222222222222.js');
    assert.deepEqual([type, cache], ['text/javascript; charset=utf-8', 'public, max-age=31536000, immutable']);
    const page = stage.remote.headers('index.html');
    assert.deepEqual([page['content-type'], page['cache-control']], ['text/html; charset=utf-8', 'no-cache']);
  });
}

function tell_the_way_back(stage) {
  test(`${stage.kind}: the way back brings what stood there before, and again what stood there after`, () => {
    stage.publish(stage.site(), '--rollback');
    stage.expect(first, { 'mine.txt': 'mine', 'assets/a.222222222222.js': 'two' });
    stage.publish(stage.site(), '--rollback');
    stage.expect(second, { 'mine.txt': 'mine', 'assets/a.111111111111.js': 'one' });
  });
}

function tell_what_others_put_there(stage) {
  test(`${stage.kind}: a file of the same size that was spoiled there is brought again`, async () => {
    await stage.lay('areas/1/6/index.html', 'TWO 6');
    assert.equal(stage.publish(stage.site()), 1);
    stage.expect(second, { 'mine.txt': 'mine', 'assets/a.111111111111.js': 'one' });
  });

  test(`${stage.kind}: what others put there is not replaced by a file of its name`, () => {
    const { exit, stderr } = stage.run(stage.build({ ...second, 'mine.txt': 'ours' }));
    assert.equal(exit, 1);
    assert.match(stderr, /publish\.foreign.*mine\.txt/);
    stage.expect(second, { 'mine.txt': 'mine', 'assets/a.111111111111.js': 'one' });
  });
}

function tell_how_it_goes_on(stage) {
  test(`${stage.kind}: killed at many moments it goes on with what is missing, and can go back`, async () => {
    const third = { 'index.html': 'three', 'assets/a.333333333333.js': 'three', ...many('three', 16) };
    stage.build(third);
    let checked = false;
    for (let delay = 350; !checked; delay += 100) {
      const { child, ended } = stage.publishing();
      await Promise.race([wait(delay), ended]);
      child.kill('SIGKILL');
      assert.notEqual(await ended, 0, 'no moment was in the middle');
      await wait(50); // the end of its rclone
      const tree = stage.remote.tree();
      const arrived = [...tree].filter(([path, bytes]) => third[path] === bytes.toString()).length;
      assert.ok(tree.has('mine.txt'));
      if (arrived < 3) continue;
      checked = true;
      const sent = stage.publish(stage.site());
      assert.ok(sent <= Object.keys(third).length + 1 - arrived, `${sent} sent, though ${arrived} were there`);
    }
    stage.expect(third, { 'mine.txt': 'mine', 'assets/a.222222222222.js': 'two' });
  });
}

function tell_how_it_is_undone(stage) {
  test(`${stage.kind}: a publish that was killed is undone by --rollback`, async () => {
    stage.build({ 'index.html': 'four', ...many('four', 16) });
    const { child, ended } = stage.publishing();
    const begun = () => /"coming": "[0-9a-f]/.test(stage.remote.tree().get(record)?.toString() ?? '') && [...stage.remote.tree().values()].some((bytes) => bytes.toString().startsWith('four'));
    while (!begun()) await wait(5);
    child.kill('SIGKILL');
    await ended;
    assert.ok(begun(), 'it was killed in the middle');
    stage.publish(stage.site(), '--rollback');
    const tree = stage.remote.tree();
    assert.equal(tree.get('index.html').toString(), 'three');
    assert.ok(![...tree.values()].some((bytes) => bytes.toString().startsWith('four')));
    assert.equal(tree.get('mine.txt').toString(), 'mine');
  });
}

function tell_what_is_fetched(stage) {
  test(`${stage.kind}: what another machine brought is fetched first, so that there is a way back to it`, () => {
    const elsewhere = site_of(`elsewhere-${stage.kind}`, first);
    stage.publish(elsewhere);
    stage.publish(elsewhere, '--rollback');
    assert.equal(stage.remote.tree().get('index.html').toString(), 'three');
    const { exit, stderr } = stage.run(site_of(`nobody-${stage.kind}`, first), '--rollback');
    assert.equal(exit, 1);
    assert.match(stderr, /publish\.no_way_back/);
  });
}

for (const [kind, start] of Object.entries(remotes)) {
  const stage = stage_of(kind);
  start_and_stop(stage, start);
  tell_what_is_sent(stage);
  if (kind === 's3') tell_what_a_bucket_says(stage);
  if (kind === 's3' && !long) continue; // what follows depends on whether a remote tells hashes
  if (kind === 'sftp' || long) tell_the_way_back(stage);
  tell_what_others_put_there(stage);
  tell_how_it_goes_on(stage);
  if (kind === 'webdav' || long) tell_how_it_is_undone(stage);
  if (kind === 'sftp' || long) tell_what_is_fetched(stage);
}

test('webdav: a wrong password is told, without it', async (t) => {
  const place = join(folder, 'locked');
  mkdirSync(place);
  const remote = await remotes.webdav(place);
  t.after(remote.stop);
  const env = { ...remote.env, RCLONE_CONFIG: '/dev/null', RCLONE_WEBDAV_USER: 'someone' };
  const { exit, stderr } = yokoten(['publish', site_of('locked-site', first), remote.name, '--lang', 'en'], { env });
  assert.equal(exit, 1);
  assert.match(stderr, /publish\.remote.*401/);
  assert.ok(!stderr.includes(remote.env.RCLONE_WEBDAV_PASS));
  assert.ok(!existsSync(join(place, 'kpi')));
});

test('without rclone that is said, and how it comes', () => {
  const { exit, stderr } = yokoten(['publish', site_of('no-rclone', first), 'web:kpi', '--lang', 'en'], { env: { YOKOTEN_RCLONE: '/nowhere' } });
  assert.equal(exit, 1);
  assert.match(stderr, /apt-get install rclone/);
});

for (const target of [
  ':s3,access_key_id=A,secret_access_key=hush:b', ':webdav,url="https://u:hush@example.jp":x', ':sftp,host=a,pass=hush:x', ':ftp,pass="hu,sh:":x',
  'web,bearer_token=hush:x', ':sftp,key_pem=hush:x', ":webdav,headers='Authorization,hush':x",
]) {
  test(`a secret in the target is refused and not said again: ${target}`, () => {
    const { exit, stdout, stderr } = yokoten(['publish', site_of('secret', first), target, '--lang', 'en']);
    assert.equal(exit, 2);
    assert.match(stderr, /is a secret/);
    assert.ok(!/hu,?sh/.test(stdout + stderr));
  });
}

for (const target of ['https://example.jp/kpi', 's3://bucket/kpi']) {
  test(`an address is no name of a remote: ${target}`, () => {
    assert.equal(yokoten(['publish', site_of('address', first), target]).exit, 2);
  });
}
