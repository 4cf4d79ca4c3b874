// The plain CSV of this folder and of data/areas: a header, no quotes, no commas inside a cell.
import { readFileSync } from 'node:fs';

// Returns the rows of a file as objects keyed by its header.
export function read_csv(path) {
  const [header, ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
  const columns = header.split(',');
  return lines.map((line, index) => {
    const cells = line.split(',');
    if (cells.length !== columns.length) {
      throw new Error(`${path}:${index + 2}: ${cells.length} cells, not ${columns.length}`);
    }
    return Object.fromEntries(columns.map((column, at) => [column, cells[at]]));
  });
}

// Returns the text of a file that holds these columns of the rows.
export function csv_text(columns, rows) {
  const lines = rows.map((row) => columns.map((column) => cell_text(row, column)).join(','));
  return [columns.join(','), ...lines].join('\n') + '\n';
}

function cell_text(row, column) {
  const text = String(row[column] ?? '');
  if (/[",\r\n]/.test(text)) throw new Error(`${column}: no quotes or commas: ${text}`);
  return text;
}

// Returns -1, 0 or 1 by code units, the order of codes whatever the locale.
export function compare_text(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
