// How faults choose the cell that they change, and tell where it is.

/** A row of the table below its headings; `last` rows are left out. */
export const pick = (table, random, last = 0) => 1 + random.below(table.length - 1 - last);

/** What must be found: a code at a cell, with `said` in its message. Row and column count from 0, headings included. */
export const at = (source, row, column, code, said = '') => ({ file: `raw/${source}.csv`, row: row + 1, column: column + 1, code, said });

/** A cell of figures changed: the table's name, the column, and how. */
export const figure = (source, column, change, code, { last = 0, place = null } = {}) => (tables, random) => {
  const row = pick(tables[source], random, last);
  tables[source][row][column] = change(tables[source][row][column], random, tables[source][row]);
  return at(source, row, place ?? column, code);
};
