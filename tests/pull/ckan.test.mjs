// Files of open-data portals on CKAN, looked up by resource or dataset.
import assert from 'node:assert/strict';
import test from 'node:test';
import { named } from './support/names.mjs';
import { asked, csv, folder, open_portal, port, pulled } from './support/portal.mjs';
import { provenance_value } from './support/publication.mjs';

const resource_id = '4a1b2c3d-0000-4000-8000-123456789abc';
const portal = () => `ckan:127.0.0.1:${port()}/ckan`;
const resource = (id, format, path) => (
  { id, format, name: path, url: `https://127.0.0.1:${port()}/${path}`, last_modified: '2024-09-13T01:02:03.4' });
const dataset = (resources, more = {}) => ({ success: true, result: { ...more, resources } });

/** What package_show answers, by the dataset's name. */
const datasets = {
  care: () => dataset([resource('p', 'PDF', 'care.pdf'), resource('c', 'csv', 'care.csv')], { license_title: 'CC BY 4.0' }),
  evil: () => dataset([{ ...resource('e', 'CSV', 'x'), url: 'http://169.254.169.254/latest/meta-data/' }]),
  japanese: () => dataset([resource('j', 'CSV', '介護 2024.csv')]),
  failing: () => ({ success: false, error: { message: 'Not found' }, result: {} }),
  unlinked: () => dataset([{ ...resource('u', 'CSV', 'x'), url: '' }]),
  linkless: () => dataset([{ id: 'l', format: 'CSV' }]),
  twice: () => dataset([resource('y2023', 'CSV', '2023.csv'), resource('y2024', 'csv', 'care.csv'), resource('p', 'PDF', 'care.pdf')]),
  relative: () => dataset([{ ...resource('r', 'CSV', 'x'), url: '/care.csv' }]),
  plain: () => dataset([{ ...resource('h', 'CSV', 'x'), url: 'http://files.example.jp/care.csv' }]),
  inside: () => dataset([{ ...resource('i', 'CSV', 'x'), url: 'https://10.0.0.1/care.csv' }]),
  filed: () => dataset([{ ...resource('f', 'CSV', 'x'), url: 'file:///etc/passwd' }]),
  keyed: () => dataset([{ ...resource('k', 'CSV', 'x'), url: `https://files.example.jp:${port()}/open.csv` }]),
  listless: () => ({ success: true, result: { resources: 'none' } }),
  many: () => dataset(Array.from({ length: 5000 }, (_, at) => resource(`r${at}`, 'CSV', 'x'))),
};

/** Resources that name their dataset. */
const id_of = (last) => `4a1b2c3d-0000-4000-8000-00000000000${last}`;
const owners = { [id_of(1)]: 'care', [id_of(2)]: 'gone', [id_of(3)]: 'care&x=1', [id_of(4)]: 'failing' };

open_portal(({ pathname, searchParams: of }, headers) => {
  if (pathname === '/open.csv') return headers['x-api-key'] === undefined ? [200, csv] : [403, 'a secret'];
  if (of.get('id') === 'keyed' && headers['x-api-key'] !== 'S3cret') return [403, 'no secret'];
  if (pathname === '/ckan/api/3/action/resource_show' && of.get('id') === resource_id)
    return [200, { success: true, result: resource(resource_id, 'CSV', 'care.csv') }];
  if (pathname === '/ckan/api/3/action/resource_show' && of.get('id') in owners)
    return [200, { success: true, result: { ...resource(of.get('id'), 'CSV', 'care.csv'), package_id: owners[of.get('id')] } }];
  if (pathname === '/ckan/api/3/action/package_show' && of.get('id') in datasets) return [200, datasets[of.get('id')]()];
  if (['/care.csv', '/介護 2024.csv', '/介護.csv'].includes(decodeURI(pathname))) return [200, csv];
  return [404, { success: false }];
});

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

test('the licence of a resource is that of its dataset', async () => {
  const { publication, exit, stderr } = await pulled({ url: `${portal()}/${id_of(1)}`, file: 'raw/x.csv' });
  assert.equal(exit, 0, stderr);
  assert.equal(provenance_value(publication.text('raw/x.csv.source.toml'), 'licence'), 'CC BY 4.0');
  assert.deepEqual(asked.map((each) => each.split('?')[0].split('/').pop()), ['resource_show', 'package_show', 'care.csv']);
});

