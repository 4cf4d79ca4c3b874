// Faults of periods, and figures that leave their own way or that of their peers.
import { at, figure, pick } from './choosing.mjs';
import { months, prefectures, years } from './publication.mjs';

const last_of = (random) => 7 * (1 + random.below(46)); // of the years of a prefecture: enough of them lie before
const swapped = (row, one, other) => row.map((cell, at) => row[at === one ? other : at === other ? one : at]);

export const series_faults = {
  'a figure of the future': (tables, random) => {
    const row = pick(tables.history, random);
    tables.history[row][1] = '2031FY';
    return at('history', row, 2, 'future');
  },
  'a year that is none': figure('history', 1, (year) => year.replace('FY', 'F'), 'cell.period'),
  'a prefecture that is left out': (tables, random) => {
    tables.shares.splice(pick(tables.shares, random), 1);
    return at('shares', 0, 0, 'area.missing');
  },
  'a year that is left out': (tables, random) => {
    const year = years[2 + random.below(3)];
    tables.history = tables.history.filter((row) => row[1] !== year);
    return { file: 'indicators/history.toml', code: 'series.gap', said: '' };
  },
  'rows of years that run to and fro': (tables, random) => {
    const first = 1 + 7 * random.below(47) + 1 + random.below(4);
    [tables.history[first], tables.history[first + 1]] = [tables.history[first + 1], tables.history[first]];
    return { file: 'raw/history.csv', code: 'period.order', column: 2, said: '' };
  },
  'a digit too many': (tables, random) => {
    const row = 7 * (1 + random.below(46)) - random.below(2); // the last years: enough of them lie before
    tables.history[row][2] = Number(`${tables.history[row][2]}${random.below(10)}`);
    return at('history', row, 2, 'series.jump');
  },
  'a figure in thousands': (tables, random) => {
    const row = 7 * (1 + random.below(46));
    tables.history[row][2] = tables.history[row][2] * 1000 + random.below(900);
    return at('history', row, 2, 'series.unit');
  },
  'a month that is left out': (tables, random) => {
    const month = months[1 + random.below(4)];
    tables.monthly = tables.monthly.filter((row) => row[1] !== month);
    return { file: 'indicators/calls.toml', code: 'series.gap', said: '' };
  },
  'a year that one prefecture lacks': (tables, random) => {
    const row = 7 * random.below(47) + 2 + random.below(5), [name, year] = tables.history[row];
    tables.history.splice(row, 1);
    return at('history', 0, 0, 'area.missing', `${name} ${year.replace('FY', '年度')}`);
  },
  'a part that one prefecture lacks': (tables, random) => {
    const prefecture = random.below(47), [name] = tables.sexes[1 + 3 * prefecture];
    const [[, , women]] = tables.sexes.splice(2 + 3 * prefecture, 1);
    tables.sexes[2 + 3 * prefecture][2] -= women;
    return at('sexes', 0, 0, 'area.missing', name);
  },
  'a misspelt part': (tables, random) => {
    const row = 1 + 3 * random.below(47) + random.below(2);
    tables.sexes[row][1] = `${tables.sexes[row][1]}性`;
    return at('sexes', row, 1, 'part.unknown', tables.sexes[row][1]);
  },
  'columns of years that run to and fro': (tables, random) => {
    const one = 2 + random.below(2);
    tables.wide = tables.wide.map((row) => swapped(row, one, one + 1));
    return { file: 'raw/wide.csv', row: 1, code: 'period.order', said: '' };
  },
  'a share among percents of one period': figure('shares', 1, (share) => (Number(share) / 100).toFixed(3), 'peers.outlier'),
  'a count a hundred times its peers': (tables, random) => {
    const prefecture = random.below(47), of = (part) => tables.sexes[1 + 3 * prefecture + part];
    const part = random.below(2);
    const peers = tables.sexes.filter(([, name]) => name === of(part)[1]).map((row) => row[2]).sort((a, b) => a - b);
    of(part)[2] = 100 * peers[23] + random.below(100);
    of(2)[2] = of(0)[2] + of(1)[2];
    return at('sexes', 1 + 3 * prefecture + part, 2, 'peers.outlier');
  },
  'a rate far above its peers': (tables, random) => {
    const row = pick(tables.shares, random);
    for (let each = 1; each <= 47; each += 1) tables.shares[each][1] = `${3 + random.below(4)}.${random.below(10)}`;
    tables.shares[row][1] = '68.4';
    return at('shares', row, 1, 'peers.outlier');
  },
  'a percentage that turns to a share': (tables, random) => {
    const row = pick(tables.wide, random), column = 2 + random.below(3);
    tables.wide[row][column] = (Number(tables.wide[row][column]) / 100).toFixed(3);
    return at('wide', row, column, 'series.unit');
  },
  'a year of shares among percents': (tables, random) => {
    const column = 2 + random.below(3);
    for (let row = 1; row <= 47; row += 1) tables.wide[row][column] = (Number(tables.wide[row][column]) / 100).toFixed(3);
    return at('wide', 1, column, 'series.unit', 'ほか46地域');
  },
  'a month in another unit (6.0 and 600)': (tables, random) => {
    const row = 6 * random.below(47) + 2 + random.below(5);
    tables.monthly[row][2] *= 100;
    return at('monthly', row, 2, 'series.unit');
  },
  'hundreds that are none at once': (tables, random) => {
    const row = last_of(random);
    tables.history[row][2] = 0;
    return at('history', row, 2, 'series.jump');
  },
  'a provisional figure that never became final': (tables, random) => {
    const row = 6 * random.below(47) + 1 + random.below(5);
    tables.monthly[row][2] = `${tables.monthly[row][2]}(速報)`;
    return at('monthly', row, 2, 'series.provisional');
  },
  'months of which the newest is stale': (tables) => {
    tables.monthly = tables.monthly.map(([name, month, calls], row) => [name, row === 0 ? month : month.replace('令和6年', '令和5年'), calls]);
    return { file: 'indicators/calls.toml', code: 'indicator.stale', said: '2023年9月' };
  },
  'a month of the future': (tables, random) => {
    const row = 6 * (1 + random.below(47));
    tables.monthly[row][1] = '令和7年9月';
    return at('monthly', row, 2, 'future');
  },
};
