// data/observations.csv: what others take the figures from.
import assert from 'node:assert/strict';
import test from 'node:test';
import { read, records } from './files.mjs';

const columns = [
  'indicator', 'area_code', 'area_name', 'period', 'breakdown', 'numerator', 'denominator', 'value', 'lower', 'upper',
  'unit', 'flag', 'missing_reason', 'source',
];
const reasons = /^(not_published|not_applicable|not_reported|not_set|suppressed|unknown)$/;

const [header, ...body] = records(read('data/observations.csv').replace(/^\uFEFF/, ''));
const rows = body.map((cells) => Object.fromEntries(header.map((column, at) => [column, cells[at]])));

/** Returns the one total of an indicator for an area, of its newest period. */
function total(indicator, area_code) {
  const found = rows.filter((row) => row.indicator === indicator && row.area_code === area_code && row.breakdown === '');
  assert.ok(found.length > 0, `no row ${indicator},${area_code}`);
  return found.sort((a, b) => (a.period < b.period ? -1 : 1)).at(-1);
}

/** Asserts that the total has these cells, whatever its others are. */
function expect_total(indicator, area_code, cells) {
  const row = total(indicator, area_code);
  assert.deepEqual(Object.fromEntries(Object.keys(cells).map((column) => [column, row[column]])), cells);
}

test('observations.csv has the promised columns in every row', () => {
  assert.deepEqual(header, columns);
  assert.deepEqual(body.filter((cells) => cells.length !== columns.length), []);
});

test('every row has a value, a bound or a known reason why not', () => {
  const wrong = rows.filter((row) => (row.value === '' && row.lower === '' && row.upper === '')
    !== reasons.test(row.missing_reason));
  assert.deepEqual(wrong.slice(0, 5), []);
});

test('no two rows tell of the same indicator, area, period and part', () => {
  const keys = rows.map((row) => [row.indicator, row.area_code, row.period, row.breakdown].join('|'));
  assert.equal(new Set(keys).size, keys.length);
});

test('the application rate of 米子市 is 82 of 340', () => expect_total('careplan-link-rate', '312029', {
  area_name: '米子市', period: '2024-09-13', numerator: '82', denominator: '340', value: '24.117647', missing_reason: '',
}));

test('the application rate of the nation is 10912 of 181566', () => expect_total('careplan-link-rate', '000000', {
  numerator: '10912', denominator: '181566', value: '6.009936', missing_reason: '',
}));

test('the application rate of 札幌市 is missing as not published', () => expect_total('careplan-link-rate', '011002', {
  numerator: '', denominator: '', value: '', missing_reason: 'not_published',
}));

test('at least 2.010339 percent of municipalities have 30 percent or more', () => {
  expect_total('municipalities-thirty-percent', '000000', { value: '', lower: '2.010339', flag: 'bound' });
});

test('at least 6.490523 percent of municipalities have an application', () => {
  expect_total('municipalities-with-application', '000000', { value: '', lower: '6.490523', flag: 'bound' });
});
