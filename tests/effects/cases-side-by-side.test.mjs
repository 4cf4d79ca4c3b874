// What prefectures publish of their good practice, side by side in a national publication: their cases.csv, pulled from their sites.
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { yokoten } from '../support/yokoten.mjs';
import { run } from './published.mjs';

const folder = mkdtempSync(join(tmpdir(), 'yokoten-cases-side-'));
const sites = join(folder, 'sites');
const nation = join(folder, 'nation');
let server;

/** The case of another prefecture's new publication, filled in. */
const shimane_case = `---
title: "<b>送迎の順</b>を、前の日に決める"
summary: "送迎の順を前の日に決めて、朝の打合せを短くした。架空の取組。"
area: "322016"
status: done
sources: [架空の報告書]
case:
  services: [通所介護]
  themes: [業務の手順の見直し]
  effects:
    - { what: 朝の打合せ, before: 20, after: 8, unit: 分, source: 架空の測定 }
---
# 送迎の順を、前の日に決める

架空の取組です。
`;

function neighbour() {
  const into = join(folder, 'shimane');
  yokoten(['new', into, '--kind', 'prefecture', '--prefecture', '島根県']);
  rmSync(join(into, 'cases/example.md'));
  writeFileSync(join(into, 'cases/pick-up.md'), shimane_case);
  writeFileSync(join(into, 'publication.toml'), readFileSync(join(into, 'publication.toml'), 'utf8')
    .replace(/base_url = .*/, 'base_url = "https://shimane.example.jp/kaigo/"'));
  return into;
}

const source = (id, name) => `
[[source]]
id = "${id}-cases"
title = "${name}の好事例"
kind = "cases"
url = "http://127.0.0.1:${server.address().port}/${id}/data/cases.csv"
insecure = true
allow_hosts = ["127.0.0.1"]
publisher = "${name}"
document = "${name}のサイトの cases.csv"
`;

