// What lies beside pages, and that `[files]` in publication.toml leaves out what it says and every link to it.
import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { yokoten } from '../support/yokoten.mjs';
import { write } from '../disclosure/publication.mjs';

const folder = mkdtempSync(join(tmpdir(), 'yokoten-files-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const fence = (name, ...lines) => [`\`\`\`${name}`, ...lines, '```', ''];
const towns = ['鳥取市', '米子市', '倉吉市', '境港市'];
const pages = {
  index: ['---', 'title: 見本', '---', '# 見本', '', ...fence('cards', 'indicators = ["share"]'), ...fence('ranking', 'indicator = "share"', 'level = "municipality"'), ...fence('downloads', 'files = [{ title = "すべて", path = "data/observations.csv" }]')],
  area: ['---', 'title: "{{area.name}}"', 'each: municipality', '---', '# {{area.name}}', '', ...fence('cards', 'indicators = ["share"]'), ...fence('downloads', 'area = true')],
  indicator: ['---', 'title: "{{indicator.title}}"', 'each: indicator', '---', '# {{indicator.title}}', '', ...fence('downloads', 'indicator = true')],
};

/** The files of the site of a publication with this at the end of its publication.toml and these pages, and the site's folder. */
function built(name, settings, more = {}) {
  const place = join(folder, name), site = `${place}-site`;
  write(place, {
    tables: [{ id: 'users', lines: ['市町村,人,全員', ...towns.map((town, at) => `鳥取県${town},${[40, 30, 20, 15][at]},80`)],
      toml: ['area = "市町村"', 'level = "municipality"', 'period = 2024', '[source.columns]', 'users = "人"', 'all = "全員"'] }],
    indicators: { share: ['unit = "%"', 'levels = ["municipality"]', 'better = "higher"', 'ratio = { numerator = { sum = "users" }, denominator = { sum = "all" } }'] },
    pages: { ...pages, ...more } });
  appendFileSync(join(place, 'publication.toml'), `\n${settings.join('\n')}\n`);
  const run = yokoten(['build', place, '--into', site, '--lang', 'en']);
  const files = run.exit === 0 ? readdirSync(site, { recursive: true, withFileTypes: true }).filter((each) => each.isFile()).map((each) => join(each.parentPath ?? each.path, each.name).slice(site.length + 1)) : [];
  return { run, site, files };
}
const town = 'areas/31/312011/';
const all = built('all', []);
assert.equal(all.run.exit, 0, all.run.stderr + all.run.stdout);

test('all that can be taken away lies beside the pages where nothing is said', () => {
  for (const name of ['index.csv', 'index.json', 'index.xlsx', 'strip-share.csv', 'strip-share.svg', 'strip-share.vl.json']) assert.ok(all.files.includes(town + name), name);
  for (const name of ['data/observations.json', 'indicators/share/data.xlsx', 'ranking-share.svg']) assert.ok(all.files.includes(name), name);
});

test('an area of which the publication has no figure has no file of figures', () => {
  for (const name of ['index.csv', 'index.json', 'index.xlsx']) assert.ok(!all.files.includes(name), name);
});

test('[files] leaves out what it does not name, and pages lead to nothing that is not there', () => {
  const few = built('few', ['[files]', 'charts = ["svg"]', 'cards = []', 'areas = ["csv"]', 'figures = ["json"]']);
  assert.equal(few.run.exit, 0, few.run.stderr);
  const gone = all.files.filter((each) => !few.files.includes(each));
  assert.deepEqual(few.files.filter((each) => !all.files.includes(each)), []);
  for (const each of gone) assert.match(each, /^((areas\/.*\/)?index\.(json|xlsx)|areas\/.*\/strip-.*|ranking-share\.(csv|vl\.json)|data\/observations\.xlsx|indicators\/share\/data\.xlsx)$/);
  assert.ok(gone.includes(`${town}strip-share.svg`) && few.files.includes('ranking-share.svg'));
  for (const page of few.files.filter((each) => each.endsWith('.html'))) {
    const html = readFileSync(join(few.site, page), 'utf8');
    for (const name of gone) assert.ok(!html.includes(`"${name.split('/').at(-1)}"`) && !html.includes(`/${name}"`), `${page} leads to ${name}`);
  }
  const catalogue = JSON.parse(readFileSync(join(few.site, 'data/catalog.jsonld'), 'utf8'));
  for (const { 'dcat:distribution': list } of catalogue['dcat:dataset']) assert.deepEqual(list.map((each) => each['@id'].split('.').at(-1)), ['csv', 'json']);
});

