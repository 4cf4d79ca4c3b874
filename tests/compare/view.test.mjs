// What is chosen, its address, the rows that it leaves and their CSV.
import assert from 'node:assert/strict';
import test from 'node:test';
import { csv_cell, csv_text } from '../../browser/compare/csv.js';
import { figure_at, taken } from '../../browser/compare/figures.js';
import { fits, rows_of } from '../../browser/compare/rows.js';
import { address_of, by_name, first_view, is_view, view_of } from '../../browser/compare/view.js';
import { sayer } from '../../browser/compare/element.js';
import { csv_rows, data, english, settings } from './site.mjs';

const first = first_view(data, settings.shown);
const say = sayer(settings.words);
const view = (changes) => ({ ...first, ...changes });
const names = (changes) => rows_of(view(changes), data).map(({ name }) => name);

test('the first view has no address of its own', () => assert.equal(address_of(first, first, data), ''));

test('every choice comes back from its address', () => {
  const chosen = view({
    columns: ['careplan-link-rate', 'careplan-link-offices', 'e-application-not-ready'], level: 'municipality', home: '310000', kind: '町', size: '0', text: 'ちょう & 町',
    only: true, sort: 'careplan-link-offices', rising: true, chosen: ['312029', '312045'], across: 'careplan-link-offices', up: 'careplan-link-rate',
  });
  assert.deepEqual(view_of(`#${address_of(chosen, first, data)}`, data, first), { view: chosen, unknown: [] });
});

// What the columns in the address bring along by themselves differs from what stands there.
for (const [what, changes] of [
  ['the order of the first view with its indicators turned round', { columns: [...first.columns].reverse() }],
  ['an order of the first view that rises', { columns: [...first.columns].reverse(), sort: first.sort, rising: true }],
  ['prefectures with an indicator that they lack', { columns: ['e-application-not-ready'], level: 'prefecture', sort: by_name, rising: true }],
  ['the order of areas', { sort: by_name, rising: false }],
]) {
  test(`${what} comes back from its address`, () => {
    const chosen = view(changes);
    assert.deepEqual(view_of(`#${address_of(chosen, first, data)}`, data, first).view, chosen);
  });
}

// An indicator may be called `name`; the code of a part may hold any letter.
const small = taken({
  areas: { prefecture: [['310000', '鳥取県', 'とっとりけん', 1], ['320005', '島根県', 'しまねけん', 1]], municipality: [] }, prefectures: [], kinds: [], reasons: [], size: null, whole: '全国',
  columns: [['name', ''], ['rate', '50%以上, 未満'], ['rate', '%2C']].map(([id, part]) => ({ id, part, short: id, label: part, better: 1, prefecture: { asOf: '', source: '', figures: ['1', '2'] } })),
});
const small_first = first_view(small, ['name']);

test('an indicator that is called name is sorted by its figures, and areas by themselves', () => {
  const order = (address) => rows_of(view_of(address, small, small_first).view, small).map(({ name }) => name);
  assert.deepEqual(order('#o=-name'), ['島根県', '鳥取県']);
  assert.deepEqual(order(`#o=${by_name}`), ['鳥取県', '島根県']);
});

test('parts whose codes hold commas and percent signs come back from their address', () => {
  const chosen = { ...small_first, columns: ['rate:50%以上, 未満', 'rate:%2C', 'name'], sort: 'rate:%2C', rising: true };
  assert.deepEqual(view_of(`#${address_of(chosen, small_first, small)}`, small, small_first), { view: chosen, unknown: [] });
});

test('a place on the page is no view', () => {
  assert.deepEqual(['', '#', '#i=centres', '#main', '#table'].map(is_view), [true, true, true, false, false]);
});

test('an address behind ? is understood like one behind #', () => {
  assert.deepEqual(view_of('?i=centres&a=310000', data, first), view_of('#i=centres&a=310000', data, first));
});

test('what an address names that is not there is left out and told', () => {
  const { view: read, unknown } = view_of('#i=nothing,centres&a=999999,310000&l=planet&o=-nothing&p=1&k=x', data, first);
  assert.deepEqual([read.columns, read.chosen, read.level, read.sort, read.home, read.kind], [['centres'], ['310000'], 'prefecture', 'centres', '', '']);
  assert.deepEqual(unknown, ['nothing', 'planet', '1', 'x', '999999']);
});

test('an address that names an indicator of municipalities alone shows those', () => {
  const only = data.columns.filter(({ levels }) => !levels.prefecture);
  for (const { key } of only) assert.equal(view_of(`#i=${key}`, data, first).view.level, 'municipality');
  assert.equal(view_of('#i=careplan-link-rate', data, first).view.level, 'prefecture');
});

for (const hostile of ['#i=__proto__', '#a=constructor', '#q=%E0%A4%A', '#o=-__proto__&l=toString', '#s=99&f=yes&x=1&y=2', '#s=9']) {
  test(`the address ${hostile} does no harm`, () => {
    const { view: read } = view_of(hostile, data, first);
    assert.deepEqual([read.columns, read.level, read.sort, read.size, read.only], [first.columns, first.level, first.sort, '', false]);
  });
}

test('what is looked for is cut between letters, never in one', () => {
  const { view: read } = view_of(`#q=${'a'.repeat(99)}%F0%A0%AE%B7%F0%A0%AE%B7`, data, first);
  assert.equal(read.text, `${'a'.repeat(99)}𠮷`);
  assert.equal(view_of(`#${address_of(read, first, data)}`, data, first).view.text, read.text);
});

