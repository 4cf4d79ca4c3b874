// Whether a pull goes by the proxy of the environment, and what is looked at then.
import assert from 'node:assert/strict';
import test from 'node:test';
import { asked, csv, open_portal, proxy_address, pulled } from './support/portal.mjs';

open_portal(() => [200, csv]);

const by_proxy = () => ({ https_proxy: proxy_address(), no_proxy: '' });

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
