// How often a server is asked, when, and how many at once.
import assert from 'node:assert/strict';
import test from 'node:test';
import { address, asked, open_recorder, pulled, pulled_with, source, table } from './support/recorder.mjs';

const later = (response, ms, text = table) => setTimeout(() => response.writeHead(200).end(text), ms);
const counts = new Map();
/** How often `key` was counted before. */
function nth(key) {
  counts.set(key, (counts.get(key) ?? -1) + 1);
  return counts.get(key);
}
const sized = (response) => response.writeHead(200, { 'Content-Length': table.length }).end(table);

/** What a path does; `of` are the parts behind its first one. */
const answers = {
  status: (response, [status]) => response.writeHead(Number(status)).end(),
  once: (response, [status], key) => (nth(key) === 0 ? response.writeHead(Number(status)).end() : sized(response)),
  wish: (response, [wish], key) => (nth(key) === 0 ? response.writeHead(503, { 'Retry-After': wish }).end() : sized(response)),
  silent: (response, of, key) => (nth(key) === 0 ? undefined : sized(response)),
  half: (response, of, key) => {
    if (nth(key) > 0) { sized(response); return; }
    response.writeHead(200, { 'Content-Length': table.length, ETag: '"1"', 'Accept-Ranges': 'bytes' }).write(table.slice(0, 5));
    setTimeout(() => response.destroy(), 100);
  },
  mute: () => {},
  hops: (response, [left]) => setTimeout(() => response.writeHead(302, { Location: `/hops/${left - 1}` }).end(), 1000),
  json: (response, of, key, next) => later(response, 600, JSON.stringify({ GET_STATS_DATA: { RESULT: { STATUS: 0 }, STATISTICAL_DATA: {
    RESULT_INF: { TOTAL_NUMBER: 1000, NEXT_KEY: next + 1 }, DATA_INF: { VALUE: [{ $: '1' }] } } } })),
  slow: (response, [ms]) => later(response, Number(ms)),
};
open_recorder(({ url, headers }, response) => {
  const [, first, ...of] = decodeURIComponent(url).split('/');
  answers[first](response, of, `${headers.host}${url}`, Number(/startPosition=(\d+)/.exec(url)?.[1] ?? 1));
});

const host = (at) => `127.0.1.${at + 1}`;
const named = (at) => ({ id: `s${at}`, file: `raw/s${at}.csv`, host: host(at) });
const times_asked = (at) => asked.filter((each) => each.host === host(at)).length;

// ---- What is asked for again

test('408, 429 and every 5xx are asked for again, other statuses not', async () => {
  const again = [408, 429, 500, 501, 502, 503, 504, 520, 599];
  const not = [204, 301, 304, 400, 401, 403, 404, 410, 451];
  const statuses = [...again, ...not];
  await pulled(...statuses.map((status, at) => source(`/status/${status}`, { ...named(at), limits: { tries: 2 } })));
  assert.deepEqual(statuses.filter((status, at) => times_asked(at) === 2), again);
  assert.deepEqual(statuses.filter((status, at) => times_asked(at) === 1), not);
});

test('a server that falls silent is asked again', async () => {
  const { exit, stderr } = await pulled(source('/silent', { limits: { stall_seconds: 1, tries: 2 } }));
  assert.equal(exit, 0, stderr);
  assert.equal(asked.length, 2);
});

test('half a file is thrown away and asked for from its beginning', async () => {
  const { publication, exit, stderr } = await pulled(source('/half', { limits: { tries: 2 } }));
  assert.equal(exit, 0, stderr);
  assert.equal(publication.text('raw/x.csv'), table);
  assert.equal(asked.length, 2);
  for (const { headers } of asked) for (const name of ['range', 'if-range', 'if-none-match']) assert.equal(headers[name], undefined);
});

// ---- When

test('waits double, half as much more or less', async () => {
  await pulled(source('/status/503', { limits: { tries: 3 } }));
  const waits = asked.slice(1).map(({ at }, before) => at - asked[before].at);
  assert.equal(waits.length, 2);
  for (const [at, wait] of waits.entries())
    assert.ok(wait >= 500 * 2 ** at - 20 && wait <= 1500 * 2 ** at + 1500, `wait ${at} was ${wait} ms`);
});

test('several that fail together come back one by one', async () => {
  const many = 8;
  const { exit, stderr } = await pulled(...Array.from({ length: many }, (_, at) => source('/once/503', named(at))));
  assert.equal(exit, 0, stderr);
  const back = Array.from({ length: many }, (_, at) => asked.filter((each) => each.host === host(at))).map(([first, second]) => second.at - first.at);
  assert.ok(Math.max(...back) - Math.min(...back) > 50, back.join(' '));
});

for (const [wish, least] of [['2', 2000], ['0', 500], ['-5', 500], ['soon', 500], ['Wed, 13 Nov 2024 00:00:00 GMT', 500], ['99999999999999999999', 500]])
  test(`Retry-After: ${wish} is followed by another try after ${least} ms or more`, async () => {
    const { exit, stderr, took } = await pulled(source(`/wish/${encodeURIComponent(wish)}`));
    assert.equal(exit, 0, stderr);
    const wait = asked[1].at - asked[0].at;
    assert.ok(wait >= least - 20 && wait <= Math.max(least, 1500) + 1500, `${wait} ms`);
    assert.ok(took < 10_000, `${took} ms`);
  });

for (const wish of ['86400', '9223372036854775807', 'Fri, 31 Dec 9999 23:59:59 GMT'])
  test(`Retry-After: ${wish} is longer than there is time, and ends it at once`, async () => {
    const { exit, stderr, took } = await pulled(source(`/wish/${encodeURIComponent(wish)}`));
    assert.equal(exit, 1);
    assert.match(stderr, /error pull\.status x: HTTP 503/);
    assert.equal(asked.length, 1);
    assert.ok(took < 10_000, `${took} ms`);
  });

// ---- How long, how many

test('all tries together have one deadline', async () => {
  const { stderr, took } = await pulled(source('/mute', { limits: { seconds: 4, stall_seconds: 1, tries: 10 } }));
  assert.match(stderr, /error pull\.(stalled|deadline) /);
  assert.ok(took < 10_000, `${took} ms`);
});

test('all redirects together have one deadline', async () => {
  const { stderr, took } = await pulled(source('/hops/9', { limits: { seconds: 3, tries: 1 } }));
  assert.match(stderr, /error pull\.deadline /);
  assert.ok(took < 10_000, `${took} ms`);
});

test('all pages of e-Stat together have one deadline', async () => {
  const { stderr, took } = await pulled_with({ ESTAT_APP_ID: '1', ESTAT_API: address('') },
    { id: 'x', url: 'estat:1', insecure: true, allow_hosts: ['127.0.0.1'], limits: { seconds: 3, tries: 1 } });
  assert.match(stderr, /error pull\.deadline /);
  assert.ok(asked.length > 2 && took < 10_000, `${asked.length} pages in ${took} ms`);
});

test('several hosts are asked at once', async () => {
  const { exit, stderr } = await pulled(...[0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((at) => source('/slow/500', named(at))));
  assert.equal(exit, 0, stderr);
  assert.equal(Math.max(...asked.map(({ open }) => open)), 8);
});

test('one host is asked for two at once at most', async () => {
  const { exit, stderr } = await pulled(...[0, 1, 2, 3, 4].map((at) => source('/slow/200', { ...named(at), host: '127.0.0.1' })));
  assert.equal(exit, 0, stderr);
  assert.equal(Math.max(...asked.map(({ open }) => open)), 2);
});
