// `check --annotate`: the workbook comes back with each finding at its cell and in a list.
import assert from 'node:assert/strict';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { with_conversion } from '../spreadsheets/reading.mjs';
import { with_folder, yokoten } from '../support/yokoten.mjs';
import { book_of, cell_name, column_under, findings_of, parts_of, write_book } from './book.mjs';

const unread = new Set(['指摘', '選択肢']);
const many = 300;

/** The sample's workbook, as `yokoten new` writes it, in a folder of its own. */
const with_book = (use) => with_folder((folder) => {
  cpSync('data/prefecture', join(folder, 'p'), { recursive: true });
  const path = join(folder, 'p/p.xlsx');
  assert.equal(yokoten(['new', path, '--from', join(folder, 'p')]).exit, 0);
  return use({ folder, path, out: join(folder, 'out.xlsx') });
});

/** Adds so many events without what an event needs, a sheet of notes, and a mistake in the settings. */
function broken(book) {
  const under = (heading) => column_under(book, '研修・催し', heading);
  for (let row = 20; row < 20 + many; row += 1) {
    book.get('研修・催し').set(`${under('番号')}${row}`, { kind: 'text', text: `event-${row}` });
    book.get('研修・催し').set(`${under('開始')}${row}`, { kind: 'text', text: '朝' });
  }
  book.set('別紙', new Map([['B2', { kind: 'text', text: '相談中' }], ['C3', { kind: 'number', text: '12.5' }], ['D4', { kind: 'date', text: '2025-10-01' }]]));
  return book;
}

/** Sheet name → Map of cell → text of the note there. */
function notes_of(path) {
  const parts = parts_of(path);
  const names = [...parts.get('xl/workbook.xml').matchAll(/<sheet name="([^"]+)" sheetId="\d+"[^>]* r:id="rId(\d+)"/g)];
  const notes = new Map();
  for (const [, name, id] of names) {
    const relations = parts.get(`xl/worksheets/_rels/sheet${id}.xml.rels`) ?? '';
    const comments = /Target="\.\.\/(comments\d+\.xml)"/.exec(relations)?.[1];
    const found = [...(parts.get(`xl/${comments}`) ?? '').matchAll(/<comment ref="([A-Z]+\d+)".*?<\/comment>/gs)];
    notes.set(name, new Map(found.map(([whole, cell]) => [cell, [...whole.matchAll(/<t[^>]*>([^<]*)<\/t>/gs)].map(([, text]) => text).join('')])));
  }
  return notes;
}

test('hundreds of findings stand at their cells, in the list, and nothing else changes', () => with_book(({ path, out }) => {
  write_book(path, broken(book_of(path)));
  const findings = findings_of(path);
  assert.equal(yokoten(['check', path, '--annotate', out, '--lang', 'ja']).exit, 1);
  const before = book_of(path), after = book_of(out);
  for (const [sheet, cells] of before) if (!unread.has(sheet)) assert.deepEqual(after.get(sheet), cells, sheet);

  const here = findings.filter(({ file, row }) => file.startsWith(`${path}#`) && row > 0);
  assert.ok(here.length > many, `${here.length}`);
  const expected = new Map();
  for (const { file, row, column, code } of here) {
    const sheet = file.slice(path.length + 1);
    const key = `${sheet} ${cell_name(row, column)}`;
    expected.set(key, [...(expected.get(key) ?? []), code]);
  }
  const notes = notes_of(out);
  const found = new Map([...notes].flatMap(([sheet, own]) => [...own].map(([cell, text]) => [`${sheet} ${cell}`, text])));
  assert.deepEqual([...found.keys()].sort(), [...expected.keys()].sort());
  for (const [key, codes] of expected) for (const code of codes) assert.ok(found.get(key).includes(`（${code}）`), `${key} ${found.get(key)}`);

  const list = [...after.get('指摘')].filter(([name]) => /^E\d+$/.test(name) && name !== 'E1').map(([, { text }]) => text);
  assert.deepEqual(list.sort(), findings.map(({ code }) => code).sort());
  const links = /<hyperlinks>.*<\/hyperlinks>/s.exec([...parts_of(out)].find(([name, text]) => name.startsWith('xl/worksheets/sheet') && text.includes('<hyperlinks>'))[1])[0];
  assert.ok(links.includes('location="研修・催し!') || links.includes("location=\"'研修・催し'!"), links.slice(0, 200));
}));

