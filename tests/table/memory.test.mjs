// Reading a table takes at most four times its decoded bytes and 50 MB, whatever its format and however its cells lie.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { program, with_folder } from '../support/yokoten.mjs';
import { zip_of } from '../support/zip.mjs';

const longest_run = 300_000; // ms
// The address sanitizer takes memory of its own; there the peak would say nothing of the program.
const skip = program.includes('asan');

const lines = (count, line) => Array.from({ length: count }, (_, at) => line(at));

/** The most memory in bytes that `yokoten table` had while it read a file. */
function peak(path, from) {
  const run = spawnSync('time', ['-f', '%M', program, 'table', path, '--from', from],
    { encoding: 'utf8', timeout: longest_run, stdio: ['ignore', 'ignore', 'pipe'] });
  if (run.error) throw run.error;
  assert.equal(run.status, 0, run.stderr);
  return 1024 * Number(run.stderr.trimEnd().split('\n').at(-1));
}

function check(name, from, bytes, decoded = bytes.length) {
  test(`${name} stays under the bound`, { skip }, () => with_folder((folder) => {
    const path = join(folder, 'table');
    writeFileSync(path, bytes);
    const most = 4 * decoded + 50e6;
    const had = peak(path, from);
    assert.ok(had < most, `${had} bytes of at most ${most}, for ${decoded}`);
  }));
}

// ---- CSV

const cities = (at) => `鳥取県,見本${at % 1741}町,2024-09-13,${at % 5000},${at % 100}.5`;
check('CSV as offices write it', 'csv', Buffer.from(`a,b,c,d,e\n${lines(400_000, cities).join('\n')}\n`));
check('CSV of cells with one letter', 'csv',
  Buffer.from(`${lines(40, (at) => `c${at}`).join()}\n${`${'1,'.repeat(39)}1\n`.repeat(200_000)}`));
check('CSV of empty cells', 'csv',
  Buffer.from(`${lines(4000, (at) => `c${at}`).join()}\n${`x${','.repeat(3999)}\n`.repeat(4000)}`));
check('CSV of one narrow column', 'csv', Buffer.from(`a\n${'1\n'.repeat(2_500_000)}`));
const wide = Buffer.from(`a,b\n${lines(800_000, (at) => `tottori,${at}`).join('\n')}\n`, 'utf16le');
check('CSV in UTF-16', 'csv', Buffer.concat([Buffer.from([0xff, 0xfe]), wide]), wide.length / 2);

check('SDMX-CSV with labels', 'sdmx-csv', Buffer.from(`DATAFLOW,REF_AREA: Area,TIME_PERIOD,OBS_VALUE: Value\n${
  lines(450_000, (at) => `JP:KAIGO(1.0),${at % 47}: 見本${at % 47}県,2024-Q${at % 4 + 1},${at}`).join('\n')}\n`));

// ---- JSON

check('JSON of rows', 'json', Buffer.from(`[${lines(350_000, (at) => `{"県":"鳥取県","件数":${at},"率":24.7}`).join()}]`));
check('JSON of columns', 'json',
  Buffer.from(`{"a":[${'1,'.repeat(1_999_999)}1],"b":[${'"鳥取県",'.repeat(1_999_999)}""]}`));
check('JSON of rows that share no column', 'json',
  Buffer.from(`[${lines(15_000, (at) => `{"${at % 2000}":"${'x'.repeat(1000)}${at}"}`).join()}]`));

// ---- e-Stat

const areas = lines(1900, (at) => ({ '@code': String(at), '@name': `鳥取県の市町村${at}` }));
const kinds = lines(30, (at) => ({ '@code': String(at), '@name': `要介護認定者数（第１号被保険者のうち要支援${at}）` }));
const values = lines(500_000, (at) => `{"@cat01":"${at % 30}","@area":"${at % 1900}","@unit":"人","$":"${at}"}`).join();
check('an answer of e-Stat', 'estat', Buffer.from(JSON.stringify({
  GET_STATS_DATA: {
    RESULT: { STATUS: 0 },
    STATISTICAL_DATA: {
      CLASS_INF: { CLASS_OBJ: [{ '@id': 'cat01', '@name': '区分', CLASS: kinds }, { '@id': 'area', '@name': '地域', CLASS: areas }] },
      DATA_INF: { VALUE: 'values' },
    },
  },
}).replace('"values"', `[${values}]`)));

