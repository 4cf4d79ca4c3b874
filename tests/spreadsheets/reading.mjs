// Reads spreadsheets with print_workbook, has LibreOffice write them, and writes small ones itself.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { home } from '../support/yokoten.mjs';
import { zip_of } from '../support/zip.mjs';

const program = process.env.PRINT_WORKBOOK ?? join(home, 'build/print_workbook');
const longest_conversion = 120_000; // ms; the first start of LibreOffice takes long

/** Runs a program to its end and returns what it printed; throws what went wrong. */
function run(command, args) {
  const done = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28, timeout: longest_conversion });
  if (done.error) throw done.error;
  if (done.status !== 0) throw new Error(`${command} ended with ${done.status ?? done.signal}: ${done.stdout}${done.stderr}`);
  return done.stdout;
}

/** Returns { sheets, cells, findings } of a file; cells as `A1` → object, sheet by sheet. */
export function read_workbook(path) {
  const lines = run(program, [path]).trim().split('\n').map((line) => JSON.parse(line));
  const sheets = lines.filter((line) => 'visible' in line);
  const cells = new Map(sheets.map(({ sheet }) => [sheet, new Map()]));
  for (const line of lines.filter((one) => 'kind' in one)) cells.get(line.sheet).set(cell_name(line.row, line.column), line);
  return { sheets, cells, findings: lines.filter((line) => 'code' in line) };
}

/** `B7`, as a spreadsheet names a cell. */
export function cell_name(row, column) {
  const letters = column > 26 ? cell_name('', Math.floor((column - 1) / 26)) : '';
  return `${letters}${String.fromCharCode(65 + (column - 1) % 26)}${row}`;
}

/** Has LibreOffice write `bytes`, called `name`, in a format; calls `use` with the path. */
export function with_conversion(name, bytes, format, use, filter = []) {
  const folder = mkdtempSync(join(tmpdir(), 'yokoten-office-'));
  try {
    writeFileSync(join(folder, name), bytes);
    run('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', ...filter, '--convert-to', format,
      '--outdir', join(folder, 'out'), join(folder, name)]);
    return use(join(folder, 'out', name.replace(/\.[a-z]+$/, `.${format.split(':')[0]}`)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/**
 * The least XLSX file with these rows, its second style a date, its third a date with a time; `codes`
 * are formats of more styles, or ids of formats that need no code.
 */
export function xlsx_of(rows, codes = []) {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const links = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const own = codes.map((code, at) => (typeof code === 'number' ? [code] : [200 + at, code]));
  const relations = (list) => `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${
    list.map(([id, kind, target]) => `<Relationship Id="${id}" Type="${links}/${kind}" Target="${target}"/>`).join('')}</Relationships>`;
  const type = (part, kind) => `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
  return zip_of([
    ['[Content_Types].xml', `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${
      type('book.xml', 'sheet.main')}${type('sheet.xml', 'worksheet')}${type('styles.xml', 'styles')}</Types>`],
    ['_rels/.rels', relations([['a', 'officeDocument', 'book.xml']])],
    ['book.xml', `<workbook xmlns="${main}" xmlns:r="${links}"><sheets><sheet name="a" sheetId="1" r:id="s"/></sheets></workbook>`],
    ['_rels/book.xml.rels', relations([['s', 'worksheet', 'sheet.xml'], ['t', 'styles', 'styles.xml']])],
    ['styles.xml', `<styleSheet xmlns="${main}"><numFmts>${own.filter(([, code]) => code).map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${escaped(code)}"/>`).join('')}</numFmts><cellXfs>${
      [0, 14, 22, ...own.map(([id]) => id)].map((id) => `<xf numFmtId="${id}" applyNumberFormat="1"/>`).join('')}</cellXfs></styleSheet>`],
    ['sheet.xml', `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`],
  ]);
}

/** Calls `use` with the path of a file of these bytes. */
export function with_file(name, bytes, use) {
  const folder = mkdtempSync(join(tmpdir(), 'yokoten-sheet-'));
  try {
    writeFileSync(join(folder, name), bytes);
    return use(join(folder, name));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const fixture = (name) => readFileSync(new URL(name, import.meta.url));
