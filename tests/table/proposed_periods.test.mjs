// What `yokoten table --propose` makes of headings and columns that hold periods.
import assert from 'node:assert/strict';
import test from 'node:test';
import { csv_japanese, csv_of, csv_proposal, errors_with, lines_of } from './proposals.mjs';

const towns = (head, ...figures) => [head, ['鳥取市', ...figures], ['米子市', ...figures]];
const unpivots = (stdout) => lines_of(stdout).filter((line) => /^(measure|columns|total) = /.test(line));
const remarks = (stdout) => stdout.split('\n').filter((line) => line.startsWith('# '));

test('実績 is what all figures are, and what is expected or planned is a figure of its own', () => {
  const { stdout } = csv_proposal(towns(['市町村', '令和5年度（実績）', '令和6年度（見込み）', '令和7年度（計画）', '令和8年度（計画）'], 95, 96, 97, 98));
  assert.deepEqual(unpivots(stdout), ['measure = "value"', 'columns = { "令和5年度（実績）" = "2023FY" }', 'measure = "expected"', 'columns = { "令和6年度（見込み）" = "2024FY" }',
    'measure = "planned"', 'columns = { "令和7年度（計画）" = "2025FY", "令和8年度（計画）" = "2026FY" }']);
  assert.match(remarks(stdout).join(), /"令和6年度（見込み）", "令和7年度（計画）", "令和8年度（計画）": not what has come about.*flag = "planned"/);
});

test('the words may stand without brackets or in a row of their own', () => {
  assert.deepEqual(unpivots(csv_proposal(towns(['市町村', '令和5年度実績', '令和6年度実績', '令和7年度見込'], 95, 96, 97)).stdout),
    ['measure = "value"', 'columns = { "令和5年度実績" = "2023FY", "令和6年度実績" = "2024FY" }', 'measure = "expected"', 'columns = { "令和7年度見込" = "2025FY" }']);
  assert.deepEqual(unpivots(csv_proposal([['', '実績', '', '計画'], ['市町村', '令和5年度', '令和6年度', '令和7年度'], ['鳥取市', 95, 96, 97], ['米子市', 80, 81, 82]]).stdout),
    ['measure = "value"', 'columns = { "実績／令和5年度" = "2023FY", "実績／令和6年度" = "2024FY" }', 'measure = "planned"', 'columns = { "計画／令和7年度" = "2025FY" }']);
});

test('a word that is none of these is said', () => {
  const { stdout } = csv_proposal(towns(['市町村', '令和5年度速報', '令和6年度決算見通し'], 95, 96));
  assert.match(remarks(stdout).join(), /headings hold periods: "令和5年度速報", "令和6年度決算見通し"/);
});

for (const [name, head, columns] of [
  ['FY2022', ['FY2022', 'FY2023'], '"FY2022" = "2022FY", "FY2023" = "2023FY"'],
  ['the beginnings and ends of years', ['令和5年度当初', '令和5年度末'], '"令和5年度当初" = "2023-04-01", "令和5年度末" = "2024-03-31"'],
  ['a year with both of its eras', ['平成31年度（令和元年度）', '令和2年度'], '"平成31年度（令和元年度）" = "2019FY", "令和2年度" = "2020FY"'],
])
  test(`${name} as headings become rows`, () => assert.deepEqual(unpivots(csv_proposal(towns(['市町村', ...head], 1, 2)).stdout), ['measure = "value"', `columns = { ${columns} }`]));

for (const [years, parts, columns] of [
  [['令和5年度', '令和6年度'], ['第1四半期', '第2四半期'], ['2023-Q2', '2023-Q3', '2024-Q2', '2024-Q3']],
  [['令和6年', '令和7年'], ['1月', '2月'], ['2024-01', '2024-02', '2025-01', '2025-02']],
])
  test(`${parts[0]} below ${years[0]} is a period, and is read as it was proposed`, () => {
    const rows = [['', years[0], '', years[1], ''], ['市町村', ...parts, ...parts], ['鳥取市', 1, 2, 3, 4], ['米子市', 5, 6, 7, 8]];
    const { stdout } = csv_proposal(rows);
    const headings = years.flatMap((year) => parts.map((part) => `${year}／${part}`));
    assert.deepEqual(unpivots(stdout), ['measure = "value"', `columns = { ${headings.map((heading, at) => `"${heading}" = "${columns[at]}"`).join(', ')} }`]);
  });

