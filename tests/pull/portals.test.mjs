// e-Stat and CKAN as their interfaces answer, by a server of the test's own; and a proxy.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as create_http_server } from 'node:http';
import { createServer } from 'node:https';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { paths } from '../support/tree.mjs';
import { home, yokoten } from '../support/yokoten.mjs';
import { make_authority } from './support/authority.mjs';
import { Publication, provenance_value } from './support/publication.mjs';

const app_id = 'app-id-0123456789';
const table_id = '0003411595';
const resource_id = '4a1b2c3d-0000-4000-8000-123456789abc';
const csv = '都道府県,件数\n鳥取県,121\n';
const inside = { allow_hosts: ['127.0.0.1'] };

const folder = mkdtempSync(join(tmpdir(), 'yokoten-portals-'));
const authority = make_authority(folder);
let server;
let proxy;
let asked = [];

// ---- What the portals say

/** Returns one page of getStatsData: `size` figures from `start` on, of `total`. */
function stats_page(start, size, total) {
  const values = Array.from({ length: Math.min(size, total - start + 1) },
    (_, at) => ({ '@area': '31000', '@time': `2024${String(start + at).padStart(6, '0')}`, '@unit': '人', $: String(start + at) }));
  const end = start + values.length - 1;
  return { GET_STATS_DATA: {
    RESULT: { STATUS: 0, ERROR_MSG: '正常に終了しました。', DATE: new Date().toISOString() },
    PARAMETER: { LANG: 'J', STATS_DATA_ID: table_id, START_POSITION: start },
    STATISTICAL_DATA: {
      RESULT_INF: { TOTAL_NUMBER: total, FROM_NUMBER: start, TO_NUMBER: end, ...(end < total ? { NEXT_KEY: end + 1 } : {}) },
      TABLE_INF: { '@id': table_id, TITLE: '要介護認定者数', UPDATED_DATE: '2024-09-30' },
      CLASS_INF: { CLASS_OBJ: [] },
      DATA_INF: { NOTE: { '@char': '-', $: '該当なし' }, VALUE: values.length === 1 ? values[0] : values },
    },
  } };
}

const failure = { GET_STATS_DATA: { RESULT: { STATUS: 100, ERROR_MSG: '認証に失敗しました。アプリケーションIDを確認して下さい。' } } };

/** Returns the status and the body for an address. */
function answer({ pathname, searchParams: of }) {
  const address = `https://127.0.0.1:${server.address().port}`;
  const resource = (id, format, path) => ({ id, format, name: path, url: `${address}/${path}`, last_modified: '2024-09-13T01:02:03.4' });
  if (pathname === '/rest/json/getStatsData') {
    if (of.get('appId') !== app_id) return [200, failure];
    const total = of.get('cdCat01') === 'one' ? 1 : 7;
    if (of.get('cdCat01') === 'short' && of.get('startPosition') === '4') return [200, stats_page(4, 2, 5)];
    return [200, stats_page(Number(of.get('startPosition') ?? 1), 3, total)];
  }
  if (pathname === '/ckan/api/3/action/resource_show' && of.get('id') === resource_id)
    return [200, { success: true, result: resource(resource_id, 'CSV', 'care.csv') }];
  if (pathname === '/ckan/api/3/action/package_show' && of.get('id') === 'care')
    return [200, { success: true, result: { license_title: 'CC BY 4.0', resources: [resource('p', 'PDF', 'care.pdf'), resource('c', 'csv', 'care.csv')] } }];
  if (pathname === '/ckan/api/3/action/package_show' && of.get('id') === 'evil')
    return [200, { success: true, result: { resources: [{ ...resource('e', 'CSV', 'x'), url: 'http://169.254.169.254/latest/meta-data/' }] } }];
  if (pathname === '/ckan/api/3/action/package_show' && of.get('id') === 'japanese')
    return [200, { success: true, result: { resources: [resource('j', 'CSV', '介護 2024.csv')] } }];
  if (pathname === '/ckan/api/3/action/package_show' && of.get('id') === 'many')
    return [200, { success: true, result: { resources: Array.from({ length: 5000 }, (_, at) => resource(`r${at}`, 'CSV', 'x')) } }];
  if (['/care.csv', '/介護 2024.csv', '/介護.csv'].includes(decodeURI(pathname))) return [200, csv];
  return [404, { success: false }];
}

