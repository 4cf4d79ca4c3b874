// Periods of cells and headings, as a whole publication reads them and as `explain` is asked for them.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { yokoten } from '../support/yokoten.mjs';

const folder = mkdtempSync(join(tmpdir(), 'yokoten-periods-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** A publication of one table of prefectures; `toml` says where periods and figures are. */
function publication(csv, ...toml) {
  const place = mkdtempSync(join(folder, 'publication-'));
  const sha256 = createHash('sha256').update(csv.map((line) => `${line}\n`).join('')).digest('hex');
  const files = {
    'publication.toml': ['title = "t"', 'publisher = "p"', 'language = "ja"', 'base_url = "https://example.go.jp/a/"', 'licence = "PDL1.0"', 'as_of = 2026-12-31'],
    'pages/index.md': ['---', 'title: t', '---', '', 't'],
    'sources.toml': ['[[source]]', 'id = "users"', 'title = "t"', 'url = "file:raw/users.csv"', 'publisher = "p"', 'document = "d"', `sha256 = "${sha256}"`, 'area = "都道府県"', ...toml],
    'indicators/users.toml': ['title = "利用者"', 'unit = "人"', 'levels = ["prefecture"]', 'count = { sum = "users" }'],
    'raw/users.csv': csv,
  };
  for (const [name, lines] of Object.entries(files)) {
    mkdirSync(join(place, name, '..'), { recursive: true });
    writeFileSync(join(place, name), lines.map((line) => `${line}\n`).join(''));
  }
  return place;
}
const in_column = (heading, ...cells) => publication([`都道府県,"${heading}",人`, ...cells.map((cell, at) => `鳥取県,${cell},${at + 1}`)], `period = "${heading}"`, '[source.columns]', 'users = "人"');

const explained = (place, period, language = 'en') => yokoten(['explain', place, 'users', '鳥取県', ...(period === undefined ? [] : [period]), '--lang', language]);
/** The period of a figure as open data give it, or what was said instead. */
const period_of = (place, period) => {
  const { exit, stdout, stderr } = yokoten(['explain', place, 'users', '鳥取県', ...(period === undefined ? [] : [period]), '--format', 'json', '--lang', 'en']);
  return exit === 0 ? JSON.parse(stdout).period : stderr;
};

// ---- Cells

for (const heading of ['年　度', '年度（西暦）', '年度／西暦', '年度別', '年度*', '実施年度（西暦）', '会計年度（4月～翌3月）'])
  test(`2024 below ${heading} is the fiscal year`, () => assert.equal(period_of(in_column(heading, 2024)), '2024FY'));

test('2024 below 年 is the calendar year', () => assert.equal(period_of(in_column('年', 2024)), '2024'));

for (const [cell, period] of Object.entries({ '平成31年度（令和元年度）': '2019FY', '令和6（2024）': '2024FY', '令和6年度当初': '2024-04-01', '令和6年末': '2024-12-31', '2024/4/1 0:00:00': '2024-04-01' }))
  test(`${cell} below 年度 is ${period}`, () => assert.equal(period_of(in_column('年度', cell)), period));

test('令和元年（平成31年） is one year', () => assert.equal(period_of(in_column('年', '令和元年（平成31年）')), '2019'));

test('headings of two rows name the periods of an unpivot', () => {
  const place = publication([',令和5年度,,令和6年度,', '都道府県,第1四半期,第2四半期,第1四半期,第2四半期', '鳥取県,1,2,3,4'], 'header = [1, 2]', '[[source.unpivot]]', 'into = "period"', 'measure = "users"',
    'columns = ["令和5年度／第1四半期", "令和5年度／第2四半期", "令和6年度／第1四半期", "令和6年度／第2四半期"]');
  assert.equal(period_of(place), '2024-Q3');
  assert.equal(period_of(place, '2023-Q2'), '2023-Q2');
});

// ---- What `explain` is asked for

const fiscal = in_column('年度', 2020, 2024), calendar = in_column('年', 2020, 2024);
const months = in_column('時点', '2024-02', '2025-03-31');

for (const word of ['2024FY', 'FY2024', '令和6年度', '令和6（2024）年度', 'R6', '令和6', '2024'])
  test(`explain takes ${word} for a fiscal year`, () => assert.equal(period_of(fiscal, word), '2024FY'));

for (const word of ['2024', 'R6', '令和6年'])
  test(`explain takes ${word} for a calendar year`, () => assert.equal(period_of(calendar, word), '2024'));

for (const [word, period] of Object.entries({ 'February 2024': '2024-02', '31 March 2025': '2025-03-31', '2025年3月31日': '2025-03-31', 202402: '2024-02' }))
  test(`explain takes ${word}`, () => assert.equal(period_of(months, word), period));

test('a year that may be either of two is asked for', () => {
  const { exit, stderr } = explained(in_column('時点', '2024', '2024年度'), 'R6');
  assert.equal(exit, 2);
  assert.equal(stderr, 'yokoten explain: R6 may be the year 2024 or the fiscal year 2024FY; write one of them\n');
});

for (const word of ['latest', 'Q1'])
  test(`explain says that ${word} is no period`, () => {
    const { exit, stderr } = explained(fiscal, word);
    assert.equal(exit, 2);
    assert.equal(stderr, `yokoten explain: "${word}" is not understood as a period; there is 2020FY, 2024FY\n`);
  });

test('explain says which periods there are in words that it takes', () => {
  const { exit, stderr } = explained(months, 'FY2023');
  assert.equal(exit, 2);
  assert.equal(stderr, 'yokoten explain: there is no figure of FY2023; there is 2024-02, 2025-03-31\n');
});

test('explain says so in Japanese too', () => assert.equal(explained(fiscal, 'latest', 'ja').stderr, 'yokoten explain: 「latest」は時点として読めません。ある時期: 2020FY, 2024FY\n'));
