// `yokoten table --propose` finds the table among titles, units and notes, and its [[source]] is then read without a change.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { yokoten } from '../support/yokoten.mjs';
import { zip_of } from '../support/zip.mjs';
import { body, csv_of, errors_with, folder, head, lines_of } from './proposals.mjs';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const links = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = (list) => `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${
  list.map(([id, kind, target]) => `<Relationship Id="${id}" Type="${links}/${kind}" Target="${target}"/>`).join('')}</Relationships>`;
const letter = (at) => String.fromCharCode(65 + at);
const cell = (value, name) => (value === '' ? '' : typeof value === 'number' ? `<c r="${name}"><v>${value}</v></c>`
  : `<c r="${name}" t="str"><v>${value}</v></c>`);

/** The sheet of these rows; row 1 is the first, empty rows are []. */
function sheet_of(rows, merges = []) {
  const data = rows.map((row, at) => `<row r="${at + 1}">${row.map((value, column) => cell(value, `${letter(column)}${at + 1}`)).join('')}</row>`).join('');
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  return `<worksheet xmlns="${main}"><sheetData>${data}</sheetData>${merged && `<mergeCells>${merged}</mergeCells>`}</worksheet>`;
}

/** An XLSX file of named sheets. */
function xlsx_of_sheets(sheets) {
  const names = Object.keys(sheets);
  return zip_of([
    ['_rels/.rels', relations([['a', 'officeDocument', 'book.xml']])],
    ['book.xml', `<workbook xmlns="${main}" xmlns:r="${links}"><sheets>${
      names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="s${at}"/>`).join('')}</sheets></workbook>`],
    ['_rels/book.xml.rels', relations(names.map((_, at) => [`s${at}`, 'worksheet', `${at}.xml`]))],
    ...names.map((name, at) => [`${at}.xml`, sheets[name]]),
  ]);
}


/** Each: the rows, merges, what the proposal has to say of the form, words of its reasons, how many areas are read. */
const shapes = {
  'a plain table': { rows: [head, ...body], form: [], said: [] },
  'titles above the headings': {
    rows: [['ケアプランデータ連携システムの利用申請'], ['（令和6年9月13日現在）'], head, ...body],
    form: ['header = 3', 'period = "2024-09-13"', 'title = "ケアプランデータ連携システムの利用申請"'],
    said: ['headings seem to be in row 3'],
  },
  'a period inside of the title': {
    rows: [['令和6年9月 利用申請状況（鳥取県）'], ['単位：件'], head, ...body],
    form: ['header = 3', 'title = "令和6年9月 利用申請状況（鳥取県）"', 'period = "2024-09"'], said: ['headings seem to be in row 3'],
  },
  'two periods above the headings': {
    rows: [['令和6年度 利用申請状況'], ['（令和6年9月13日現在）'], head, ...body],
    form: ['header = 3', 'title = "令和6年度 利用申請状況"', 'period = ""'], said: ['headings seem to be in row 3'],
  },
  'a column of periods': {
    rows: [['都道府県', '時点', '事業所数', '申請件数'], ['鳥取県', '2025年1～3月期', 948, 234], ['島根県', '2025年1～3月期', 1346, 34], ['岡山県', '2025年1～3月期', 3041, 157]],
    form: ['period = "時点"'], said: [],
  },
  'a merged title and a unit at the right': {
    rows: [['利用申請状況', '', ''], ['', '', '（単位：件）'], head, ...body], merges: ['A1:C1'],
    form: ['header = 3', 'title = "利用申請状況"'], said: ['headings seem to be in row 3'],
  },
  'two rows of headings with merges': {
    rows: [['都道府県', '令和6年度', ''], ['', '事業所数', '申請件数'], ...body], merges: ['A1:A2', 'B1:C1'],
    form: ['header = [1, 2]'], said: ['headings seem to be in row 1 and 2'], heading: '令和6年度／申請件数',
  },
  'titles, two rows of headings, notes below an empty row': {
    rows: [['利用申請状況'], [], ['都道府県', '令和6年度', '', '備考'], ['', '件数', '申請', ''], ...body, [], ['注１　9月13日の速報値'], ['出典：厚生労働省']],
    merges: ['A3:A4', 'B3:C3', 'D3:D4'],
    form: ['header = [3, 4]', 'skip = ["9-"]'], said: ['from row 9 on there seem to be notes'],
  },
  'notes right below the table': {
    rows: [head, ...body, ['※ 速報値である']],
    form: ['skip = ["5-"]'], said: ['from row 5 on there seem to be notes'],
  },
  'a table that begins in column B': {
    rows: [[], ['', '利用申請状況'], ['', ...head], ...body.map((row) => ['', ...row])],
    form: ['header = 3', 'range = "B3:D"'], said: ['from column B to D'],
  },
  'a remark beside the table': {
    rows: [head, ...body.slice(0, 2), ...body.slice(2), ['広島県', 5, 1], ['山口県', 6, 2, '', '', '←確認中'], ['徳島県', 7, 3]],
    form: ['range = "A1:C"'], said: ['from column A to C'], count: 6,
  },
  'headings that are years': {
    rows: [['申請件数の推移'], ['都道府県', 2022, 2023, 2024], ['鳥取県', 1, 2, 3], ['島根県', 4, 5, 6]],
    form: ['header = 2'], said: ['headings seem to be in row 2'], count: 2,
  },
  'a second table below': {
    rows: [['表１'], head, ...body, [], ['表２'], ['都道府県', '利用率', '順位'], ['鳥取県', 24.7, 1], ['島根県', 2.5, 2]],
    form: ['header = 2', 'skip = ["7-"]'], said: ['another table seems to begin in row 7'],
  },
  'a unit between headings and figures': {
    rows: [['利用申請状況'], head, ['(単位：件)'], ...body],
    form: ['header = 2', 'skip = ["3-3"]'], said: ['row 3 seems to say the unit'],
  },
  'units below the headings': {
    rows: [head, ['', '(か所)', '(件)'], ...body],
    form: ['header = [1, 2]'], said: ['headings seem to be in row 1 and 2'], heading: '申請件数／(件)',
  },
  'a total below': {
    rows: [['利用申請状況'], head, ...body, ['合計', 5335, 425], ['（注）速報値']],
    form: ['header = 2', 'skip = ["7-"]', 'total_row = "合計"'], said: ['from row 7 on there seem to be notes'], count: 4,
  },
};

/** What stands below the tables above: figures that are missing, totals and names that are none of areas. */
Object.assign(shapes, {
  'a first row without figures': {
    rows: [head, ['鳥取県', '－', '－'], ...body.slice(1)], form: ['"－" = "unknown"'], said: [],
  },
  'a second row without figures': {
    rows: [head, body[0], ['島根県', 'x', '…'], body[2]], form: ['"x" = "unknown"', '"…" = "unknown"'], said: [],
  },
  'a row without figures below a title': {
    rows: [['利用申請状況'], head, body[0], ['島根県', '-', '-'], body[2]], form: ['header = 2', 'title = "利用申請状況"'], said: ['headings seem to be in row 2'],
  },
  'more signs than figures': {
    rows: [head, ['鳥取県', 3, 'x'], ['島根県', 'x', 'x'], ['岡山県', 'x', '5']], form: ['value1 = "事業所数"', 'value2 = "申請件数"'], said: [],
  },
  'names of regions between headings and figures': {
    rows: [head, ['山陰', '', ''], ...body.slice(0, 2), ['山陽', '', ''], body[2]], form: ['skip = ["2-2", "5-5"]'], said: [], count: 5,
  },
  'a total with blanks between its letters': {
    rows: [head, ...body, ['合　　計', 5335, 425]], form: ['total_row = "合　　計"'], said: [], count: 4,
  },
  'a total in another column': {
    rows: [['都道府県コード', ...head], [31, ...body[0]], [32, ...body[1]], [33, ...body[2]], ['計', '', 5335, 425]],
    form: ['total_row = { column = "都道府県コード", values = ["計"] }', 'value1 = "事業所数"'], said: [], count: 4,
  },
  'the nation before the prefectures': {
    rows: [head, ['全　国', 5335, 425], ...body], form: ['total_row = "全　国"'], said: [], count: 4,
  },
  'subtotals and a total': {
    rows: [head, ...body.slice(0, 2), ['小計', 2294, 268], body[2], ['小計', 3041, 157], ['合計', 5335, 425]],
    form: ['total_row = "合計"', 'of_which = { column = "都道府県", values = ["小計"] }'], said: [], count: 6,
  },
  'codes and running numbers': {
    rows: [['No.', '団体コード', ...head], ...body.map((row, at) => [at + 1, [31, 32, 33][at], ...row])],
    form: ['value1 = "事業所数"', 'value2 = "申請件数"'], said: [],
  },
  'a fiscal year of each row': {
    rows: [['年度', ...head], ...body.map((row) => [2022, ...row]), ...body.map((row) => [2023, ...row])],
    form: ['period = "年度"', 'value1 = "事業所数"'], said: [], count: 6,
  },
  'parts below one another with their sum': {
    rows: [['都道府県', 'サービス', '事業所数', '申請件数'], ...body.flatMap(([area, all, some]) => [[area, '計', all + 5, some + 2], [area, '訪問介護', 5, 2], [area, '通所介護', all, some]])],
    form: ['part = "サービス"', 'total_row = { column = "サービス", values = ["計"] }'], said: [], count: 9,
  },
  'parts below one another with a total of all areas': {
    rows: [['都道府県', 'サービス', '事業所数', '申請件数'], ...body.flatMap(([area, all, some]) => [[area, '訪問介護', 5, 2], [area, '通所介護', all, some]]), ['合計', '訪問介護', 15, 6], ['合計', '通所介護', 5335, 425]],
    form: ['part = "サービス"', 'total_row = "合計"'], said: [], count: 8,
  },
});

for (const [shape, { rows, merges = [], form, said, heading, count = 3 }] of Object.entries(shapes)) {
  const files = merges.length > 0 ? { xlsx: xlsx_of_sheets({ 集計: sheet_of(rows, merges) }) }
    : { xlsx: xlsx_of_sheets({ 集計: sheet_of(rows) }), csv: Buffer.from(csv_of(rows)) };
  for (const [ending, bytes] of Object.entries(files)) {
    const path = join(folder, `link.${ending}`);
    const name = `${shape} (${ending})`;
    writeFileSync(path, bytes);
    const { exit, stdout, stderr } = yokoten(['table', path, '--propose', '--lang', 'en']);

    test(`${name}: the form is proposed and its reasons are said`, () => {
      assert.equal(exit, 0, stderr);
      const own = lines_of(stdout).filter((line) => /^(header|skip|range) = /.test(line));
      assert.deepEqual(own, form.filter((line) => /^(header|skip|range) = /.test(line)));
      for (const line of form) assert.ok(lines_of(stdout).includes(line), `${line} is not in ${stdout}`);
      for (const words of said) assert.ok(stderr.includes(words), `${words} is not in ${stderr}`);
      assert.equal(said.length > 0, /seem/.test(stderr), stderr);
    });
    test(`${name}: areas and figures are found`, () => {
      assert.ok(lines_of(stdout).some((line) => /^area = ".*都道府県"$/.test(line)), stdout);
      assert.ok(lines_of(stdout).some((line) => line.startsWith('value2 = ')), stdout);
      assert.match(stderr, new RegExp(`, ${count} rows\n$`));
      if (heading) assert.ok(stdout.includes(heading), stdout);
    });
    test(`${name}: the proposal is read without a change`, () =>
      assert.deepEqual(errors_with(stdout, `link.${ending}`, bytes), []));
  }
}

test('empty sheets beside the one that holds something are passed over', () => {
  const path = join(folder, 'three.xlsx');
  writeFileSync(path, xlsx_of_sheets({ Sheet1: sheet_of([head, ...body]), Sheet2: sheet_of([]), Sheet3: sheet_of([]) }));
  assert.equal(yokoten(['table', path, '--lang', 'en']).exit, 0);
  writeFileSync(path, xlsx_of_sheets({ Sheet1: sheet_of([head, ...body]), Sheet2: sheet_of([['x']]), Sheet3: sheet_of([]) }));
  assert.match(yokoten(['table', path, '--lang', 'en']).stderr, /there are several sheets; name one by sheet: Sheet1, Sheet2, Sheet3/);
});
