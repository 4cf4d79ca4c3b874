// Releases that a publication keeps: their figures, what changed between them, the feed; and nothing that was hidden.
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { yokoten } from '../support/yokoten.mjs';
import { build, files_with, write } from '../disclosure/publication.mjs';

const folder = mkdtempSync(join(tmpdir(), 'yokoten-releases-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const towns = ['鳥取市', '米子市', '倉吉市', '境港市'];
const pages = {
  releases: ['---', 'title: 公表の記録', '---', '# 公表の記録', '', '## 公表', '', '```releases', '```'],
  release: ['---', 'title: "{{release.date}}の公表"', 'each: release', '---', '# {{release.date}}', '', '## 数値', '', '```release', '```'],
  indicator: ['---', 'title: "{{indicator.title}}"', 'each: indicator', '---', '# {{indicator.title}}', '', '## 違い', '', '```revisions', '```'],
  municipality: ['---', 'title: "{{area.name}}"', 'each: municipality', '---', '# {{area.name}}', '', '## 推移', '', '```trend', 'indicator = "users"', '```', '', '```sentences', 'indicators = ["users"]', '```'],
};
const publication = (year, counts, files = {}, rule = []) => ({
  tables: [{ id: 'users', lines: ['市町村,人', ...towns.map((town, at) => `鳥取県${town},${counts[at]}`)],
    toml: ['area = "市町村"', 'level = "municipality"', `period = ${year}`, '[source.columns]', 'users = "人"', ...rule] }],
  indicators: { users: ['unit = "人"', 'levels = ["municipality"]', 'count = { sum = "users" }'] },
  pages, files, top: ['[files]', 'share = false'] }); // a picture for each municipality takes longer than all the rest
let places = 0;
const built = (...words) => build(join(folder, `p${places += 1}`), publication(...words));
const text = (tree, path) => tree.get(path).toString('utf8');
const plain = (html) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

const first = text(built(2024, [40, 30, 20, 15]).tree, 'data/observations.csv');
const { tree } = built(2024, [41, 30, 20, 15], { 'releases/2025-06-30.csv': first });
const dropped = built(2025, [50, 60, 70, 80], { 'releases/2025-06-30.csv': first }).tree;

test('a kept release has its own address, with the bytes that were published', () => {
  assert.equal(text(tree, 'releases/2025-06-30/observations.csv'), first);
  assert.match(plain(text(tree, 'releases/2025-06-30/index.html')), /2025年6月30日/);
});

test('the newest release stands under its date and under latest, and both are the open data', () => {
  for (const name of ['2025-12-31', 'latest']) assert.equal(text(tree, `releases/${name}/observations.csv`), text(tree, 'data/observations.csv'));
  assert.match(text(tree, 'releases/latest/index.html'), /rel="canonical" href="[^"]*releases\/2025-12-31\/"/);
  assert.doesNotMatch(text(tree, 'sitemap.xml'), /latest/);
});

test('a figure that changed stands on the release\'s page and on its indicator\'s, before and after', () => {
  for (const page of ['releases/2025-12-31/index.html', 'indicators/users/index.html']) assert.match(plain(text(tree, page)), /鳥取市 2024年 40人 41人/, page);
  assert.match(text(tree, 'releases/2025-12-31/changes.csv'), /^users,312011,鳥取市,2024,,40,,41,,人$/m);
  assert.doesNotMatch(plain(text(tree, 'indicators/users/index.html')), /米子市 2024年/);
});

test('figures of a period that the sources have dropped stay, with the release that has them', () => {
  assert.match(plain(text(dropped, 'indicators/users/index.html')), /以前の公表の値.*米子市 2024年 30人 2025年6月30日/);
});

test('the feed tells of the releases and of indicators with changed figures, each by an address of its own', () => {
  const feed = text(tree, 'feed.xml');
  const ids = [...feed.matchAll(/<entry>\s*<id>([^<]*)<\/id>/g)].map(([, id]) => id.replace('https://example.go.jp/m/', ''));
  assert.deepEqual(ids, ['releases/2025-12-31/', 'releases/2025-12-31/#users', 'releases/2025-06-30/']);
  assert.deepEqual([...feed.matchAll(/<updated>([^<]*)<\/updated>/g)].map(([, date]) => date),
    ['2025-12-31', '2025-12-31', '2025-12-31', '2025-06-30'].map((date) => `${date}T00:00:00+09:00`));
  for (const [, address] of feed.matchAll(/<link href="https:\/\/example\.go\.jp\/m\/([^"]+)"/g)) assert.ok(tree.has(`${address}index.html`), address);
  assert.match(text(tree, 'index.html'), /rel="alternate" type="application\/atom\+xml" title="[^"]+" href="\.\/feed\.xml"/);
});

test('a kept release of the same date is the current one', () => {
  const { tree: again } = built(2024, [40, 30, 20, 15], { 'releases/2025-12-31.csv': first });
  assert.equal([...text(again, 'feed.xml').matchAll(/<entry>/g)].length, 1);
});

test('only files of releases/ that are open data and nothing else go out again', () => {
  const secret = first.split('\n').map((line, at) => (line === '' ? '' : `${line},${at === 0 ? 'memo' : 'ひみつ'}`)).join('\n');
  const { tree: shown } = build(join(folder, 'secret'), { ...publication(2024, [41, 30, 20, 15], { 'releases/2025-05-31.csv': secret, 'kept/2025-04-30.csv': first }),
    top: ['released = ["kept/2025-04-30.csv"]'] });
  for (const [path, bytes] of shown) {
    assert.doesNotMatch(bytes.toString('utf8'), /ひみつ/, path);
    assert.doesNotMatch(path, /2025-0[45]/);
  }
});

test('what a release has hidden stays hidden in every file after it', () => {
  const rule = ['[source.disclosure]', 'cells = 80000'];
  const before = text(built(2024, [90007, 70007, 90211, 80311], {}, rule).tree, 'data/observations.csv');
  assert.match(before, /^users,312029,米子市,2024,,,,,,,人,,suppressed,/m);
  const { tree: after_it } = built(2024, [90007, 70018, 90212, 80311], { 'releases/2025-06-30.csv': before }, rule);
  for (const hidden of [70007, 70018]) assert.deepEqual(files_with(after_it, hidden), []);
  assert.match(plain(text(after_it, 'indicators/users/index.html')), /倉吉市 2024年 90,211人 90,212人/);
});

test('figures of an earlier release make a trend with those of today, and are said to be from it', () => {
  const page = plain(text(dropped, 'areas/31/312029/index.html'));
  assert.match(page, /2024年の値は以前の公表によるもので、今の資料にはありません/);
  assert.match(page, /図と同じ数値の表.*2024年 30 2025年 60/);
  assert.match(page, /前回（2024年）の30人より30人増えました/);
});

test('explain tells what each release said of a figure', () => {
  const place = join(folder, 'explained');
  write(place, publication(2024, [41, 30, 20, 15], { 'releases/2025-06-30.csv': first }));
  const run = yokoten(['explain', place, 'users', '鳥取市', '--lang', 'en']);
  assert.match(run.stdout, /^released: 2025-06-30 40人\nreleased: 2025-12-31 41人$/m);
  const json = JSON.parse(yokoten(['explain', place, 'users', '鳥取市', '--format', 'json']).stdout);
  assert.deepEqual(json.releases, [{ date: '2025-06-30', value: '40', lower: null, missing_reason: '' }]);
});

test('a build that replaces figures of a release that is not kept lays them beside the site and says so', () => {
  const place = join(folder, 'forgotten');
  const { tree: before } = build(place, publication(2024, [40, 30, 20, 15]));
  const later = publication(2025, [50, 60, 70, 80]);
  write(place, { ...later, top: [] });
  const toml = join(place, 'publication.toml');
  const run = yokoten(['build', place, '--into', `${place}-site`, '--lang', 'en']);
  assert.equal(run.exit, 0);
  assert.doesNotMatch(run.stderr, /release\.forgotten/, 'the same date is the same release');
  writeFileSync(toml, readFileSync(toml, 'utf8').replace('as_of = 2025-12-31', 'as_of = 2026-06-30'));
  const held = readFileSync(join(`${place}-site`, 'data/observations.csv'));
  const again = yokoten(['build', place, '--into', `${place}-site`, '--lang', 'en']);
  assert.equal(again.exit, 0, again.stderr);
  assert.match(again.stderr, /forgotten-site\.2025-12-31\.csv: warning release\.forgotten .*releases\/2025-12-31\.csv/);
  assert.deepEqual(readFileSync(`${place}-site.2025-12-31.csv`), held);
  assert.ok(before.size > 0 && existsSync(`${place}-site/releases/2026-06-30/observations.csv`));
});
