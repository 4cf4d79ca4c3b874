// The cases of good practice of the sample: their pages and data, and what is said of faults put into them.
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { sample, with_sample, without_pdf } from '../support/sample.mjs';
import { home, with_folder, yokoten } from '../support/yokoten.mjs';

const night = 'cases/night-shift-intercom.md';
const lift = 'cases/ceiling-lift.md';

/** Returns `CODE FILE:ROW:COLUMN` of what check says of the cases in the folder. */
function case_findings(folder) {
  return yokoten(['check', folder, '--format', 'json', '--lang', 'en']).stdout
    .trimEnd().split('\n').map((line) => JSON.parse(line)).filter(({ code }) => /^(case|front|page)\./.test(code))
    .map(({ code, file, row, column }) => `${code} ${file.replace(/^.*cases\//, '')}:${row}:${column}`);
}
const findings = (...changes) => with_sample(changes, case_findings);

test('nothing is said of the sample\'s cases', () => assert.deepEqual(findings(), []));

const faults = [
  ['a misspelt key', [night, '  themes:', '  theme:'], ['case.missing night-shift-intercom.md:13:3', 'case.unknown night-shift-intercom.md:16:3']],
  ['a theme that is no word', [night, '効果測定]', '効果則定]'], ['case.word night-shift-intercom.md:16:23']],
  ['a technology that is no word', [lift, '[移乗支援]', '[移情支援]'], ['case.word ceiling-lift.md:15:16']],
  ['a service by its usual name', [lift, '介護老人福祉施設,', '特養,'], ['case.service ceiling-lift.md:13:14']],
  ['a size that is no class', [lift, '30人以上', '大規模'], ['case.word ceiling-lift.md:14:9']],
  ['an area of another prefecture', [lift, '"312037"', '"322016"'], ['case.area ceiling-lift.md:5:7']],
  ['an indicator that does not exist', [night, 'indicator: overtime', 'indicator: overtimes'], ['case.indicator night-shift-intercom.md:29:18']],
  ['a part that has no figures', [night, '{ service: 介護老人福祉施設 }', '{ service: 介護老人副祉施設 }'], ['case.part night-shift-intercom.md:30:13']],
  ['a figure that is none', [night, 'before: 42', 'before: 四十二'], ['case.type night-shift-intercom.md:19:15']],
  ['a figure without its source', [night, '      unit: 分\n      source: 見本苑が2024年8月と2025年2月に、1週間ずつ測った平均（架空）\n', '      unit: 分\n'], ['case.missing night-shift-intercom.md:18:7']],
  ['an award without its year', [lift, ' year: 2025,', ''], ['case.missing ceiling-lift.md:17:10']],
  ['a photo that is not there', [night, 'photos/night-shift.png', 'photos/day-shift.png'], ['case.photo night-shift-intercom.md:33:13']],
  ['a text that repeats the file\'s name', [lift, /alt: .*/, 'alt: ceiling lift'], ['case.alt ceiling-lift.md:31:12']],
  ['a text that says that it is a photo', [lift, /alt: .*/, 'alt: 写真'], ['case.alt ceiling-lift.md:31:12']],
  ['a photo without a text', [lift, /      alt: .*\n/, ''], ['case.missing ceiling-lift.md:30:7']],
  ['no sources', [lift, /sources:\n.*\n/, ''], ['case.sources ceiling-lift.md:10:1']],
  ['no such status', [lift, 'status: done', 'status: finished'], ['front.status ceiling-lift.md:8:1']],
];
for (const [what, [file, from, to], expected] of faults) {
  test(`${what} is told at its place, and nothing else is`, () => with_folder((folder) => {
    const copy = join(folder, 'prefecture');
    cpSync(sample, copy, { recursive: true });
    without_pdf(copy);
    const text = readFileSync(join(copy, file), 'utf8');
    const changed = text.replace(from, to);
    assert.notEqual(changed, text);
    writeFileSync(join(copy, file), changed);
    assert.deepEqual(case_findings(copy), expected);
  }));
}

for (const [what, bytes, code] of [
  ['an SVG under a photo\'s name', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'case.photo_kind'],
  ['half a photo', readFileSync(join(sample, 'photos/night-shift.png')).subarray(0, 9000), 'case.photo_kind'],
]) {
  test(`${what} is an error`, () => with_sample([], (copy) => {
    writeFileSync(join(copy, 'photos/night-shift.png'), bytes);
    assert.deepEqual(case_findings(copy), [`${code} night-shift-intercom.md:33:13`]);
  }));
}

