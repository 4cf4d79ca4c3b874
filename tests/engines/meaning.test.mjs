// Figures are the same, cell by cell, whether the program counts a line an office, holding all lines or adding them up while it reads, or ClickHouse or PostgreSQL count and the program publishes.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { yokoten } from '../support/yokoten.mjs';
import { start_clickhouse } from './support/clickhouse.mjs';
import { adoption, from_file, from_server, reported, rows_of, told } from './support/counted.mjs';
import { clickhouse_tables, made_offices, month_columns, month_lines, months_from, postgres_tables, report_columns, report_lines, services, with_nulls } from './support/facilities.mjs';
import { start_postgres } from './support/postgres.mjs';

const folder = mkdtempSync(join(tmpdir(), 'yokoten-meaning-'));
const offices = made_offices(1500, 7);
const months = months_from('2024-09', 1);
const month_csv = `${month_columns.join(',')}\n${[...month_lines(offices, months)].join('')}`;
const years = [2024, 2025];
const report_csv = `${report_columns.join(',')}\n${[...report_lines(made_offices(40000, 7), years, 7)].join('')}`;
const servers = {};

before(async () => {
  [servers.clickhouse, servers.postgres] = await Promise.all([start_clickhouse(join(folder, 'server')), start_postgres()]);
  for (const table of clickhouse_tables()) await servers.clickhouse.run(table);
  for (const table of postgres_tables) servers.postgres.run(table);
  for (const [table, csv] of [['facility_months', month_csv], ['effect_reports', report_csv]]) {
    await servers.clickhouse.insert(`INSERT INTO ${table} FORMAT CSVWithNames`, with_nulls(csv));
    servers.postgres.run(`COPY ${table} FROM STDIN WITH (FORMAT csv, HEADER true)`, csv);
  }
});
after(async () => {
  await servers.clickhouse?.stop();
  await servers.postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const env = () => ({ ...servers.clickhouse.env, ...servers.postgres.env });

/** Pulls, where there is a database to ask, and builds; returns the folder of the site. */
function site_of(publication, pulls) {
  const site = `${publication}-site`;
  for (const args of [...(pulls ? [['pull', publication]] : []), ['build', publication, '--into', site]]) {
    const { exit, stderr } = yokoten([...args, '--lang', 'en', '--quiet'], { env: env() });
    assert.equal(exit, 0, stderr);
  }
  return site;
}

const ways = {
  files: (options) => [(made) => from_file(made, 'raw/facility_months.csv', month_csv), { parts: 'office = "office"\n', ...options }],
  grouped: ({ disclosure = '', ...options }) => [(made) => from_file(made, 'raw/facility_months.csv', month_csv),
    { disclosure: `${disclosure}[source.group]\nby = ["month", "area", "service"]\nsum = ["offices", "applications"]\n`, ...options }],
  clickhouse: (options) => [(made) => from_server(made, servers.clickhouse, 'adoption.sql'), { parameters: `first = "${months[0]}"\nlast = "${months.at(-1)}"\n`, ...options }],
  postgres: (options) => [(made) => from_server(made, servers.postgres, 'adoption.sql'), { parameters: `first = "${months[0]}"\nlast = "${months.at(-1)}"\n`, ...options }],
};

/** The sites of the use of the data link by all ways. */
function adoption_sites(options = {}) {
  return Object.entries(ways).map(([name, way]) => {
    const publication = adoption(folder, name, ...way(options));
    return { name, publication, site: site_of(publication, name !== 'files' && name !== 'grouped') };
  });
}
const tokyo = { name: '東京都', code: '130001' }, tottori = { name: '鳥取県', code: '310000' };
const reported_of = (prefecture) => reported(folder, (made) => from_file(made, 'raw/reports.csv', report_csv), years, prefecture);
// Parts of a whole stand in the order in which their table has them.
const observations = ({ site }) => readFileSync(join(site, 'data/observations.csv'), 'utf8').trimEnd().split('\n').sort();
const differing = (one, other) => {
  const [mine, theirs] = [observations(one), observations(other)];
  return mine.length === theirs.length ? mine.filter((line, at) => line !== theirs[at]).slice(0, 5) : [`${mine.length} lines and ${theirs.length}`];
};

test('use by month, prefecture, municipality and service is the same by all four ways', () => {
  const [files, ...others] = adoption_sites({ indicators: ['offices', 'rate'] });
  const rows = rows_of(join(files.site, 'data/observations.csv'));
  const nation = rows.find(({ indicator, area_code, period, breakdown }) => indicator === 'offices' && area_code === '000000' && period === months[0] && breakdown === '');
  assert.equal(Number(nation.value), month_csv.split('\n').filter((line) => line.startsWith(months[0])).length);
  assert.ok(rows.filter(({ value, breakdown }) => Number(value) > 0 && breakdown !== '').length > 1000, 'there are figures to compare');
  assert.equal(others.length, 3);
  for (const other of others) assert.deepEqual(differing(files, other), [], other.name);
});

test('both databases land the same bytes', () => {
  const answers = ['clickhouse', 'postgres'].map((name) => {
    const publication = adoption(folder, name, ...ways[name]());
    assert.equal(yokoten(['pull', publication, '--quiet'], { env: env() }).exit, 0);
    return readFileSync(join(publication, 'raw/use.csv'), 'utf8');
  });
  assert.ok(answers[0].length > 10_000);
  assert.equal(answers[0], answers[1]);
});

test('the same cells are hidden by all four ways', () => {
  const [files, ...others] = adoption_sites({ indicators: ['applications'], only: 'only = { prefecture = "130001" }\n', disclosure: '[source.disclosure]\ncells = 3\n' });
  const hidden = rows_of(join(files.site, 'data/observations.csv')).filter(({ missing_reason }) => missing_reason === 'suppressed');
  assert.ok(hidden.length > 10, `${hidden.length} cells are hidden`);
  for (const other of others) assert.deepEqual(differing(files, other), [], other.name);
});

test('counts, means and quartiles of effect reports are the same by all three ways', () => {
  const site = site_of(reported_of(tokyo));
  const own = rows_of(join(site, 'data/outcomes.csv')).filter(({ missing_reason }) => missing_reason === '');
  assert.ok(own.length >= 50, `${own.length} groups`);
  assert.ok(own.filter(({ before_median }) => before_median !== '').length >= 30, 'with quartiles');
  const figures = ['before', 'after', 'change'].flatMap((side) => ['mean', 'q1', 'median', 'q3'].map((name) => `${side}_${name}`));
  const plain = (text) => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);
  for (const name of ['clickhouse', 'postgres']) {
    const publication = adoption(folder, name, (made) => from_server(made, servers[name], `outcomes.${name}.sql`), { parameters: 'prefectures = ["130001"]\n' });
    const { exit, stderr } = yokoten(['pull', publication, '--lang', 'en', '--quiet'], { env: env() });
    assert.equal(exit, 0, stderr);
    const answer = new Map(rows_of(join(publication, 'raw/use.csv')).map((row) => [`${row.outcome} ${row.period} ${row.service && `service=${row.service}`}`, row]));
    for (const row of own) {
      const other = answer.get(`${row.indicator.replace('-', '_')} ${row.period} ${row.breakdown}`);
      assert.ok(other, `${name} has no ${row.indicator} ${row.period} ${row.breakdown}`);
      assert.equal(other.offices, row.offices);
      for (const figure of figures) if (row[figure] !== '') assert.equal(plain(other[figure]), plain(row[figure]), `${name} ${row.indicator} ${row.period} ${row.breakdown} ${figure}`);
    }
  }
});

test('means of few offices that a database tells are hidden, as the program hides its own', () => {
  const own = new Map(rows_of(join(site_of(reported_of(tottori)), 'data/outcomes.csv')).filter(({ indicator }) => indicator === 'overtime').map((row) => [`${row.period} ${row.breakdown}`, row]));
  for (const name of ['clickhouse', 'postgres']) {
    const publication = told(folder, servers[name], `outcomes.${name}.sql`, services.map(([service]) => service), tottori);
    const shown = rows_of(join(site_of(publication, true), 'data/observations.csv')).filter(({ indicator, breakdown }) => indicator === 'before' && breakdown !== '');
    const offices = new Map(rows_of(join(publication, 'raw/told.csv')).filter(({ outcome }) => outcome === 'overtime').map((row) => [`${row.period} service=${row.service}`, Number(row.offices)]));
    const few = shown.filter(({ period, breakdown }) => offices.get(`${period} ${breakdown}`) < 3);
    const more = shown.filter(({ period, breakdown }) => offices.get(`${period} ${breakdown}`) >= 3);
    assert.ok(few.length >= 4 && more.length >= 1, `${few.length} and ${more.length} groups`);
    for (const { period, breakdown, missing_reason, value } of few) {
      assert.equal(`${missing_reason} ${value}`, 'suppressed ', `${name} ${period} ${breakdown}`);
      assert.equal(own.get(`${period} ${breakdown}`).missing_reason, 'suppressed', `${period} ${breakdown}`);
    }
    for (const { period, breakdown, value } of more) assert.notEqual(value, '', `${name} ${period} ${breakdown}`);
  }
});
