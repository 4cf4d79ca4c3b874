// What every chart of the site weighs and offers, and the pictures for shared links.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { gzipSync } from 'node:zlib';
import { files, pages, read, root } from './files.mjs';

const chart_limit = 2560; // bytes of a municipality's chart with its labels, gzip
const map_limit = 61440; // bytes of all maps of a page, gzip
const chart = /<svg class="chart[^>]*>.*?<\/svg>/gs;
const framed = /<figure id="(?:case-[a-z0-9-]+-)?c-[^>]*>.*?<\/figure>|<article class="kpi">.*?<\/article>/gs;

const weight = (text) => gzipSync(text, { level: 9 }).length;

/** Yields page and text of what a pattern finds on pages. */
function* found_on(some_pages, pattern) {
  for (const page of some_pages) for (const [text] of read(page).matchAll(pattern)) yield [page, text];
}
const of_municipalities = pages.filter((page) => /^areas\/\d\d\/\d{6}\/index\.html$/.test(page));

test(`no chart of a municipality weighs more than ${chart_limit} bytes`, () => {
  let charts = 0;
  for (const [page, text] of found_on(of_municipalities, chart)) {
    charts += 1;
    assert.ok(weight(text) <= chart_limit, `${page}: ${weight(text)} bytes`);
  }
  assert.ok(charts > of_municipalities.length, `only ${charts} charts`);
});

test(`the maps of no page weigh more than ${map_limit} bytes`, () => {
  let maps = 0;
  for (const page of pages) {
    const text = [...read(page).matchAll(/<figure id="c-map[^>]*>.*?<\/figure>/gs)].join('');
    if (text === '') continue;
    maps += 1;
    assert.ok(weight(text) <= map_limit, `${page}: ${weight(text)} bytes`);
  }
  assert.ok(maps > 1, `only ${maps} pages with maps`);
});

test('every chart has a title with its unit or date and words about what is seen', () => {
  for (const [page, text] of found_on(pages, chart)) {
    assert.match(text, /<title>[^<]+(?:（[^<]+）| \([^<]+\))<\/title><desc>[^<]{8,}<\/desc>/, page);
  }
});

test('every chart, in a figure or a card, offers its numbers, its picture and its specification', () => {
  for (const page of pages.filter((each) => !/^(?:en\/)?embed\//.test(each))) {
    let charts = read(page).split('<svg class="chart').length;
    for (const [text] of read(page).matchAll(framed)) {
      const within = text.split('<svg class="chart').length - 1;
      if (within === 0) continue;
      charts -= within;
      for (const ending of ['csv', 'svg', 'vl.json']) {
        const name = new RegExp(`href="([^"]+\\.${ending.replace('.', '\\.')})"`).exec(text)?.[1];
        assert.ok(name && files.has(new URL(name, `http://site/${page}`).pathname.slice(1)), `${page}: no ${ending} of ${text.slice(0, 80)}`);
      }
    }
    assert.equal(charts, 1, `${page}: ${charts - 1} charts in neither figure nor card`);
  }
});

test('the top page, prefectures, indicators and cases have a picture of 1200 x 630 px for shared links', () => {
  const shared = pages.filter((page) => /^(index|areas\/\d\d\/index|(indicators|cases)\/[^/]+\/index)\.html$/.test(page));
  assert.ok(shared.length > 1 + 47 + 20, `only ${shared.length} pages`);
  for (const page of shared) {
    const name = /property="og:image" content="[^"]+\/(share\/\w+\.png)"/.exec(read(page))?.[1];
    assert.ok(files.has(name), `${page}: ${name}`);
    const png = readFileSync(join(root, name));
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [1200, 630], page);
  }
});
