// Whatever a server does, a pull ends in time, within its memory, with the finding that it should
// have, and the last good file stays.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before, describe } from 'node:test';
import { make_authority } from './support/authority.mjs';
import { instead_of_tls, over_cut_tls, over_http, over_tls } from './support/behaviours.mjs';
import { start_cut_line, start_hostile, start_mute } from './support/hostile_server.mjs';
import { free_port } from './support/nginx.mjs';
import { Publication } from './support/publication.mjs';

const last_good = 'a,b\n0,0\n';
const limits = { bytes: 1_000_000, seconds: 5, stall_seconds: 2, tries: 1 };
const longest = 120_000; // ms
const at_once = 6;

const folder = mkdtempSync(join(tmpdir(), 'yokoten-hostile-'));
const authority = make_authority(folder);
const { key, certificate } = authority.certificate('server', 'IP:127.0.0.1');
const tls = { key: readFileSync(key), cert: readFileSync(certificate) };
const ends = [];
const ports = {};

const behaviours_of = (cases) => Object.fromEntries(Object.entries(cases).map(([name, { serve }]) => [name, serve]));

before(async () => {
  const http = await start_hostile(behaviours_of(over_http));
  const https = await start_hostile(behaviours_of({ ...over_tls, ...over_cut_tls }), tls);
  const cut = await start_cut_line(https.port, 700);
  const old = await start_hostile({ 'speaks-old-tls': (socket) => socket.end() },
    { ...tls, minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' });
  Object.assign(ports, { http: http.port, https: https.port, cut: cut.port, old: old.port, nobody: await free_port() });
  ends.push(http.end, https.end, cut.end, old.end);
  for (const [name, { behave }] of Object.entries(instead_of_tls)) {
    const mute = await start_mute(behave);
    ports[name] = mute.port;
    ends.push(mute.end);
  }
});
after(() => {
  for (const end of ends) end();
  rmSync(folder, { recursive: true, force: true });
});

/** Pulls `url` over a last good file and asserts what has to come of it. */
async function expect_outcome(url, { code, takes, warns, ...keys }) {
  const { tries = 1, seconds = limits.seconds, bytes = limits.bytes, insecure = true } = keys;
  const publication = new Publication(folder, [
    { id: 'x', url, file: 'raw/x.csv', allow_hosts: ['127.0.0.1'], limits: { ...limits, tries, seconds, bytes }, ...(insecure ? { insecure } : {}) }]);
  publication.write('raw/x.csv', last_good);
  const run = await publication.pull([], { SSL_CERT_FILE: authority.ca, CURL_CA_BUNDLE: authority.ca });
  assert.equal(run.exit, 0, run.stderr);
  assert.ok(run.took < longest, `it took ${run.took} ms`);
  assert.ok(!run.stderr.includes('\ufffd') && !run.stderr.includes('\x1b'), run.stderr);
  const codes = [...run.stderr.matchAll(/: (?:warning|error) (\S+)/g)].map(([, each]) => each);
  assert.deepEqual(codes, [code ?? warns].filter(Boolean), run.stderr);
  assert.equal(publication.text('raw/x.csv'), takes ?? last_good);
  const provenance = takes === undefined ? [] : ['raw/x.csv.source.toml'];
  assert.deepEqual(publication.files(), ['raw/x.csv', ...provenance, 'sources.toml']);
}

describe('a server that', { concurrency: at_once }, () => {
  for (const [name, { serve, ...expected }] of Object.entries(over_http))
    test(`${name} (${expected.code ?? 'fine'})`, () => expect_outcome(`http://127.0.0.1:${ports.http}/${name}.csv`, expected));
  for (const [name, { serve, ...expected }] of Object.entries(over_tls))
    test(`${name} (${expected.code ?? 'fine'})`, () => expect_outcome(`https://127.0.0.1:${ports.https}/${name}.csv`, expected));
  for (const [name, { serve, ...expected }] of Object.entries(over_cut_tls))
    test(`${name} (${expected.code ?? 'fine'})`, () => expect_outcome(`https://127.0.0.1:${ports.cut}/${name}.csv`, expected));
  for (const [name, { behave, ...expected }] of Object.entries(instead_of_tls))
    test(`${name} (${expected.code})`, () => expect_outcome(`https://127.0.0.1:${ports[name]}/${name}.csv`, expected));
  test('speaks-old-tls (pull.connection)', () => expect_outcome(`https://127.0.0.1:${ports.old}/a.csv`, { code: 'pull.connection' }));
  test('is-not-there (pull.connection)', () => expect_outcome(`https://127.0.0.1:${ports.nobody}/a.csv`, { code: 'pull.connection' }));
});

test('at least 40 behaviours are tried', () => {
  const tried = Object.keys({ ...over_http, ...over_tls, ...over_cut_tls, ...instead_of_tls }).length + 2;
  assert.ok(tried >= 40, String(tried));
});
