// A release of effect reports after another one: the difference of the two must not tell what a late office said.
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { without_pdf } from '../support/sample.mjs';
import { yokoten } from '../support/yokoten.mjs';
import { columns, csv } from './reports.mjs';
import { sampleFiles } from './sample.mjs';

const folder = mkdtempSync(join(tmpdir(), 'yokoten-late-reports-'));
const [publication, site] = [join(folder, 'p'), join(folder, 's')];
const { files, sample } = sampleFiles({ seed: 21, offices: 12, faults: 0 });
const first = sample.years[2025].filter((row, at) => at % 9 !== 4);
const late = sample.years[2025].filter((row) => !first.includes(row));
after(() => rmSync(folder, { recursive: true, force: true }));

const put = (rows) => writeFileSync(join(publication, 'raw/effect_reports_2025.csv'), csv(columns, rows));
const late_reports = () => {
  const { exit, stdout, stderr } = yokoten(['check', publication, '--format', 'json', '--lang', 'en']);
  const told = stdout.trim().split('\n').filter((line) => line !== '').map((line) => JSON.parse(line)).filter(({ code }) => code === 'disclosure.late_reports');
  return { exit, told, stderr };
};

before(() => {
  cpSync('data/prefecture', publication, { recursive: true });
  without_pdf(publication);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(publication, 'raw', name), text);
  put(first);
  const { exit, stderr } = yokoten(['build', publication, '--into', site]);
  assert.equal(exit, 0, stderr);
  mkdirSync(join(publication, 'releases'));
  cpSync(join(site, 'data/observations.csv'), join(publication, 'releases/2026-01-31.csv'));
});

test('the same reports again are no late ones', () => {
  put(first);
  assert.deepEqual(late_reports().told, []);
});

test('one late report is refused for every indicator that counts it, at the release', () => {
  put([...first, late[0]]);
  const { exit, told } = late_reports();
  assert.equal(exit, 1);
  assert.ok(told.length >= 4, JSON.stringify(told));
  for (const { file, level } of told) assert.deepEqual([file, level], [join(publication, 'releases/2026-01-31.csv'), 'error']);
});

test('a build with one late report leaves the site as it was', () => {
  put([...first, late[0]]);
  const before_it = readFileSync(join(site, 'manifest.json'));
  assert.equal(yokoten(['build', publication, '--into', site]).exit, 1);
  assert.ok(readFileSync(join(site, 'manifest.json')).equals(before_it));
});

test('a corrected report is no late one', () => {
  put(first.map((row, at) => (at === 3 ? { ...row, 残業時間_後: (Number(row['残業時間_後']) * 0.97).toFixed(1) } : row)));
  assert.deepEqual(late_reports().told, []);
});

const outcomes = ['hours', 'overtime', 'paid-leave', 'turnover', 'stress', 'engagement'];

/** How many offices stand behind each figure of an observations.csv, by indicator, period and part. */
function offices_of(path) {
  const rows = readFileSync(path, 'utf8').trim().split('\n').slice(1).map((line) => line.split(','));
  return new Map(rows.filter(([id, , , , , , denominator]) => outcomes.includes(id) && denominator !== '')
    .map(([id, , , period, breakdown, , denominator]) => [`${id} ${period} ${breakdown}`, Number(denominator)]));
}

test('every indicator is refused of which a figure that shows twice differs by one office or two', () => {
  put([...first, ...late]);
  const release = join(publication, 'releases/2026-01-31.csv');
  const { told } = late_reports();
  const then = offices_of(release);
  const aside = join(folder, 'aside.csv');
  renameSync(release, aside);
  assert.equal(yokoten(['build', publication, '--into', join(folder, 'all')]).exit, 0);
  renameSync(aside, release);
  const few = [...offices_of(join(folder, 'all/data/observations.csv'))]
    .filter(([key, now]) => then.has(key) && now > then.get(key) && now - then.get(key) < 3).map(([key]) => key.split(' ')[0]);
  assert.ok(few.length > 0);
  for (const id of few) assert.ok(told.some(({ message }) => message.startsWith(`${id} (2025FY)`)), `${id}: ${JSON.stringify(told)}`);
});
