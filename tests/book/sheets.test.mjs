// What befalls workbooks: sheets that are renamed, missing or added, headings that are changed, and what spreadsheets do to cells.
import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { with_folder, yokoten } from '../support/yokoten.mjs';
import { book_of, cell_at, column_under, findings_of, place_of, set, write_book } from './book.mjs';

/** Breaks the sample's workbook by `change`, and gives what check then says beyond the sound one: `SHEET ROW:COLUMN LEVEL CODE`. */
function said_after(change, options = {}) {
  return with_folder((folder) => {
    cpSync('data/prefecture', join(folder, 'p'), { recursive: true });
    const path = join(folder, 'p/p.xlsx');
    assert.equal(yokoten(['new', path, '--from', join(folder, 'p')]).exit, 0);
    const words = () => findings_of(path).map(({ file, row, column, level, code }) => `${file.replace(path, '')} ${row}:${column} ${level} ${code}`);
    const before = new Set(words());
    const book = book_of(path);
    const after = change(book) ?? book;
    write_book(path, after, options);
    return words().filter((word) => !before.has(word));
  });
}
const renamed = (book, from, to) => new Map([...book].map(([name, cells]) => [name === from ? to : name, cells]));
const texts = (rows) => new Map(rows.flatMap((row, at) => row.map((text, column) => [`${String.fromCharCode(65 + column)}${at + 1}`, { kind: 'text', text }])));

test('a sheet of notes is named and not read', () =>
  assert.deepEqual(said_after((book) => { book.set('別紙', texts([['メモ', '相談中']])); }), ['#別紙 0:0 warning book.sheet']));

test('a renamed sheet that looks like a known one is an error with the name that it had', () =>
  assert.deepEqual(said_after((book) => renamed(book, '研修・催し', '研修')), ['#研修 0:0 error book.sheet']));

test('a renamed sheet of settings is an error, and so is that there are none', () => {
  const said = said_after((book) => renamed(book, '設定', '設定（県）'));
  assert.ok(said.includes('#設定（県） 0:0 error book.sheet'), said.join('\n'));
  assert.ok(said.includes(' 0:0 error book.sheet'), said.join('\n'));
});

test('a missing sheet of sources is an error', () =>
  assert.ok(said_after((book) => { book.delete('資料'); }).includes(' 0:0 error book.sheet')));

test('an empty sheet of sources is an error', () =>
  assert.ok(said_after((book) => { book.set('資料', new Map()); }).includes('#資料 1:1 error book.heading')));

test('a changed heading is named at its cell, and what it was is missing', () =>
  assert.deepEqual(said_after((book) => set(book, '研修・催し', cell_at(book, '研修・催し', '対象', 1), '対象者')).sort(),
    [`#研修・催し 1:1 error book.heading`, `#研修・催し ${place_of(`I1`).join(':')} error book.heading`]));

test('a heading twice is named', () => {
  const said = said_after((book) => { book.get('訂正').set('I1', { kind: 'text', text: '理由' }); });
  assert.deepEqual(said, ['#訂正 1:9 error book.heading']);
});

test('a value in a column without a heading is named', () =>
  assert.deepEqual(said_after((book) => { book.get('研修・催し').set('T4', { kind: 'text', text: 'メモ' }); }), ['#研修・催し 4:20 warning book.heading']));

test('an unknown entry of the settings is named', () =>
  assert.deepEqual(said_after((book) => { book.get('設定').set('A40', { kind: 'text', text: '電話' }); book.get('設定').set('B40', { kind: 'text', text: '0857' }); }), ['#設定 40:1 error book.heading']));

test('two sources with one id are an error at the second', () => {
  const said = said_after((book) => set(book, '資料', cell_at(book, '資料', '番号', 4), 'subsidised-offices'));
  assert.ok(said.includes('#資料 4:1 error book.twice'), said.join('\n'));
  assert.ok(!said.some((word) => word.startsWith('#資料 3:')), said.join('\n'));
});

test('two model projects with one id are an error at the second', () => {
  const said = said_after((book) => set(book, 'モデル事業', cell_at(book, 'モデル事業', '番号', 4), 'care-plan-data-link'));
  assert.ok(said.includes('#モデル事業 4:1 error book.twice'), said.join('\n'));
});

