// Secrets of the environment go to the source alone.
import assert from 'node:assert/strict';
import test from 'node:test';
import { expect_refused, open_office, pulled, secret, source, url } from './support/office.mjs';
import { provenance_value } from './support/publication.mjs';

open_office();

const with_key = (path) => source(path, { headers: { 'X-Api-Key': 'env:YOKOTEN_TEST_KEY' } });

test('a header from the environment is sent and written nowhere', async () => {
  const { publication, exit, stdout, stderr } = await pulled(with_key('/key.csv'), { env: { YOKOTEN_TEST_KEY: secret } });
  assert.equal(exit, 0, stderr);
  for (const text of [stdout, stderr, ...publication.files().map((path) => publication.text(path))])
    assert.ok(!text.includes(secret), text);
});

test('a secret that comes back in an address is blanked', async () => {
  const { publication, exit } = await pulled(with_key('/echo.csv'), { env: { YOKOTEN_TEST_KEY: secret } });
  assert.equal(exit, 0);
  assert.equal(provenance_value(publication.text('raw/x.csv.source.toml'), 'final_address'), url('/a.csv?key=***'));
});

test('a secret does not go to another host', async () => {
  const { exit, stderr } = await pulled(with_key('/to-other'), { env: { YOKOTEN_TEST_KEY: secret } });
  assert.equal(exit, 0, stderr);
});

test('a file that holds a secret is not taken, and the variable is named', async () => {
  const said = await expect_refused(with_key('/tells.csv'), 'pull.secret', { env: { YOKOTEN_TEST_KEY: secret } });
  assert.match(said, /the value of the environment variable YOKOTEN_TEST_KEY stands in the file/);
  assert.ok(!said.includes(secret));
});

test('a form that is asked for is asked for behind a redirect to another host too', async () => {
  const { exit, stderr } = await pulled(source('/to-form', { headers: { Accept: 'text/csv' } }));
  assert.equal(exit, 0, stderr);
});

test('a variable that is not set is named', () => expect_refused(with_key('/key.csv'), 'pull.environment')
  .then((said) => assert.match(said, /YOKOTEN_TEST_KEY is not set/)));
