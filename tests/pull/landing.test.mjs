// What lands from a web server, what is asked for again, and what a kill or a second pull leaves.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { statSync, utimesSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { read_tree } from '../support/tree.mjs';
import { program } from '../support/yokoten.mjs';
import { answered, big, folder, inside, open_office, ports, pulled, root, source, sum, table, trusted, url } from './support/office.mjs';
import { Publication, provenance_value } from './support/publication.mjs';

open_office();

// ---- What lands

test('a file lands with where it is from', async () => {
  const before = Date.now();
  const { publication, exit, stdout, stderr } = await pulled(source('/moved.csv', { licence: 'PDL1.0', published: '2024-09' }));
  assert.equal(exit, 0, stderr);
  assert.equal(stderr, '');
  assert.equal(stdout, `x: new raw/x.csv ${Buffer.byteLength(table)} bytes sha256 ${sum(table).slice(0, 12)}\n`);
  assert.equal(publication.text('raw/x.csv'), table);
  const provenance = publication.text('raw/x.csv.source.toml');
  const value = (key) => provenance_value(provenance, key);
  assert.equal(value('address'), url('/moved.csv'));
  assert.equal(value('final_address'), url('/a.csv'));
  assert.equal(value('sha256'), sum(table));
  assert.equal(value('bytes'), Buffer.byteLength(table));
  assert.equal(value('licence'), 'PDL1.0');
  assert.equal(value('published'), '2024-09');
  assert.equal(value('content_type'), 'text/csv');
  assert.match(value('etag'), /^"[0-9a-f]+-[0-9a-f]+"$/);
  assert.ok(Math.abs(Date.parse(value('retrieved')) - before) < 60_000);
});

test('what is packed for the way is unpacked', async () => {
  const { publication, exit } = await pulled(source('/gzip/big.csv'));
  assert.equal(exit, 0);
  assert.equal(answered().pop(), '200 /gzip/big.csv gzip');
  assert.equal(publication.text('raw/x.csv'), big);
});

test('several sources are taken at once, a line each in their order', async () => {
  const ids = ['a', 'b', 'c', 'd', 'e'];
  const publication = new Publication(folder, [{ id: 'here', url: 'file:raw/here.csv', sha256: '0'.repeat(64) },
    ...ids.map((id) => ({ id, url: url('/a.csv'), ...inside }))]);
  const { exit, stdout } = await publication.pull([], trusted());
  assert.equal(exit, 0);
  assert.deepEqual(stdout.trimEnd().split('\n').map((line) => line.split(' ').slice(0, 3).join(' ')),
    ['here: local raw/here.csv', ...ids.map((id) => `${id}: new raw/${id}.csv`)]);
});

test('sources that share a file and an address pull it once', async () => {
  const publication = new Publication(folder, ['a', 'b'].map((id) => ({ ...source('/a.csv'), id })));
  const { exit, stdout } = await publication.pull([], trusted());
  assert.equal(exit, 0);
  assert.match(stdout, /^a: new raw\/x\.csv .*\nb: new raw\/x\.csv .*\n$/);
});

test('sources that share a file but no address are an error', async () => {
  const publication = new Publication(folder, [source('/a.csv'), { ...source('/big.csv'), id: 'y' }]);
  const { exit, stderr } = await publication.pull([], trusted());
  assert.equal(exit, 1);
  assert.match(stderr, /error source\.file raw\/x\.csv is where the source x goes/);
});

test('a file that was put by hand is not pulled over', async () => {
  const publication = new Publication(folder, [{ id: 'hand', url: 'file:raw/x.csv', sha256: sum('mine') }, source('/a.csv')]);
  publication.write('raw/x.csv', 'mine');
  const { exit, stderr } = await publication.pull([], trusted());
  assert.equal(exit, 1);
  assert.match(stderr, /error source\.file raw\/x\.csv is the file of the source hand too/);
  assert.equal(publication.text('raw/x.csv'), 'mine');
});

// ---- Again

