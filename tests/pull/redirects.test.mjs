// Where a pull may be led to, and by whose certificate.
import assert from 'node:assert/strict';
import test from 'node:test';
import { start_mute } from './support/hostile_server.mjs';
import { named } from './support/names.mjs';
import { expect_refused, folder, inside, open_office, ports, pulled, renamed, source, trusted, url } from './support/office.mjs';
import { Publication } from './support/publication.mjs';

open_office();

// ---- Redirects

test('five redirects are followed', async () => assert.equal((await pulled(source('/hop1'))).exit, 0));
test('six redirects are too many', () => expect_refused(source('/hop0'), 'pull.redirect'));
test('a redirect to http is refused', () => expect_refused(source('/to-http'), 'pull.scheme'));
test('an insecure source may be redirected to http', async () => {
  assert.equal((await pulled(source('/to-http', { insecure: true }))).exit, 0);
});
test('a redirect to a file is refused', () => expect_refused(source('/to-file', { insecure: true }), 'pull.scheme'));
test('a redirect to a private address is refused', () => expect_refused(source('/to-private'), 'pull.host'));

test('a redirect to a name that points inside is refused', async () => {
  const said = await expect_refused(source('/to-name'), 'pull.host', { env: renamed() });
  assert.match(said, /files\.example\.jp leads to an address inside/);
});

test('a name that points inside is refused', () => expect_refused(
  source('/', { url: url('/a.csv', ports.main, 'files.example.jp') }), 'pull.host', { env: renamed() }));

test('what a name that points inside stands for is not even connected to', async (t) => {
  let connections = 0;
  const { port, end } = await start_mute(() => { connections += 1; });
  t.after(end);
  await expect_refused(source('/', { url: url('/a.csv', port, 'files.example.jp'), limits: { seconds: 5 } }), 'pull.host', { env: renamed() });
  assert.equal(connections, 0);
});

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

// 2fff::1 is nobody's: outside by the registry, and never answers. Then the other address is tried.
test('a name that stands for an address outside and one inside is refused', () => expect_refused(
  source('/', { url: url('/a.csv', ports.main, 'files.example.jp') }), 'pull.host',
  { env: named(folder, ['2fff::1 files.example.jp', '127.0.0.1 files.example.jp']) }));

// ---- Certificates

test('a certificate of another host is refused', () => expect_refused(source('/', { url: url('/a.csv', ports.wrong) }), 'pull.tls'));
test('insecure is about http, not about certificates', () => expect_refused(
  source('/', { url: url('/a.csv', ports.wrong), insecure: true }), 'pull.tls'));
test('an expired certificate is refused', () => expect_refused(source('/', { url: url('/a.csv', ports.expired) }), 'pull.tls'));
test('a certificate that nobody signed is refused', () => expect_refused(source('/', { url: url('/a.csv', ports.unsigned) }), 'pull.tls'));
test('an authority that is not trusted is refused', () => expect_refused(source('/a.csv'), 'pull.tls',
  { env: { SSL_CERT_FILE: '/etc/ssl/certs/ca-certificates.crt', CURL_CA_BUNDLE: '/etc/ssl/certs/ca-certificates.crt' } }));
test('http is refused where the source does not say insecure', async () => {
  const { exit, stderr } = await pulled(source('/', { url: `http://127.0.0.1:${ports.plain}/a.csv` }));
  assert.equal(exit, 1);
  assert.match(stderr, /error source\.insecure /);
});
