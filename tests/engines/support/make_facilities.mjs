// What scripts/make-facilities runs.
import { closeSync, mkdirSync, openSync, readFileSync, readdirSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { clickhouse_tables, made_offices, month_columns, month_lines, months_from, report_columns, report_lines, with_nulls } from './facilities.mjs';

const home = fileURLToPath(new URL('../../..', import.meta.url));
const usage = 'usage: scripts/make-facilities --offices N --months M [--seed S] [--first YYYY-MM] [--rows-a-part N] [--into DIR] [--clickhouse URL]';
const fail = (why) => { console.error(`${why}\n${usage}`); process.exit(2); };
let options;
try {
  options = parseArgs({ options: Object.fromEntries(['offices', 'months', 'seed', 'first', 'rows-a-part', 'into', 'clickhouse'].map((name) => [name, { type: 'string' }])) }).values;
} catch (error) {
  fail(error.message);
}
const whole = (name, otherwise) => {
  const value = Number(options[name] ?? otherwise);
  if (!Number.isInteger(value) || value < 1) fail(`--${name} wants a whole number from 1`);
  return value;
};
const count = whole('offices'), months = whole('months'), seed = whole('seed', 2024), most = whole('rows-a-part', 1_000_000);
const first = options.first ?? '2020-04';
if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(first)) fail('--first wants a month, as 2020-04');
const folder = options.into ?? join(home, 'build/facilities');

/** Writes lines into `NAME-0001.csv` and so on, with headings in each; returns how many lines and files. */
function write_parts(name, columns, lines) {
  let file = null, parts = 0, rows = 0, waiting = '';
  const flush = () => { if (file !== null) writeSync(file, waiting); waiting = ''; };
  for (const line of lines) {
    if (rows % most === 0) {
      flush();
      if (file !== null) closeSync(file);
      file = openSync(join(folder, `${name}-${String(++parts).padStart(4, '0')}.csv`), 'w');
      waiting = columns.join(',') + '\n';
    }
    waiting += line;
    rows += 1;
    if (waiting.length > 1 << 20) flush();
  }
  flush();
  if (file !== null) closeSync(file);
  console.log(`${name}: ${rows} rows in ${parts} files`);
}

async function ask(query, body) {
  const headers = { 'X-ClickHouse-User': process.env.CLICKHOUSE_USER ?? 'default', 'X-ClickHouse-Key': process.env.CLICKHOUSE_PASSWORD ?? '' };
  const url = new URL(options.clickhouse);
  url.searchParams.set('query', query);
  const answer = await fetch(url, { method: 'POST', headers, body: body ?? '' });
  if (!answer.ok) throw new Error(`${query}: ${await answer.text()}`);
}

mkdirSync(folder, { recursive: true });
if (readdirSync(folder).some((name) => /^(facility_months|effect_reports)-\d+\.csv$/.test(name))) fail(`${folder} holds such files already; remove them, or name another --into`);
const offices = made_offices(count, seed);
const span = months_from(first, months);
write_parts('facility_months', month_columns, month_lines(offices, span));
const fiscal = (month) => Number(month.slice(0, 4)) - (month.slice(5) < '04' ? 1 : 0);
write_parts('effect_reports', report_columns, report_lines(offices, [...new Set(span.map(fiscal))], seed));
if (options.clickhouse !== undefined) {
  for (const table of clickhouse_tables()) await ask(table);
  for (const name of readdirSync(folder).sort()) {
    const table = /^(facility_months|effect_reports)-\d+\.csv$/.exec(name)?.[1];
    if (table) await ask(`INSERT INTO ${table} FORMAT CSVWithNames`, with_nulls(readFileSync(join(folder, name), 'utf8')));
  }
  console.log(`loaded into ${new URL(options.clickhouse).host}`);
}
