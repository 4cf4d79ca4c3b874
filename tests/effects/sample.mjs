// The files of data/prefecture/raw/ and what the work list must hold for them.
import { columns, csv, listColumns, sound } from './reports.mjs';
import { faults as usual, spoil } from './faults.mjs';

export function sampleFiles({ seed = 2025, offices = 14, faults = 2, of = usual } = {}) {
  const sample = sound(seed, offices);
  const spoiled = faults === 0 ? [] : spoil(sample, faults, of);
  const files = {
    'subsidised_offices.csv': csv(listColumns, sample.list),
    'effect_reports_2024.csv': csv(columns, sample.years[2024]),
    'effect_reports_2025.csv': csv(columns, sample.years[2025]),
  };
  const expected = spoiled.map(({ name, code, heading, file, row }) => {
    const rows = file === 'list' ? sample.list : sample.years[file];
    const headings = file === 'list' ? listColumns : columns;
    return { name, code, file: file === 'list' ? 'subsidised_offices.csv' : `effect_reports_${file}.csv`, row: rows.indexOf(row) + 2, column: headings.indexOf(heading) + 1 };
  });
  return { files, expected, sample };
}
