// Files of open-data portals on CKAN, looked up by resource or dataset.
import assert from 'node:assert/strict';
import test from 'node:test';
import { asked, csv, open_portal, port, pulled } from './support/portal.mjs';
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
  many: () => dataset(Array.from({ length: 5000 }, (_, at) => resource(`r${at}`, 'CSV', 'x'))),
};

open_portal(({ pathname, searchParams: of }) => {
  if (pathname === '/ckan/api/3/action/resource_show' && of.get('id') === resource_id)
    return [200, { success: true, result: resource(resource_id, 'CSV', 'care.csv') }];
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
