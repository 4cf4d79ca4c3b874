// The workbooks of figures that a site offers, opened by LibreOffice and by our own reader.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { home, yokoten } from '../support/yokoten.mjs';
import { cell_name, read_workbook, with_conversion } from './reading.mjs';

const folder = mkdtempSync(join(tmpdir(), 'yokoten-take-'));
const site = join(folder, 'site');
const workbook = join(site, 'data/observations.xlsx');
const numbers = ['numerator', 'denominator', 'value', 'lower', 'upper'];
before(() => {
  const run = yokoten(['build', join(home, 'tests/cases/small-publication/input'), '--into', site]);
  assert.equal(run.exit, 0, run.stderr);
});
after(() => rmSync(folder, { recursive: true, force: true }));

const plain_csv = (text) => text.replace(/^\uFEFF/, '').trimEnd().split('\n').map((line) => line.split(','));

test('LibreOffice shows the figures of the CSV, rounded and with their unit', () => {
  const [, ...wanted] = plain_csv(readFileSync(join(site, 'data/observations.csv'), 'utf8'));
  const csv = with_conversion('a.xlsx', readFileSync(workbook), 'csv:Text - txt - csv (StarCalc):44,34,76,1', (path) => readFileSync(path, 'utf8'));
  const [head, ...rows] = csv.trimEnd().split('\n').map((line) => [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell]) => cell.replace(/^"|"$/g, '')));
  assert.deepEqual(head.slice(0, 3), ['指標', '地域コード', '地域']);
  assert.equal(rows.length, wanted.length);
  let shown = 0;
  rows.forEach((row, at) => {
    if (wanted[at][7] === '') return assert.equal(row[7], '');
    assert.ok(row[7].endsWith(wanted[at][10]), row[7]);
    assert.ok(Math.abs(Number.parseFloat(row[7].replaceAll(',', '')) - Number(wanted[at][7])) <= 0.5, `${row[7]} ${wanted[at][7]}`);
    shown += 1;
  });
  assert.ok(shown > 3, `only ${shown} values`);
});

test('our own reader finds numbers as numbers, texts as texts and no formula', () => {
  const [head, ...wanted] = plain_csv(readFileSync(join(site, 'data/observations.csv'), 'utf8'));
  const { sheets, cells, findings } = read_workbook(workbook);
  assert.deepEqual(sheets.map(({ sheet }) => sheet), ['数値', '説明']);
  assert.deepEqual(findings.filter(({ level }) => level !== 'note'), []);
  const figures = cells.get('数値');
  assert.ok([...figures.values()].every(({ formula }) => !formula));
  wanted.forEach((row, at) => head.forEach((name, column) => {
    if (!numbers.includes(name) || row[column] === '') return;
    const cell = figures.get(cell_name(at + 2, column + 1));
    assert.equal(cell.kind, 'number');
    assert.equal(Number(cell.text), Number(row[column]));
  }));
});
