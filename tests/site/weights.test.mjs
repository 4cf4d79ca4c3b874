// What a reader on a phone has to load: bytes as they travel, compressed.
import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { posix } from 'node:path';
import test from 'node:test';
import { pages, read } from './files.mjs';

const kilobytes = (number) => number * 1024;
const weight = (text) => gzipSync(text, { level: 6 }).length;
const comparing = /^(?:en\/)?compare\/index\.html$/;
const towns = pages.filter((path) => /^areas\/\d+\/\d+\/index\.html$/.test(path));

/** Returns the files that a page loads by themselves: addresses in `attribute` of its `element`s. */
function loaded(path, element, attribute) {
  const tags = read(path).match(new RegExp(`<${element} [^>]*>`, 'g')) ?? [];
  return tags.flatMap((tag) => {
    if (element === 'link' && !tag.includes('rel="stylesheet"')) return [];
    const address = new RegExp(` ${attribute}="([^"]+)"`).exec(tag)?.[1];
    return address === undefined || address.startsWith('data:') ? [] : [posix.join(posix.dirname(path), address)];
  });
}

const sum = (paths) => paths.reduce((bytes, path) => bytes + weight(read(path)), 0);

test('every page of a municipality weighs at most 14 KB', () => {
  assert.equal(towns.length, 1741);
  const heavy = towns.filter((path) => weight(read(path)) > kilobytes(14));
  assert.deepEqual(heavy, []);
});

test('the styles weigh at most 10 KB', () => {
  // 404.html calls them by their address.
  const styles = new Set(pages.filter((path) => !comparing.test(path) && !path.endsWith('404.html')).flatMap((path) => loaded(path, 'link', 'href')));
  assert.equal(styles.size, 1);
  assert.ok(sum([...styles]) <= kilobytes(10), `${sum([...styles])} bytes`);
});

// Vega comes when a chart of that page is seen: tests/browser/compare.test.mjs counts what it loads then.
test('no page but the one for comparing knows of Vega', () => {
  assert.deepEqual(pages.filter((path) => /compare-(?:charts|dataflows)/.test(read(path)) !== comparing.test(path)), []);
});

test('the scripts of a page of a municipality weigh at most 5 KB before the search is used', () => {
  const sets = new Set(towns.map((path) => loaded(path, 'script', 'src').join(' ')));
  assert.ok(sets.size > 0);
  for (const scripts of sets) assert.ok(sum(scripts.split(' ').filter(Boolean)) <= kilobytes(5), scripts);
});

test('a page of a municipality asks for nothing that its styles or scripts would have to ask for first', () => {
  for (const path of loaded(towns[0], 'link', 'href')) assert.doesNotMatch(read(path), /@import|url\((?!["']?data:)/);
  for (const path of loaded(towns[0], 'img', 'src')) assert.fail(path);
});
