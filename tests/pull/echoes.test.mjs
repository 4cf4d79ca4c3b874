// Whatever becomes of a pull, and whatever a server sends back, a secret is said and written nowhere.
import assert from 'node:assert/strict';
import test from 'node:test';
import { asked, address, folder, open_recorder, source, table } from './support/recorder.mjs';
import { Publication } from './support/publication.mjs';

const secret = 'S3cret-Token';
const outcomes = {
  taken: (response) => response.writeHead(200, { 'Content-Length': table.length }).end(table),
  'in-its-validators': (response) => response.writeHead(200, { ETag: `"${secret}"`, 'Last-Modified': secret, 'Content-Type': `text/csv; of=${secret}` }).end(table),
  'in-a-charset': (response) => response.writeHead(200, { 'Content-Type': `text/csv; charset=${secret}` }).end('県,件数\n'),
  'in-a-kind': (response) => response.writeHead(200, { 'Content-Type': `image/${secret}` }).end(table),
  'in-a-length': (response) => response.socket.end(`HTTP/1.1 200 OK\r\nContent-Length: ${secret}\r\n\r\n`),
  'in-a-compression': (response) => response.writeHead(200, { 'Content-Encoding': secret }).end(table),
  'in-a-status': (response) => response.writeHead(403, secret).end(secret),
  'in-no-http': (response) => response.socket.end(`${secret}\r\n\r\n`),
  'in-a-host': (response) => response.writeHead(302, { Location: `http://${secret}/` }).end(),
  'in-an-address': (response) => response.writeHead(302, { Location: `/taken?key=${encodeURIComponent(secret)}` }).end(),
  'in-a-scheme': (response) => response.writeHead(302, { Location: `${secret}:x` }).end(),
  'to-another-host': (response) => response.writeHead(302, { Location: address('/taken', '127.0.0.2') }).end(),
  'in-nothing': (response) => response.socket.destroy(),
};
open_recorder(({ url }, response) => outcomes[url.split('/')[1].split('?')[0]](response));

for (const name of Object.keys(outcomes))
  test(`a secret that the server sends back ${name}`, async () => {
    asked.splice(0);
    const publication = new Publication(folder, [source(`/${name}`, {
      headers: { Authorization: 'env:YOKOTEN_TEST_KEY' }, limits: { tries: 1 }, allow_hosts: ['127.0.0.1', '127.0.0.2'] })]);
    const env = { YOKOTEN_TEST_KEY: `Bearer ${secret}` };
    for (const args of [['--update-lock'], ['--strict', '--lang', 'ja']]) {
      const { stdout, stderr } = await publication.pull(args, env);
      for (const text of [stdout, stderr, ...publication.files().map((path) => publication.text(path))])
        assert.ok(!text.toLowerCase().includes(secret.toLowerCase()), text);
    }
    assert.equal(asked[0].headers.authorization, `Bearer ${secret}`);
  });

test('whoever is redirected to learns nothing of the source', async () => {
  asked.splice(0);
  const publication = new Publication(folder, [source('/to-another-host', {
    headers: { Authorization: 'env:YOKOTEN_TEST_KEY' }, allow_hosts: ['127.0.0.1', '127.0.0.2'] })]);
  const { exit, stderr } = await publication.pull([], { YOKOTEN_TEST_KEY: secret });
  assert.equal(exit, 0, stderr);
  assert.equal(asked[1].host, '127.0.0.2');
  assert.deepEqual(Object.keys(asked[1].headers).sort(), ['accept', 'accept-encoding', 'host', 'user-agent']);
});
