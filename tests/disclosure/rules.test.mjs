// The rules of known guidelines, as generator/protect/README.md writes them, on counts right at their limits.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { home } from '../support/yokoten.mjs';
import { build, observations } from './publication.mjs';
import { towns } from './sample.mjs';

const folder = mkdtempSync(join(tmpdir(), 'yokoten-rules-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const readme = readFileSync(join(home, 'generator/protect/README.md'), 'utf8');
const rules = Object.fromEntries([...readme.matchAll(/```toml\n\[source\.disclosure\] {2}# (\w)\n([\s\S]*?)```/g)]
  .map(([, name, text]) => [name, ['[source.disclosure]', text.trim()]]));
const tottori = towns.filter(({ prefecture }) => prefecture === '31');
const municipal = ['area = "市町村"', 'level = "municipality"', 'period = 2024-09-30'];

/** Returns the counts that show of towns with these counts; `more` are other columns, as measure and numbers. */
function shown(name, numbers, { measure = 'users', more = {}, people } = {}) {
  const columns = { [measure]: numbers, ...more };
  const cell = (list, at) => list[at] ?? 700 + 13 * at;
  const lines = [`市町村,${Object.keys(columns).join(',')}`,
    ...tottori.map((town, at) => `${town.name},${Object.values(columns).map((list) => cell(list, at)).join(',')}`)];
  const counted = people ? [{ id: 'people', lines: ['市町村,人口', ...tottori.map((town, at) => `${town.name},${people[at] ?? 90000}`)],
    toml: [...municipal, '[source.columns]', 'people = "人口"'] }] : [];
  const { tree } = build(join(folder, name), {
    tables: [{ id: 'table', lines, toml: [...municipal, '[source.columns]', ...Object.keys(columns).map((each) => `${each} = "${each}"`), ...rules[name]] }, ...counted],
    indicators: Object.fromEntries(Object.keys(columns).map((each) => [each, ['unit = "人"', 'levels = ["prefecture", "municipality"]', `count = { sum = "${each}" }`]])) });
  const of = (indicator) => observations(tree).filter((row) => row.indicator === indicator && row.area_code !== '310000' && row.area_code.startsWith('31'));
  return Object.fromEntries(Object.keys(columns).map((each) => [each, tottori.map(({ code }) => of(each).find((row) => row.area_code === code).numerator)]));
}

test('the README writes four rules', () => assert.deepEqual(Object.keys(rules), ['a', 'b', 'c', 'd']));

test('people in need of care: 1 to 9 are hidden, 0 and 10 show', () => {
  const { users } = shown('a', [0, 1, 9, 10]);
  assert.deepEqual(users.slice(0, 3), ['0', '', '']);
  assert.ok(users.filter((each) => each === '').length <= 3);
});

test('people in need of care by municipality: by how many live there', () => {
  const { users } = shown('b', [0, 5000, 19, 20, 0, 9, 10], { people: [1999, 1999, 2000, 24999, 24999, 25000, 25000] });
  assert.deepEqual(users.slice(0, 3), ['', '', '']);
  assert.equal(users[4], '0');
  assert.equal(users[5], '');
  assert.ok(users.slice(3, 4).concat(users.slice(6)).filter((each) => each === '').length <= 2);
});

test('counts by what offices are like: 1 and 2 are hidden, 0 and 3 show', () => {
  const { users } = shown('c', [0, 1, 2, 3]);
  assert.deepEqual(users.slice(0, 3), ['0', '', '']);
  assert.ok(users.filter((each) => each === '').length <= 3);
});

test('sales of one or two offices are hidden with what gives them away, the number of offices shows', () => {
  const { sales, offices } = shown('d', [5000, 6000, 7000], { measure: 'sales', more: { offices: [1, 2, 3] } });
  assert.deepEqual(sales.slice(0, 2), ['', '']);
  assert.deepEqual(offices.slice(0, 3), ['1', '2', '3']);
  assert.ok(sales.filter((each) => each === '').length <= 3);
});

test('a single hidden count never stands alone below its total', () => {
  const { users } = shown('a', [0, 4]);
  assert.equal(users.filter((each) => each === '').length, 2);
});