before(async () => {
  const { key, certificate } = authority.certificate('portal', 'IP:127.0.0.1,DNS:portal.example.jp');
  server = createServer({ key: readFileSync(key), cert: readFileSync(certificate) }, (request, response) => {
    asked.push(request.url);
    const [status, body] = answer(new URL(request.url, 'https://x'));
    const is_text = typeof body === 'string';
    response.writeHead(status, { 'Content-Type': is_text ? 'text/csv' : 'application/json', ETag: '"1"' });
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

const environment = () => ({
  CURL_CA_BUNDLE: authority.ca, SSL_CERT_FILE: authority.ca, ESTAT_APP_ID: app_id,
  ESTAT_API: `https://127.0.0.1:${server.address().port}/rest`,
});

/** Pulls `one`; returns the publication and how it went. */
async function pulled(one, env = {}) {
  asked = [];
  const publication = new Publication(folder, [{ id: 'x', ...inside, ...one }]);
  return { publication, ...(await publication.pull([], { ...environment(), ...env })) };
}
const portal = () => `ckan:127.0.0.1:${server.address().port}/ckan`;

// ---- e-Stat

test('the pages of e-Stat are joined into one file', async () => {
  const { publication, exit, stderr } = await pulled({ url: `estat:${table_id}?cdArea=31000` });
  assert.equal(exit, 0, stderr);
  const { STATISTICAL_DATA: data, RESULT } = JSON.parse(publication.text('raw/x.json')).GET_STATS_DATA;
  assert.deepEqual(data.DATA_INF.VALUE.map(({ $ }) => $), ['1', '2', '3', '4', '5', '6', '7']);
  assert.deepEqual(data.RESULT_INF, { TOTAL_NUMBER: 7, FROM_NUMBER: 1, TO_NUMBER: 7 });
  assert.deepEqual(RESULT, { STATUS: 0, ERROR_MSG: '正常に終了しました。' });
  assert.deepEqual(asked.map((each) => new URL(each, 'https://x').searchParams.get('startPosition')), [null, '4', '7']);
  assert.ok(asked.every((each) => each.includes(`statsDataId=${table_id}`) && each.includes('cdArea=31000')));
});

test('a table of e-Stat has the day of its change, and no application id, beside it', async () => {
  const { publication, stdout, stderr } = await pulled({ url: `estat:${table_id}` });
  const provenance = publication.text('raw/x.json.source.toml');
  assert.equal(provenance_value(provenance, 'published'), '2024-09-30');
  assert.match(provenance_value(provenance, 'final_address'), /getStatsData\?appId=\*\*\*&/);
  for (const text of [stdout, stderr, provenance, publication.text('raw/x.json')]) assert.ok(!text.includes(app_id));
});

test('the same figures of e-Stat are unchanged', async () => {
  const { publication } = await pulled({ url: `estat:${table_id}` });
  assert.equal((await publication.pull([], environment())).stdout, 'x: unchanged raw/x.json\n');
});

test('a single figure of e-Stat is an array of one', async () => {
  const { publication } = await pulled({ url: `estat:${table_id}?cdCat01=one` });
  assert.equal(JSON.parse(publication.text('raw/x.json')).GET_STATS_DATA.STATISTICAL_DATA.DATA_INF.VALUE.length, 1);
});

test('a table that changes between two pages is refused', async () => {
  const { exit, stderr } = await pulled({ url: `estat:${table_id}?cdCat01=short` });
  assert.equal(exit, 1);
  assert.match(stderr, /error pull\.estat x: the table changed between two pages/);
});

test("e-Stat's refusal is told in its words, without the application id", async () => {
  const { exit, stderr } = await pulled({ url: `estat:${table_id}` }, { ESTAT_APP_ID: 'wrong-application' });
  assert.equal(exit, 1);
  assert.match(stderr, /error pull\.estat x: e-Stat answers \(100\): 認証に失敗しました/);
  assert.ok(!stderr.includes('wrong-application'));
});

test('a missing application id is named', async () => {
  const { stderr } = await pulled({ url: `estat:${table_id}` }, { ESTAT_APP_ID: '' });
  assert.match(stderr, /error pull\.environment x: the environment variable ESTAT_APP_ID is not set/);
  assert.deepEqual(asked, []);
});

/** Builds the small publication with another address of its one source; returns its pages as text. */
function pages_with(url) {
  const input = mkdtempSync(join(folder, 'input-'));
  cpSync(join(home, 'tests/cases/small-publication/input'), input, { recursive: true });
  const sources = readFileSync(join(input, 'sources.toml'), 'utf8');
  writeFileSync(join(input, 'sources.toml'), sources.replace('url = "file:raw/link.csv"', url));
  const site = join(input, 'site');
  const { exit, stdout, stderr } = yokoten(['build', input, '--into', site]);
  assert.equal(exit, 0, stdout + stderr);
  return paths(site).filter((path) => path.endsWith('.html')).map((path) => readFileSync(join(site, path), 'utf8'));
}

test('every page of a publication that uses e-Stat shows the sentence that its terms ask for', () => {
  const sentence = 'このサービスは、政府統計総合窓口(e-Stat)のAPI機能を使用していますが、サービスの内容は国によって保証されたものではありません。';
  const with_sentence = (url) => pages_with(url).map((text) => text.includes(sentence));
  assert.deepEqual([...new Set(with_sentence('url = "estat:0003411595"\nfile = "raw/link.csv"\nformat = "csv"'))], [true]);
  assert.deepEqual([...new Set(with_sentence('url = "file:raw/link.csv"'))], [false]);
});

// ---- CKAN

test('a resource of CKAN is looked up and taken', async () => {
  const { publication, exit, stderr } = await pulled({ url: `${portal()}/${resource_id}`, file: 'raw/x.csv' });
  assert.equal(exit, 0, stderr);
  assert.equal(publication.text('raw/x.csv'), csv);
  assert.equal(provenance_value(publication.text('raw/x.csv.source.toml'), 'published'), '2024-09-13');
});

test('of a dataset of CKAN the one resource of the format is taken, with its licence', async () => {
  const { publication, exit, stderr } = await pulled({ url: `${portal()}/care`, file: 'raw/x.csv' });
  assert.equal(exit, 0, stderr);
  assert.equal(publication.text('raw/x.csv'), csv);
  assert.equal(provenance_value(publication.text('raw/x.csv.source.toml'), 'licence'), 'CC BY 4.0');
});

test('a dataset of CKAN without the format lists what there is', async () => {
  const { exit, stderr } = await pulled({ url: `${portal()}/care`, file: 'raw/x.xlsx' });
  assert.equal(exit, 1);
  assert.match(stderr, /error pull\.ckan x: the dataset has 0 resources in xlsx; name the id of one: p \(PDF care\.pdf\), c \(csv care\.csv\)/);
});

test('an id that the portal does not know is refused after both ways to ask', async () => {
  const { stderr } = await pulled({ url: `${portal()}/nothing`, file: 'raw/x.csv' });
  assert.match(stderr, /error pull\.status x: HTTP 404/);
  assert.deepEqual(asked.map((each) => each.split('?')[0].split('/').pop()), ['package_show', 'resource_show']);
});

test('an address in Japanese is asked for percent-encoded', async () => {
  for (const url of [`${portal()}/japanese`, `https://127.0.0.1:${server.address().port}/介護.csv`]) {
    const { publication, exit, stderr } = await pulled({ url, file: 'raw/x.csv' });
    assert.equal(exit, 0, stderr);
    assert.equal(publication.text('raw/x.csv'), csv);
  }
});

test('what a portal says is told within bounds', async () => {
  const { stderr } = await pulled({ url: `${portal()}/many`, file: 'raw/x.csv' });
  assert.match(stderr, /error pull\.ckan x: the dataset has 5000 resources in csv; /);
  assert.ok(stderr.length < 1500, `${stderr.length} letters`);
});

test('an address that the portal gives may not lead inside', async () => {
  const { exit, stderr } = await pulled({ url: `${portal()}/evil`, file: 'raw/x.csv' });
  assert.equal(exit, 1);
  assert.match(stderr, /error pull\.scheme x: http: is not used/);
});

test('CKAN needs a name for its file', async () => {
  const { exit, stderr } = await pulled({ url: `${portal()}/care` });
  assert.equal(exit, 1);
  assert.match(stderr, /error source\.file say where the pulled file goes/);
});

// ---- A proxy

const by_proxy = () => ({ https_proxy: `http://127.0.0.1:${proxy.address().port}`, no_proxy: '' });

test('by a proxy a public name is taken though the proxy is inside', async () => {
  const { exit, stderr } = await pulled({ url: 'https://portal.example.jp/care.csv', allow_hosts: [] }, by_proxy());
  assert.equal(exit, 0, stderr);
  assert.deepEqual(asked, ['CONNECT portal.example.jp:443', '/care.csv']);
});

test('by a proxy a name inside is refused', async () => {
  for (const host of ['localhost', '10.0.0.1', 'intra', 'files.pref.lan', '[::1]']) {
    const { stderr } = await pulled({ url: `https://${host}/care.csv`, allow_hosts: [] }, by_proxy());
    assert.match(stderr, /error pull\.host /, host);
    assert.deepEqual(asked, []);
  }
});
