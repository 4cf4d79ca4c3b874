// The English edition of the national site: page for page what the Japanese one is.
import assert from 'node:assert/strict';
import test from 'node:test';
import { gzipSync } from 'node:zlib';
import { files, pages, read } from './files.mjs';

const is_whole = (page) => !/^(?:en\/)?embed\//.test(page);
const english = pages.filter((page) => page.startsWith('en/') && is_whole(page));
const japanese = pages.filter((page) => !page.startsWith('en/') && is_whole(page));
const address = (page) => page.replace(/index\.html$/, '');
const sitemap = read('sitemap.xml');
const base = /<loc>([^<]*?)<\/loc>/.exec(sitemap)[1];

test('every page stands in both languages', () => {
  assert.deepEqual(japanese.filter((page) => !files.has(`en/${page}`)), []);
  assert.deepEqual(english.filter((page) => !files.has(page.slice('en/'.length))), []);
  assert.ok(english.length > 1800);
});

test('every page says which language it is in', () => {
  const others = (list, language) => list.filter((page) => !read(page).includes(`<html lang="${language}">`));
  assert.deepEqual([others(japanese, 'ja'), others(english, 'en')], [[], []]);
});

test('every page names both languages in its head, and Japanese for all others', () => {
  for (const page of japanese.filter((each) => each !== '404.html')) {
    const path = address(page);
    const wanted = [['ja', base + path], ['en', `${base}en/${path}`], ['x-default', base + path]];
    for (const edition of [page, `en/${page}`]) {
      const found = [...read(edition).matchAll(/<link rel="alternate" hreflang="([^"]*)" href="([^"]*)">/g)].map(([, code, href]) => [code, href]);
      const of_release = page === 'releases/latest/index.html';
      if (!of_release) assert.deepEqual(found, wanted, edition);
    }
  }
});

test('every page leads to the same page in the other language', () => {
  const link = (page, language) => new RegExp(`<a href="([^"]*)" lang="${language}" hreflang="${language}">`).exec(read(page))?.[1];
  const target = (page, href) => new URL(href, `https://site/${page}`).pathname.slice(1);
  for (const page of japanese.filter((each) => each !== '404.html')) {
    assert.equal(target(page, link(page, 'en')), `en/${address(page)}`, page);
    assert.equal(target(`en/${page}`, link(`en/${page}`, 'ja')), address(page), page);
  }
});

test('the sitemap has each page in both languages, and each names the other', () => {
  const urls = [...sitemap.matchAll(/<url><loc>([^<]*)<\/loc>(.*?)<\/url>/g)];
  const known = new Set(urls.map(([, loc]) => loc));
  for (const [, loc, rest] of urls) {
    const named = [...rest.matchAll(/hreflang="(..)" href="([^"]*)"/g)];
    assert.deepEqual(named.map(([, code]) => code), ['ja', 'en'], loc);
    assert.ok(named.some(([, , href]) => href === loc) && named.every(([, , href]) => known.has(href)), loc);
  }
  assert.equal(urls.length % 2, 0);
});

test('an area is named in Hepburn, and once by its own name', () => {
  const page = read('en/areas/31/312029/index.html');
  assert.match(page, /<h1>.*Yonago City<\/h1>/);
  assert.equal(page.match(/<span class="kana"><span lang="ja">米子市<\/span>/g)?.length, 1);
});

test('what stays Japanese is marked', () => {
  const bare = (html) => html.replace(/<(span|tspan|a|small)\b[^>]*\slang="ja"[^>]*>[^<]*<\/\1>/g, '').replace(/<[^>]*>/g, '');
  const left = english.filter((page) => /[\u3040-\u30ff\u4e00-\u9fff]/.test(bare(read(page))));
  assert.deepEqual(left, []);
});

test('data and assets are not there twice', () => {
  const doubled = [...files].filter((path) => /^en\/(?:data\/.*\.(?:csv|json|xlsx)|assets\/|photos\/|search\/areas\.js)/.test(path));
  assert.deepEqual(doubled.filter((path) => files.has(path.slice('en/'.length)) && !/\/(?:[a-z-]+)-[^/]*\.csv$/.test(path)), []);
});

test('what the search loads for English alone is small', () => {
  assert.ok(gzipSync(read('en/search/more.js'), { level: 9 }).length <= 60 * 1024);
});

test('a unit stands apart from its number', () => {
  const glued = english.filter((page) => /<b>[\d,.]+<\/b>(?:<i>)?[a-z]/.test(read(page)));
  assert.deepEqual(glued, []);
  assert.match(read('en/index.html'), /<b>30<\/b> centres/);
  assert.match(read('index.html'), /<b>30<\/b>箇所/);
});

test('a name that ends in a number is told from its figure', () => {
  assert.ok(read('en/areas/31/index.html').includes('bodies planning to start by period 4: 5 ÷ bodies that answered: 20 = '));
});

test('headings of columns that were added up stand apart', () => {
  assert.ok(read('en/areas/31/index.html').includes('sum of the columns “Period 1”, “Period 2”, “Period 3”'));
  assert.ok(read('areas/31/index.html').includes('「第一期」「第二期」'));
});

test('a table is called a table once, and what is none is not', () => {
  const labels = english.flatMap((page) => [...read(page).matchAll(/<(\w+)[^>]* aria-label="(Table\b[^"]*)"/g)]);
  assert.deepEqual(labels.filter(([, , label]) => /^Table(?:: Table| of .*: Table)\b/.test(label)).map(([, , label]) => label), []);
  assert.deepEqual(labels.filter(([, tag]) => tag === 'textarea'), []);
});

test('the feed writes counts as the page of releases does', () => {
  for (const language of ['', 'en/']) {
    const said = /<summary>([^<]*)<\/summary>/.exec(read(`${language}feed.xml`))[1];
    assert.match(said, /\d,\d{3}/);
    assert.ok(read(`${language}releases/index.html`).includes(said), said);
  }
});
