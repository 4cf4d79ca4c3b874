// What readers compare is what the site publishes: every figure, every reason, every place.
import assert from 'node:assert/strict';
import test from 'node:test';
import { compare_figures, figure_at, level_ids, rank_at, taken } from '../../browser/compare/figures.js';
import { data, observations, rounded } from './site.mjs';

/** Every figure that is offered, with its observation. */
const all = data.columns.flatMap((column) => level_ids.filter((level) => column.levels[level]).flatMap((level) => data.areas[level].map((area) => ({
  column, level, area, figure: figure_at(column, level, area), seen: observations.get(`${column.id} ${area.code} ${column.part}`),
}))));
const told = all.filter(({ figure }) => !figure.missing);
const name = ({ column, area }) => `${column.key} ${area.name}`;

test('there are figures of prefectures and of municipalities to compare', () => {
  assert.deepEqual(data.levels, ['prefecture', 'municipality']);
  assert.ok(told.filter(({ level }) => level === 'prefecture').length > 500);
  assert.ok(told.filter(({ level }) => level === 'municipality').length > 1741);
});

test('every figure that is compared stands in the open data with its value or its bound', () => {
  const lost = told.filter(({ seen, figure }) => !seen || (figure.bound ? seen.lower === '' : seen.value === ''));
  assert.deepEqual(lost.map(name), []);
});

test('every share is the one that its counts in the open data give, rounded once', () => {
  const shares = told.filter(({ seen, figure, column }) => !figure.bound && seen.denominator !== '' && column.unit === '%');
  assert.ok(shares.length > 150);
  const wrong = shares.filter(({ seen, figure }) => figure.shown !== rounded(seen.numerator, seen.denominator, (figure.shown.split('.')[1] ?? '').length, 100n));
  assert.deepEqual(wrong.map(name), []);
});

test('every count is the one of the open data', () => {
  const counts = told.filter(({ seen, figure }) => !figure.bound && seen.denominator === '');
  assert.ok(counts.length > 1741);
  assert.deepEqual(counts.filter(({ seen, figure }) => figure.shown.replaceAll(',', '') !== seen.value).map(name), []);
});

test('no bound claims more than the open data prove', () => {
  const bounds = told.filter(({ figure }) => figure.bound);
  assert.ok(bounds.length > 47);
  assert.deepEqual(bounds.filter(({ seen, figure }) => figure.value > Number(seen.lower) || figure.value < Number(seen.lower) - 0.1).map(name), []);
});

test('what the open data leave empty is no figure here', () => {
  const missing = all.filter(({ seen }) => !seen || (seen.value === '' && seen.lower === ''));
  assert.ok(missing.length > 1600);
  assert.deepEqual(missing.filter(({ figure }) => !figure.missing || figure.value !== null).map(name), []);
});

test('every figure of the open data that has a column here is offered', () => {
  const offered = new Set(told.map(({ column, area }) => `${column.id} ${area.code} ${column.part}`));
  const columns = new Set(all.map(({ column, level }) => `${column.key} ${level}`));
  const level_of = (code) => (code === '000000' ? 'nation' : code.slice(2, 5) === '000' ? 'prefecture' : 'municipality');
  const lost = [...observations].filter(([key, row]) => (row.value !== '' || row.lower !== '')
    && columns.has(`${row.indicator}${row.breakdown ? `:${row.breakdown.split('=')[1]}` : ''} ${level_of(row.area_code)}`) && !offered.has(key));
  assert.deepEqual(lost.map(([key]) => key), []);
});

test('places are those that whole numbers give: equals share one, the next is left out', () => {
  const column = data.column.get('careplan-link-rate');
  const rows = data.areas.municipality.map((area) => ({ area, seen: observations.get(`careplan-link-rate ${area.code} `) })).filter(({ seen }) => seen?.value);
  const above = (a, b) => BigInt(a.seen.numerator) * BigInt(b.seen.denominator) > BigInt(b.seen.numerator) * BigInt(a.seen.denominator);
  for (const row of rows) {
    const place = 1 + rows.filter((other) => above(other, row)).length;
    assert.equal(rank_at(column, 'municipality', row.area).place, place, row.area.name);
    assert.equal(rank_at(column, 'municipality', row.area).of, rows.length);
  }
});

test('shares that look alike are still told apart by their counts', () => {
  const [a, b] = [{ quotient: { over: 1, under: 3 }, value: 33.3 }, { quotient: { over: 333, under: 1000 }, value: 33.3 }];
  assert.ok(compare_figures(a, b) > 0);
});

/** The places that areas with these figures get. */
function places(figures, part = '') {
  const codes = ['010006', '020001', '030007', '040002', '050008', '060003'].slice(0, figures.length);
  const small = taken({
    areas: { prefecture: codes.map((code) => [code, code, '', 1]), municipality: [] }, prefectures: [], kinds: [], reasons: [], size: null, whole: '',
    columns: [{ id: 'a', part, short: '', label: part, better: 1, prefecture: { asOf: '2024', source: '', figures } }],
  });
  return small.areas.prefecture.map((area) => rank_at(small.columns[0], 'prefecture', area)?.place ?? null);
}

test('figures of another date have their own places, as on the pages of the areas', () => {
  const earlier = (shown) => [shown, '', '', '', '2023'];
  assert.deepEqual(places(['3', earlier('9'), '5', earlier('8'), '4', earlier('1')]), [3, 1, 1, 2, 2, 3]);
});

test('parts have no place, as on the pages of the areas', () => assert.deepEqual(places(['3', '9', '5', '8'], 'x'), [null, null, null, null]));

test('numbers of any length are told apart', () => {
  assert.deepEqual(places(['9,007,199,254,740,991', '9,007,199,254,740,992', '9,007,199,254,740,993', '1']), [3, 2, 1, 4]);
  assert.deepEqual(places(['\u22129,007,199,254,740,992', '\u22129,007,199,254,740,993', '9,007,199,254,740,992.5', '9,007,199,254,740,992']), [3, 4, 1, 2]);
});

test('bounds and figures without a better direction have no place', () => {
  const without = told.filter(({ figure, column }) => figure.bound || column.better === 0);
  assert.ok(without.length > 0);
  assert.deepEqual(without.filter(({ column, level, area }) => rank_at(column, level, area) !== null).map(name), []);
});
