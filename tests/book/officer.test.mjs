// What officers do to a workbook: it is read, or the finding says at the cell what to do.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { differing, read_tree } from '../support/tree.mjs';
import { yokoten } from '../support/yokoten.mjs';
import { book_of, cell_at, column_under, copy_of, findings_of, place_of, set, write_book } from './book.mjs';

const days_to = (date) => String(Date.parse(`${date}T00:00:00Z`) / 86_400_000 + 25_569);
const with_moment = 2, with_seconds = 3;  // styles of write_book: 2025/11/12 0:00 and 13:30:00

const folder = mkdtempSync(join(tmpdir(), 'yokoten-test-'));
after(() => rmSync(folder, { recursive: true }));
const publication = join(folder, 'p');
cpSync('data/prefecture', publication, { recursive: true });
const path = join(publication, 'p.xlsx');
assert.equal(yokoten(['new', path, '--from', publication]).exit, 0);
const sound = book_of(path);
const usual = new Set(findings_of(path).map((each) => JSON.stringify(each)));
const site = (book, into) => {
  const { exit, stderr } = yokoten(['build', book, '--into', join(folder, into)]);
  assert.equal(exit, 0, stderr);
  return read_tree(join(folder, into));
};
const expected = site(path, 'expected');

/** What is said of a changed workbook and not of the sound one: `#SHEET ROW:COLUMN CODE`. */
const said_after = (change, written = {}) => {
  const book = copy_of(sound);
  change(book);
  write_book(path, book, written);
  return findings_of(path, ['--lang', 'ja']).filter((each) => each.level !== 'note' && !usual.has(JSON.stringify(each)) && each.file.includes('#'))
    .map((each) => ({ ...each, where: `${each.file.slice(path.length)} ${each.row}:${each.column} ${each.code}` }));
};
const wheres = (...args) => said_after(...args).map(({ where }) => where);
const put = (book, sheet, heading, row, value) => set(book, sheet, cell_at(book, sheet, heading, row), value);
const moved_down = (book, sheet) => book.set(sheet, new Map([...book.get(sheet)].map(([name, cell]) => [name.replace(/\d+$/, (row) => Number(row) + 1), cell])));
const same_site = () => assert.deepEqual(differing(expected, site(path, 'site')), []);

test('a title in a row above the headings is not read, and that is said once', () => {
  const said = wheres((book) => {
    moved_down(book, '好事例');
    set(book, '好事例', 'A1', '鳥取県の好事例の一覧');
  }, { merges: { 好事例: ['A1:F1'] } });
  assert.deepEqual(said, ['#好事例 1:1 book.heading']);
  same_site();
});

test('a merged heading is named, and nothing that only follows from it', () => {
  const said = said_after((book) => set(book, '好事例', 'B1', ''), { merges: { 好事例: ['A1:B1'] } });
  assert.deepEqual(said.map(({ where }) => where), ['#好事例 1:1 book.heading', '#好事例 1:2 book.heading']);
  assert.match(said[1].message, /結合を解いて/);
});

test('a column whose heading begins with ※ is a note of one\'s own', () => {
  assert.deepEqual(wheres((book) => {
    set(book, '好事例', 'Z1', '※ 担当の覚え');
    set(book, '好事例', 'Z3', '電話した');
  }), []);
  same_site();
});

test('fiscal years are understood in both calendars', () => {
  assert.deepEqual(wheres((book) => {
    const years = column_under(book, '補助事業', '実施年度');
    for (const [name, cell] of [...book.get('補助事業')])
      if (name.startsWith(years) && cell.text === '2023') set(book, '補助事業', name, '令和5年度');
      else if (name.startsWith(years) && cell.text === '2024') set(book, '補助事業', name, '2024年度');
  }), []);
  same_site();
});

test('a year of an era that may be a calendar year is asked about', () => {
  const [said] = said_after((book) => put(book, '補助事業', '実施年度', 3, '令和5年'));
  assert.match(said.message, /令和7年度 のように/);
});

test('dates and times of any format are dates and times', () => {
  assert.deepEqual(wheres((book) => {
    const dates = column_under(book, '研修・催し', '日'), times = column_under(book, '研修・催し', '開始');
    for (const [name, cell] of [...book.get('研修・催し')]) {
      if (name.startsWith(dates) && cell.kind === 'date') set(book, '研修・催し', name, { kind: 'number', text: days_to(cell.text), style: with_moment });
      if (name.startsWith(times) && cell.text === '13:30') set(book, '研修・催し', name, { kind: 'number', text: '0.5625', style: with_seconds });
    }
  }), []);
  same_site();
});

