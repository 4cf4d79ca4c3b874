// The published outcomes of all 47 prefectures in a national publication: each pulled from its own site, added up, and those that can't be had are named and stop nobody.
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import test, { after, before } from 'node:test';
import { from_file, reported, rows_of } from '../engines/support/counted.mjs';
import { made_offices, report_columns, report_lines } from '../engines/support/facilities.mjs';
import { home, yokoten } from '../support/yokoten.mjs';
import { outcome_source, run as run_beside } from './published.mjs';

const folder = mkdtempSync(join(tmpdir(), 'yokoten-nation-'));
const sites = join(folder, 'sites');
const prefectures = readFileSync(join(home, 'data/areas/prefectures.csv'), 'utf8').trimEnd().split('\n').slice(1)
  .map((line) => line.split(',')).map(([code, , name]) => ({ code, name }));
const nobody = { '040002': '404', '130001': 'a page of HTML', '310000': 'other headings' };
let server, broken = {};

before(async () => {
  const lines = [...report_lines(made_offices(20000, 7), [2025], 7)];
  const publications = prefectures.map((each) => {
    const own = lines.filter((line) => line.split(',')[1] === each.code).join('');
    return reported(folder, (made) => from_file(made, 'raw/reports.csv', `${report_columns.join(',')}\n${own}`), [2025], each);
  });
  const { exit, stderr } = yokoten(['build', ...publications, '--into', sites, '--lang', 'en', '--quiet']);
  assert.equal(exit, 0, stderr);
  for (const [at, publication] of publications.entries()) prefectures[at].site = join(sites, basename(publication));
  server = createServer((request, response) => {
    const code = request.url.slice(1, 7), how = broken[code];
    const { site } = prefectures.find((each) => each.code === code);
    const text = readFileSync(join(site, 'data/observations.csv'), 'utf8');
    if (how === '404') response.writeHead(404).end();
    else if (how === 'a page of HTML') response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><title>moved</title>');
    else response.writeHead(200, { 'Content-Type': 'text/csv; charset=utf-8' }).end(how ? text.replace('area_code', 'code') : text);
  });
  await new Promise((ready) => { server.listen(0, '127.0.0.1', ready); });
});
after(() => {
  server?.close();
  rmSync(folder, { recursive: true, force: true });
});

const source = ({ code, name }) =>
  outcome_source({ id: `p${code}`, name, url: `http://127.0.0.1:${server.address().port}/${code}/data/observations.csv`, more: 'optional = true\n' });

/** A national publication with a source for each prefecture. */
function nation(name) {
  const made = join(folder, name);
  const files = {
    'publication.toml': 'title = "全国の効果"\npublisher = "試験のための発行者"\nlanguage = "ja"\nbase_url = "https://example.jp/kpi/"\nlicence = "PDL1.0"\nas_of = 2025-12-31\n',
    'pages/index.md': '---\ntitle: "全国の効果"\n---\n# 全国の効果\n\n```table\nindicators = ["overtime"]\nlevel = "prefecture"\ncaption = "残業時間の変化"\n```\n\n## 資料\n\n```sources\n```\n',
    'indicators/overtime.toml': 'title = "残業時間の変化"\nunit = "時間"\ndecimals = 1\nbetter = "lower"\nlevels = ["nation", "prefecture"]\nratio = { numerator = "change", denominator = "pairs" }\n',
    'sources.toml': prefectures.map(source).join(''),
  };
  for (const each of ['pages', 'indicators']) mkdirSync(join(made, each), { recursive: true });
  for (const [path, text] of Object.entries(files)) writeFileSync(join(made, path), text);
  return made;
}

const run = (args) => run_beside([...args, '--lang', 'en', '--quiet']);
const figure = (site, code) => rows_of(join(site, 'data/observations.csv')).find((row) => row.indicator === 'overtime' && row.area_code === code && row.breakdown === '');

test('a national publication adds up what 47 prefectures have published', async () => {
  broken = {};
  const made = nation('all'), site = join(folder, 'all-site');
  const pulled = await run(['pull', made]);
  assert.equal(pulled.exit, 0, pulled.text);
  const built = await run(['build', made, '--into', site]);
  assert.equal(built.exit, 0, built.text);
  assert.doesNotMatch(built.text, /source\./);
  let change = 0, pairs = 0;
  for (const { code, name, site: own } of prefectures) {
    const [theirs, seen] = [figure(own, code), figure(site, code)];
    assert.ok(Number(theirs.denominator) >= 3, name);
    assert.deepEqual([seen.numerator, seen.denominator, seen.value, seen.source], [theirs.numerator, theirs.denominator, theirs.value, `p${code}`], name);
    change += Math.round(10 * Number(theirs.numerator));
    pairs += Number(theirs.denominator);
  }
  const whole = figure(site, '000000');
  assert.deepEqual([Math.round(10 * Number(whole.numerator)), Number(whole.denominator)], [change, pairs]);
});

test('prefectures whose outcomes can not be had are named and the others stay', async () => {
  broken = nobody;
  const made = nation('some'), site = join(folder, 'some-site');
  const pulled = await run(['pull', made]);
  assert.equal(pulled.exit, 0, 'nobody is kept back by them');
  assert.match(pulled.text, /warning pull\.status p040002: HTTP 404/);
  assert.match(pulled.text, /warning pull\.content p130001: a web page came in place of a table/);
  assert.equal(pulled.text.match(/^p\d+: new /gm).length, 45);
  const built = await run(['build', made, '--into', site]);
  assert.equal(built.exit, 0, built.text);
  for (const code of ['040002', '130001']) assert.match(built.text, new RegExp(`warning source\\.missing raw/p${code}\\.csv is not there`), code);
  assert.match(built.text, /warning source\.column raw\/p310000\.csv has no column area_code/);
  for (const { code, name, site: own } of prefectures) {
    const seen = figure(site, code);
    if (code in nobody) assert.deepEqual([seen.value, seen.missing_reason], ['', 'not_published'], name);
    else assert.equal(seen.value, figure(own, code).value, name);
  }
  assert.equal(figure(site, '000000')?.value ?? '', '', 'a sum without three prefectures is none');
  assert.ok(!existsSync(join(site, 'data/raw/p310000.csv')), 'a file that could not be read does not go out');
  assert.ok(existsSync(join(site, 'data/raw/p010006.csv')));
  assert.equal(readFileSync(join(site, 'index.html'), 'utf8').split('まだ無いか、読めません').length - 1, 3);
});

test('a prefecture that was there before stays as it was', async () => {
  broken = {};
  const made = join(folder, 'before'), site = join(folder, 'before-site');
  cpSync(join(folder, 'all'), made, { recursive: true });
  broken = nobody;
  const pulled = await run(['pull', made]);
  assert.equal(pulled.exit, 0, pulled.text);
  for (const code of ['040002', '130001']) assert.match(pulled.text, new RegExp(`^p${code}: kept raw/p${code}\\.csv$`, 'm'));
  const built = await run(['build', made, '--into', site]);
  assert.equal(built.exit, 0, built.text);
  for (const code of ['040002', '130001']) assert.equal(figure(site, code).source, `p${code}`);
});