test('two corrections of one cell are an error at the second', () => {
  const correction = (row) => [['資料', 'effect-reports-2025'], ['行', '4'], ['列の見出し', '有給休暇_後'], ['印字', '約10日'], ['正しい値', '10'], ['理由', '確認'], ['決めた人', '係'], ['決めた日', '2025-09-20']]
    .map(([heading, text]) => [heading, row, text]);
  const said = said_after((book) => {
    for (const [heading, row, text] of [...correction(3), ...correction(7)]) book.get('訂正').set(`${column_under(book, '訂正', heading)}${row}`, { kind: 'text', text });
  });
  assert.deepEqual(said.filter((word) => word.startsWith('#')), ['#訂正 7:1 error book.twice']);
});

test('a finding below rows that were deleted names the row as it is now', () => {
  const said = said_after((book) => {
    const rows = book.get('その他のファイル');
    const kept = new Map([...rows].filter(([name]) => place_of(name)[0] < 3));
    book.set('その他のファイル', kept);
    const events = book.get('研修・催し');
    for (const name of [...events.keys()]) if (place_of(name)[0] === 3) events.delete(name);
    events.set(cell_at(book, '研修・催し', '開始', 5), { kind: 'text', text: '朝' });
  });
  assert.ok(said.includes(`#研修・催し 5:${place_of('E5')[1]} error book.entry`), said.join('\n'));
});

test('a code that lost its zero is read with it, and named', () => {
  const said = said_after((book) => set(book, 'モデル事業', cell_at(book, 'モデル事業', 'モデル地域', 3), { kind: 'number', text: '12025' }));
  assert.ok(said.includes('#モデル事業 3:6 warning book.number'), said.join('\n'));
  // 012025 is 函館市, which lies in no model region of 鳥取県.
  assert.ok(!said.some((word) => /error page.area/.test(word)), said.join('\n'));
});

test('an id that became a date is named', () => {
  const said = said_after((book) => set(book, '研修・催し', cell_at(book, '研修・催し', '番号', 3), { kind: 'date', text: '2025-11-12' }));
  assert.deepEqual(said, ['#研修・催し 3:1 warning book.number']);
});

test('a full-width id is read half-width, and named', () =>
  assert.deepEqual(said_after((book) => set(book, '研修・催し', cell_at(book, '研修・催し', '番号', 3), 'ｃｈｏｏｓｉｎｇ')), ['#研修・催し 3:1 warning book.width']));

test('blanks at the end of a cell change nothing', () =>
  assert.deepEqual(said_after((book) => {
    set(book, '研修・催し', cell_at(book, '研修・催し', '番号', 3), 'choosing-technology-2025 ');
    set(book, '設定', cell_at(book, '設定', '題名'), '題名　');
  }), []));

test('a formula is its saved result, and named', () =>
  assert.deepEqual(said_after((book) => set(book, '設定', cell_at(book, '設定', 'お知らせ'), { kind: 'formula', text: '見本です。' })), ['#設定 12:2 note book.formula']));

test('merged cells are read as their first, and named', () => {
  const said = said_after((book) => {
    book.get('研修・催し').delete('L4');
    book.get('研修・催し').set('L3', { kind: 'text', text: '窓口' });
  }, { merges: { '研修・催し': ['L3:L4'] } });
  assert.ok(said.includes('#研修・催し 4:12 warning book.merge'), said.join('\n'));
  assert.ok(!said.some((word) => /error/.test(word)), said.join('\n'));
});

test('a hidden sheet is read, and named', () =>
  assert.ok(said_after(() => undefined, { hidden: ['訂正'] }).includes('#訂正 0:0 warning book.hidden')));

test('lines of a file that don\'t ascend are named', () => {
  const said = said_after((book) => set(book, 'その他のファイル', 'B5', { kind: 'number', text: '1' }));
  assert.ok(said.includes('#その他のファイル 5:2 warning book.order'), said.join('\n'));
});

test('a workbook that is none is refused by what it is', () => with_folder((folder) => {
  cpSync('data/prefecture/publication.toml', join(folder, 'a.xlsx'));
  for (const args of [['check', join(folder, 'a.xlsx')], ['build', join(folder, 'a.xlsx')], ['pull', join(folder, 'a.xlsx')]]) {
    const { exit, stdout, stderr } = yokoten(args);
    assert.equal(exit, 1);
    assert.match(stdout + stderr, /workbook\.(format|zip)/);
  }
}));

test('a workbook that is not there is said to be missing', () => with_folder((folder) => {
  const { exit, stdout } = yokoten(['check', join(folder, 'a.xlsx')]);
  assert.equal(exit, 1);
  assert.match(stdout, /book\.missing/);
}));
