// A server of the test's own that answers as e-Stat and CKAN do, and a proxy that leads to it.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer as create_http_server } from 'node:http';
import { createServer } from 'node:https';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { make_authority } from './authority.mjs';
import { Publication } from './publication.mjs';

export const app_id = 'app-id-0123456789';
export const csv = '都道府県,件数\n鳥取県,121\n';
/** The requests of the last pull, in their order. */
export const asked = [];
export const folder = mkdtempSync(join(tmpdir(), 'yokoten-portal-'));

const authority = make_authority(folder);
let server;
let proxy;

/** Starts the portal for the tests of this file; `answer(url, headers)` returns status, body (text or JSON) and headers. */
export function open_portal(answer) {
  before(async () => {
    const { key, certificate } = authority.certificate('portal', 'IP:127.0.0.1,DNS:portal.example.jp,DNS:files.example.jp');
    server = createServer({ key: readFileSync(key), cert: readFileSync(certificate) }, (request, response) => {
      asked.push(request.url);
      const [status, body, headers = {}] = answer(new URL(request.url, 'https://x'), request.headers);
      const is_text = typeof body === 'string';
      response.writeHead(status, { 'Content-Type': is_text ? 'text/csv' : 'application/json', ETag: '"1"', ...headers });
      response.end(is_text ? body : JSON.stringify(body));
    });
    proxy = create_http_server().on('connect', (request, socket) => {
      asked.push(`CONNECT ${request.url}`);
      const other = connect(server.address().port, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        other.pipe(socket).pipe(other);
      });
      for (const each of [socket, other]) each.on('error', () => {});
    });
    for (const each of [server, proxy]) await new Promise((done) => { each.listen(0, '127.0.0.1', done); });
  });
  after(() => {
    for (const each of [server, proxy]) { each.close(); each.closeAllConnections(); }
    rmSync(folder, { recursive: true, force: true });
  });
}

export const port = () => server.address().port;
export const proxy_address = () => `http://127.0.0.1:${proxy.address().port}`;

export const environment = () => ({
  CURL_CA_BUNDLE: authority.ca, SSL_CERT_FILE: authority.ca, ESTAT_APP_ID: app_id, ESTAT_API: `https://127.0.0.1:${port()}/rest`,
});

/** Pulls `one`; returns the publication and how it went. */
export async function pulled(one, env = {}) {
  asked.length = 0;
  const publication = new Publication(folder, [{ id: 'x', allow_hosts: ['127.0.0.1'], ...one }]);
  return { publication, ...(await publication.pull([], { ...environment(), ...env })) };
}
