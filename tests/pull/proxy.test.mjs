// Whether a pull goes by the proxy of the environment, and what is looked at then: by the proxy the
// name, without it the address that is connected to.
import assert from 'node:assert/strict';
import test from 'node:test';
import { named } from './support/names.mjs';
import { asked, csv, folder, open_portal, port, proxy_address, pulled } from './support/portal.mjs';

const redirects = {
  '/to-files.csv': () => `https://files.example.jp:${port()}/care.csv`,
  '/to-portal.csv': () => 'https://portal.example.jp/care.csv',
  '/to-number.csv': () => 'https://10.0.0.1/care.csv',
};
open_portal(({ pathname }) => (pathname in redirects ? [302, '', { Location: redirects[pathname]() }] : [200, csv]));

const by_proxy = (except = {}) => ({ https_proxy: proxy_address(), no_proxy: '', NO_PROXY: '', ...except });
const here = () => named(folder, ['127.0.0.1 files.example.jp', '127.0.0.1 portal.example.jp']);
const files_url = () => `https://files.example.jp:${port()}/care.csv`;
const connects = () => asked.filter((each) => each.startsWith('CONNECT '));

test('by a proxy a public name is taken though the proxy is inside', async () => {
  const { exit, stderr } = await pulled({ url: 'https://portal.example.jp/care.csv', allow_hosts: [] }, by_proxy());
  assert.equal(exit, 0, stderr);
  assert.deepEqual(asked, ['CONNECT portal.example.jp:443', '/care.csv']);
});

test('by a proxy a name inside is refused', async () => {
  for (const host of ['localhost', '10.0.0.1', 'intra', 'files.pref.lan', '[::1]', '2130706433']) {
    const { stderr } = await pulled({ url: `https://${host}/care.csv`, allow_hosts: [] }, by_proxy());
    assert.match(stderr, /error pull\.host /, host);
    assert.deepEqual(asked, []);
  }
});

test('by a proxy a redirect to an address inside is refused', async () => {
  const { stderr } = await pulled({ url: 'https://portal.example.jp/to-number.csv', allow_hosts: [] }, by_proxy());
  assert.match(stderr, /error pull\.host x: 10\.0\.0\.1 is an address inside/);
  assert.deepEqual(connects(), ['CONNECT portal.example.jp:443']);
});

test('a password of the proxy is said and written nowhere', async () => {
  const url = { url: 'https://portal.example.jp/care.csv', limits: { tries: 1 } };
  for (const address of [proxy_address(), 'http://127.0.0.1:9', 'http://nobody.invalid:9']) {
    const { publication, stdout, stderr } = await pulled(url, by_proxy({ https_proxy: address.replace('//', '//me:S3cret@') }));
    for (const text of [stdout, stderr, ...publication.files().map((path) => publication.text(path))]) assert.ok(!text.includes('S3cret'), text);
  }
});

for (const [name, except] of [
  ['its name', { no_proxy: 'files.example.jp' }], ['the end of its name', { no_proxy: '.example.jp' }],
  ['capitals', { NO_PROXY: 'example.jp' }], ['a star', { no_proxy: '*' }],
])
  test(`a host that no_proxy excepts by ${name} has its address looked at`, async () => {
    const refused = await pulled({ url: files_url(), allow_hosts: [] }, { ...here(), ...by_proxy(except) });
    assert.match(refused.stderr, /error pull\.host x: files\.example\.jp leads to an address inside/);
    assert.deepEqual(asked, []);
    const allowed = await pulled({ url: files_url(), allow_hosts: ['files.example.jp'] }, { ...here(), ...by_proxy(except) });
    assert.equal(allowed.exit, 0, allowed.stderr);
    assert.deepEqual(asked, ['/care.csv']);
  });

for (const [name, except] of [
  ['has a port', () => `files.example.jp:${port()}`], ['is a star with a name', () => '*.example.jp'],
  ['is a block of the address that the name stands for', () => '127.0.0.0/8'],
])
  test(`an entry of no_proxy that ${name} excepts no name, as with curl`, async () => {
    const { exit, stderr } = await pulled({ url: files_url(), allow_hosts: [] }, { ...here(), ...by_proxy({ no_proxy: except() }) });
    assert.equal(exit, 0, stderr);
    assert.deepEqual(asked, [`CONNECT files.example.jp:${port()}`, '/care.csv']);
  });

test('an address in a block of no_proxy is asked directly', async () => {
  const url = `https://127.0.0.1:${port()}/care.csv`;
  const { exit, stderr } = await pulled({ url }, by_proxy({ no_proxy: '10.0.0.0/8, 127.0.0.0/8' }));
  assert.equal(exit, 0, stderr);
  assert.deepEqual(asked, ['/care.csv']);
  await pulled({ url }, by_proxy({ no_proxy: '10.0.0.0/8' }));
  assert.deepEqual(connects(), [`CONNECT 127.0.0.1:${port()}`]);
});

test('a redirect from the proxy to a host without it has that address looked at', async () => {
  const { stderr } = await pulled({ url: 'https://portal.example.jp/to-files.csv', allow_hosts: [] },
    { ...here(), ...by_proxy({ no_proxy: 'files.example.jp' }) });
  assert.match(stderr, /error pull\.host x: files\.example\.jp leads to an address inside/);
  assert.deepEqual(asked, ['CONNECT portal.example.jp:443', '/to-files.csv']);
});

test('a redirect from a host without the proxy to one with it goes by the proxy', async () => {
  const { exit, stderr } = await pulled({ url: `https://127.0.0.1:${port()}/to-portal.csv` }, by_proxy({ no_proxy: '127.0.0.1' }));
  assert.equal(exit, 0, stderr);
  assert.deepEqual(asked, ['/to-portal.csv', 'CONNECT portal.example.jp:443', '/care.csv']);
});
