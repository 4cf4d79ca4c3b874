// What a ClickHouse server of Debian answers lands in raw/, and nothing lands when it does not answer as it should.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { make_authority } from '../pull/support/authority.mjs';
import { start_hostile } from '../pull/support/hostile_server.mjs';
import { free_port } from '../pull/support/nginx.mjs';
import { provenance_value } from '../pull/support/publication.mjs';
import { blocks } from '../docs/markdown.mjs';
import { program } from '../support/yokoten.mjs';
import { asking, expect_asked, pulled_with } from './support/asking.mjs';
import { password, start_clickhouse } from './support/clickhouse.mjs';

const folder = mkdtempSync(join(tmpdir(), 'yokoten-clickhouse-'));
const authority = make_authority(folder);
const sum = (bytes) => createHash('sha256').update(bytes).digest('hex');
let server;
let tls;

before(async () => {
  tls = { port: await free_port(), ...authority.certificate('db', 'IP:127.0.0.1') };
  server = await start_clickhouse(join(folder, 'server'), { tls });
  await server.run('CREATE TABLE kept (number Int64) ENGINE = Memory');
});
after(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const pulled = (query, keys, options) => pulled_with(folder, server.source(keys), query, { env: server.env, ...options });

// ---- What lands

const of_all_types = `SELECT toInt64(-9223372036854775808) AS low, toUInt64(18446744073709551615) AS high,
  CAST('123456789012345678901234567890.50' AS Decimal(38, 2)) AS exact, toNullable(toInt32(7)) AS seven, CAST(NULL AS Nullable(Int32)) AS nothing,
  CAST(NULL AS Nullable(String)) AS no_text, '' AS empty, '\\\\N' AS looks_null, 'a"b,c\\nd\\te\\\\f' AS odd, ' 鳥取県 ' AS blanks,
  toDate('2024-02-29') AS day, 0.1 AS tenth, CAST('x' AS Enum8('x' = 1)) AS word`;

test('every type lands as it is, and NULL is no empty text', async () => {
  const { publication, exit, stderr } = await pulled(of_all_types);
  assert.equal(exit, 0, stderr);
  assert.equal(publication.text('raw/x.csv'),
    'low,high,exact,seven,nothing,no_text,empty,looks_null,odd,blanks,day,tenth,word\n' +
    '-9223372036854775808,18446744073709551615,123456789012345678901234567890.50,7,,,"","\\N","a""b,c\nd\te\\f"," 鳥取県 ",2024-02-29,0.1,"x"\n');
});

test('NULL becomes the text that the source names for it', async () => {
  const { publication, exit } = await pulled('SELECT CAST(NULL AS Nullable(Int32)) AS n, CAST(NULL AS Nullable(String)) AS t', { null: '…' });
  assert.equal(exit, 0);
  assert.equal(publication.text('raw/x.csv'), 'n,t\n…,…\n');
});

test('the source and the query that databases.md shows are asked, and land', async () => {
  const shown = (word) => blocks('generator/pull/databases.md').find((block) => block.word === word).text;
  await server.run('CREATE TABLE facility_months (month Date, area String, service String, applied UInt8) ENGINE = Memory');
  await server.run("INSERT INTO facility_months VALUES ('2024-03-01', '312011', '訪問介護', 1), ('2024-04-01', '312011', '訪問介護', 1), ('2024-04-01', '312011', '訪問介護', 0), ('2024-04-01', '312011', '居宅介護支援', 1)");
  const publication = asking(folder, server.source(), '');
  publication.write('queries/adoption.sql', shown('sql'));
  publication.write('sources.toml', shown('toml').replace(/^url = .*/m, `url = "clickhouse:http://127.0.0.1:${server.port}"\ninsecure = true\nallow_hosts = ["127.0.0.1"]`));
  const { exit, stderr } = await publication.pull([], server.env);
  assert.equal(exit, 0, stderr);
  assert.equal(publication.text('raw/adoption.csv'), 'month,area,service,offices,applications\n2024-04-01,"312011","訪問介護",2,1\n');
});

test('the provenance says what was asked of whom', async () => {
  const query = 'SELECT number AS n, toDate({day:Date}) AS d FROM system.numbers LIMIT {rows:Int64};\n';
  const { publication, exit, stdout } = await pulled(query, { parameters: { day: '2024-04-01', rows: 3 } });
  expect_asked({ publication, exit, stdout }, { query, table: 'n,d\n0,2024-04-01\n1,2024-04-01\n2,2024-04-01\n', address: `clickhouse:http://127.0.0.1:${server.port}`, server: /^ClickHouse \d+\.\d+/, columns: ['n UInt64', 'd Date'] });
});

test('no password and no name stands in any file or message', async () => {
  const { publication, stdout, stderr } = await pulled('SELECT 1 AS a FROM nowhere', {}, { env: { CLICKHOUSE_USER: 'reader', CLICKHOUSE_PASSWORD: password } });
  for (const said of [stdout, stderr, ...publication.files().map((path) => publication.text(path))]) assert.ok(!said.includes(password), said);
  const wrong = await pulled('SELECT 1 AS a', {}, { env: { CLICKHOUSE_USER: 'reader', CLICKHOUSE_PASSWORD: 'mistaken' } });
  assert.equal(wrong.exit, 1);
  assert.match(wrong.stderr, /error pull\.database x: ClickHouse refuses the user or the password/);
  assert.ok(!/reader|mistaken/.test(wrong.stderr), wrong.stderr);
});

test('a password alone is that of the built-in user', async () => {
  const { publication, exit, stderr } = await pulled('SELECT 1 AS a', {}, { env: { CLICKHOUSE_PASSWORD: password } });
  assert.equal(exit, 0, stderr);
  assert.equal(publication.text('raw/x.csv'), 'a\n1\n');
});

test('headers of the source may say who asks', async () => {
  const headers = { 'X-ClickHouse-User': 'env:KPI_USER', 'X-ClickHouse-Key': 'env:KPI_WORD' };
  const named = await pulled('SELECT 1 AS a', { headers }, { env: { KPI_USER: 'reader', KPI_WORD: password, CLICKHOUSE_USER: 'nobody', CLICKHOUSE_PASSWORD: 'mistaken' } });
  assert.equal(named.exit, 0, named.stderr);
  assert.equal(named.publication.text('raw/x.csv'), 'a\n1\n');
  const missing = await pulled('SELECT 1 AS a', { headers });
  assert.equal(missing.exit, 1);
  assert.match(missing.stderr, /error pull\.environment x: the environment variable KPI_USER is not set/);
});

test('a server behind TLS shows a certificate of a known authority', async () => {
  const keys = { url: `clickhouse:https://127.0.0.1:${tls.port}/default`, insecure: false };
  const trusted = await pulled('SELECT 1 AS a', keys, { env: { ...server.env, CURL_CA_BUNDLE: authority.ca } });
  assert.equal(trusted.exit, 0, trusted.stderr);
  assert.equal(trusted.publication.text('raw/x.csv'), 'a\n1\n');
  const unknown = await pulled('SELECT 1 AS a', keys);
  assert.match(unknown.stderr, /error pull\.tls /);
  assert.equal(unknown.exit, 1);
});

test('a user who may only read and set nothing is served too', async () => {
  const { publication, exit, stderr } = await pulled('SELECT 1 AS a', {}, { env: { CLICKHOUSE_USER: 'reader', CLICKHOUSE_PASSWORD: password } });
  assert.equal(exit, 0, stderr);
  assert.equal(publication.text('raw/x.csv'), 'a\n1\n');
});

test('--check asks and writes nothing', async () => {
  const { publication, exit, stdout } = await pulled('SELECT 1 AS a', {}, { args: ['--check'] });
  assert.equal(exit, 0);
  assert.match(stdout, /^x: would be new raw\/x\.csv 4 bytes/);
  assert.deepEqual(publication.files(), ['queries/x.sql', 'sources.toml']);
});

test('an answer that pull.lock does not pin is refused', async () => {
  const { publication } = await pulled('SELECT 1 AS a', {}, { args: ['--update-lock'] });
  publication.write('queries/x.sql', 'SELECT 2 AS a');
  const { exit, stderr } = await publication.pull([], server.env);
  assert.equal(exit, 1);
  assert.match(stderr, /error pull\.locked /);
  assert.equal(publication.text('raw/x.csv'), 'a\n1\n');
});

// ---- Parameters

const hostile_texts = ["'; DROP TABLE kept; --", "\\'; DROP TABLE kept; --", '\\', "''", 'a\nb', '鳥取県', '{n:Int64}', '%', '/*', '`"'];

test('texts come back as they were given, whatever is in them', async () => {
  for (const text of hostile_texts) {
    const { publication, exit, stderr } = await pulled('SELECT {text:String} AS a', { parameters: { text } });
    assert.equal(exit, 0, stderr);
    assert.equal(publication.text('raw/x.csv'), `a\n"${text.replaceAll('"', '""')}"\n`);
  }
  assert.equal(await server.run('EXISTS kept'), '1\n');
});

test('numbers, days and lists of them are what the query says they are', async () => {
  const query = `SELECT toTypeName({d:Decimal}) AS type, {i:Int64} - {i:Int64} AS zero, toDate('2024-01-02') IN {days:List(Date)} AS has_day,
    5 IN {numbers:List(Int64)} AS has_number, 'い' IN {texts:List(String)} AS has_text, CAST('1.50' AS Decimal(18, 2)) IN {rates:List(Decimal(2))} AS has_rate,
    {long:Decimal} AS long`;
  const parameters = { d: 1.25, i: -9223372036854776, days: ['2024-01-01', '2024-01-02'], numbers: [4, 5], texts: ['あ', 'い'], rates: [1.5, 2.25], long: '123456789012345678901.5' };
  const { publication, exit, stderr } = await pulled(query, { parameters });
  assert.equal(exit, 0, stderr);
  assert.equal(publication.text('raw/x.csv').split('\n')[1], '"Decimal(18, 2)",0,1,1,1,1,123456789012345678901.5');
});

test('parameters that do not fit the query are named where they stand', async () => {
  const query = 'SELECT\n  {day:Date} AS d, {code:String} AS c';
  for (const [parameters, where, message] of [
    [{ day: '2024-02-30', code: 'a' }, 'sources.toml', 'the value of day is no Date'],
    [{ day: '2024-02-01', code: 5 }, 'sources.toml', 'the value of code is no String'],
    [{ day: '2024-02-01', code: ['a'] }, 'sources.toml', 'the value of code is no String'],
    [{ day: '2024-02-01' }, 'queries/x.sql:2:20', 'has no code'],
    [{ day: '2024-02-01', code: 'a', more: 1 }, 'sources.toml', 'queries/x.sql has no {more:Type}'],
  ]) {
    const { exit, stderr } = await pulled(query, { parameters });
    assert.equal(exit, 1);
    assert.ok(stderr.includes(where) && stderr.includes(`error pull.query x: `) && stderr.includes(message), stderr);
  }
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
  const at = stderr.indexOf(`${where}: error ${code} x: `);
  assert.ok(at >= 0, stderr);
  assert.match(stderr, message);
  assert.match(stderr, /raw\/x\.csv is kept/);
  assert.deepEqual(publication.files(), ['queries/x.sql', 'raw/x.csv', 'raw/x.csv.source.toml', 'sources.toml']);
  assert.equal(publication.text('raw/x.csv'), 'a\n1\n');
  assert.equal(publication.text('raw/x.csv.source.toml'), good);
}

test('a mistake of syntax is named with its line', () => spoiled("SELECT 1 AS a,\n  '鳥取' AS b, 1 +,\n  2 AS c", 'pull.query', /ClickHouse answers \(62\): Syntax error/, {}, 'queries/x.sql:2:17'));
test('a mistake of syntax on the only line is named with its letter', () => spoiled('SELEC 1', 'pull.query', /Syntax error/, {}, 'queries/x.sql:1:1'));
test('a table that is not there is named', () => spoiled('SELECT a FROM nowhere', 'pull.query', /nowhere doesn't exist/));
test('an error after millions of rows is found', () => spoiled('SELECT intDiv(1, toInt64(number) - 3000000) AS a FROM system.numbers LIMIT 4000000', 'pull.query', /Division by zero/));
test('a query that writes is refused', async () => {
  await spoiled('INSERT INTO kept VALUES (1)', 'pull.query', /readonly/);
  await spoiled('DROP TABLE kept', 'pull.query', /readonly/);
  assert.equal(await server.run('SELECT count() FROM kept'), '0\n');
});
test('a query for a reader that writes is refused', async () => {
  const publication = asking(folder, server.source(), 'INSERT INTO kept VALUES (1)');
  const { exit, stderr } = await publication.pull([], { CLICKHOUSE_USER: 'reader', CLICKHOUSE_PASSWORD: password });
  assert.equal(exit, 1);
  assert.match(stderr, /readonly/);
  assert.equal(await server.run('SELECT count() FROM kept'), '0\n');
});
test('a second query in the file is refused', () => spoiled('SELECT 1 AS a; SELECT 2', 'pull.query', /a file holds one query only/, {}, 'queries/x.sql:1:14'));
test('a format of its own is refused', () => spoiled('SELECT 1 AS a FORMAT CSV', 'pull.database', /take FORMAT out/, {}, 'sources.toml:1:1'));
test('more rows than the limit are refused', () => spoiled('SELECT number AS a FROM system.numbers LIMIT 11', 'pull.size', /Limit for result exceeded/, { limits: { rows: 10 } }, 'sources.toml:1:1'));
test('more bytes than the limit are refused', () => spoiled("SELECT 'aaaaaaaaaaaaaaaaaaaa' AS a FROM system.numbers LIMIT 100", 'pull.size', /stopped at the limit of 1000 bytes/, { limits: { bytes: 1000 } }, 'sources.toml:1:1'));
test('a query without end is stopped', () => spoiled('SELECT count() AS a FROM system.numbers', 'pull.deadline', /Timeout exceeded|did not end within 1 s/, { limits: { seconds: 1, tries: 1 } }, 'sources.toml:1:1'));
test('an answer without rows is refused', () => spoiled('SELECT 1 AS a WHERE 0', 'pull.empty', /has no rows/));
test('letters that are no UTF-8 are refused', () => spoiled("SELECT unhex('83') AS a", 'pull.charset', /line 2 of the answer is not UTF-8/));
test('a query that is not there is named', async () => {
  const publication = asking(folder, server.source({ query: 'queries/none.sql' }), 'SELECT 1 AS a');
  const { exit, stderr } = await publication.pull([], server.env);
  assert.equal(exit, 1);
  assert.match(stderr, /sources\.toml:\d+:\d+: error pull\.query x: queries\/none\.sql is not there/);
});

test('rows go to the disk as they come: an answer needs no memory of its size', async () => {
  const publication = asking(folder, server.source(), "SELECT number AS n, 'a text of some length, so that rows are wide' AS t FROM system.numbers LIMIT 1000000");
  const most = 40 << 20; // bytes in memory; the answer is larger
  const report = join(folder, 'memory');
  const run = spawnSync('/usr/bin/time', ['-o', report, '-f', '%M', program, 'pull', publication.folder, '--quiet', '--lang', 'en'], { env: { ...process.env, ...server.env }, encoding: 'utf8' });
  assert.equal(run.status, 0, run.stderr);
  const used = Number(readFileSync(report, 'utf8')) * 1024;
  assert.ok(used < most || program.includes('asan'), `${used} bytes`);
  assert.ok(publication.read('raw/x.csv').length > most, `${publication.read('raw/x.csv').length}`);
  assert.equal(sum(publication.read('raw/x.csv')), provenance_value(publication.text('raw/x.csv.source.toml'), 'sha256'));
});

// ---- What other servers do between

const head = 'HTTP/1.1 200 OK\r\nContent-Type: text/tab-separated-values\r\nTransfer-Encoding: chunked\r\n';
const chunk = (text) => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;
const whole = (text, headers = '') => `${head}${headers}\r\n${chunk(text)}0\r\n\r\n`;
const version = whole('version\nString\n18.16.1\n');
const error = "Code: 241, e.displayText() = DB::Exception: Memory limit exceeded: é, e.what() = DB::Exception\n";
const hostile = {
  'an error behind rows': [whole(`a\nInt64\n1\n2\n${error}`), 'pull.database', /\(241\): Memory limit exceeded/],
  'an error within a row': [whole(`a\tb\nInt64\tString\n1\tx\n2\t${error}`), 'pull.database', /\(241\)/],
  'an error in chunks': [`${head}\r\n${chunk('a\nString\nx\nCode: 2')}${chunk('41, e.displayText() = DB::Exception: Memory ')}${chunk('limit\n')}0\r\n\r\n`, 'pull.database', /\(241\): Memory limit/],
  'an error of a later server': [whole('a\nString\nx\nCode: 395. DB::Exception: Value passed. (FUNCTION_THROW_IF_VALUE_IS_NON_ZERO) (version 24.1)\n'), 'pull.query', /\(395\): Value passed/],
  'an error that a header tells': [whole('a\nInt64\n1\n', 'X-ClickHouse-Exception-Code: 241\r\n'), 'pull.database', /X-ClickHouse-Exception-Code/],
  'an answer that is cut': [`${head}\r\n${chunk('a\nInt64\n1\n')}`, 'pull.length', /cut off/],
  'an answer whose end nobody tells': ['HTTP/1.1 200 OK\r\nContent-Type: text/tab-separated-values\r\n\r\na\nInt64\n1\n', 'pull.length', /where the answer ends is not said/],
  'a row that is cut': [whole('a\nInt64\n1\n2'), 'pull.database', /no table with names and types/],
  'a row of fewer cells': [whole('a\tb\nInt64\tInt64\n1\t2\n3\n'), 'pull.database', /no table with names and types/],
  'words in place of a number': [whole('a\nInt64\nx\n'), 'pull.database', /no table with names and types/],
  'a web page': ['HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 16\r\n\r\n<!DOCTYPE html>\n', 'pull.database', /no table with names and types/],
  'another place': ['HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n', 'pull.status', /HTTP 302/],
};
for (const [name, [answer, code, message]] of Object.entries(hostile)) {
  test(`${name} in place of the answer replaces nothing`, async () => {
    const seen = [];
    const other = await start_hostile({ '': (socket, request) => { seen.push(request); socket.end(seen.length === 1 ? version : answer); } });
    try {
      const publication = asking(folder, server.source({ url: `clickhouse:http://127.0.0.1:${other.port}`, limits: { tries: 1 } }), 'SELECT 1 AS a');
      mkdirSync(join(publication.folder, 'raw'), { recursive: true });
      publication.write('raw/x.csv', 'a\n7\n');
      const { exit, stderr } = await publication.pull([], server.env);
      assert.equal(exit, 1, stderr);
      assert.ok(stderr.includes(`error ${code} x: `), stderr);
      assert.match(stderr, message);
      assert.equal(publication.text('raw/x.csv'), 'a\n7\n');
      assert.match(seen[1], /^POST \/\?default_format=TabSeparatedWithNamesAndTypes&wait_end_of_query=1&.*&readonly=1 HTTP/);
    } finally {
      other.end();
    }
  });
}

test('a server that is not there is named, and asked no more than it should be', async () => {
  const port = await free_port();
  const publication = asking(folder, server.source({ url: `clickhouse:http://127.0.0.1:${port}`, limits: { tries: 1 } }), 'SELECT 1 AS a');
  const { exit, stderr } = await publication.pull([], server.env);
  assert.equal(exit, 1);
  assert.match(stderr, /error pull\.connection x: the connection to 127\.0\.0\.1 failed/);
});

test('a server inside has to be allowed', async () => {
  const { exit, stderr } = await pulled('SELECT 1 AS a', { allow_hosts: [] });
  assert.equal(exit, 1);
  assert.match(stderr, /error pull\.host /);
});
