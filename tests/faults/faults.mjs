// Faults that tables have, one a class: each changes the tables by chance and tells which finding must name it, and where.
// `more` are files over or beside those of the publication.
import { at, figure, pick } from './choosing.mjs';
import { name_faults } from './name_faults.mjs';
import { series_faults } from './series_faults.mjs';
import { finished_rates, prefectures, towns } from './publication.mjs';

export const faults = {
  ...name_faults,
  ...series_faults,
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
  'a total row that is cut off': (tables) => {
    tables.rates.pop();
    return at('rates', 0, 0, 'total.missing');
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
  'a heading that is missing': (tables) => {
    tables.people = tables.people.map(([code]) => [code]);
    return { file: 'sources.toml', code: 'source.column', said: '利用者' };
  },
  'a heading that is empty': (tables) => {
    tables.rates[0][2] = '';
    return at('rates', 0, 2, 'table.heading');
  },
  'a row with a cell too many': (tables, random) => {
    const row = pick(tables.people, random);
    tables.people[row].push('1');
    return at('people', row, 2, 'table.width');
  },
  'a total row that stands twice': (tables) => {
    tables.rates.push([...tables.rates.at(-1)]);
    return at('rates', tables.rates.length - 1, 0, 'area.twice', `:${tables.rates.length - 1}:1`);
  },
  'a printed sum of parts as rows that is wrong': (tables, random) => {
    const row = 3 * (1 + random.below(47));
    tables.sexes[row][2] += 1 + random.below(50);
    return at('sexes', row, 2, 'total.differs');
  },
  'a part that stands twice': (tables, random) => {
    const row = 1 + 3 * random.below(47);
    tables.sexes[row + 1][1] = '男';
    return at('sexes', row + 1, 0, 'area.twice', `:${row + 1}:1`);
  },
  'another source that contradicts': (tables, random) => {
    const [name, , cases] = tables.history[7 * (1 + random.below(47))];
    tables.again = [['都道府県', '件数'], [name, cases + 3]];
    return { ...at('again', 1, 1, 'observation.twice', 'raw/history.csv'), row: undefined, column: undefined };
  },
  'a nation that is not the sum of its towns in another table': (tables) => {
    tables.whole = [['相談員'], [tables.coded.slice(1).reduce((sum, row) => sum + row[3], 11)]];
    return at('whole', 1, 0, 'total.sources');
  },
  'a list that cannot hold all above its bound': (tables, random) => {
    const name = tables.listed[pick(tables.listed, random)][0];
    const rows = tables.rates.slice(1, 48).map(([prefecture, offices, applications]) =>
      [prefecture, offices, name.startsWith(prefecture) ? Math.round(offices * 0.4) : applications]);
    tables.rates = finished_rates(rows);
    return at('rates', 1 + rows.findIndex(([prefecture]) => name.startsWith(prefecture)), 2, 'list.bound');
  },
  'a listed town below the bound': (tables, random) => {
    const row = pick(tables.listed, random);
    tables.listed[row] = [tables.listed[row][0], 100, 12, '12.0'];
    return at('listed', row, 3, 'list.below');
  },
  'towns that exceed their prefecture': (tables, random) => {
    const row = pick(tables.listed, random);
    tables.listed[row] = [tables.listed[row][0], 30000, 9000, '30.0'];
    const prefecture = prefectures.findIndex(({ name }) => tables.listed[row][0].startsWith(name));
    return { ...at('rates', 1 + prefecture, 1, 'remainder.negative'), column: undefined };
  },
  'a number of a care office with a wrong check digit': figure('directory', 1, (number) => number.slice(0, 9) + (Number(number[9]) + 1 + Number(number[8]) % 8) % 10, 'office.digit'),
  'a number of a care office without ten figures': figure('directory', 1, (number) => number.slice(1), 'office.number'),
  'a care office of another prefecture': (tables, random) => {
    const row = pick(tables.directory, random);
    tables.directory[row][1] = tables.directory[1 + (row + 5) % 47][1];
    return at('directory', row, 1, 'office.prefecture');
  },
  'a remark that a spreadsheet runs': (tables, random) => {
    const row = pick(tables.directory, random), texts = ['+SUM(A1:A9)', '@SUM(A1)', "-2+3+cmd|' /C calc'!A0", '＝A1'];
    tables.directory[row][2] = texts[random.below(texts.length)];
    return at('directory', row, 2, 'cell.formula');
  },
};
