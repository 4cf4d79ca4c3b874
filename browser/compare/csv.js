// The table as CSV, as the program writes its own: UTF-8 with a mark, nothing that a spreadsheet would run.
import { figure_at, rank_at } from './figures.js';

const number = /^-?\d+(\.\d+)?$/;

export function csv_cell(text) {
  const safe = /^[=+\-@\t\r]/.test(text) && !number.test(text) ? `'${text}` : text;
  return /[,"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** 1234.5 for a spreadsheet: the same figure without what is there for readers. */
const bare = (shown) => shown.replaceAll(',', '').replace('\u2212', '-');

const has_parts = (column, level) => Boolean(column.levels[level]?.figures.some(({ parts }) => parts));

function cells_of(column, level, area, say) {
  const figure = figure_at(column, level, area);
  const parts = has_parts(column, level);
  const cells = (value, over, notes, rank) => [value, ...(parts ? [over] : []), notes, rank];
  if (!figure || figure.missing) return cells('', '', figure ? figure.missing : say('no_level'), '');
  const notes = [figure.bound ? say('at_least') : '', figure.tag, figure.as_of].filter(Boolean).join(' ');
  return cells(bare(figure.shown), figure.parts, notes, String(rank_at(column, level, area)?.place ?? ''));
}

function head_of(column, level, say) {
  const { as_of = '', source = '' } = column.levels[level] ?? {};
  const about = [column.unit, as_of, source && say('source', source)].filter(Boolean).join(say('comma'));
  const title = column.label ? `${column.title} ${column.label}` : column.title;
  const parts = has_parts(column, level) ? [say('of', column.name, column.parts)] : [];
  return [about ? say('csv_figure', title, about) : title, ...parts, say('csv_notes', column.name), say('csv_rank', column.name)];
}

/** `say(key, …)` gives words. */
export function csv_text(rows, view, data, say) {
  const columns = view.columns.map((key) => data.column.get(key));
  const head = [say('csv_code'), say('csv_area'), say('csv_home'), ...columns.flatMap((column) => head_of(column, view.level, say))];
  const lines = rows.map((area) => [area.code, area.name, area.home?.name ?? '', ...columns.flatMap((column) => cells_of(column, view.level, area, say))]);
  return `\ufeff${[head, ...lines].map((cells) => cells.map(csv_cell).join(',')).join('\r\n')}\r\n`;
}
