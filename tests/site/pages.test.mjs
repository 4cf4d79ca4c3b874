// Which pages there are, and what every one of them must and must not hold.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { dead_links, ids, is_absolute, links, target } from '../support/html.mjs';
import { files, pages, read } from './files.mjs';

/** Returns the rows of a table in data/areas/ without its heading. */
function areas(name) {
  const text = readFileSync(new URL(`../../data/areas/${name}`, import.meta.url), 'utf8');
  return text.trimEnd().split('\n').slice(1).map((line) => line.split(','));
}

/** Returns `page: what` for the first pages on which `find` finds something. */
function offences(find) {
  const found = [];
  for (const page of pages) {
    for (const what of find(read(page), page)) found.push(`${page}: ${what}`);
    if (found.length >= 20) break;
  }
  return found;
}
const matches = (pattern) => (html) => html.match(pattern) ?? [];

test('all 47 prefectures have a page', () => {
  const wanted = areas('prefectures.csv').map(([, number]) => `areas/${number}/index.html`);
  assert.equal(wanted.length, 47);
  assert.deepEqual(wanted.filter((page) => !files.has(page)), []);
});

test('all 1741 municipalities have a page', () => {
  const wanted = areas('municipalities.csv').map(([code, number]) => `areas/${number}/${code}/index.html`);
  assert.equal(wanted.length, 1741);
  assert.deepEqual(wanted.filter((page) => !files.has(page)), []);
});

// What search engines read of the figures, and the settings of the page for comparing, are scripts that no browser runs.
test('no page holds a script of its own', () => {
  assert.deepEqual(offences(matches(/<script(?![^>]*\ssrc="| type="application\/(?:ld\+)?json">)[^>]*>|\son[a-z]+="/g)), []);
});

test('no page holds a style of its own', () => {
  assert.deepEqual(offences(matches(/<style[\s>]|<[^<>]*\sstyle="/g)), []);
});

test('every page carries the content security policy', () => {
  const policy = /<meta http-equiv="Content-Security-Policy" content="default-src (?:'|&#39;)none(?:'|&#39;);[^"]*">/;
  assert.deepEqual(offences((html) => (policy.test(html) ? [] : ['no policy'])), []);
});

test('no policy allows what is inline or from elsewhere', () => {
  assert.deepEqual(offences(matches(/Content-Security-Policy" content="[^"]*(?:unsafe-|https?:|\*)[^"]*"/g)), []);
});

// An empty icon (data:,) asks nobody. The canonical address, those in other languages and the terms of use are meant to point elsewhere.
const may_be_absolute = /\srel="(?:[^"]*\s)?(?:canonical|license)[\s"]|^<link rel="alternate" hreflang="/;

test('no link is absolute or leads to another host, but those of the page for what is not there', () => {
  assert.deepEqual(offences((html, page) => (page.endsWith('404.html') ? [] : links(html))
    .filter(({ tag, address }) => is_absolute(address) && !/^(mailto:|tel:|data:,$)/.test(address) && !may_be_absolute.test(tag))
    .map(({ tag }) => tag)), []);
});

test('the page for what is not there works at any address: its links begin at the top of the host and lead to files', () => {
  const [, mount] = /rel="canonical" href="https:\/\/[^/]+(\/[^"]*)"/.exec(read('index.html'));
  const own = links(read('404.html')).map(({ address }) => address).filter((address) => !/^(#|https:|mailto:|data:,$)/.test(address));
  assert.ok(own.length > 5);
  assert.deepEqual(own.filter((address) => !address.startsWith(mount) || !files.has(target('index.html', `./${address.slice(mount.length)}`).file)), []);
});

test('every link leads to a file of the site', () => {
  assert.deepEqual(offences((html, page) => dead_links(html, page, files)), []);
});

// Behind # of the page for comparing stands what is chosen there.
const is_view = (file, anchor) => /^(?:en\/)?compare\/index\.html$/.test(file) && anchor.includes('=');

test('every anchor leads to an id of its page', () => {
  const known = new Map();
  const has_id = (file, id) => {
    if (!known.has(file)) known.set(file, new Set(ids(read(file))));
    return known.get(file).has(id);
  };
  assert.deepEqual(offences((html, page) => links(html).filter(({ address }) => !is_absolute(address))
    .map(({ address }) => ({ address, ...target(page, address) }))
    .filter(({ file, anchor }) => anchor !== '' && !is_view(file, anchor) && file.endsWith('.html') && files.has(file) && !has_id(file, anchor))
    .map(({ address }) => address)), []);
});

test('no id stands twice on a page', () => {
  assert.deepEqual(offences((html) => ids(html).filter((id, at, all) => all.indexOf(id) !== at)), []);
});

test('no placeholder or Markdown is left over', () => {
  assert.deepEqual(offences(matches(/\{\{[^}]*\}\}|\*\*[^*\s]/g)), []);
});