// ---- Spreadsheets

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const links = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = (list) => `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${
  list.map(([id, kind, target]) => `<Relationship Id="${id}" Type="${links}/${kind}" Target="${target}"/>`).join('')}</Relationships>`;

function check_workbook(name, from, parts) {
  const decoded = parts.reduce((sum, [, text]) => sum + Buffer.byteLength(text), 0);
  check(name, from, zip_of(parts, { pack: true }), decoded);
}

function check_xlsx(name, rows, strings) {
  check_workbook(name, 'xlsx', [
    ['_rels/.rels', relations([['a', 'officeDocument', 'book.xml']])],
    ['book.xml', `<workbook xmlns="${main}" xmlns:r="${links}"><sheets><sheet name="a" sheetId="1" r:id="s"/></sheets></workbook>`],
    ['_rels/book.xml.rels', relations([['s', 'worksheet', 'sheet.xml'], ['t', 'sharedStrings', 'texts.xml']])],
    ['texts.xml', `<sst xmlns="${main}">${strings.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`],
    ['sheet.xml', `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`],
  ]);
}

const headings = (count) => `<row>${lines(count, (at) => `<c t="str"><v>h${at}</v></c>`).join('')}</row>`;
check_xlsx('XLSX as Excel writes it', headings(4) + lines(250_000, (at) => `<row r="${at + 2}" spans="1:4"><c r="A${at + 2}" s="1" t="s"><v>${
  at % 1741}</v></c><c r="B${at + 2}" s="1"><v>${at}</v></c><c r="C${at + 2}" s="1"><v>${at * 7}</v></c><c r="D${at + 2}" s="1"><v>0.5</v></c></row>`).join(''),
lines(1741, (at) => `鳥取県見本${at}町`));
check_xlsx('XLSX of the shortest cells', headings(60)
  + lines(15_000, (row) => `<row>${lines(60, (at) => `<c><v>${(row * row + at * 7) % 10}</v></c>`).join('')}</row>`).join(''), []);
check_xlsx('XLSX of rows that hold little', headings(16_000) + '<row><c><v>1</v></c></row>'.repeat(3000), []);
check_xlsx('XLSX of texts used many times', headings(1) + lines(800_000, (at) => `<row><c t="s"><v>${at % 20_000}</v></c></row>`).join(''),
  lines(20_000, (at) => `${'長い名前'.repeat(20)}${at}`));

const urn = 'urn:oasis:names:tc:opendocument:xmlns:';
const text = (cell) => `<table:table-cell office:value-type="string"><text:p>${cell}</text:p></table:table-cell>`;
const number = (cell) => `<table:table-cell office:value-type="float" office:value="${cell}"><text:p>${cell}</text:p></table:table-cell>`;
check_workbook('ODS as LibreOffice writes it', 'ods', [
  ['mimetype', 'application/vnd.oasis.opendocument.spreadsheet'],
  ['content.xml', `<office:document-content xmlns:office="${urn}office:1.0" xmlns:table="${urn}table:1.0" xmlns:text="${urn
  }text:1.0"><office:body><office:spreadsheet><table:table table:name="a"><table:table-row>${['h0', 'h1', 'h2'].map(text).join('')}</table:table-row>${
    lines(130_000, (at) => `<table:table-row>${text(`鳥取県見本${at % 1741}町`)}${number(at)}${number(at / 2)}</table:table-row>`).join('')
  }</table:table></office:spreadsheet></office:body></office:document-content>`],
]);
