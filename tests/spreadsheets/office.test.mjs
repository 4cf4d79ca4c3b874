// What LibreOffice writes as XLSX and ODS is read as what was typed in.
import assert from 'node:assert/strict';
import test from 'node:test';
import { cell_name, fixture, read_workbook, with_conversion } from './reading.mjs';

const typed = {
  A1: '都道府県', B1: '都道府県', C1: '一行目\n二行目', D1: 'a   b ', E1: '<&"’①㈱髙﨑梼', F1: '_x000D_', G1: '7',
  A2: '都道府県', B2: '都道府県', C2: '1234.5', D2: '24.7', E2: '0.247', F2: '-0.000125',
  A5: '2024-09-13', B5: '2024-09-13T10:00:00', C5: '10:30:00', D5: '36:00:00', E5: 'TRUE', F5: '1900-03-01',
  A6: '2469', B6: '計x', C6: '#N/A', D6: '#DIV/0!',
  A7: '5', B7: '5', C7: '5', A8: '5', B8: '5', C8: '5', A9: '5', B9: '5', C9: '5',
};
const kinds = { C1: 'text', C2: 'number', A5: 'date', B5: 'date', C5: 'time', D5: 'time', E5: 'boolean', B6: 'text', C6: 'error', D6: 'error' };

for (const format of ['xlsx', 'ods']) {
  const read = with_conversion('office.fods', fixture('office.fods'), format, read_workbook);
  const cells = read.cells.get('申請率');
  const flagged = (flag) => [...cells].filter(([, cell]) => cell[flag]).map(([name]) => name);

  test(`${format} of LibreOffice holds the texts that were typed`, () => {
    assert.deepEqual(Object.fromEntries([...cells].map(([name, cell]) => [name, cell.text])), typed);
  });
  test(`${format} of LibreOffice holds the kinds that were typed`, () => {
    assert.deepEqual(Object.fromEntries(Object.keys(kinds).map((name) => [name, cells.get(name).kind])), kinds);
  });
  test(`${format} of LibreOffice says what is a percentage, a formula, merged and hidden`, () => {
    assert.deepEqual(flagged('percent'), ['E2']);
    assert.deepEqual(flagged('formula'), ['A6', 'B6', 'C6', 'D6']);
    assert.deepEqual(flagged('merged'), ['B1', 'A2', 'B2']);
    assert.deepEqual(flagged('hidden'), ['G1', 'A6', 'B6', 'C6', 'D6']);
  });
  test(`${format} of LibreOffice hides the sheet that is hidden`, () => {
    assert.deepEqual(read.sheets.map(({ sheet, visible }) => [sheet, visible]), [['申請率', true], ['隠れた表', false]]);
  });
  test(`${format} of LibreOffice gives findings for errors, merges and hidden parts, and no others`, () => {
    const found = read.findings.map(({ level, code, row, column }) => `${level} ${code} ${cell_name(row || '', column || 0)}`);
    assert.deepEqual(found.sort(), ['note sheet.hidden @', 'note sheet.hidden @6', 'note sheet.hidden G', 'note sheet.merge A1',
      'warning cell.error C6', 'warning cell.error D6'].sort());
  });
}

const rows = [['都道府県', '事業所数', '備考'], ['北海道', '1234.5', 'a,"b"'], ['高知県', '0.1', '一\n二'], ['鳥取県', '-12', ' x ']];
const csv = rows.map((row) => row.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')).join('\n');
for (const format of ['xlsx', 'ods'])
  test(`${format} that LibreOffice made of a CSV file holds its cells`, () => {
    const read = with_conversion('a.csv', csv, format, read_workbook, ['--infilter=Text - txt - csv (StarCalc):44,34,76,1']);
    const cells = [...read.cells.values()][0];
    assert.deepEqual(rows.map((row, at) => row.map((_, column) => cells.get(cell_name(at + 1, column + 1)).text)), rows);
  });