test('nobody is asked for a licence that the source states', async () => {
  const { publication } = await pulled({ url: `${portal()}/${id_of(1)}`, file: 'raw/x.csv', licence: 'PDL1.0' });
  assert.equal(provenance_value(publication.text('raw/x.csv.source.toml'), 'licence'), 'PDL1.0');
  assert.deepEqual(asked.map((each) => each.split('?')[0].split('/').pop()), ['resource_show', 'care.csv']);
});

for (const [last, what] of [[2, 'is not there'], [4, 'is refused']])
  test(`a dataset that ${what} keeps no file away, but a warning says that the licence is unknown`, async () => {
    const { publication, exit, stderr } = await pulled({ url: `${portal()}/${id_of(last)}`, file: 'raw/x.csv' });
    assert.equal(exit, 0, stderr);
    assert.equal(publication.text('raw/x.csv'), csv);
    assert.match(stderr, /warning pull\.licence x: the portal could not tell the licence of the dataset/);
  });

test('an id of a dataset that would be more than an id is not asked for', async () => {
  const { exit, stderr } = await pulled({ url: `${portal()}/${id_of(3)}`, file: 'raw/x.csv' });
  assert.equal(exit, 0, stderr);
  assert.deepEqual(asked.map((each) => each.split('?')[0].split('/').pop()), ['resource_show', 'care.csv']);
});

test('where access is denied, headers are spoken of where the source has some', async () => {
  const denied = await pulled({ url: `${portal()}/keyed`, file: 'raw/x.csv' });
  assert.match(denied.stderr, /HTTP 403: access is denied; look up the url at the publisher's, or write under headers what key it wants/);
  const wrong = await pulled({ url: `${portal()}/keyed`, file: 'raw/x.csv', headers: { 'X-Api-Key': 'env:YOKOTEN_TEST_KEY' } }, { YOKOTEN_TEST_KEY: 'another' });
  assert.match(wrong.stderr, /HTTP 403: access is denied; look at the environment variables of headers/);
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
  for (const url of [`${portal()}/japanese`, `https://127.0.0.1:${port()}/介護.csv`]) {
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

for (const [id, code, said] of [
  ['failing', 'pull.ckan', /it is no answer of CKAN; look at the portal's address/],
  ['listless', 'pull.ckan', /there is no list of resources/],
  ['unlinked', 'pull.ckan', /the resource has no address to download/],
  ['linkless', 'pull.ckan', /the resource has no address to download/],
  ['twice', 'pull.ckan', /the dataset has 2 resources in csv; name the id of one: y2023 \(CSV 2023\.csv\), y2024 \(csv care\.csv\), p \(PDF care\.pdf\)/],
  ['plain', 'pull.scheme', /http: is not used, only https:/],
  ['inside', 'pull.host', /10\.0\.0\.1 is an address inside/],
  ['filed', 'pull.scheme', /file: is not used, only https:/],
])
  test(`a dataset that is ${id} is refused (${code})`, async () => {
    const { publication, exit, stderr } = await pulled({ url: `${portal()}/${id}`, file: 'raw/x.csv' });
    assert.equal(exit, 1);
    assert.match(stderr, new RegExp(`: error ${code.replace('.', '\\.')} x: `));
    assert.match(stderr, said);
    assert.deepEqual(publication.files(), ['sources.toml']);
    assert.equal(asked.length, 1);
  });

test('of several resources of a format the one named by its id is taken', async () => {
  const { exit, stderr } = await pulled({ url: `${portal()}/${resource_id}`, file: 'raw/x.csv' });
  assert.equal(exit, 0, stderr);
  assert.deepEqual(asked.map((each) => each.split('?')[0].split('/').pop()), ['resource_show', 'care.csv']);
});

test('an address without a host is one of the portal', async () => {
  const { publication, exit, stderr } = await pulled({ url: `${portal()}/relative`, file: 'raw/x.csv' });
  assert.equal(exit, 0, stderr);
  assert.equal(provenance_value(publication.text('raw/x.csv.source.toml'), 'final_address'), `https://127.0.0.1:${port()}/care.csv`);
});

test('a key for the portal does not go to where the file is', async () => {
  const { publication, exit, stderr } = await pulled(
    { url: `${portal()}/keyed`, file: 'raw/x.csv', headers: { 'X-Api-Key': 'env:YOKOTEN_TEST_KEY' }, allow_hosts: ['127.0.0.1', 'files.example.jp'] },
    { YOKOTEN_TEST_KEY: 'S3cret', ...named(folder, ['127.0.0.1 files.example.jp']) });
  assert.equal(exit, 0, stderr);
  assert.equal(publication.text('raw/x.csv'), csv);
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