test('the annotated workbook has the drop-downs of a new one and can be checked as it is', () => with_book(({ path, out }) => {
  const validations = (file) => [...parts_of(file)].filter(([name]) => name.startsWith('xl/worksheets/sheet')).map(([, text]) => (text.match(/<dataValidation /g) ?? []).length).filter(Boolean).sort();
  assert.equal(yokoten(['check', path, '--annotate', out]).exit, 0);
  assert.deepEqual(validations(out), validations(path));
  assert.ok(validations(path).length >= 10);
  cpSync(out, join(path, '../again.xlsx'));
  const words = (file) => findings_of(file).map(({ file: at, row, column, code }) => `${at.replace(file, '')} ${row}:${column} ${code}`);
  assert.deepEqual(words(join(path, '../again.xlsx')), words(path));
}));

test('LibreOffice reads the notes and the values of an annotated workbook', () => with_book(({ path, out }) => {
  write_book(path, broken(book_of(path)));
  yokoten(['check', path, '--annotate', out, '--lang', 'ja']);
  const notes = [...notes_of(out).values()].reduce((sum, own) => sum + own.size, 0);
  with_conversion('out.xlsx', readFileSync(out), 'fods', (converted) => {
    const text = readFileSync(converted, 'utf8');
    assert.equal(text.match(/<office:annotation[ >]/g).length, notes);
    assert.match(text, /朝」は時刻ではありません/);
  });
  with_conversion('out.xlsx', readFileSync(out), 'xlsx', (converted) => {
    for (const [sheet, cells] of book_of(path)) if (!unread.has(sheet)) assert.deepEqual(book_of(converted).get(sheet), cells, sheet);
  });
}));

test('a folder comes back as an annotated workbook', () => with_folder((folder) => {
  const publication = join(folder, 'p'), out = join(folder, 'out.xlsx');
  cpSync('data/prefecture', publication, { recursive: true });
  const file = join(publication, 'events/model-visit-2025.toml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('to = 2025-12-04', 'to = 2025-12-01'));
  assert.equal(yokoten(['check', publication, '--annotate', out]).exit, 1);
  const notes = notes_of(out).get('研修・催し');
  assert.equal(notes.size, 1);
  const [[cell, text]] = [...notes];
  assert.equal(book_of(out).get('研修・催し').get(cell).text, '2025-12-01');
  assert.match(text, /event\.date/);
}));

test('raw files are listed with their place', () => with_book(({ path, out }) => {
  yokoten(['check', path, '--annotate', out]);
  const list = book_of(out).get('指摘');
  const row = [...list].find(([, { text }]) => text === 'report.number')[0].slice(1);
  assert.ok(list.get(`B${row}`).text.endsWith('raw/effect_reports_2025.csv'));
  assert.match(list.get(`C${row}`).text, /^\d+:\d+$/);
}));

for (const [what, name, code] of [['the workbook itself', 'p/p.xlsx', 'annotate.name'], ['a name that is no .xlsx', 'out.csv', 'annotate.name'], ['a place that is none', 'p/p.xlsx/out.xlsx', 'annotate.write']])
  test(`${what} is not written`, () => with_book(({ folder, path }) => {
    const before = readFileSync(path);
    const { exit, stderr } = yokoten(['check', path, '--annotate', join(folder, name)]);
    assert.equal(exit, name === 'out.csv' ? 2 : 1);
    assert.match(stderr, new RegExp(code.replace('.', '\\.')));
    assert.ok(readFileSync(path).equals(before));
    assert.ok(name === 'p/p.xlsx' || !existsSync(join(folder, name)));
  }));

test('a workbook that is none of this program is not written over', () => with_book(({ path, out }) => {
  cpSync(path, out);
  const { exit, stderr } = yokoten(['check', path, '--annotate', out]);
  assert.equal(exit, 1);
  assert.match(stderr, /annotate\.name/);
  assert.ok(readFileSync(out).equals(readFileSync(path)));
}));

test('an annotated workbook takes the place of the one before', () => with_book(({ path, out }) => {
  for (let time = 1; time <= 2; time += 1) assert.equal(yokoten(['check', path, '--annotate', out]).exit, 0);
}));

test('nothing is written into the folder that is checked', () => with_book(({ folder }) => {
  for (const name of ['raw/a.xlsx', 'a.xlsx']) {
    const { exit, stderr } = yokoten(['check', join(folder, 'p'), '--annotate', join(folder, 'p', name)]);
    assert.equal(exit, 1);
    assert.match(stderr, /annotate\.name/);
    assert.ok(!existsSync(join(folder, 'p', name)));
  }
}));
