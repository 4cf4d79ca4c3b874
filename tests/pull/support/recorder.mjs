// A web server that remembers what it was asked, and when; without TLS, so for insecure sources.
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { Publication } from './publication.mjs';

export const table = 'a,b\n1,2\n';
export const folder = mkdtempSync(join(tmpdir(), 'yokoten-recorder-'));
/** The requests since the last `forget()`: path, host, headers, at (ms), and how many were open with them. */
export const asked = [];

let open = 0;
let port;

/** Starts it for the tests of this file; `answer(request, response)` answers. */
export function open_recorder(answer) {
  const server = createServer((request, response) => {
    open += 1;
    response.on('close', () => { open -= 1; });
    asked.push({ path: request.url, host: request.headers.host.split(':')[0], headers: request.headers, at: Date.now(), open });
    answer(request, response);
  });
  before(() => new Promise((done) => { server.listen(0, '0.0.0.0', () => { port = server.address().port; done(); }); }));
  after(() => { server.close(); server.closeAllConnections(); rmSync(folder, { recursive: true, force: true }); });
}

export const forget = () => asked.splice(0);
/** Every 127.x.y.z is this machine and, to a pull, a host of its own. */
export const address = (path, host = '127.0.0.1') => `http://${host}:${port}${path}`;
export const source = (path, { host = '127.0.0.1', ...keys } = {}) => (
  { id: 'x', url: address(path, host), file: 'raw/x.csv', insecure: true, allow_hosts: [host], ...keys });

/** Pulls; returns the publication and how it went. */
export const pulled = (...sources) => pulled_with({}, ...sources);

/** The same with variables of the environment. */
export async function pulled_with(env, ...sources) {
  forget();
  const publication = new Publication(folder, sources);
  return { publication, ...(await publication.pull([], env)) };
}
