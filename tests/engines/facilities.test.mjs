// What scripts/make-facilities makes up, and that a ClickHouse server takes it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { checkDigit } from '../effects/reports.mjs';
import { differing, read_tree } from '../support/tree.mjs';
import { home } from '../support/yokoten.mjs';
import { start_clickhouse } from './support/clickhouse.mjs';

const folder = mkdtempSync(join(tmpdir(), 'yokoten-facilities-'));
let server;
before(async () => { server = await start_clickhouse(join(folder, 'server')); });
after(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const making = (args, env = {}) => spawnSync(join(home, 'scripts/make-facilities'), args, { encoding: 'utf8', env: { ...process.env, ...env } });

/** Makes data into a folder of its own; returns the folder. */
function made(name, args, env) {
  const into = join(folder, name);
  const { status, stderr } = making(['--offices', '2000', '--months', '14', '--into', into, ...args], env);
  assert.equal(status, 0, stderr);
  return into;
}
const lines = (into, table) => readdirSync(into).filter((name) => name.startsWith(table)).sort()
  .flatMap((name) => readFileSync(join(into, name), 'utf8').trimEnd().split('\n').slice(1));

test('one seed gives the same bytes, another one others', () => {
  const first = read_tree(made('a', ['--seed', '5']));
  assert.deepEqual(differing(read_tree(made('b', ['--seed', '5'])), first), []);
  assert.notDeepEqual(differing(read_tree(made('c', ['--seed', '6'])), first), []);
});

test('parts hold the same rows as one file', () => {
  const [whole, parts] = [made('whole', []), made('parts', ['--rows-a-part', '5000'])];
  assert.equal(readdirSync(whole).length, 2);
  assert.ok(readdirSync(parts).length > 5);
  for (const table of ['facility_months', 'effect_reports']) assert.deepEqual(lines(parts, table), lines(whole, table));
});

test('offices have numbers with a check digit and stand in every prefecture, and use grows', () => {
  const rows = lines(made('rows', []), 'facility_months').map((line) => line.split(','));
  assert.ok(rows.length > 2000 * 13 && rows.length <= 2000 * 14, `${rows.length}`);
  assert.equal(new Set(rows.map(([, prefecture]) => prefecture)).size, 47);
  assert.deepEqual(rows.filter(([, , , , office]) => !/^\d{10}$/.test(office) || checkDigit(office.slice(0, 9)) !== office[9]), []);
  assert.equal(new Set(rows.map(([month, , , service, office]) => `${month} ${service} ${office}`)).size, rows.length);
  const used = (month) => rows.filter((row) => row[0] === month && row[6] === '1').length;
  assert.ok(used('2021-05') > used('2020-10') && used('2020-10') >= used('2020-04'));
});

test('ClickHouse takes all rows, and empty cells as NULL', async () => {
  const into = made('loaded', ['--rows-a-part', '10000', '--clickhouse', `http://127.0.0.1:${server.port}/`], server.env);
  assert.equal(Number(await server.run('SELECT count() FROM facility_months')), lines(into, 'facility_months').length);
  const reports = lines(into, 'effect_reports');
  assert.equal(Number(await server.run('SELECT count() FROM effect_reports')), reports.length);
  const nulls = reports.filter((line) => line.split(',')[12] === '').length;
  assert.ok(nulls > 0);
  assert.equal(Number(await server.run('SELECT countIf(overtime_after IS NULL) FROM effect_reports')), nulls);
});

test('wrong usage ends with 2 and how it is called', () => {
  for (const args of [[], ['--offices', '0', '--months', '1'], ['--offices', '10'], ['--offices', '10', '--months', '1', '--first', '2024'], ['--offices', '10', '--months', '1', '--odd', '1'],
    ['--offices', '10', '--months', '1', '--into', join(folder, 'whole')]]) {
    const { status, stderr } = making(args);
    assert.equal(status, 2, stderr);
    assert.match(stderr, /usage: scripts\/make-facilities/);
  }
});
