// What `explain`, the pages and the findings say of outcomes, as one publication has them.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { without_pdf } from '../support/sample.mjs';
import { yokoten } from '../support/yokoten.mjs';
import { columns, csv, listColumns } from './reports.mjs';
import { sampleFiles } from './sample.mjs';

const sample = 'data/prefecture';
const folder = mkdtempSync(join(tmpdir(), 'yokoten-explained-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const explained = (...args) => JSON.parse(yokoten(['explain', sample, ...args, '--format', 'json']).stdout);

/** A copy of the sample without faults; `change` edits its lists of rows, `edits` its other files. */
function changed(change, edits = {}) {
  const into = join(folder, 'p');
  rmSync(into, { recursive: true, force: true });
  cpSync(sample, into, { recursive: true });
  without_pdf(into);
  const made = sampleFiles({ seed: 31, offices: 12, faults: 0 }).sample;
  change(made);
  for (const year of [2024, 2025]) writeFileSync(join(into, `raw/effect_reports_${year}.csv`), csv(columns, made.years[year]));
  writeFileSync(join(into, 'raw/subsidised_offices.csv'), csv(listColumns, made.list));
  for (const [name, edit] of Object.entries(edits)) writeFileSync(join(into, name), edit(readFileSync(join(into, name), 'utf8')));
  return into;
}
const checked = (into) => yokoten(['check', into, '--lang', 'en']).stdout;

test('a mean change that stands on pages is explained with these pages', () => {
  const { pages } = explained('overtime', '鳥取県');
  for (const page of ['', 'indicators/overtime/']) assert.ok(pages.includes(page), JSON.stringify(pages));
});

test('a code alone names a part of an outcome', () => {
  const part = explained('overtime', '鳥取県', '--part', 'group=②');
  assert.deepEqual(explained('overtime', '鳥取県', '--part', '②'), part);
});

test('a figure of 2025 is from the reports of 2025 alone', () => {
  assert.deepEqual(explained('overtime', '鳥取県', '2025FY').sources.map(({ id }) => id ?? ''), ['effect-reports-2025']);
});

test('a sum of changes has no zeros behind its last digit', () => {
  assert.doesNotMatch(yokoten(['explain', sample, 'overtime', '鳥取県']).stdout, /\.\d*0 ÷| \d*\.0+ ÷/);
});

test('an outcome for municipalities is an error at its levels', () => {
  const into = changed(() => {}, { 'indicators/overtime.toml': (text) => text.replace('levels = ["prefecture"]', 'levels = ["prefecture", "municipality"]') });
  const { exit, stdout } = yokoten(['check', into, '--lang', 'en']);
  assert.equal(exit, 1);
  assert.match(stdout, /indicators\/overtime\.toml:\d+:\d+: error indicator\.level /);
});

test('a test entry without a town, and a report of an unknown one, do not stop the build', () => {
  const into = changed(({ years }) => {
    years[2025].push({ ...years[2025][0], 事業所番号: '0000000000', 事業所名: 'テスト', 市町村: '', '補助No.': '' });
    years[2025][1]['市町村'] = 'どこにもない市';
  });
  const said = checked(into);
  assert.doesNotMatch(said, /name\.unknown/);
  assert.match(said, /effect_reports_2025\.csv:3:4: warning report\.area "どこにもない市" is no area; .* of the list /);
  assert.equal(yokoten(['check', into]).exit, 0);
});

test('reports before their time are told at their rows and in no figure', () => {
  const early = ({ years }) => years[2024].push(...years[2025].filter((row) => row['実施年度'] === '令和6年度').slice(0, 4));
  const said = checked(changed(early));
  assert.equal(said.match(/effect_reports_2024\.csv:\d+:8: warning report\.not_due a report of the fiscal year 2024/g)?.length, 4);
  const figures = (into) => JSON.parse(yokoten(['explain', into, 'overtime', '鳥取県', '2024FY', '--format', 'json']).stdout).denominator;
  assert.deepEqual(figures(changed(early)), figures(changed(() => {})));
});

test('years that are over are owed where a file is there, and told where there is none', () => {
  const into = changed(({ years }) => { years[2024] = []; years[2025] = []; }, { 'publication.toml': (text) => text.replace(/^as_of = .*$/m, 'as_of = 2027-05-01') });
  const run = yokoten(['check', into, '--work-list', '--format', 'json', '--lang', 'en']);
  const { duties } = JSON.parse(run.stdout);
  const states = (year) => [...new Set(duties.filter((duty) => duty.year === year).map(({ state }) => state))];
  assert.deepEqual([states(2024), states(2025), states(2026)], [['owed'], ['owed'], ['unread']]);
  assert.match(checked(into), /sources\.toml:\d+:\d+: warning report\.unread there is no source of the reports of the fiscal year 2026 /);
});