for (const total of ['計', '令和6年度計', '合計'])
  test(`${total} beside months is their total where it is their sum`, () => {
    const { stdout } = csv_proposal(towns(['市町村', '令和6年4月', '令和6年5月', total], 95, 96, 191));
    assert.deepEqual(unpivots(stdout).at(-1), `total = "${total}"`);
    assert.ok(!stdout.includes('value1'), stdout);
  });

test('計 that is not the sum of the months beside it stays, and is said', () => {
  const { stdout } = csv_japanese(towns(['市町村', '令和6年4月', '令和6年5月', '計'], 95, 96, 190));
  assert.ok(lines_of(stdout).includes('value1 = "計"'), stdout);
  assert.match(remarks(stdout).join(), /「計」は時点ごとの列の計のようですが、その和ではない/);
});

test('what is proposed for months with their total is read without an error', () => {
  const rows = [['都道府県', '令和6年4月', '令和6年5月', '計'], ['鳥取県', 95, 96, 191], ['島根県', 80, 81, 161]];
  assert.deepEqual(errors_with(csv_proposal(rows).stdout, 'unsure.csv', csv_of(rows)), []);
});

test('a single heading that is a period is said', () =>
  assert.match(remarks(csv_proposal(towns(['市町村', '令和6年度', '面積'], 95, 96)).stdout).join(), /headings hold periods: "令和6年度"/));

test('a heading that begins with a period is said', () =>
  assert.match(remarks(csv_proposal(towns(['市町村', '令和5年度認定率（％）', '令和6年度認定率（％）'], 9.5, 9.6)).stdout).join(), /headings hold periods: "令和5年度認定率（％）"/));

// ---- Columns of years

const rows_of = (heading, ...years) => [[heading, '市町村', '認定者数'], ...years.flatMap((year) => [[year, '鳥取市', 95], [year, '米子市', 80]])];

for (const heading of ['年　度', '年度（西暦）', '年度*', '実施年度（西暦）', '会計年度（4月～翌3月）'])
  test(`a column of years below ${heading} is the period`, () => assert.ok(lines_of(csv_proposal(rows_of(heading, 2022, 2023)).stdout).includes(`period = "${heading}"`)));

test('fiscal years with both of their eras are read as periods, and nothing is advised', () => {
  const { stdout } = csv_proposal(rows_of('年度', '平成30年度', '平成31年度（令和元年度）', '令和2年度'));
  assert.ok(lines_of(stdout).includes('period = "年度"'), stdout);
  assert.deepEqual(remarks(stdout), []);
});

test('bare years beside years in words are all of the column', () =>
  assert.ok(lines_of(csv_proposal(rows_of('年度', 'R5', '令和6年度')).stdout).includes('period = "年度"')));

test('bare years below 年度末 are no period and no figure, and that is said', () => {
  const { stdout } = csv_proposal(rows_of('年度末', 2022, 2023));
  assert.ok(lines_of(stdout).includes('period = ""'), stdout);
  assert.match(remarks(stdout).join(), /columns that are not read: "年度末" \(years that may be calendar or fiscal, or days\)/);
});

test('calendar years below 年度 are no period, and that the heading contradicts them is said', () => {
  const { stdout } = csv_proposal(rows_of('年度', '2023年', '2024年'));
  assert.ok(lines_of(stdout).includes('period = ""'), stdout);
  assert.match(remarks(stdout).join(), /"年度" \(fiscal years by its heading, calendar years in 4 cells; mend either\)/);
});

test('bare years below 年月 are no period', () => assert.ok(lines_of(csv_proposal(rows_of('年月', 2022, 2023)).stdout).includes('period = ""')));

test('a table of many texts that name nothing is proposed in a second', () => {
  const rows = Array.from({ length: 3000 }, (_, at) => [`第${at}特別養護老人ホーム`, `東町${at}番地`, ['鳥取市', '米子市'][at % 2], at]);
  const begun = performance.now();
  csv_proposal([['事業所名', '所在地', '市町村', '定員'], ...rows]);
  assert.ok(performance.now() - begun < 3000);
});

test('months without their year, and numbers between years of an era, are told to be periods', () => {
  const months = csv_proposal([['市町村', '4月', '5月', '6月'], ['鳥取市', 95, 96, 97], ['米子市', 80, 81, 82]]).stdout;
  assert.match(remarks(months).join(), /headings hold periods: "4月", "5月", "6月"/);
  const years = csv_proposal([['市町村', '平成30年度', '令和元年度', '2', '3'], ['鳥取市', 95, 96, 97, 98], ['米子市', 80, 81, 82, 83]]).stdout;
  assert.match(remarks(years).join(), /headings hold periods: "2", "3"/);
});
