// Faults that tables have, one a class: each changes the tables by chance and tells which finding must name it, and where.
import { prefectures, towns, years } from './publication.mjs';

/** A row of the table below its headings; `last` rows are left out. */
const pick = (table, random, last = 0) => 1 + random.below(table.length - 1 - last);
const at = (source, row, column, code, said = '') => ({ file: `raw/${source}.csv`, row: row + 1, column: column + 1, code, said });

/** A cell of figures changed: the table's name, the column, and how. */
const figure = (source, column, change, code, { last = 0, place = null } = {}) => (tables, random) => {
  const row = pick(tables[source], random, last);
  tables[source][row][column] = change(tables[source][row][column], random, tables[source][row]);
  return at(source, row, place ?? column, code);
};

export const faults = {
  'a misprinted total': (tables, random) => {
    const row = tables.rates.length - 1, column = 1 + random.below(2);
    tables.rates[row][column] += 1 + random.below(90);
    return at('rates', row, column, 'total.differs');
  },
  'a part that does not fit its printed sum': (tables, random) => {
    const row = pick(tables.starts, random);
    tables.starts[row][1 + random.below(3)] += 1 + random.below(9);
    return at('starts', row, 4, 'total.differs');
  },
  'a misprinted rate': figure('rates', 3, (rate) => (Number(rate) + 0.2).toFixed(1), 'rate.differs', { last: 1 }),
  'a numerator over its denominator': figure('rates', 2, (_, random, row) => row[1] + 1 + random.below(50), 'ratio.over', { last: 1 }),
  'a count below zero': figure('people', 1, (value) => `-${Number(value) + 1}`, 'count.negative'),
  'a cell that is no number': figure('visits', 1, (value) => `${value}x`, 'cell.number'),
  'a misspelt prefecture': figure('shares', 0, (name) => `${name.slice(0, -1)}懸`, 'name.unknown'),
  'a misspelt town': figure('visits', 0, (name) => `${name.slice(0, -2)}〇${name.at(-1)}`, 'name.unknown'),
  'a town in another prefecture': (tables, random) => {
    // One whose name the other prefecture does not have.
    let row, other;
    do {
      row = pick(tables.visits, random);
      other = prefectures[random.below(47)].name;
    } while (towns.some((town) => town.prefecture === other && town.name === towns[row - 1].name));
    tables.visits[row][0] = other + towns[row - 1].name;
    return at('visits', row, 0, 'name.unknown');
  },
  'a town without its prefecture': (tables, random) => {
    const row = pick(tables.visits, random);
    tables.visits[row][0] = towns[row - 1].name;
    return at('visits', row, 0, 'name.prefecture');
  },
  'a name of before a merger': (tables) => {
    const row = tables.visits.findIndex(([name]) => name === '栃木県栃木市');
    tables.visits[row][0] = '栃木県岩舟町';
    return at('visits', row, 0, 'name.unknown', '栃木市');
  },
  'a code with a wrong check digit': figure('people', 0, (code) => code.slice(0, 5) + (Number(code[5]) + 1) % 10, 'name.code'),
  'a code that lost its leading zero': (tables, random) => {
    const short = tables.people.map(([code], row) => [code, row]).filter(([code]) => code.startsWith('0'));
    const [code, row] = short[random.below(short.length)];
    tables.people[row][0] = code.slice(1);
    return at('people', row, 0, 'name.code');
  },
  'a row that stands twice': (tables, random) => {
    const row = pick(tables.people, random);
    tables.people.push([...tables.people[row]]);
    return at('people', tables.people.length - 1, 0, 'area.twice');
  },
  'two rows that contradict each other': (tables, random) => {
    const row = pick(tables.history, random);
    tables.history.push([tables.history[row][0], tables.history[row][1], tables.history[row][2] + 7]);
    return at('history', tables.history.length - 1, 0, 'area.twice');
  },
  'a figure of the future': (tables, random) => {
    const row = pick(tables.history, random);
    tables.history[row][1] = '2031FY';
    return at('history', row, 2, 'future');
  },
  'a year that is none': figure('history', 1, (year) => year.replace('FY', 'F'), 'cell.period'),
  'a total row that is cut off': (tables) => {
    tables.rates.pop();
    return at('rates', 0, 0, 'total.missing');
  },
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
  'a share over a hundred': figure('shares', 1, (share) => String(Math.round(Number(share) * 10)), 'percent.over'),
  'a text that a spreadsheet runs': figure('shares', 0, (name) => `=HYPERLINK(${name})`, 'cell.formula'),
  'a wrong place in the ranking': (tables, random) => {
    // Of rates that are equal as printed, some may stand behind others.
    let row;
    do row = pick(tables.rates, random, 1);
    while (tables.rates.filter((each) => each[3] === tables.rates[row][3]).length > 1);
    tables.rates[row][4] += 3;
    return { file: 'raw/rates.csv', row: row + 1, code: 'rank.differs', said: '' };
  },
  'a heading that changed': (tables) => {
    tables.rates[0][2] = '申請数';
    return { file: 'sources.toml', code: 'source.column', said: '近いもの: 申請数' };
  },
  'a heading that stands twice': (tables) => {
    tables.rates[0][2] = '事業所';
    return at('rates', 0, 2, 'table.heading', '事業所');
  },
};
