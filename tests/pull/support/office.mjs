// An office's web server, Debian's nginx over TLS by an authority of the test's own, and pulls from it.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { make_authority } from './authority.mjs';
import { start_mute } from './hostile_server.mjs';
import { named } from './names.mjs';
import { free_port, start_nginx } from './nginx.mjs';
import { Publication } from './publication.mjs';

export const table = '都道府県,件数\n鳥取県,121\n';
export const big = '都道府県,件数\n' + '鳥取県,121\n'.repeat(20000);
export const sjis = Buffer.from([0x8c, 0xa7, 0x2c, 0x8c, 0x8f, 0x90, 0x94, 0x0a]); // 県,件数
export const secret = 's3cret/+=';
export const inside = { allow_hosts: ['127.0.0.1'] };
export const ports = {};
export const folder = mkdtempSync(join(tmpdir(), 'yokoten-pull-'));
export const root = join(folder, 'root'); // what the server shows

const authority = make_authority(folder);
const ends = [];

const server = (port, { key, certificate }, locations) => `server { listen 127.0.0.1:${port} ssl; server_name _;
  access_log ${folder}/access.log brief; ssl_certificate ${certificate}; ssl_certificate_key ${key}; root ${root}; ${locations} }`;

const said_to_be = (path, type) => `location ${path} { types { } default_type "${type}"; alias ${root}/; }`;

/** Starts the office for the tests of this file; it ends with them. */
export function open_office() {
  before(start);
  after(async () => {
    for (const end of ends) await end();
    rmSync(folder, { recursive: true, force: true });
  });
}

async function start() {
  mkdirSync(root);
  writeFileSync(join(root, 'a.csv'), table);
  writeFileSync(join(root, 'big.csv'), big);
  writeFileSync(join(root, 'sjis.csv'), sjis);
  writeFileSync(join(root, 'page.csv'), '<!DOCTYPE html><title>メンテナンス中</title>');
  for (const name of ['main', 'other', 'wrong', 'expired', 'unsigned', 'plain']) ports[name] = await free_port();
  const names = 'IP:127.0.0.1,DNS:files.example.jp,DNS:127.0.0.1';
  const main = authority.certificate('main', names);
  const rewind = { days: 0 };
  const silent = await start_mute(() => {});
  ports.silent = silent.port;
  ends.push(silent.end);
  ends.push(await start_nginx(folder, `
    log_format brief '$status $uri $sent_http_content_encoding';
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
      location = /to-form { return 302 https://127.0.0.1:${ports.other}/form.csv; }
      location = /tells.csv { types { } default_type text/csv; return 200 "key,n\n$http_x_api_key,1\n"; }
      location = /busy.csv { limit_req zone=calls; limit_req_status 429; error_page 429 @busy; alias ${root}/a.csv; }
      location @busy { add_header Retry-After 2 always; return 429; }
      location = /ill.csv { limit_req zone=calls; limit_req_status 503; alias ${root}/a.csv; }
      location = /always-ill.csv { return 500; }
      ${['utf-8', 'Shift_JIS', 'EUC-JP'].map((name) => said_to_be(`/${name}/`, `text/csv; charset=${name}`)).join(' ')}
      ${said_to_be('/bare/', 'text/csv')}`)}
    ${server(ports.other, main, `
      location = /form.csv { if ($http_accept != "text/csv") { return 406; } alias ${root}/a.csv; }
      location = /asks.csv { if ($http_x_api_key) { return 403; } alias ${root}/a.csv; }`)}
    ${server(ports.wrong, authority.certificate('wrong', 'DNS:other.example.jp'), '')}
    ${server(ports.expired, authority.certificate('expired', names, rewind), '')}
    ${server(ports.unsigned, authority.certificate('unsigned', names, { signed: false }), '')}
    server { listen 127.0.0.1:${ports.plain}; root ${root}; }`, ports.main));
}

export const url = (path, port = ports.main, host = '127.0.0.1') => `https://${host}:${port}${path}`;
export const source = (path, keys = {}) => ({ id: 'x', url: url(path), file: 'raw/x.csv', ...inside, ...keys });
export const trusted = () => ({ SSL_CERT_FILE: authority.ca, CURL_CA_BUNDLE: authority.ca });
export const sum = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** What the servers answered so far, `STATUS PATH ENCODING` each. */
export const answered = () => readFileSync(join(folder, 'access.log'), 'utf8').trimEnd().split('\n');

/** Pulls one source; returns the publication and how it went. */
export async function pulled(one, { args = [], env = {}, last_good } = {}) {
  const publication = new Publication(folder, [one]);
  if (last_good !== undefined) publication.write('raw/x.csv', last_good);
  return { publication, ...(await publication.pull(args, { ...trusted(), ...env })) };
}

/** Asserts that nothing is taken from `path` and that the finding is `code`; returns what was said. */
export async function expect_refused(one, code, options = {}) {
  const run = await pulled(one, options);
  assert.match(run.stderr, new RegExp(`: error ${code.replace('.', '\\.')} `));
  assert.equal(run.exit, 1);
  assert.equal(run.stdout, 'x: failed raw/x.csv\n');
  assert.deepEqual(run.publication.files(), ['sources.toml']);
  return run.stderr;
}

/** The name files.example.jp stands for 127.0.0.1 in this environment. */
export const renamed = () => named(folder, ['127.0.0.1 files.example.jp']);
