// The walk of README.ja.md (in README.md 'Publishing over one workbook', which languages.test.mjs holds to be the same) from `yokoten new` over one Excel file to a published page, step by step with its very commands.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import { with_conversion } from '../spreadsheets/reading.mjs';
import { home, with_folder, yokoten } from '../support/yokoten.mjs';
import { book_of, cell_at, findings_of, parts_of, row_of, set, write_book } from './book.mjs';

const section = /^## エクセル1つで公表する\n(.*?)^## /ms.exec(readFileSync(join(home, 'README.ja.md'), 'utf8'))[1];

/** The steps in their order: { command } or { cells: [sheet, row, heading, value][] }. */
const steps = [...section.matchAll(/```console\n(.*?)```|((?:^\|[^\n]*\n)+)/gms)].map(([, command, table]) => (command
  ? { command: command.trim() }
  : { cells: table.trim().split('\n').slice(2).map((line) => line.split('|').slice(1, 5).map((cell) => cell.trim())) }));

/** Runs a line of the README in a folder of its own that has data/ and the program. */
function run(line, cwd) {
  const [verb, ...args] = line.split(/\s+/);
  if (verb === 'build/yokoten') return yokoten(args, { cwd });
  assert.equal(verb, 'cp');
  args.slice(0, -1).forEach((path) => cpSync(join(home, path), join(cwd, args.at(-1), path.split('/').at(-1))));
  return { exit: 0, stdout: '', stderr: '' };
}

/** Writes into the workbook as the table says, and has LibreOffice save it. */
function fill_in(path, cells) {
  const book = book_of(path);
  for (const [sheet, row, heading, value] of cells) {
    if (heading !== '（行）') set(book, sheet, cell_at(book, sheet, heading, row), value);
    else for (const name of [...book.get(sheet).keys()]) if (row_of(name) === Number(row)) set(book, sheet, name, '');
  }
  write_book(path, book);
  with_conversion('book.xlsx', readFileSync(path), 'xlsx', (saved) => cpSync(saved, path));
}

