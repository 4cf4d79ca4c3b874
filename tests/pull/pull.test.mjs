// Pulls from Debian's nginx over TLS by an authority of the test's own: what lands, what is asked
// for again, what is refused.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { program } from '../support/yokoten.mjs';
import { make_authority } from './support/authority.mjs';
import { start_mute } from './support/hostile_server.mjs';
import { free_port, start_nginx } from './support/nginx.mjs';
import { Publication, provenance_value } from './support/publication.mjs';

const table = '都道府県,件数\n鳥取県,121\n';
const big = '都道府県,件数\n' + '鳥取県,121\n'.repeat(20000);
const secret = 's3cret/+=';
const wrapper = '/usr/lib/x86_64-linux-gnu/libnss_wrapper.so';
const inside = { allow_hosts: ['127.0.0.1'] };

const folder = mkdtempSync(join(tmpdir(), 'yokoten-pull-'));
const root = join(folder, 'root');
const authority = make_authority(folder);
const ports = {};
const ends = [];

const server = (port, { key, certificate }, locations) => `server { listen 127.0.0.1:${port} ssl; server_name _;
  ssl_certificate ${certificate}; ssl_certificate_key ${key}; root ${root}; ${locations} }`;

before(async () => {
  mkdirSync(root);
  writeFileSync(join(root, 'a.csv'), table);
  writeFileSync(join(root, 'big.csv'), big);
  writeFileSync(join(root, 'page.csv'), '<!DOCTYPE html><title>メンテナンス中</title>');
  for (const name of ['main', 'other', 'wrong', 'expired', 'unsigned', 'plain']) ports[name] = await free_port();
  const names = 'IP:127.0.0.1,DNS:files.example.jp,DNS:127.0.0.1';
  const main = authority.certificate('main', names);
  const rewind = { days: 0 };
  const silent = await start_mute(() => {});
  ports.silent = silent.port;
  ends.push(silent.end);
  ends.push(await start_nginx(folder, `
    limit_req_zone $uri zone=calls:1m rate=40r/m; limit_req_log_level info;
    ${server(ports.main, main, `
      location = /gzip/big.csv { alias ${root}/big.csv; gzip on; gzip_types text/csv; gzip_min_length 1; }
      location = /moved.csv { return 302 /a.csv; }
      location = /hop1 { return 301 /hop2; } location = /hop2 { return 302 /hop3; } location = /hop3 { return 303 /hop4; }
      location = /hop4 { return 307 /hop5; } location = /hop5 { return 308 /a.csv; } location = /hop0 { return 301 /hop1; }
      location = /to-http { return 302 http://127.0.0.1:${ports.plain}/a.csv; }
      location = /to-file { return 302 file://${root}/a.csv; }
      location = /to-name { return 302 https://files.example.jp:${ports.main}/a.csv; }
      location = /to-private { return 302 https://10.0.0.1/a.csv; }
      location = /to-other { return 302 https://127.0.0.1:${ports.other}/asks.csv; }
      location = /key.csv { if ($http_x_api_key != "${secret}") { return 403; } alias ${root}/a.csv; }
      location = /echo.csv { return 302 /a.csv?key=$http_x_api_key; }
      location = /busy.csv { limit_req zone=calls; limit_req_status 429; error_page 429 @busy; alias ${root}/a.csv; }
      location @busy { add_header Retry-After 2 always; return 429; }
      location = /ill.csv { limit_req zone=calls; limit_req_status 503; alias ${root}/a.csv; }
      location = /always-ill.csv { return 500; }
      location = /latin.csv { default_type "text/csv; charset=Shift_JIS"; types { } alias ${root}/a.csv; }`)}
    ${server(ports.other, main, `location = /asks.csv { if ($http_x_api_key) { return 403; } alias ${root}/a.csv; }`)}
    ${server(ports.wrong, authority.certificate('wrong', 'DNS:other.example.jp'), '')}
    ${server(ports.expired, authority.certificate('expired', names, rewind), '')}
    ${server(ports.unsigned, authority.certificate('unsigned', names, { signed: false }), '')}
    server { listen 127.0.0.1:${ports.plain}; root ${root}; }`, ports.main));
});
after(async () => {
  for (const end of ends) await end();
  rmSync(folder, { recursive: true, force: true });
});

const url = (path, port = ports.main, host = '127.0.0.1') => `https://${host}:${port}${path}`;
const source = (path, keys = {}) => ({ id: 'x', url: url(path), file: 'raw/x.csv', ...inside, ...keys });
const trusted = () => ({ SSL_CERT_FILE: authority.ca, CURL_CA_BUNDLE: authority.ca });
const sum = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** Pulls one source; returns the publication and how it went. */
async function pulled(one, { args = [], env = {}, last_good } = {}) {
  const publication = new Publication(folder, [one]);
  if (last_good !== undefined) publication.write('raw/x.csv', last_good);
  return { publication, ...(await publication.pull(args, { ...trusted(), ...env })) };
}

/** Asserts that nothing is taken from `path` and that the finding is `code`; returns what was said. */
async function expect_refused(one, code, options = {}) {
  const run = await pulled(one, options);
  assert.match(run.stderr, new RegExp(`: error ${code.replace('.', '\\.')} `));
  assert.equal(run.exit, 1);
  assert.equal(run.stdout, 'x: failed raw/x.csv\n');
  assert.deepEqual(run.publication.files(), ['sources.toml']);
  return run.stderr;
}

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

// ---- Again

test('a file that is the same is not sent again', async () => {
  const { publication } = await pulled(source('/a.csv'));
  const provenance = publication.text('raw/x.csv.source.toml');
  const { exit, stdout } = await publication.pull([], trusted());
  assert.equal(exit, 0);
  assert.equal(stdout, 'x: unchanged raw/x.csv\n');
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
});

// ---- Trouble that passes, trouble that stays

test('too many requests are repeated after the time that the server asks for', async () => {
  await pulled(source('/busy.csv'));
  const { exit, stdout, stderr, took } = await pulled(source('/busy.csv'));
  assert.equal(exit, 0, stderr);
  assert.match(stdout, /^x: new /);
  assert.ok(took >= 2000, `after ${took} ms`);
});

test('a server in trouble is asked again', async () => {
  await pulled(source('/ill.csv'));
  const { exit, stdout, took } = await pulled(source('/ill.csv'));
  assert.equal(exit, 0);
  assert.match(stdout, /^x: new /);
  assert.ok(took >= 500, `after ${took} ms`);
});

test('a failed pull keeps the last good file and says how old it is', async () => {
  const { publication } = await pulled(source('/a.csv'));
  const provenance = publication.text('raw/x.csv.source.toml');
  const day = new Date(Date.now() - 3.5 * 86_400_000).toISOString().slice(0, 19);
  publication.write('raw/x.csv.source.toml', provenance.replace(/retrieved = .*/, `retrieved = "${day}Z"`));
  publication.describe([source('/always-ill.csv', { limits: { tries: 1 } })]);
  const { exit, stdout, stderr } = await publication.pull([], trusted());
  assert.equal(exit, 0);
  assert.equal(stdout, 'x: kept raw/x.csv\n');
  assert.match(stderr, new RegExp(`warning pull\\.status x: HTTP 500: .*; raw/x\\.csv is kept \\(taken on ${day.slice(0, 10)}, 3 days ago\\)`));
  assert.equal(publication.text('raw/x.csv'), table);
});

test('--strict makes a failed pull an error', async () => {
  const run = await pulled(source('/missing.csv'), { args: ['--strict'], last_good: 'old\n' });
  assert.equal(run.exit, 1);
  assert.match(run.stderr, /error pull\.status x: HTTP 404/);
  assert.equal(run.publication.text('raw/x.csv'), 'old\n');
});

test('one failing source leaves the others alone', async () => {
  const publication = new Publication(folder, [source('/missing.csv'), { ...source('/a.csv'), id: 'y', file: 'raw/y.csv' }]);
  const { exit, stdout } = await publication.pull([], trusted());
  assert.equal(exit, 1);
  assert.match(stdout, /^x: failed raw\/x\.csv\ny: new raw\/y\.csv /);
});

test('a web page in place of a table is refused', () => expect_refused(source('/page.csv'), 'pull.content'));
test('a charset that the bytes contradict is refused', () => expect_refused(source('/latin.csv'), 'pull.charset'));
test('what is not compared is taken as it is', async () => {
  const { exit, publication } = await pulled(source('/page.csv', { expect: 'anything' }));
  assert.equal(exit, 0);
  assert.match(publication.text('raw/x.csv'), /^<!DOCTYPE html>/);
});

// ---- Redirects

test('five redirects are followed', async () => assert.equal((await pulled(source('/hop1'))).exit, 0));
test('six redirects are too many', () => expect_refused(source('/hop0'), 'pull.redirect'));
test('a redirect to http is refused', () => expect_refused(source('/to-http'), 'pull.scheme'));
test('an insecure source may be redirected to http', async () => {
  assert.equal((await pulled(source('/to-http', { insecure: true }))).exit, 0);
});
test('a redirect to a file is refused', () => expect_refused(source('/to-file', { insecure: true }), 'pull.scheme'));
test('a redirect to a private address is refused', () => expect_refused(source('/to-private'), 'pull.host'));

/** The name files.example.jp stands for 127.0.0.1 in this environment. */
function renamed() {
  assert.ok(existsSync(wrapper), 'libnss-wrapper is not installed');
  const hosts = join(folder, 'hosts');
  writeFileSync(hosts, '127.0.0.1 files.example.jp\n');
  return { LD_PRELOAD: wrapper, NSS_WRAPPER_HOSTS: hosts, ASAN_OPTIONS: 'verify_asan_link_order=0' };
}

test('a redirect to a name that points inside is refused', async () => {
  const said = await expect_refused(source('/to-name'), 'pull.host', { env: renamed() });
  assert.match(said, /files\.example\.jp leads to an address inside/);
});

test('a name that points inside is refused', () => expect_refused(
  source('/', { url: url('/a.csv', ports.main, 'files.example.jp') }), 'pull.host', { env: renamed() }));

test('a name that points inside is taken where the source allows it', async () => {
  const run = await pulled(source('/', { url: url('/a.csv', ports.main, 'files.example.jp'), allow_hosts: ['files.example.jp'] }), { env: renamed() });
  assert.equal(run.exit, 0, run.stderr);
});

test('what one source is allowed is not allowed to another', async () => {
  const address = url('/a.csv', ports.main, 'files.example.jp');
  const publication = new Publication(folder, [{ id: 'a', url: address, allow_hosts: ['files.example.jp'] }, { id: 'b', url: address }]);
  const { stdout } = await publication.pull([], { ...trusted(), ...renamed() });
  assert.match(stdout, /^a: new raw\/a\.csv .*\nb: failed raw\/b\.csv\n$/);
});

// ---- Certificates

test('a certificate of another host is refused', () => expect_refused(source('/', { url: url('/a.csv', ports.wrong) }), 'pull.tls'));
test('an expired certificate is refused', () => expect_refused(source('/', { url: url('/a.csv', ports.expired) }), 'pull.tls'));
test('a certificate that nobody signed is refused', () => expect_refused(source('/', { url: url('/a.csv', ports.unsigned) }), 'pull.tls'));
test('an authority that is not trusted is refused', () => expect_refused(source('/a.csv'), 'pull.tls',
  { env: { SSL_CERT_FILE: '/etc/ssl/certs/ca-certificates.crt', CURL_CA_BUNDLE: '/etc/ssl/certs/ca-certificates.crt' } }));
test('http is refused where the source does not say insecure', async () => {
  const { exit, stderr } = await pulled(source('/', { url: `http://127.0.0.1:${ports.plain}/a.csv` }));
  assert.equal(exit, 1);
  assert.match(stderr, /error source\.insecure /);
});

// ---- Secrets

const with_key = (path) => source(path, { headers: { 'X-Api-Key': 'env:YOKOTEN_TEST_KEY' } });

test('a header from the environment is sent and written nowhere', async () => {
  const { publication, exit, stdout, stderr } = await pulled(with_key('/key.csv'), { env: { YOKOTEN_TEST_KEY: secret } });
  assert.equal(exit, 0, stderr);
  for (const text of [stdout, stderr, ...publication.files().map((path) => publication.text(path))])
    assert.ok(!text.includes(secret), text);
});

test('a secret that comes back in an address is blanked', async () => {
  const { publication, exit } = await pulled(with_key('/echo.csv'), { env: { YOKOTEN_TEST_KEY: secret } });
  assert.equal(exit, 0);
  assert.equal(provenance_value(publication.text('raw/x.csv.source.toml'), 'final_address'), url('/a.csv?key=***'));
});

test('a secret does not go to another host', async () => {
  const { exit, stderr } = await pulled(with_key('/to-other'), { env: { YOKOTEN_TEST_KEY: secret } });
  assert.equal(exit, 0, stderr);
});

test('a variable that is not set is named', () => expect_refused(with_key('/key.csv'), 'pull.environment')
  .then((said) => assert.match(said, /YOKOTEN_TEST_KEY is not set/)));

// ---- The lock

test('pull.lock pins what came and refuses another file', async () => {
  writeFileSync(join(root, 'pinned.csv'), table);
  const { publication } = await pulled(source('/pinned.csv'), { args: ['--update-lock'] });
  assert.equal(publication.text('pull.lock'), `[sha256]\nx = "${sum(table)}"\n`);
  writeFileSync(join(root, 'pinned.csv'), 'a,b\n');
  const refused = await publication.pull([], trusted());
  assert.equal(refused.exit, 1);
  assert.match(refused.stderr, /error pull\.locked x: /);
  assert.equal(publication.text('raw/x.csv'), table);
  const updated = await publication.pull(['--update-lock'], trusted());
  assert.equal(updated.exit, 0);
  assert.equal(publication.text('raw/x.csv'), 'a,b\n');
  assert.equal(publication.text('pull.lock'), `[sha256]\nx = "${sum('a,b\n')}"\n`);
});

test('what is pinned for sources that are gone leaves the lock', async () => {
  const { publication } = await pulled(source('/a.csv'), { args: ['--update-lock'] });
  publication.describe([{ ...source('/a.csv'), id: 'y' }]);
  await publication.pull(['--update-lock'], trusted());
  assert.equal(publication.text('pull.lock'), `[sha256]\ny = "${sum(table)}"\n`);
});

test('a source that the lock does not know is taken with a warning', async () => {
  const { publication } = await pulled(source('/a.csv'), { args: ['--update-lock'] });
  publication.describe([source('/a.csv'), { ...source('/big.csv'), id: 'y', file: 'raw/y.csv' }]);
  const { exit, stdout, stderr } = await publication.pull([], trusted());
  assert.equal(exit, 0);
  assert.match(stdout, /^x: unchanged raw\/x\.csv\ny: new raw\/y\.csv /);
  assert.match(stderr, /warning pull\.unpinned y is not in pull\.lock/);
});

test('a lock that can not be read stops the pull', async () => {
  const publication = new Publication(folder, [source('/a.csv')]);
  publication.write('pull.lock', '[sha256]\nx = "abc"\n');
  const { exit, stderr } = await publication.pull([], trusted());
  assert.equal(exit, 1);
  assert.match(stderr, /pull\.lock:2:5: error source\.hash /);
  assert.ok(!publication.has('raw/x.csv'));
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

test('a second pull at the same time is refused', async () => {
  const publication = new Publication(folder, [source('/a.csv', { url: `https://127.0.0.1:${ports.silent}/a.csv`, limits: { seconds: 3, tries: 1 } })]);
  const first = publication.start([], trusted());
  for (let tries = 0; !publication.has('pull.yokoten-lock') && tries < 100; tries += 1) await wait(20);
  const second = await publication.pull([], trusted());
  first.kill('SIGKILL');
  assert.equal(second.exit, 1);
  assert.match(second.stderr, /error pull\.busy another pull is at work here/);
});

test('progress is shown on a terminal and nowhere else', async () => {
  const publication = new Publication(folder, [source('/a.csv')]);
  const command = `${program} pull ${publication.folder} --lang en`;
  const run = spawnSync('script', ['-qec', command, '/dev/null'], { env: { ...process.env, ...trusted() }, encoding: 'utf8' });
  assert.match(run.stdout, /\r\[#* *\] [01]\/1 /);
  const quiet = await publication.pull([], trusted());
  assert.ok(!/[\r\x1b]/.test(quiet.stdout + quiet.stderr));
});

test('messages are in Japanese for who asks for them', async () => {
  const { stdout, stderr } = await pulled(source('/missing.csv'), { args: ['--lang', 'ja'] });
  assert.equal(stdout, 'x: 失敗 raw/x.csv\n');
  assert.match(stderr, /HTTP 404: その住所にファイルはありません/);
});

// ---- Usage

test('wrong usage ends with 2', async () => {
  const publication = new Publication(folder, []);
  assert.equal((await publication.pull(['--check', '--update-lock'])).exit, 2);
  assert.equal((await publication.pull(['--no-such-option'])).exit, 2);
});

test('a publication without sources.toml ends with 1', async () => {
  const publication = new Publication(folder, []);
  rmSync(join(publication.folder, 'sources.toml'));
  const { exit, stderr } = await publication.pull();
  assert.equal(exit, 1);
  assert.match(stderr, /sources\.toml: error publication\.missing /);
});
