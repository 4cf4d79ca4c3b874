// `yokoten explain`: what it says of the national figures, against the raw files and the built pages.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { write } from '../disclosure/publication.mjs';
import { read } from './files.mjs';

const home = fileURLToPath(new URL('../..', import.meta.url));
const program = process.env.YOKOTEN ?? join(home, 'build/yokoten');
const figures = [
  ['careplan-link-rate', '鳥取県'],
  ['careplan-link-rate', '米子市'],
  ['centres', '青森県'],
  ['e-application-early', '沖縄県'],
  ['overtime', '全国'],
];

/** Returns what the program explains, as JSON. */
function explained(...words) {
  const run = spawnSync(program, ['explain', 'data/national', ...words, '--format', 'json'],
    { cwd: home, encoding: 'utf8', maxBuffer: 1 << 26 });
  assert.equal(run.status, 0, run.stderr);
  return JSON.parse(run.stdout);
}

/** Returns the cells of a line of CSV whose quotes enclose whole cells. */
const cells = (line) => [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map((match) => match[1].replace(/^"|"$/g, ''));

for (const [indicator, area] of figures) {
  test(`the explanation of ${indicator} of ${area} names cells of the raw files, their sum and the pages that show it`, () => {
    const told = explained(indicator, area);
    let named = 0;
    for (const side of [told.numerator, told.denominator]) {
      if (side.from !== 'cells') continue;
      for (const cell of side.cells) {
        const line = readFileSync(join(home, cell.file), 'utf8').replace(/^\uFEFF/, '').split(/\r?\n/)[cell.row - 1];
        assert.equal(cells(line)[cell.column - 1], cell.text, `${cell.file}:${cell.row}:${cell.column}`);
        named += 1;
      }
      const sum = side.cells.reduce((total, cell) => total + Number(/^[\d.,]+/.exec(cell.text)[0].replaceAll(',', '')), 0);
      assert.ok(Math.abs(sum - Number(side.value)) < 1e-9, `${sum} is not ${side.value}`);
    }
    assert.ok(named > 0, 'no cell named');
    assert.ok(told.pages.length > 0, 'no page named');
    const shown = Number(told.shown).toLocaleString('en', { minimumFractionDigits: told.decimals });
    for (const page of told.pages.slice(0, 40)) {
      const text = read(page.endsWith('.html') ? page : `${page}index.html`);
      assert.ok(text.includes(shown), `${page} does not show ${shown}`);
    }
  });
}

const part = (...words) => spawnSync(program, ['explain', 'data/national', 'e-application-start', '全国', ...words], { cwd: home, encoding: 'utf8' });

test('--part explains one part of a figure, named by its code or with what it is a part by', () => {
  const { status, stdout, stderr } = part('--part', '第一期');
  assert.equal(status, 0, stderr);
  assert.match(stdout, /^part: start=第一期$/m);
  assert.equal(part('--part', 'start=第一期').stdout, stdout);
});
test('parts of a figure have their own numerators over one denominator', () => {
  const [first, second] = ['第一期', '第二期'].map((code) => explained('e-application-start', '全国', '--part', code));
  assert.notEqual(first.numerator.value, second.numerator.value);
  assert.equal(first.denominator.value, second.denominator.value);
});
test('an unknown part, or none where there is no whole, is wrong usage that names the parts', () => {
  for (const words of [[], ['--part', '第九期']]) {
    const { status, stdout, stderr } = part(...words);
    assert.equal(status, 2);
    assert.equal(stdout, '');
    assert.match(stderr, /--part: start=第一期, start=第二期/);
  }
});

// ---- A prefecture's own publication

const folder = mkdtempSync(join(tmpdir(), 'yokoten-explain-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const towns = { 松山市: [5, 24], 今治市: [21, 29], 西条市: [4, 7] };
write(folder, {
  tables: [{ id: 'link', lines: ['市町名,申請,全', ...Object.entries(towns).map(([town, counts]) => [town, ...counts].join(','))],
    toml: ['area = "市町名"', 'level = "municipality"', 'period = 2025', 'complete = true', '[source.columns]', 'offices = "全"', 'applications = "申請"'] }],
  indicators: { rate: ['unit = "%"', 'decimals = 1', 'levels = ["prefecture", "municipality"]', 'ratio = { numerator = "applications", denominator = "offices" }'] },
  top: ['prefecture = "愛媛県"'] });
const of_prefecture = (...words) => spawnSync(program, ['explain', folder, 'rate', ...words, '--lang', 'en'], { cwd: home, encoding: 'utf8' });

test('a name without its ending brings the municipality that it begins', () => {
  assert.match(of_prefecture('松山').stderr, /did you mean 愛媛県松山市/);
});
test('a prefecture of which the publication is not is said to be none of its areas', () => {
  assert.match(of_prefecture('鳥取県').stderr, /none of the areas of this publication/);
  assert.match(of_prefecture('全国').stderr, /not owed for areas of this kind/);
});
test('a sum names what each area adds to it', () => {
  const { stdout, stderr } = of_prefecture('愛媛県', '--format', 'json');
  const { numerator, shown } = JSON.parse(stdout || stderr);
  assert.deepEqual(numerator.added.filter(({ value }) => value !== '0').map(({ name, value }) => [name, value]), Object.entries(towns).map(([town, [applications]]) => [`愛媛県${town}`, String(applications)]));
  assert.equal(numerator.value, '30');
  assert.equal(shown, '50.0');
  assert.match(of_prefecture('愛媛県').stdout, /^numerator: 30 sum of the \d+ areas below\n {2}of which: 愛媛県松山市 5$/m);
});
