// A build of which nothing has changed does nothing, and says so; whatever it reads or has made brings it to work again.
import assert from 'node:assert/strict';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { yokoten } from '../support/yokoten.mjs';
import { write } from '../disclosure/publication.mjs';

const folder = mkdtempSync(join(tmpdir(), 'yokoten-unchanged-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const towns = ['鳥取市', '米子市', '倉吉市', '境港市'];
const csv = (counts) => ['市町村,人', ...towns.map((town, at) => `鳥取県${town},${counts[at]}`)];
const page = ['---', 'title: 見本', '---', '# 見本', '', 'はじめに読むものです。', '', '```ranking', 'indicator = "users"', 'level = "municipality"', '```'];

let made = 0;
/** A publication of its own, built twice, so that nothing is left to do. */
function settled() {
  const place = join(folder, `pub-${++made}`), site = `${place}-site`;
  write(place, {
    tables: [{ id: 'users', lines: csv([40, 30, 20, 15]), toml: ['area = "市町村"', 'level = "municipality"', 'period = 2024', '[source.columns]', 'users = "人"'] }],
    indicators: { users: ['unit = "人"', 'levels = ["municipality"]', 'better = "higher"', 'count = { sum = "users" }'] },
    pages: { index: page } });
  const build = (...more) => yokoten(['build', place, '--into', site, '--lang', 'en', ...more]);
  assert.equal(build().exit, 0);
  assert.ok(is_idle(build()), 'the second build does nothing');
  return { place, site, build };
}
const is_idle = ({ exit, stderr }) => exit === 0 && /nothing has changed since the last build/.test(stderr);

test('a second build leaves the very same folder, and tells of it as the first', () => {
  const { site, build } = settled();
  const before = statSync(site).ino;
  const told = JSON.parse(build('--format', 'json').stdout.trim().split('\n').at(-1)).summary;
  assert.equal(statSync(site).ino, before);
  assert.deepEqual([told.unchanged, told.new, told.changed, told.gone, told.written], [true, 0, 0, 0, 0]);
  const anew = JSON.parse(build('--anew', '--format', 'json').stdout.trim().split('\n').at(-1)).summary;
  assert.equal(anew.unchanged, false);
  assert.deepEqual([told.pages, told.files, told.bytes, told.findings], [anew.pages, anew.files, anew.bytes, anew.findings]);
});

test('warnings are told again though nothing is done', () => {
  const { place, build } = settled();
  writeFileSync(join(place, 'raw/users.csv'), csv([40, 30, 20, '']).slice(0, 4).join('\n') + '\n');
  const first = build(), second = build();
  const warnings = ({ stderr }) => stderr.split('\n').filter((line) => / warning /.test(line));
  assert.ok(warnings(first).length > 0, first.stderr);
  assert.ok(is_idle(second));
  assert.deepEqual(warnings(second), warnings(first));
});

const changes = {
  'a figure of as many digits': ({ place }) => writeFileSync(join(place, 'raw/users.csv'), `${csv([41, 30, 20, 15]).join('\n')}\n`),
  'a figure whose file keeps its time': ({ place }) => {
    const file = join(place, 'raw/users.csv'), { atime, mtime } = statSync(file);
    writeFileSync(file, `${csv([42, 30, 20, 15]).join('\n')}\n`);
    utimesSync(file, atime, mtime);
  },
  'a file that was moved into the place of another': ({ place }) => {
    writeFileSync(join(place, 'new.md'), page.join('\n').replace('はじめに', 'おわりに'));
    renameSync(join(place, 'new.md'), join(place, 'pages/index.md'));
  },
  'a page that is new': ({ place }) => writeFileSync(join(place, 'pages/more.md'), '---\ntitle: 別\n---\n# 別\n\n文です。\n'),
  'a setting': ({ place }) => appendFileSync(join(place, 'publication.toml'), '\n[files]\ncharts = []\n'),
  'a style of its own': ({ place }) => {
    mkdirSync(join(place, 'templates/styles'), { recursive: true });
    writeFileSync(join(place, 'templates/styles/content.css'), 'p { color: inherit }\n');
  },
  'a glossary where there was none': ({ place }) => writeFileSync(join(place, 'glossary.toml'), '[[term]]\nid = "mihon"\nname = "見本"\nreading = "みほん"\ntext = "ためしに作ったもの。"\n'),
  'a misspelt file': ({ place }) => writeFileSync(join(place, 'correction.toml'), ''),
  'a file of the site that somebody changed': ({ site }) => writeFileSync(join(site, 'index.html'), readFileSync(join(site, 'index.html'), 'utf8').replace('見本', '贋物')),
  'a file of the site that is gone': ({ site }) => unlinkSync(join(site, 'robots.txt')),
  'a file in the site that is nobody’s': ({ site }) => writeFileSync(join(site, 'foreign.txt'), 'x'),
  'a link in the site': ({ site }) => symlinkSync('index.html', join(site, 'foreign.html')),
  'a record of the release that is gone': ({ site }) => unlinkSync(`${site}.release.json`),
  'a whole site that was put there': ({ site }) => {
    cpSync(site, `${site}-copy`, { recursive: true });
    rmSync(site, { recursive: true });
    renameSync(`${site}-copy`, site);
  },
};
for (const [what, change] of Object.entries(changes))
  test(`${what} brings a build to work, and the one after it to rest`, () => {
    const all = settled();
    change(all);
    const run = all.build();
    assert.equal(run.exit, 0, run.stderr);
    assert.ok(!is_idle(run), run.stderr);
    const again = yokoten(['build', all.place, '--into', `${all.site}-afresh`, '--lang', 'en']);
    assert.equal(again.exit, 0);
    assert.equal(readFileSync(join(all.site, 'manifest.json'), 'utf8'), readFileSync(join(`${all.site}-afresh`, 'manifest.json'), 'utf8'));
    assert.ok(is_idle(all.build()));
  });

test('a build that failed does not count, and what is put right again is built', () => {
  const { place, build } = settled();
  const file = join(place, 'pages/index.md'), good = readFileSync(file);
  writeFileSync(file, 'no page');
  assert.equal(build().exit, 1);
  assert.equal(build().exit, 1);
  writeFileSync(file, good);
  assert.equal(build().exit, 0);
  assert.ok(is_idle(build()));
});

test('a record of the last build that is no record does no harm', () => {
  for (const text of ['', '{', '[]', '{"by": 1}', '{"by": "x", "read": {"": ""}}']) {
    const { site, build } = settled();
    writeFileSync(join(folder, `.${site.split('/').at(-1)}.yokoten-read`), text);
    const run = build();
    assert.equal(run.exit, 0, run.stderr);
    assert.ok(!is_idle(run));
  }
});