test('a photo with the place where it was taken does not go out', () => with_sample([], (copy, folder) => {
  const png = readFileSync(join(copy, 'photos/night-shift.png'));
  const tiff = Buffer.from('4d4d002a000000080001882500040000000100000 01a000000000001000200050000000300000000'.replace(' ', ''), 'hex');
  const chunk = Buffer.concat([Buffer.from([0, 0, 0, tiff.length]), Buffer.from('eXIf'), tiff, Buffer.alloc(4)]);
  writeFileSync(join(copy, 'photos/night-shift.png'), Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)]));
  assert.deepEqual(case_findings(copy), ['case.photo_place night-shift-intercom.md:33:13']);
  const site = join(folder, 'site');
  assert.equal(yokoten(['build', copy, '--into', site]).exit, 1);
  assert.ok(!existsSync(site));
}));

test('a word that the publication adds has a page of its own', () => with_sample([
  [night, '効果測定]', '夜勤の見直し]'],
  ['publication.toml', '[cases]', '[cases]\nthemes = { night-shift = "夜勤の見直し" }'],
], (copy, folder) => {
  const site = join(folder, 'site');
  assert.equal(yokoten(['build', copy, '--into', site]).exit, 0);
  assert.match(readFileSync(join(site, 'cases/themes/night-shift/index.html'), 'utf8'), /<h1>.*夜勤の見直しの好事例<\/h1>/);
}));

const folder = mkdtempSync(join(tmpdir(), 'yokoten-cases-'));
const site = join(folder, 'site');
before(() => assert.equal(yokoten(['build', sample, '--into', site]).exit, 0));
after(() => rmSync(folder, { recursive: true, force: true }));
const page = (path) => readFileSync(join(site, path, 'index.html'), 'utf8');
const cases_json = () => JSON.parse(readFileSync(join(site, 'data/cases.json'), 'utf8')).cases;

test('every case has its page, its row and its entry', () => {
  const slugs = readdirSync(join(sample, 'cases')).map((name) => name.replace('.md', '')).sort();
  const csv = readFileSync(join(site, 'data/cases.csv'), 'utf8');
  assert.deepEqual(cases_json().map(({ id }) => id), slugs);
  assert.deepEqual(csv.trim().split('\n').slice(1).map((line) => line.split(',')[0]), slugs);
  for (const slug of slugs) assert.match(page(`cases/${slug}`), /id="case-facts"/);
});

test('there are pages by tag only where a case is', () => {
  assert.deepEqual(readdirSync(join(site, 'cases/technologies')).sort(), ['care-software', 'data-link', 'intercom', 'monitoring', 'transfer']);
  assert.deepEqual(readdirSync(join(site, 'cases/services')).sort(), ['110', '150', '210', '430', '510']);
  assert.deepEqual(readdirSync(join(site, 'cases/areas')).sort(), ['312011', '312029', '312037', '312045']);
});

test('a page by tag lists its cases and the way back', () => {
  const html = page('cases/services/510');
  assert.equal(html.match(/<article class="case">/g).length, 2);
  assert.match(html, /<a href="\.\.\/\.\.\/\.\.\/cases\/">好事例<\/a>/);
});

test('photos go out as they are, with their size on the page', () => {
  assert.deepEqual(readFileSync(join(site, 'photos/night-shift.png')), readFileSync(join(sample, 'photos/night-shift.png')));
  assert.match(page('cases/night-shift-intercom'), /<img src="\.\.\/\.\.\/photos\/night-shift\.png" alt="夜の廊下で[^"]*" width="960" height="640">/);
});

test('the figure of an indicator is the one that outcomes.csv has', () => {
  const rows = readFileSync(join(site, 'data/outcomes.csv'), 'utf8').trim().split('\n').map((line) => line.split(','));
  const row = rows.find((each) => each[0] === 'overtime' && each[3] === '2025FY' && each[4] === 'service=介護老人福祉施設');
  const shown = Number(row[rows[0].indexOf('before_mean')]).toFixed(1);
  assert.ok(page('cases/night-shift-intercom').includes(`>${shown}時間<`), shown);
  assert.equal(cases_json().find(({ id }) => id === 'night-shift-intercom').effects[2].before, Number(shown));
});

test('similar cases say why, the nearest first', () => {
  const html = page('cases/night-shift-intercom');
  const similar = html.slice(html.indexOf('id="case-similar"'));
  assert.match(similar, /^[^]*?day-service-roles[^]*?同じテーマ：業務の手順の見直し。同じ技術：介護ソフト。/);
});