/** The page as Chromium has it, with scripts run. */
function shown(page, folder) {
  const browser = spawnSync('chromium', ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', `--user-data-dir=${join(folder, 'chromium')}`, '--dump-dom', pathToFileURL(page).href], { encoding: 'utf8', timeout: 60_000 });
  assert.equal(browser.status, 0, browser.stderr);
  return browser.stdout.replace(/<script.*?<\/script>/gs, '').replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
}

test('the README walks from new over the workbook to the page', () => with_folder((folder) => {
  const work = join(folder, 'work'), path = join(work, 'tottori.xlsx');
  mkdirSync(work);
  const done = (step) => run(step.command, folder);
  const [begin, fill, put, check, mend, again, build, duty, waive, publish] = steps;
  assert.equal(steps.length, 10);

  const begun = done(begin);
  assert.equal(begun.exit, 0, begun.stderr);
  assert.match(begun.stdout, /work\/tottori\.xlsx/);
  assert.deepEqual(readdirSync(work).sort(), ['raw', 'tottori.xlsx']);
  assert.ok(findings_of(path).some(({ code }) => code === 'publication.unfilled'));

  fill_in(path, fill.cells);
  assert.equal(done(put).exit, 0);
  const checked = done(check);
  assert.equal(checked.exit, 1);
  assert.match(checked.stdout, /work\/tottori\.xlsx#設定:10:2: error book\.entry 「令和7年9月31日」は日付ではありません/);
  assert.deepEqual(checked.stdout.split('\n').filter((line) => / error /.test(line)).length, 1);
  assert.doesNotMatch(checked.stdout, /publication\.unfilled/);
  const annotated = join(work, 'tottori-findings.xlsx');
  assert.match([...parts_of(annotated)].filter(([name]) => name.startsWith('xl/comments')).map(([, text]) => text).join(''), /ref="B10".*令和7年9月31日/s);
  assert.equal(book_of(annotated).get('指摘').get('C2').text, 'B10');
  assert.equal(run(build.command, folder).exit, 1);

  fill_in(path, mend.cells);
  const mended = done(again);
  assert.equal(mended.exit, 0, mended.stdout);
  const built = done(build);
  assert.equal(built.exit, 0, built.stderr);

  const top = shown(join(work, 'site/index.html'), folder);
  for (const word of ['鳥取県 介護現場の生産性向上（練習）', '練習です。数値は架空です。', '令和7（2025）年9月30日', '残業時間の変化 102 8.1時間（7.4時間） 6.8時間（6.2時間） −1.3時間'])
    assert.ok(top.includes(word), `${word} is not in: ${top.slice(0, 1500)}`);
  const events = shown(join(work, 'site/events/index.html'), folder);
  for (const word of ['効果の報告会', '県民会議室（米子市）', '12月18日', '13:30']) assert.ok(events.includes(word), `${word} is not in: ${events.slice(0, 1500)}`);

  const owed = done(duty);
  assert.equal(owed.exit, 1);
  assert.match(owed.stdout, /まだない +モデルごとの結果.*\n.*まだない +見学の受け入れ/);
  assert.match(owed.stdout, /公表の要件で、まだないもの: 2\n/);
  const [rebuild, hand_over] = publish.command.split('\n');
  assert.equal(run(hand_over, folder).exit, 1);
  fill_in(path, waive.cells);
  for (const line of [rebuild, hand_over]) {
    const { exit, stderr } = run(line, folder);
    assert.equal(exit, 0, stderr);
  }
  const published = shown(join(work, 'public/duty/index.html'), folder);
  for (const word of ['公表しない', '結果を取りまとめている。来年度に公表する（長寿社会課長、令和7（2025）年9月30日）']) assert.ok(published.includes(word), `${word} is not in: ${published}`);
}));

for (const kind of [['--kind', 'prefecture', '--prefecture', '鳥取県'], []])
  test(`the workbook that new writes beside a folder is that folder: ${kind.join(' ') || 'national'}`, () => with_folder((folder) => {
    const publication = join(folder, 'kaigo');
    const { exit, stdout } = yokoten(['new', publication, ...kind, '--lang', 'ja']);
    assert.equal(exit, 0);
    assert.match(stdout, /kaigo\/kaigo\.xlsx/);
    const book = join(publication, 'kaigo.xlsx');
    for (const [from, into] of [[publication, 'a'], [book, 'b']]) {
      const built = yokoten(['build', from, '--into', join(folder, into)]);
      assert.equal(built.exit, 0, built.stderr);
    }
    const page = (into, name) => readFileSync(join(folder, into, name), 'utf8').replaceAll('%E3%80%90%E8%A8%98%E5%85%A5%E3%80%91/', '').replaceAll('【記入】/', '');
    for (const name of ['index.html', 'about/index.html', 'data/observations.csv']) assert.equal(page('b', name), page('a', name), name);
    const unfilled = (path) => findings_of(path).filter(({ code }) => code === 'publication.unfilled').length;
    assert.equal(unfilled(book), unfilled(publication));
  }));

test('a workbook that is there is left as it is, and so is a raw folder', () => with_folder((folder) => {
  const path = join(folder, 'a.xlsx');
  const args = ['new', path, '--kind', 'prefecture', '--prefecture', '鳥取県'];
  assert.equal(yokoten(args).exit, 0);
  const before = readFileSync(path);
  assert.equal(yokoten(args).exit, 1);
  assert.ok(readFileSync(path).equals(before));
  const { exit, stderr } = yokoten(['new', join(folder, 'b.xlsx'), ...args.slice(2)]);
  assert.equal(exit, 1);
  assert.match(stderr, /new\.exists/);
}));

for (const name of ['a.xls', 'a.ods', 'a.xlsm'])
  test(`a new workbook can't be called ${name}`, () => with_folder((folder) => {
    const { exit, stderr } = yokoten(['new', join(folder, name), '--kind', 'prefecture', '--prefecture', '鳥取県']);
    assert.equal(exit, 1);
    assert.match(stderr, /new\.book/);
    assert.deepEqual(readdirSync(folder), []);
  }));