test('a file that is the same is not sent again', async () => {
  const { publication } = await pulled(source('/a.csv'));
  const provenance = publication.text('raw/x.csv.source.toml');
  const { exit, stdout } = await publication.pull([], trusted());
  assert.equal(exit, 0);
  assert.equal(stdout, 'x: unchanged raw/x.csv\n');
  assert.equal(answered().pop(), '304 /a.csv -');
  assert.equal(publication.text('raw/x.csv.source.toml'), provenance);
});

test('a file that the server has changed is taken', async () => {
  writeFileSync(join(root, 'changing.csv'), table);
  const { publication } = await pulled(source('/changing.csv'));
  writeFileSync(join(root, 'changing.csv'), `${table}島根県,7\n`);
  const { stdout } = await publication.pull([], trusted());
  assert.match(stdout, /^x: changed raw\/x\.csv 34 -> 46 bytes/);
  assert.equal(publication.text('raw/x.csv'), `${table}島根県,7\n`);
  assert.equal(provenance_value(publication.text('raw/x.csv.source.toml'), 'sha256'), sum(`${table}島根県,7\n`));
});

test('a file with another date but the same bytes is unchanged', async () => {
  writeFileSync(join(root, 'touched.csv'), table);
  const { publication } = await pulled(source('/touched.csv'));
  utimesSync(join(root, 'touched.csv'), 1e9, 1e9);
  assert.equal((await publication.pull([], trusted())).stdout, 'x: unchanged raw/x.csv\n');
});

test('a file that was edited by hand is taken anew', async () => {
  const { publication } = await pulled(source('/a.csv'));
  publication.write('raw/x.csv', 'mine\n');
  assert.match((await publication.pull([], trusted())).stdout, /^x: changed /);
  assert.equal(publication.text('raw/x.csv'), table);
});

test('--check tells what would change and writes nothing', async () => {
  const { publication, stdout, exit } = await pulled(source('/a.csv'), { args: ['--check'], last_good: 'old\n' });
  assert.equal(exit, 0);
  assert.match(stdout, /^x: would change raw\/x\.csv 4 -> 34 bytes/);
  assert.deepEqual(publication.files(), ['raw/x.csv', 'sources.toml']);
  assert.equal(publication.text('raw/x.csv'), 'old\n');
  assert.ok(!publication.has('pull.yokoten-lock'));
});

test('--check tells what is new, what stays and what is refused, and writes nothing of it', async () => {
  const publication = new Publication(folder, [source('/a.csv'), { ...source('/big.csv'), id: 'y', file: 'raw/y.csv' }]);
  await publication.pull(['--update-lock'], trusted());
  publication.write('pull.lock', publication.text('pull.lock').replace(sum(big), '0'.repeat(64)));
  publication.describe([source('/a.csv'), { ...source('/big.csv'), id: 'y', file: 'raw/y.csv' }, { ...source('/page.csv'), id: 'z', file: 'raw/z.csv', expect: 'anything' }]);
  const files = () => publication.files().map((path) => [path, sum(publication.read(path)), statSync(join(publication.folder, path)).mtimeMs]);
  const before = files();
  const { exit, stdout, stderr } = await publication.pull(['--check'], trusted());
  assert.equal(exit, 1);
  assert.match(stdout, /^x: unchanged raw\/x\.csv\ny: kept raw\/y\.csv\nz: would be new raw\/z\.csv 5\d bytes sha256 [0-9a-f]{12}\n$/);
  assert.match(stderr, /error pull\.locked y: /);
  assert.deepEqual(files(), before);
});

// ---- Killed, doubled, watched

test('a pull that is killed leaves the old file or the new one', async () => {
  const publication = new Publication(folder, [source('/big.csv')]);
  publication.write('raw/x.csv', 'old\n');
  for (let round = 0; round < 8; round += 1) {
    publication.write('raw/x.csv', 'old\n');
    const child = publication.start([], trusted());
    const ended = new Promise((done) => { child.on('close', done); });
    await wait(5 + round * 6);
    child.kill('SIGKILL');
    await ended;
    assert.ok(['old\n', big].includes(publication.text('raw/x.csv')), `killed after ${5 + round * 6} ms`);
  }
  assert.equal((await publication.pull([], trusted())).exit, 0);
  assert.deepEqual(publication.files(), ['raw/x.csv', 'raw/x.csv.source.toml', 'sources.toml']);
});

