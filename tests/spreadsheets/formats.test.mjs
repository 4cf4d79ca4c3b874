// What a number format makes of a number, against LibreOffice: it writes the kind into the ODS file.
import assert from 'node:assert/strict';
import test from 'node:test';
import { cell_name, read_workbook, with_conversion, with_file, xlsx_of } from './reading.mjs';

const codes = [
  'General', '0', '0.00', '#,##0', '#,##0;[Red]-#,##0', '0%', '0.0%;[Red]-0.0%', '0.00E+00', '# ?/?', '@', '"¥"#,##0', '#,##0"件"', '0"日"',
  '0\\d', '_-* #,##0_-;-* #,##0_-;_-* "-"_-;_-@_-', '[Red]0', '[$¥-411]#,##0', '#,##0.0,,', '0"%"', '"年"0',
  'yyyy/m/d', 'yyyy-mm-dd', 'm/d/yy', 'd-mmm-yy', 'mmm-yy', 'mmmm', 'dddd', 'ddd', 'aaa', 'aaaa', 'yyyy"年"m"月"d"日"', 'yyyy"年"m"月"', 'm"月"', 'm"月"d"日"',
  '[$-411]ge.m.d', '[$-411]ggge"年"m"月"d"日"', '[$-411]gge"年"', 'yyyy', 'yy', 'd', 'm', 'mm', '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', 'yyyy/m/d;@',
  'yyyy/m/d h:mm', 'yyyy-mm-dd"T"hh:mm:ss', 'm/d/yy h:mm AM/PM', 'yyyy"年"m"月"d"日" h"時"mm"分"', 'h:mm d/m',
  'h:mm', 'hh:mm:ss', 'h:mm AM/PM', 'h:mm:ss.00', 'mm:ss', 'mm:ss.0', '[h]:mm', '[h]:mm:ss', '[mm]:ss', '[ss]', 'h"時"mm"分"', 's', 'h', '[$-411]h:mm AM/PM',
  0, 1, 2, 3, 4, 9, 10, 11, 12, 14, 15, 16, 17, 18, 19, 20, 21, 22, 37, 38, 39, 40, 45, 46, 47, 48, 49,
];
const number = 45548.4375;
const first_of_month = 45536; // 2024-09-01, as which a spreadsheet stores a month

const rows_of = (value) => codes.map((_, at) => `<row><c s="${at + 3}"><v>${value}</v></c></row>`).join('');
const described = ({ kind, text, percent }) => `${kind}${percent ? ' percent' : ''} ${text}`;
const read = (path) => {
  const cells = [...read_workbook(path).cells.values()][0];
  return codes.map((_, at) => described(cells.get(cell_name(at + 1, 1))));
};
const both = (value) => {
  const bytes = xlsx_of(rows_of(value), codes);
  return { ours: with_file('formats.xlsx', bytes, read), theirs: with_conversion('formats.xlsx', bytes, 'ods', read) };
};
const { ours, theirs } = both(number);
const months = both(first_of_month);

test('the formats are of all kinds', () => {
  assert.deepEqual(['0.0%;[Red]-0.0%', 'yyyy/m/d', '[h]:mm', 9, 22].map((code) => ours[codes.indexOf(code)]),
    ['number percent 45548.4375', 'date 2024-09-13T10:30:00', 'time 1093162:30:00', 'number percent 45548.4375', 'date 2024-09-13T10:30:00']);
});

for (const [at, code] of codes.entries())
  test(`format ${code} means to the reader what it means to LibreOffice`, () => assert.equal(ours[at], theirs[at]));

test('formats without a day make a month of its first day, and no others', () => assert.deepEqual(
  codes.filter((_, at) => months.ours[at] === 'date 2024-09'), ['mmm-yy', 'yyyy"年"m"月"', 'm"月"', 17]));

for (const [at, code] of codes.entries())
  test(`format ${code} makes of the first of a month what it makes in the ODS file of LibreOffice`, () =>
    // ODS does not tell midnight from a date without a time.
    assert.equal(months.ours[at].replace('T00:00:00', ''), months.theirs[at]));
