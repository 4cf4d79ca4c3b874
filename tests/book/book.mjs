// Workbooks as JavaScript sees them: read by the program's own reader, written as plainly as XLSX can be.
import { readFileSync, writeFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { cell_name, read_workbook } from '../spreadsheets/reading.mjs';
import { yokoten } from '../support/yokoten.mjs';
import { zip_of } from '../support/zip.mjs';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const links = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;');

/** Days of a date since the epoch of spreadsheets. */
const serial = (date) => Date.parse(`${date}T00:00:00Z`) / 86_400_000 + 25_569;

/** Returns the book as sheet name → Map of `B7` → { kind, text }. */
export function book_of(path) {
  const { sheets, cells } = read_workbook(path);
  return new Map(sheets.map(({ sheet }) => [sheet, new Map([...cells.get(sheet)].map(([name, { kind, text }]) => [name, { kind, text }]))]));
}

const row_of = (name) => Number(/\d+$/.exec(name)[0]);
const letters_of = (name) => /^[A-Z]+/.exec(name)[0];
export const column_of = (name) => [...letters_of(name)].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0);
export const place_of = (name) => [row_of(name), column_of(name)];

function cell_xml(name, { kind, text, style }) {
  const attributes = style ? ` s="${style}"` : '';
  if (kind === 'formula') return `<c r="${name}" t="str"><f>A1</f><v>${escaped(text)}</v></c>`;
  if (kind === 'error') return `<c r="${name}" t="e"><v>${text}</v></c>`;
  if (kind === 'number') return `<c r="${name}"${attributes}><v>${text}</v></c>`;
  if (kind === 'boolean') return `<c r="${name}" t="b"><v>${text === 'TRUE' ? 1 : 0}</v></c>`;
  if (kind === 'date') return `<c r="${name}" s="1"><v>${serial(text.length === 7 ? `${text}-01` : text)}</v></c>`;
  return `<c r="${name}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

function sheet_xml(cells, merges = []) {
  const rows = new Map();
  for (const [name, cell] of cells) if (cell.text !== '') rows.set(row_of(name), [...(rows.get(row_of(name)) ?? []), [name, cell]]);
  const written = [...rows].sort(([a], [b]) => a - b).map(([row, own]) => `<row r="${row}">${
    own.sort(([a], [b]) => column_of(a) - column_of(b)).map(([name, cell]) => cell_xml(name, cell)).join('')}</row>`);
  const merged = merges.length ? `<mergeCells>${merges.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>` : '';
  return `<worksheet xmlns="${main}"><sheetData>${written.join('')}</sheetData>${merged}</worksheet>`;
}

/** Writes a book with no more in it than its cells: no styles but of dates, no shared texts, no names. */
export function write_book(path, book, { merges = {}, hidden = [] } = {}) {
  const sheets = [...book];
  const relations = (list) => `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${
    list.map(([id, kind, target]) => `<Relationship Id="${id}" Type="${links}/${kind}" Target="${target}"/>`).join('')}</Relationships>`;
  const type = (part, kind) => `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
  writeFileSync(path, zip_of([
    ['[Content_Types].xml', `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${
      type('book.xml', 'sheet.main')}${sheets.map((_, at) => type(`sheet${at}.xml`, 'worksheet')).join('')}${type('styles.xml', 'styles')}</Types>`],
    ['_rels/.rels', relations([['a', 'officeDocument', 'book.xml']])],
    ['book.xml', `<workbook xmlns="${main}" xmlns:r="${links}"><sheets>${sheets.map(([name], at) =>
      `<sheet name="${escaped(name)}" sheetId="${at + 1}"${hidden.includes(name) ? ' state="hidden"' : ''} r:id="s${at}"/>`).join('')}</sheets></workbook>`],
    ['_rels/book.xml.rels', relations([...sheets.map((_, at) => [`s${at}`, 'worksheet', `sheet${at}.xml`]), ['t', 'styles', 'styles.xml']])],
    ['styles.xml', `<styleSheet xmlns="${main}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="22" applyNumberFormat="1"/><xf numFmtId="21" applyNumberFormat="1"/></cellXfs></styleSheet>`],
    ...sheets.map(([name, cells], at) => [`sheet${at}.xml`, sheet_xml(cells, merges[name])]),
  ], { pack: true }));
}

/** The column letters of a heading in the first row of a sheet. */
export function column_under(book, sheet, heading) {
  for (const [name, { text }] of book.get(sheet)) if (row_of(name) === 1 && text === heading) return letters_of(name);
  throw new Error(`${sheet} has no heading ${heading}`);
}

/** The name of a cell: of 設定 by its entry, of other sheets by heading and row. */
export function cell_at(book, sheet, heading, row) {
  if (sheet !== '設定') return `${column_under(book, sheet, heading)}${row}`;
  for (const [name, { text }] of book.get(sheet)) if (letters_of(name) === 'A' && text === heading) return `B${row_of(name)}`;
  throw new Error(`設定 has no entry ${heading}`);
}

/** Sets a cell; a text alone is text, '' empties it. */
export function set(book, sheet, name, value) {
  const cell = typeof value === 'string' ? { kind: 'text', text: value } : value;
  if (cell.text === '') book.get(sheet).delete(name);
  else book.get(sheet).set(name, cell);
}

/** A copy that can be broken. */
export const copy_of = (book) => new Map([...book].map(([name, cells]) => [name, new Map(cells)]));

/** What `yokoten check` finds, one object each. */
export function findings_of(path, args = []) {
  return yokoten(['check', path, '--format', 'json', ...args]).stdout.split('\n').filter(Boolean).map((line) => JSON.parse(line));
}

/** The parts of a ZIP archive as texts, by name. */
export function parts_of(path) {
  const bytes = readFileSync(path);
  const parts = new Map();
  let at = bytes.readUInt32LE(bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1') + 16);
  while (bytes.readUInt32LE(at) === 0x02014b50) {
    const [packed, size_of_name, extra, comment] = [20, 28, 30, 32].map((field) => (field === 20 ? bytes.readUInt32LE(at + 20) : bytes.readUInt16LE(at + field)));
    const local = bytes.readUInt32LE(at + 42);
    const name = bytes.toString('utf8', at + 46, at + 46 + size_of_name);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const body = bytes.subarray(start, start + packed);
    parts.set(name, (bytes.readUInt16LE(at + 10) === 0 ? body : inflateRawSync(body)).toString('utf8'));
    at += 46 + size_of_name + extra + comment;
  }
  return parts;
}

export { cell_name, row_of };