test('an annotated workbook says what the workbook said, and gives its site', () => {
  said_after((book) => {
    const dates = column_under(book, '研修・催し', '日'), times = column_under(book, '研修・催し', '開始');
    for (const [name, cell] of [...book.get('研修・催し')]) {
      if (name.startsWith(dates) && cell.kind === 'date') set(book, '研修・催し', name, { kind: 'number', text: days_to(cell.text), style: with_moment });
      if (name.startsWith(times) && cell.text === '13:30') set(book, '研修・催し', name, { kind: 'number', text: '0.5625', style: with_seconds });
    }
  });
  const annotated = join(publication, 'annotated.xlsx');
  assert.equal(yokoten(['check', path, '--annotate', annotated]).exit, 0);
  cpSync(annotated, path);
  same_site();
});

test('a cell that is an error stays one in the annotated workbook', () => {
  const before = wheres((book) => {
    put(book, '好事例', '概要', 3, { kind: 'error', text: '#REF!' });
  });
  assert.deepEqual(before, [`#好事例 ${place_of(cell_at(sound, '好事例', '概要', 3)).join(':')} book.error`]);
  const annotated = join(publication, 'annotated.xlsx');
  assert.equal(yokoten(['check', path, '--annotate', annotated]).exit, 1);
  cpSync(annotated, path);
  const still = findings_of(path).filter(({ level }) => level === 'error');
  assert.deepEqual(still.map(({ file, row, column, code }) => `${file.slice(path.length)} ${row}:${column} ${code}`), before);
});

for (const sign of ['▲', '△', '−', '－'])
  test(`a figure with ${sign} in front is below zero`, () => {
    const cell = cell_at(sound, '好事例の効果', '前', 4);
    const said = said_after((book) => put(book, '好事例の効果', '前', 4, `${sign}3.5`));
    assert.deepEqual(said.filter(({ level }) => level === 'error'), []);
    assert.equal(yokoten(['new', join(folder, `sign${sign}`), '--from', path]).exit, 0);
    const id = sound.get('好事例の効果').get('A4').text;
    assert.match(readFileSync(join(folder, `sign${sign}`, 'cases', `${id}.md`), 'utf8'), /before: -3\.5\n/, cell);
  });

test('an id that is no address is told at the id', () => {
  const said = wheres((book) => put(book, '好事例', '番号', 6, 'Night Shift'));
  assert.ok(said.includes('#好事例 6:1 page.address'), said.join());
});

test('the name of an area in place of its code is answered with the code', () => {
  const [said] = said_after((book) => put(book, '好事例', '地域', 3, '倉吉市'));
  assert.match(said.message, /312037（鳥取県）/);
});

test('a sheet with another name is told of, and not all rows that belong to it', () => {
  const said = said_after((book) => {
    book.set('好事例（確定）', book.get('好事例'));
    book.delete('好事例');
  }).filter(({ level }) => level === 'error');
  assert.deepEqual(said.map(({ where }) => where), ['#好事例（確定） 0:0 book.sheet']);
});

test('a text with letters that no workbook can hold makes no broken one', () => {
  const odd = mkdtempSync(join(folder, 'unheld-'));
  cpSync('data/prefecture', join(odd, 'p'), { recursive: true });
  const file = join(odd, 'p/cases/ceiling-lift.md');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^title: .*$/m, 'title: 題\uFFFE名\uFFFF'));
  const book = join(odd, 'p/p.xlsx');
  assert.equal(yokoten(['new', book, '--from', join(odd, 'p')]).exit, 0);
  const texts = [...book_of(book).get('好事例').values()].map(({ text }) => text);
  assert.ok(texts.includes('題名'));
});

for (const title of ['　一字下げの題名', '※で始まる題名', '題名\u200b', '_x0041_ と _x000D_'])
  test(`a title that no cell can hold as it is comes through a workbook: ${JSON.stringify(title)}`, () => {
    const odd = mkdtempSync(join(folder, 'odd-'));
    cpSync('data/prefecture', join(odd, 'p'), { recursive: true });
    const file = join(odd, 'p/cases/ceiling-lift.md'), settings = join(odd, 'p/publication.toml');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^title: .*$/m, `title: ${JSON.stringify(title)}`));
    writeFileSync(settings, readFileSync(settings, 'utf8').replace(/^title = .*$/m, `title = ${JSON.stringify(title)}`)
      .replace('pdf = true', 'pdf = false'));
    const book = join(odd, 'p/p.xlsx');
    assert.equal(yokoten(['new', book, '--from', join(odd, 'p')]).exit, 0);
    assert.deepEqual(findings_of(book).filter(({ level }) => level === 'error'), []);
    assert.deepEqual(differing(site(join(odd, 'p'), 'odd-folder'), site(book, 'odd-book')), []);
  });
