// The built national site: where it is, the pages that stand for all others, and a server for it.
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createGzip } from 'node:zlib';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = process.env.YOKOTEN_SITE ?? fileURLToPath(new URL('../../site/national', import.meta.url));

/** One page of each kind, and the two municipalities that differ most: one with figures, one without. */
export const pages = [
  '', 'areas/31/', 'areas/31/312029/', 'areas/01/011002/', 'cases/', 'cases/noheji/', 'cases/rokko/', 'cases/themes/explanation/', 'cases/collection/', 'indicators/careplan-link-rate/',
  'e-application/', 'logic-model/', 'centres/', 'data/', 'about/', 'compare/', 'accessibility/', 'en/', 'en/areas/31/312029/', 'en/compare/',
];
/** Pages that look like another one here: scripts/accessibility and scripts/bench look at them, the tests don't. */
export const alike = new Set(['cases/rokko/', 'cases/themes/explanation/', 'about/', 'en/compare/',
  'cases/ceiling-lift/', 'projects/care-plan-data-link/', 'blocks/distribution/', 'blocks/cards/']);
/** Of those the ones that a script makes more of: they say so without it, and show a table. */
export const made_by_script = ['compare/', 'en/compare/', 'blocks/explorer/'];
/** The sample of a prefecture, and what stands for its pages. */
export const prefecture_root = process.env.YOKOTEN_PREFECTURE ?? fileURLToPath(new URL('../../site/prefecture', import.meta.url));
export const prefecture_pages = ['', 'indicators/overtime/', 'indicators/overtime-better-than-all/', 'data/', 'about/',
  'projects/', 'projects/night-shift-records/', 'projects/care-plan-data-link/', 'events/',
  'cases/', 'cases/night-shift-intercom/', 'cases/ceiling-lift/', 'cases/services/510/', 'cases/collection/'];

/** The manual, and pages of it with examples of all kinds. */
export const handbook_root = process.env.YOKOTEN_HANDBOOK ?? fileURLToPath(new URL('../../site/handbook', import.meta.url));
export const handbook_pages = ['', 'text/', 'charts/', 'blocks/vega-lite/', 'blocks/distribution/', 'blocks/cards/', 'blocks/table/', 'blocks/map/', 'blocks/explorer/'];

export const named = (path) => path || 'the top page';
export const file_of = (path, folder = root) => join(folder, path, 'index.html');
export const file_address = (path) => pathToFileURL(file_of(path)).href;

// A path below the host proves that no link is meant from the host's root.
const mount = '/kpi/';
const types = {
  '.css': 'text/css; charset=utf-8', '.csv': 'text/csv; charset=utf-8', '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon', '.js': 'text/javascript; charset=utf-8', '.json': 'application/json; charset=utf-8',
  '.png': 'image/png', '.svg': 'image/svg+xml', '.txt': 'text/plain; charset=utf-8', '.woff2': 'font/woff2',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', '.xml': 'application/xml',
};

/** Returns the file of a site for a request's path, or nothing where there is none. */
function file_for(folder, path) {
  const inside = normalize(decodeURIComponent(path.slice(mount.length)));
  if (!path.startsWith(mount) || inside.startsWith('..')) return null;
  const file = join(folder, inside);
  if (!existsSync(file)) return null;
  if (!statSync(file).isDirectory()) return file;
  return path.endsWith('/') && existsSync(join(file, 'index.html')) ? join(file, 'index.html') : null;
}

/** Serves a site on this machine, compressed if asked for; returns its address and how to stop. */
export async function serve(folder = root, { gzip = false } = {}) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://host');
    const file = file_for(folder, pathname);
    if (file) {
      const type = types[extname(file)] ?? 'application/octet-stream';
      const packed = gzip && !/png|woff2|spreadsheet|octet/.test(type);
      response.writeHead(200, { 'Content-Type': type, ...(packed ? { 'Content-Encoding': 'gzip' } : {}) });
      const bytes = createReadStream(file);
      (packed ? bytes.pipe(createGzip()) : bytes).pipe(response);
    } else {
      // A browser asks every host for this icon by itself; that is no request of the site.
      response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end();
    }
  });
  await new Promise((ready) => { server.listen(0, '127.0.0.1', ready); });
  const stop = () => new Promise((done) => { server.close(done); server.closeAllConnections(); });
  return { address: `http://127.0.0.1:${server.address().port}${mount}`, stop };
}