test('missing figures stand last whichever way the table is sorted', () => {
  const column = data.column.get('careplan-link-rate');
  for (const rising of [true, false]) {
    const values = rows_of(view({ level: 'municipality', rising }), data).map((area) => figure_at(column, 'municipality', area).value);
    const known = values.findIndex((value) => value === null);
    assert.equal(known, 66);
    assert.ok(values.slice(known).every((value) => value === null));
    assert.ok(values.slice(1, known).every((value, at) => (rising ? value >= values[at] - 0.05 : value <= values[at] + 0.05)));
  }
});

test('prefecture, kind, size and name leave the areas that they mean', () => {
  assert.equal(names({ level: 'municipality', home: '310000' }).length, 19);
  assert.deepEqual(names({ level: 'municipality', home: '310000', kind: '市', sort: by_name, rising: true }), ['鳥取市', '米子市', '倉吉市', '境港市']);
  assert.equal(names({ level: 'municipality', kind: '政令指定都市' }).length, 20);
  assert.ok(names({ level: 'municipality', size: 'none' }).length === 1741 - 66);
  assert.deepEqual(names({ level: 'municipality', text: 'ヨナゴ' }), ['米子市']);
  assert.deepEqual(names({ level: 'municipality', text: '３１２０２' }), ['米子市']);
  assert.deepEqual(names({ level: 'municipality', text: '鳥取県米子' }), ['米子市']);
  assert.deepEqual(names({ text: 'とっとり' }), ['鳥取県']);
  for (const text of ['鳥取 米子', '米子市 鳥取', 'よなご　とっとり', '米子、とっとり']) assert.deepEqual(names({ level: 'municipality', text }), ['米子市'], text);
  assert.deepEqual(names({ chosen: ['310000'], only: true }), ['鳥取県']);
});

test('each class of size holds other areas, and together they hold all', () => {
  const classes = [...data.size.steps.map((_, at) => String(at)), String(data.size.steps.length), 'none'];
  for (const level of data.levels) {
    const counts = data.areas[level].map((area) => classes.filter((size) => fits(area, view({ level, size }), data)).length);
    assert.ok(counts.every((count) => count === 1), level);
  }
});

test('the CSV holds every row of the table, with a mark for spreadsheets', () => {
  const rows = rows_of(view({ level: 'municipality' }), data);
  const text = csv_text(rows, view({ level: 'municipality' }), data, say);
  assert.ok(text.startsWith('\ufeff'));
  const read = csv_rows(text);
  assert.equal(read.length, 1741);
  const column = data.column.get('careplan-link-rate');
  const head = Object.keys(read[0]).find((key) => key.startsWith(column.title));
  assert.match(head, /%.*2024年9月13日時点.*出典/);
  read.forEach((row, at) => {
    const figure = figure_at(column, 'municipality', rows[at]);
    assert.equal(row[head], figure.missing ? '' : figure.shown.replaceAll(',', ''));
    if (figure.missing) assert.equal(row[say('csv_notes', column.name)] !== '', true);
  });
});

test('nothing in the CSV runs in a spreadsheet', () => {
  for (const text of ['=1+1', '+1+1', '-1+1', '@x', '\tx', '\rx']) assert.match(csv_cell(text), /^"?'/);
  assert.equal(csv_cell('-1.5'), '-1.5');
  assert.equal(csv_cell('a,"b"'), '"a,""b"""');
});

test('areas are found by every spelling that the search of the site knows', () => {
  const found = (text) => names({ level: 'municipality', text });
  assert.deepEqual(found('龍ヶ崎'), ['龍ケ崎市']);
  assert.deepEqual(found('金ヶ崎'), ['金ケ崎町']);
  assert.deepEqual(found('檮原'), ['梼原町']);
});

test('what can be chosen in one language is chosen in the other by the same address', () => {
  for (const address of ['#l=municipality&k=町', '#l=municipality&k=政令指定都市', '#l=municipality&q=米子', '#l=municipality&q=よなご', '#l=municipality&q=yonago', '#l=municipality&q=檮原', '#l=municipality&q=Yonago City, Tottori Prefecture']) {
    const [own, other] = [[data, first], [english, first_view(english, settings.shown)]].map(([of, start]) => {
      const { view: read, unknown } = view_of(address, of, start);
      return [rows_of({ ...read, sort: by_name, rising: true }, of).map(({ code }) => code), unknown];
    });
    assert.ok(own[0].length > 0 && own[0].length < 1000, address);
    assert.deepEqual(own, other, address);
  }
});

test('an address of before with a kind in English is understood', () => {
  assert.equal(view_of('#l=municipality&k=Town', english, first_view(english, settings.shown)).view.kind, '町');
});

test('a part of an address that chooses nothing is not told', () => {
  assert.deepEqual(view_of('#p=&k=&s=&x=&y=', data, first).unknown, []);
});

test('areas that are on a list or not have no place', () => {
  const { figures, ranks } = data.column.get('e-application-not-ready').levels.municipality;
  assert.deepEqual([...new Set(figures.map(({ value }) => value).filter((value) => value !== null))].sort(), [0, 1]);
  assert.ok(ranks.every((rank) => rank === null));
});
