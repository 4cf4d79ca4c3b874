// What is here already is asked for by its ETag and Last-Modified, where they belong to it.
import assert from 'node:assert/strict';
import test from 'node:test';
import { asked, forget, open_recorder, pulled, source, table } from './support/recorder.mjs';
import { provenance_value } from './support/publication.mjs';

const day = 'Wed, 13 Nov 2024 00:00:00 GMT';
const validators = {
  '/both.csv': { ETag: '"1"', 'Last-Modified': day },
  '/etag.csv': { ETag: 'W/"1"' },
  '/day.csv': { 'Last-Modified': day },
  '/neither.csv': {},
  '/endless.csv': { ETag: `"${'1'.repeat(5000)}"` },
  '/this-year.csv': { ETag: '"1"', 'Last-Modified': day },
};
let latest = '/both.csv';

// Like many servers it takes a validator of any file for one of its own.
open_recorder(({ url, headers }, response) => {
  if (url === '/latest.csv') { response.writeHead(302, { Location: latest }).end(); return; }
  const is_news = headers['if-none-match'] === undefined && headers['if-modified-since'] === undefined;
  response.writeHead(is_news ? 200 : 304, validators[url]);
  response.end(is_news ? (url === '/this-year.csv' ? 'a,b\n3,4\n' : table) : undefined);
});

const conditions = ({ headers }) => [headers['if-none-match'], headers['if-modified-since']];

for (const [path, expected] of [
  ['/both.csv', ['"1"', day]], ['/etag.csv', ['W/"1"', undefined]], ['/day.csv', [undefined, day]], ['/neither.csv', [undefined, undefined]],
])
  test(`${path} is asked for with what it came with`, async () => {
    const { publication } = await pulled(source(path));
    assert.deepEqual(conditions(asked[0]), [undefined, undefined]);
    const provenance = publication.text('raw/x.csv.source.toml');
    assert.equal(provenance_value(provenance, 'etag'), validators[path].ETag);
    assert.equal(provenance_value(provenance, 'last_modified'), validators[path]['Last-Modified']);
    forget();
    const { exit, stdout, stderr } = await publication.pull();
    assert.equal(exit, 0, stderr);
    assert.equal(stdout, 'x: unchanged raw/x.csv\n');
    assert.deepEqual(asked.map(conditions), [expected]);
    assert.equal(publication.text('raw/x.csv'), table);
    assert.equal(publication.text('raw/x.csv.source.toml'), provenance);
  });

test('behind a redirect the file is asked for, not the redirect', async () => {
  const { publication } = await pulled(source('/latest.csv'));
  forget();
  assert.equal((await publication.pull()).stdout, 'x: unchanged raw/x.csv\n');
  assert.deepEqual(asked.map(conditions), [[undefined, undefined], ['"1"', day]]);
});

test('a redirect that leads to another file by now has it taken', async () => {
  latest = '/both.csv';
  const { publication } = await pulled(source('/latest.csv'));
  latest = '/this-year.csv';
  const { stdout, stderr } = await publication.pull();
  latest = '/both.csv';
  assert.equal(stderr, '');
  assert.match(stdout, /^x: changed raw\/x\.csv 8 -> 8 bytes/);
  assert.equal(publication.text('raw/x.csv'), 'a,b\n3,4\n');
});

test('a validator without end is not kept', async () => {
  const { publication } = await pulled(source('/endless.csv'));
  assert.equal(provenance_value(publication.text('raw/x.csv.source.toml'), 'etag'), undefined);
});

for (const [name, change] of [
  ['was edited', (publication) => publication.write('raw/x.csv', 'mine\n')],
  ['has no provenance', (publication) => publication.write('raw/x.csv.source.toml', '')],
  ['is not what the lock pins', (publication) => publication.write('pull.lock', `[sha256]\nx = "${'0'.repeat(64)}"\n`)],
])
  test(`a file that ${name} is asked for without conditions`, async () => {
    const { publication } = await pulled(source('/both.csv'));
    change(publication);
    forget();
    await publication.pull();
    assert.deepEqual(asked.map(conditions), [[undefined, undefined]]);
  });

test('an Accept of the source is sent, as SDMX interfaces want it', async () => {
  await pulled(source('/both.csv', { headers: { Accept: 'application/vnd.sdmx.data+csv' } }));
  assert.equal(asked[0].headers.accept, 'application/vnd.sdmx.data+csv');
});
