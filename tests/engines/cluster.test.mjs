// A query asks a table over two ClickHouse servers as it asks a table on one, and a server that is down changes nothing.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { free_port } from '../pull/support/nginx.mjs';
import { differing, read_tree } from '../support/tree.mjs';
import { yokoten } from '../support/yokoten.mjs';
import { start_clickhouse } from './support/clickhouse.mjs';
import { adoption, from_server } from './support/counted.mjs';
import { clickhouse_tables, made_offices, month_columns, month_lines, months_from, report_columns, report_lines, with_nulls } from './support/facilities.mjs';

const folder = mkdtempSync(join(tmpdir(), 'yokoten-cluster-'));
const offices = made_offices(3000, 11);
const months = months_from('2024-03', 3);
const tables = {
  facility_months: [month_columns, [...month_lines(offices, months)]],
  effect_reports: [report_columns, [...report_lines(offices, [2023, 2024], 11)]],
};
const parameters = { 'adoption.sql': `first = "${months[0]}"\nlast = "${months.at(-1)}"\n`, 'outcomes.clickhouse.sql': 'prefectures = ["130001", "270008"]\n' };
const shards = [];

before(async () => {
  const ports = [await free_port(), await free_port()];
  for (const [at, tcp] of ports.entries()) shards.push(await start_clickhouse(join(folder, `shard${at}`), { tcp, shards: ports }));
  await shards[0].run('CREATE DATABASE whole');
  for (const create of clickhouse_tables()) {
    const [, name, columns] = /^CREATE TABLE (\w+) (\(.*\)) ENGINE/.exec(create);
    const [headings, lines] = tables[name];
    const insert = (server, table, rows) => server.insert(`INSERT INTO ${table} FORMAT CSVWithNames`, with_nulls(`${headings.join(',')}\n${rows.join('')}`));
    await shards[0].run(create.replace(name, `whole.${name}`));
    await insert(shards[0], `whole.${name}`, lines);
    for (const [at, server] of shards.entries()) {
      await server.run(create.replace(name, `own_${name}`));
      await insert(server, `own_${name}`, lines.filter((_, line) => (line % 3 === 0) === (at === 0)));
    }
    await shards[0].run(`CREATE TABLE ${name} ${columns} ENGINE = Distributed(both, default, own_${name})`);
  }
});
after(async () => {
  for (const shard of shards) await shard.stop();
  rmSync(folder, { recursive: true, force: true });
});

const pulled = (publication) => yokoten(['pull', publication, '--lang', 'en', '--quiet'], { env: shards[0].env });

/** A publication that asks `query` in a database of the first server. */
function asking(query, database) {
  const { source } = shards[0];
  const server = { source: () => ({ ...source(), url: `${source().url}/${database}` }) };
  return adoption(folder, database, (made) => from_server(made, server, query), { parameters: parameters[query], indicators: ['offices'] });
}

for (const query of Object.keys(parameters)) {
  test(`${query} gives the same figures from two servers as from one`, () => {
    const answers = ['whole', 'default'].map((database) => {
      const publication = asking(query, database);
      const { exit, stderr } = pulled(publication);
      assert.equal(exit, 0, stderr);
      return readFileSync(join(publication, 'raw/use.csv'), 'utf8');
    });
    assert.ok(answers[0].split('\n').length > 30, answers[0]);
    assert.equal(answers[1], answers[0]);
  });
}

test('each server alone has other figures', async () => {
  const counts = await Promise.all(shards.map((shard) => shard.run('SELECT count() FROM own_facility_months')));
  assert.ok(counts.every((count) => Number(count) > 0 && Number(count) < tables.facility_months[1].length), counts.join(' '));
});

// The last of the file: it takes one of the servers away.
test('with one server down the pull fails, and the raw file and the site stay', async () => {
  const publication = asking('adoption.sql', 'default');
  assert.equal(pulled(publication).exit, 0);
  const site = join(folder, 'site');
  assert.equal(yokoten(['build', publication, '--into', site, '--quiet']).exit, 0);
  const [raw, shown] = [read_tree(publication), read_tree(site)];
  await shards[1].stop();
  const { exit, stderr } = pulled(publication);
  assert.equal(exit, 1);
  assert.match(stderr, /sources\.toml:1:1: error pull\.database use: ClickHouse answers \(279\): .*raw\/use\.csv is kept/);
  assert.deepEqual(differing(read_tree(publication), raw), []);
  assert.equal(yokoten(['build', publication, '--into', site, '--quiet']).exit, 0);
  assert.deepEqual(differing(read_tree(site), shown), []);
});