test('a pull that is killed while it writes leaves the old file', async () => {
  writeFileSync(join(root, 'huge.csv'), big.repeat(80));
  const publication = new Publication(folder, [source('/huge.csv')]);
  publication.write('raw/x.csv', 'old\n');
  const child = publication.start([], trusted());
  const ended = new Promise((done) => { child.on('close', (code, signal) => done(signal)); });
  const watcher = watch(join(publication.folder, 'raw'), () => child.kill('SIGKILL'));
  assert.equal(await ended, 'SIGKILL');
  watcher.close();
  const left = publication.text('raw/x.csv');
  assert.ok(left === 'old\n' || left === big.repeat(80), `${left.length} bytes are left`);
  assert.equal((await publication.pull([], trusted())).exit, 0);
  assert.equal(sum(publication.read('raw/x.csv')), sum(big.repeat(80)));
  assert.deepEqual(publication.files(), ['raw/x.csv', 'raw/x.csv.source.toml', 'sources.toml']);
});

test('a second pull at the same time is refused', async () => {
  const publication = new Publication(folder, [source('/a.csv', { url: `https://127.0.0.1:${ports.silent}/a.csv`, limits: { seconds: 60, tries: 1 } })]);
  const first = publication.start([], trusted());
  for (let tries = 0; !publication.has('pull.yokoten-lock') && tries < 3000; tries += 1) await wait(20);
  const second = await publication.pull([], trusted());
  first.kill('SIGKILL');
  assert.equal(second.exit, 1);
  assert.match(second.stderr, /error pull\.busy another pull is at work here/);
  publication.describe([source('/a.csv')]);
  assert.equal((await publication.pull([], trusted())).exit, 0, 'the lock of a killed pull is open');
});

test('progress is shown on a terminal and nowhere else', async () => {
  const publication = new Publication(folder, [source('/a.csv')]);
  const command = `${program} pull ${publication.folder} --lang en`;
  const run = spawnSync('script', ['-qec', command, '/dev/null'], { env: { ...process.env, TERM: 'xterm', ...trusted() }, encoding: 'utf8' });
  assert.match(run.stdout, /\rtaking the sources  \[#* *\]  [01]\/1/);
  const lines = await publication.pull([], trusted(), []);
  assert.ok(!/[\r\x1b]/.test(lines.stdout + lines.stderr));
  assert.equal(lines.stderr, `${publication.folder}: taking the sources (1)\n`);
  assert.equal((await publication.pull([], trusted())).stderr, '');
});

test('a pull that a signal ends leaves raw/ and the lock as they were, though files have come', async () => {
  const slow = { id: 'slow', file: 'raw/slow.csv', url: `https://127.0.0.1:${ports.silent}/slow.csv` };
  const publication = new Publication(folder, [source('/a.csv'), source('/big.csv', { id: 'new', file: 'raw/new.csv' }), source('/a.csv', slow)]);
  publication.write('raw/x.csv', 'old\n');
  publication.write('pull.lock', '');
  const before = read_tree(publication.folder);
  for (const [signal, number] of [['SIGINT', 2], ['SIGTERM', 15]]) {
    const child = publication.start(['--update-lock'], trusted());
    const ended = new Promise((done) => { child.on('close', done); });
    for (let tries = 0; publication.files().filter((path) => path.endsWith('.yokoten-part')).length < 4; tries += 1) {
      assert.ok(tries < 3000, 'nothing came');
      await wait(20);
    }
    child.kill(signal);
    assert.equal(await ended, 128 + number);
    const left = read_tree(publication.folder);
    left.delete('pull.yokoten-lock');
    assert.deepEqual(left, before);
  }
});

test('messages are in Japanese for who asks for them', async () => {
  const { stdout, stderr } = await pulled(source('/missing.csv'), { args: ['--lang', 'ja'] });
  assert.equal(stdout, 'x: 失敗 raw/x.csv\n');
  assert.match(stderr, /HTTP 404: その住所にファイルはありません/);
});
