// What a PostgreSQL server of Debian copies out lands in raw/, and nothing lands when it does not answer as it should.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { blocks } from '../docs/markdown.mjs';
import { make_authority } from '../pull/support/authority.mjs';
import { free_port } from '../pull/support/nginx.mjs';
import { asking, expect_asked, pulled_with } from './support/asking.mjs';
import { password, start_postgres } from './support/postgres.mjs';

const folder = mkdtempSync(join(tmpdir(), 'yokoten-asks-'));
const authority = make_authority(folder);
let server;

before(async () => {
  server = await start_postgres({ tls: authority.certificate('db', 'IP:127.0.0.1') });
  server.run('CREATE TABLE kept (number bigint)');
});
after(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const pulled = (query, keys, options) => pulled_with(folder, server.source(keys), query, { env: server.env, ...options });

// ---- What lands

test('every type lands as it is, and NULL is no empty text', async () => {
  const { publication, exit, stderr } = await pulled(`SELECT (-9223372036854775808)::bigint AS low, 123456789012345678901234567890.50::numeric AS exact, NULL::int AS nothing,
    NULL::text AS no_text, '' AS empty, '\\N' AS looks_null, E'a"b,c\\nd\\te\\\\f' AS odd, ' 鳥取県 ' AS blanks, date '2024-02-29' AS day, 0.1::float8 AS tenth,
    'x'::varchar(3) AS word, timestamp '2024-02-29 01:02:03' AS moment, true AS truth`);
  assert.equal(exit, 0, stderr);
  assert.equal(publication.text('raw/x.csv'), 'low,exact,nothing,no_text,empty,looks_null,odd,blanks,day,tenth,word,moment,truth\n' +
    '-9223372036854775808,123456789012345678901234567890.50,,,"","\\N","a""b,c\nd\te\\f"," 鳥取県 ",2024-02-29,0.1,"x",2024-02-29 01:02:03,"t"\n');
});

test('NULL becomes the text that the source names for it', async () => {
  const { publication, exit } = await pulled("SELECT NULL::int AS n, NULL::text AS t, '' AS e", { null: "'…'" });
  assert.equal(exit, 0);
  assert.equal(publication.text('raw/x.csv'), "n,t,e\n'…','…',\"\"\n");
});

test('the provenance says what was asked of whom', async () => {
  const query = 'SELECT n, {day:Date} AS d FROM generate_series(1, {rows:Int64}) AS n ORDER BY n; -- the end\n';
  const { publication, exit, stdout } = await pulled(query, { parameters: { day: '2024-04-01', rows: 3 } });
  expect_asked({ publication, exit, stdout }, { query, table: 'n,d\n1,2024-04-01\n2,2024-04-01\n3,2024-04-01\n', address: 'postgres:', server: /^PostgreSQL \d+\.\d+$/, columns: ['n integer', 'd date'] });
});

test('a service and a file of passwords say which server and who asks', async () => {
  writeFileSync(join(folder, 'services'), `[kpi]\nhost=127.0.0.1\nport=${server.port}\nuser=yokoten\ndbname=postgres\n`);
  writeFileSync(join(folder, 'passwords'), `127.0.0.1:${server.port}:*:yokoten:${password}\n`, { mode: 0o600 });
  const { publication, exit, stderr } = await pulled('SELECT 1 AS a', { url: 'postgres:kpi' }, { env: { PGSERVICEFILE: join(folder, 'services'), PGPASSFILE: join(folder, 'passwords') } });
  assert.equal(exit, 0, stderr);
  assert.equal(publication.text('raw/x.csv'), 'a\n1\n');
});

test('TLS is used as libpq is told to', async () => {
  const query = 'SELECT ssl::text AS tls FROM pg_stat_ssl WHERE pid = pg_backend_pid()';
  const verified = await pulled(query, {}, { env: { ...server.env, PGSSLMODE: 'verify-full', PGSSLROOTCERT: authority.ca } });
  assert.equal(verified.exit, 0, verified.stderr);
  assert.equal(verified.publication.text('raw/x.csv'), 'tls\n"true"\n');
  const other = join(folder, 'other');
  const unknown = await pulled(query, {}, { env: { ...server.env, PGSSLMODE: 'verify-full', PGSSLROOTCERT: other } });
  assert.equal(unknown.exit, 1);
  assert.match(unknown.stderr, /error pull\.database x: PostgreSQL is not reached/);
});

test('no password stands in any file or message', async () => {
  const { publication, stdout, stderr } = await pulled('SELECT 1 AS a FROM nowhere');
  for (const said of [stdout, stderr, ...publication.files().map((path) => publication.text(path))]) assert.ok(!said.includes(password), said);
  const wrong = await pulled('SELECT 1 AS a', {}, { env: { ...server.env, PGPASSWORD: 'mistaken' } });
  assert.equal(wrong.exit, 1);
  assert.match(wrong.stderr, /error pull\.database x: .*password authentication failed/);
  assert.ok(!wrong.stderr.includes('mistaken'), wrong.stderr);
});

test('--check asks and writes nothing', async () => {
  const { publication, exit, stdout } = await pulled('SELECT 1 AS a', {}, { args: ['--check'] });
  assert.equal(exit, 0);
  assert.match(stdout, /^x: would be new raw\/x\.csv 4 bytes/);
  assert.deepEqual(publication.files(), ['queries/x.sql', 'sources.toml']);
});

test('the same answer again is unchanged', async () => {
  const { publication } = await pulled('SELECT 1 AS a');
  const { exit, stdout } = await publication.pull([], server.env);
  assert.equal(exit, 0);
  assert.equal(stdout, 'x: unchanged raw/x.csv\n');
});

// ---- Parameters

test('texts come back as they were given, whatever is in them', async () => {
  for (const text of ["'; DROP TABLE kept; --", "\\'; DROP TABLE kept; --", '\\', "''", 'a\nb', '鳥取県', '{n:Int64}', '$$', '/*', '`"']) {
    const { publication, exit, stderr } = await pulled('SELECT {text:String} AS a', { parameters: { text } });
    assert.equal(exit, 0, stderr);
    assert.equal(publication.text('raw/x.csv'), `a\n"${text.replaceAll('"', '""')}"\n`);
  }
  assert.equal(server.run("SELECT to_regclass('kept')"), 'kept\n');
});

test('numbers, days and lists of them are what the query says they are', async () => {
  const query = `SELECT pg_typeof({d:Decimal})::text AS type, {i:Int64}-{i:Int64} AS zero, date '2024-01-02' IN {days:List(Date)} AS has_day,
    5 IN {numbers:List(Int64)} AS has_number, 'い' IN {texts:List(String)} AS has_text, 1.50 IN {rates:List(Decimal)} AS has_rate, {long:Decimal} AS long, $$ {d:x} ; $$ AS quoted`;
  const parameters = { d: 1.25, i: -9223372036854776, days: ['2024-01-01', '2024-01-02'], numbers: [4, 5], texts: ['あ', 'い'], rates: [1.5, 2.25], long: '123456789012345678901.5' };
  const { publication, exit, stderr } = await pulled(query.replace(' {d:x} ;', ' ;'), { parameters });
  assert.equal(exit, 0, stderr);
  assert.equal(publication.text('raw/x.csv').split('\n')[1], '"numeric",0,"t","t","t","t",123456789012345678901.5," ; "');
});

test('a parameter within quotes is refused', async () => {
  const { exit, stderr } = await pulled("SELECT 1 AS a,\n '{day:Date}' AS b", { parameters: { day: '2024-01-01' } });
  assert.equal(exit, 1);
  assert.match(stderr, /queries\/x\.sql:2:3: error pull\.query x: a parameter stands outside of quotes/);
});

// ---- What goes wrong

/** Asks `query` after a good answer has landed, and looks that the latter stays. */
async function spoiled(query, code, message, keys = {}, where = 'queries/x.sql') {
  const publication = asking(folder, server.source(keys), 'SELECT 1 AS a');
  assert.equal((await publication.pull([], server.env)).exit, 0);
  const good = publication.text('raw/x.csv.source.toml');
  publication.write('queries/x.sql', query);
  const { exit, stderr } = await publication.pull([], server.env);
  assert.equal(exit, 1, stderr);
  assert.ok(stderr.includes(`${where}: error ${code} x: `), stderr);
  assert.match(stderr, message);
  assert.match(stderr, /raw\/x\.csv is kept/);
  assert.deepEqual(publication.files(), ['queries/x.sql', 'raw/x.csv', 'raw/x.csv.source.toml', 'sources.toml']);
  assert.equal(publication.text('raw/x.csv'), 'a\n1\n');
  assert.equal(publication.text('raw/x.csv.source.toml'), good);
}

test('a mistake of syntax is named with its line and letter', () => spoiled("SELECT '鳥' AS a,\n  '取' AS b, 1 1\n", 'pull.query', /PostgreSQL answers \(42601\): syntax error/, {}, 'queries/x.sql:2:15'));
test('a mistake behind a parameter is named where it stands in the file', async () => {
  const { exit, stderr } = await pulled('SELECT {a:String} AS a, nowhere AS b', { parameters: { a: '長い長い文字列' } });
  assert.equal(exit, 1);
  assert.match(stderr, /queries\/x\.sql:1:25: error pull\.query x: .*\(42703\): column "nowhere" does not exist/);
});
test('a table that is not there is named where it stands', () => spoiled('SELECT a\nFROM nowhere', 'pull.query', /\(42P01\): relation "nowhere" does not exist/, {}, 'queries/x.sql:2:6'));
test('an error after many rows is found', () => spoiled('SELECT 1 / (200000 - n) AS a FROM generate_series(1, 200001) AS n', 'pull.query', /\(22012\): division by zero/));
test('queries that write are refused', async () => {
  await spoiled('INSERT INTO kept VALUES (1) RETURNING number AS a', 'pull.query', /read-only transaction/);
  await spoiled('DROP TABLE kept', 'pull.query', /no query that returns a table/);
  await spoiled("SELECT set_config('transaction_read_only', 'off', true) AS a, nextval(pg_get_serial_sequence('kept', 'number')) AS b", 'pull.query', /read-write mode|read-only/);
  assert.equal(server.run('SELECT count(*) FROM kept'), '0\n');
});
test('a query that breaks out of its brackets is refused', async () => {
  await spoiled(`SELECT 1 AS a) TO PROGRAM 'touch ${folder}/written' --`, 'pull.query', /\(42601\): syntax error/, {}, 'queries/x.sql:1:14');
});
test('a second query in the file is refused', () => spoiled('SELECT 1 AS a; SELECT 2', 'pull.query', /a file holds one query only/, {}, 'queries/x.sql:1:14'));
test('more rows than the limit are refused', () => spoiled('SELECT n AS a FROM generate_series(1, 11) AS n', 'pull.size', /more than 10 rows/, { limits: { rows: 10 } }, 'sources.toml:1:1'));
test('more bytes than the limit are refused', () => spoiled('SELECT n AS a FROM generate_series(1, 1000) AS n', 'pull.size', /1000 bytes/, { limits: { bytes: 1000 } }, 'sources.toml:1:1'));
test('a query without end is stopped', () => spoiled('SELECT pg_sleep(20) AS a', 'pull.deadline', /did not end within 1 s/, { limits: { seconds: 1 } }, 'sources.toml:1:1'));
test('rows without end are stopped', () => spoiled('SELECT n AS a FROM generate_series(1, 100000000000) AS n WHERE n % 1000 = 0', 'pull.deadline', /did not end within 1 s/, { limits: { seconds: 1 } }, 'sources.toml:1:1'));
test('an answer without rows is refused', () => spoiled('SELECT 1 AS a WHERE false', 'pull.empty', /has no rows/));

test('a server that is not there is named', async () => {
  const { exit, stderr } = await pulled('SELECT 1 AS a', {}, { env: { ...server.env, PGPORT: String(await free_port()) } });
  assert.equal(exit, 1);
  assert.match(stderr, /error pull\.database x: PostgreSQL is not reached .*Connection refused/);
});

test('a server that says nothing is not waited for without end', async () => {
  const mute = createServer(() => {}).listen(0, '127.0.0.1');
  await new Promise((done) => mute.on('listening', done));
  const { exit, stderr, took } = await pulled('SELECT 1 AS a', { limits: { seconds: 1 } }, { env: { ...server.env, PGPORT: String(mute.address().port) } });
  mute.close();
  assert.equal(exit, 1);
  assert.match(stderr, /error pull\.deadline x: it did not end within 1 s/);
  assert.ok(took < 10_000, `${took} ms`);
});

test('Ctrl-C while the server counts leaves everything as it was', async () => {
  const publication = asking(folder, server.source(), 'SELECT pg_sleep(20) AS a');
  publication.write('raw/x.csv', 'a\n7\n');
  const child = publication.start([], server.env);
  const ended = new Promise((done) => { child.on('close', done); });
  for (let tries = 0; tries < 3000 && server.run("SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'COPY (SELECT pg_sleep%'") !== '1\n'; tries += 1) await wait(20);
  child.kill('SIGINT');
  assert.equal(await ended, 130);
  assert.deepEqual(publication.files(), ['queries/x.sql', 'raw/x.csv', 'sources.toml']);
  assert.equal(publication.text('raw/x.csv'), 'a\n7\n');
});

test('a server that breaks off within its answer replaces nothing', async () => {
  const publication = asking(folder, server.source(), "SELECT pg_terminate_backend(pg_backend_pid()) AS a, n FROM generate_series(1, 3) AS n");
  publication.write('raw/x.csv', 'a\n7\n');
  const { exit, stderr } = await publication.pull([], server.env);
  assert.equal(exit, 1);
  assert.match(stderr, /error pull\.database x: /);
  assert.equal(publication.text('raw/x.csv'), 'a\n7\n');
});

test('databases.md shows the keys that a pull writes, in their order', async () => {
  const { publication } = await pulled('SELECT {a:Int64} AS a', { parameters: { a: 1 } });
  const keys = (text) => text.trimEnd().split('\n').map((line) => line.split(' = ')[0]);
  const shown = blocks('generator/pull/databases.md').filter(({ word }) => word === 'toml')[1].text;
  assert.deepEqual(keys(shown), keys(publication.text('raw/x.csv.source.toml')));
});