before(async () => {
  const tottori = yokoten(['build', 'data/prefecture', '--into', join(sites, 'tottori')]);
  assert.equal(tottori.exit, 0, tottori.stderr);
  const shimane = yokoten(['build', neighbour(), '--into', join(sites, 'shimane')]);
  assert.equal(shimane.exit, 0, shimane.stderr);
  server = createServer((request, response) => {
    try {
      response.writeHead(200, { 'Content-Type': 'text/csv; charset=utf-8' }).end(readFileSync(join(sites, request.url)));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((ready) => { server.listen(0, '127.0.0.1', ready); });
  yokoten(['new', nation]);
  writeFileSync(join(nation, 'sources.toml'), readFileSync(join(nation, 'sources.toml'), 'utf8') + source('tottori', '鳥取県') + source('shimane', '島根県'));
  const list = (path, options) => writeFileSync(join(nation, path), `${readFileSync(join(nation, path), 'utf8')}\n## 都道府県が公表した好事例\n\n\`\`\`case-list\n${options}\n\`\`\`\n`);
  list('pages/cases.md', '');
  list('pages/prefecture.md', 'of = "area"');
  list('pages/case-tag.md', 'of = "tag"');
  const pulled = await run(['pull', nation, '--strict']);
  assert.equal(pulled.exit, 0, pulled.text);
});
after(() => {
  server?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Builds a copy of the national publication in which `change` has changed the pulled file's text. */
function built(change = (text) => text, more = '') {
  const copy = mkdtempSync(join(folder, 'copy-'));
  cpSync(nation, copy, { recursive: true });
  const file = join(copy, 'raw/shimane-cases.csv');
  writeFileSync(file, change(readFileSync(file, 'utf8')));
  writeFileSync(join(copy, 'sources.toml'), readFileSync(join(copy, 'sources.toml'), 'utf8') + more);
  const site = join(copy, 'site');
  const run_ = yokoten(['build', copy, '--into', site, '--lang', 'en']);
  return { ...run_, page: (path) => readFileSync(join(site, path, 'index.html'), 'utf8') };
}
const rows = (html) => [...html.matchAll(/<tr[^>]*><th scope="row">[^]*?<\/tr>/g)].map(([row]) => row);

test('the cases of two prefectures stand side by side, each with the way to its own page', () => {
  const { exit, stderr, page } = built();
  assert.equal(exit, 0, stderr);
  const found = rows(page('cases'));
  assert.deepEqual(found.map((row) => row.match(/<th[^>]*>(?:<span>)?([^<]*)/)[1]), [...Array(4).fill('鳥取県'), '島根県']);
  const night = found.find((row) => row.includes('夜勤の記録'));
  assert.match(night, /<a href="https:\/\/example\.jp\/tottori\/cases\/night-shift-intercom\/">/);
  assert.match(night, /外部サイト/);
  assert.match(night, /鳥取県米子市/);
  assert.match(night, /介護老人福祉施設/);
  assert.match(night, /42分→25分/);
  assert.match(found[4], /<a href="https:\/\/shimane\.example\.jp\/kaigo\/cases\/pick-up\/">/);
  assert.match(found[4], /朝の打合せ 20分→8分/);
  assert.match(found.find((row) => row.includes('first-month-together')), /予定/);
});

test('an index in JSON says the same as one in CSV', async () => {
  const other = mkdtempSync(join(folder, 'json-'));
  cpSync(nation, other, { recursive: true });
  const text = readFileSync(join(other, 'sources.toml'), 'utf8');
  writeFileSync(join(other, 'sources.toml'), text.replaceAll('cases.csv', 'cases.json'));
  const pulled = await run(['pull', other, '--strict']);
  assert.equal(pulled.exit, 0, pulled.text);
  const site = join(other, 'site');
  const { exit, stderr } = yokoten(['build', other, '--into', site]);
  assert.equal(exit, 0, stderr);
  assert.deepEqual(rows(readFileSync(join(site, 'cases/index.html'), 'utf8')), rows(built().page('cases')));
});

test('a prefecture\'s page lists its own cases only', () => {
  const { page } = built();
  assert.equal(rows(page('areas/32')).filter((row) => row.includes('外部サイト')).length, 1);
  assert.equal(rows(page('areas/31')).filter((row) => row.includes('外部サイト')).length, 4);
  assert.equal(rows(page('areas/01')).filter((row) => row.includes('外部サイト')).length, 0);
});

test('a page by theme lists the cases of this theme only', () => {
  const found = rows(built().page('cases/themes/procedures')).filter((row) => row.includes('外部サイト'));
  assert.equal(found.length, 3);
});

test('what others write is text and never markup', () => {
  assert.match(rows(built().page('cases'))[4], /&lt;b&gt;送迎の順&lt;\/b&gt;/);
});

const address = 'https://shimane.example.jp/kaigo/cases/pick-up/';
for (const hostile of ['javascript:alert(1)', 'http://shimane.example.jp/', '//shimane.example.jp/', 'data:text/html;x',
  'https://shimane.example.jp@evil.example/', 'https://', 'https://evil.example/\u202e', 'JaVaScRiPt:alert(1)', '/cases/']) {
  test(`no page leads to ${JSON.stringify(hostile)}`, () => {
    const { exit, stdout, stderr } = built((text) => text.replace(address, hostile));
    assert.equal(exit, 1);
    assert.match(stdout + stderr, /shimane-cases\.csv:2:3: error cases\.address/);
  });
}

test('an address that is no error here is shown without a link', () => {
  const { exit, stderr, page } = built((text) => text.replace(address, 'javascript:alert(1)'),
    '[source.check]\n"cases.address" = { level = "warning", reason = "鳥取県だけを確かめる試験のため" }\n');
  assert.equal(exit, 0, stderr);
  assert.doesNotMatch(page('cases'), /href="javascript/i);
  assert.doesNotMatch(rows(page('cases'))[4], /<a /);
});

test('a file without the headings of an index of cases is an error', () => {
  const { exit, stdout, stderr } = built((text) => text.replace(',address,', ',adress,'));
  assert.equal(exit, 1);
  assert.match(stdout + stderr, /source\.column .*address/);
});

test('a row without a title, with another status or area is told at its cell', () => {
  const { stdout, stderr } = built((text) => text.replace(/pick-up,[^,]*,/, 'pick-up,,').replace(',done,', ',fertig,').replace('322016', '329999'));
  const said = stdout + stderr;
  assert.match(said, /shimane-cases\.csv:2:2: error cases\.title/);
  assert.match(said, /shimane-cases\.csv:2:18: warning cases\.status/);
  assert.match(said, /shimane-cases\.csv:2:5: warning cases\.area/);
});

test('case-list takes sources of cases only', () => {
  const copy = mkdtempSync(join(folder, 'other-'));
  cpSync(nation, copy, { recursive: true });
  mkdirSync(join(copy, 'pages'), { recursive: true });
  writeFileSync(join(copy, 'pages/wrong.md'), '---\ntitle: 例\n---\n# 例\n\n```case-list\nsources = ["example"]\n```\n');
  assert.match(yokoten(['check', copy, '--lang', 'en']).stdout, /pages\/wrong\.md:\d+:\d+: error block\.source/);
});