test('where nothing of areas goes out their pages offer nothing, and the CSV of all figures stays', () => {
  const none = built('none', ['[files]', 'charts = []', 'areas = []', 'figures = []', 'share = false']);
  assert.equal(none.run.exit, 0, none.run.stderr);
  assert.deepEqual(none.files.filter((each) => each.startsWith('areas/31/312') && !/\/(index\.html|strip-share\..*)$/.test(each)), []);
  assert.ok(none.files.includes('data/observations.csv') && !none.files.includes('data/observations.json'));
  assert.doesNotMatch(readFileSync(join(none.site, town, 'index.html'), 'utf8'), /class="files"/);
});

test('cards show the pictures that they are asked for', () => {
  const page = (site) => readFileSync(join(site, town, 'index.html'), 'utf8');
  assert.match(page(all.site), /class="chart/);
  pages.area.splice(7, 0, 'pictures = []');
  const plain = built('plain', []);
  pages.area.splice(7, 1);
  assert.equal(plain.run.exit, 0, plain.run.stderr);
  assert.doesNotMatch(page(plain.site), /<svg|strip-/);
});

test('a kind of file that there is not is said at its place', () => {
  const { run } = built('typo', ['[files]', 'areas = ["cvs"]']);
  assert.equal(run.exit, 1);
  assert.match(run.stdout + run.stderr, /publication\.toml:\d+:10: error toml\.choice .*csv/);
});

/** The first page, with this in its ranking. */
const ranking_page = (...lines) => ({ index: ['---', 'title: 見本', '---', '# 見本', '', ...fence('cards', 'indicators = ["share"]'), ...fence('ranking', 'indicator = "share"', 'level = "municipality"', ...lines)] });
const beside_ranking = (site) => site.files.filter((each) => each.startsWith('ranking-share.')).sort();

test('a block says itself what lies beside its chart, whatever [files] says', () => {
  const own = built('own', ['[files]', 'share = false', 'charts = ["svg", "spec"]'], ranking_page('files = ["csv"]'));
  assert.equal(own.run.exit, 0, own.run.stderr);
  assert.deepEqual(beside_ranking(own), ['ranking-share.csv']);
  const html = readFileSync(join(own.site, 'index.html'), 'utf8');
  assert.ok(html.includes('href="ranking-share.csv"') && !/ranking-share\.(svg|vl\.json)"/.test(html));
});

test('beside a chart of a block with files = [] nothing lies, beside those of the next block what the publication offers', () => {
  const none = built('none', ['[files]', 'share = false'], { ...ranking_page('files = []'), area: [...ranking_page('files = []').index.map((line) => line.replace('title: 見本', 'title: "{{area.name}}"\neach: municipality')), ...fence('compare', 'indicator = "share"', 'with = ["nation"]')] });
  assert.equal(none.run.exit, 0, none.run.stderr);
  assert.deepEqual(beside_ranking(none), []);
  assert.doesNotMatch(readFileSync(join(none.site, 'index.html'), 'utf8'), /ranking-share\.(csv|svg|vl)/);
  assert.ok(none.files.includes(`${town}strip-share.svg`), 'the small pictures of cards');
});

test('cards say for all of their small pictures what lies beside them', () => {
  const cards = built('cards', ['[files]', 'share = false'], { area: pages.area.map((line) => (line.startsWith('indicators') ? `${line}\nfiles = ["svg"]` : line)) });
  assert.equal(cards.run.exit, 0, cards.run.stderr);
  assert.deepEqual(cards.files.filter((each) => each.startsWith(`${town}strip-`)), [`${town}strip-share.svg`]);
});

for (const [what, ...lines] of [['a table', 'form = "table"', 'files = ["csv"]'], ['a form that is not known', 'files = ["png"]']]) {
  test(`files is refused where it says nothing: ${what}`, () => {
    const { run } = built(`refused-${lines.length}`, [], ranking_page(...lines));
    assert.equal(run.exit, 1);
    assert.match(run.stderr, /index\.md:1[0-9]:\d+: error (block\.files|toml\.choice) /);
  });
}
