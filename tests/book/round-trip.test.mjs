// Workbook and folder are two spellings of one publication.
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { with_conversion } from '../spreadsheets/reading.mjs';
import { copy_nation } from '../support/nation.mjs';
import { differing, read_tree } from '../support/tree.mjs';
import { printed_truly, with_folder, yokoten } from '../support/yokoten.mjs';
import { book_of, cell_at, copy_of, findings_of, place_of, set, write_book } from './book.mjs';

const good = (args, env) => {
  const { exit, stderr } = yokoten(args, { env });
  assert.equal(exit, 0, stderr);
};
// A table in a page's text is named by its line there, which is another one where the front matter is written otherwise.
const without_lines = (tree) => new Map([...tree].filter(([path]) => path !== 'manifest.json')
  .map(([path, bytes]) => [path, path.endsWith('.html') ? Buffer.from(bytes.toString('utf8').replace(/表（\d+行目）/g, '表')) : bytes]));
const sample = (folder, name = 'prefecture') => {
  if (name === 'national') copy_nation(join(folder, name));
  else cpSync(`data/${name}`, join(folder, name), { recursive: true });
  return join(folder, name);
};
/** A folder with a copy of the sample and its workbook beside, both called alike. */
const with_book = (use, name = 'prefecture') => with_folder((folder) => {
  const publication = sample(folder, name);
  const book = join(publication, `${name}.xlsx`);
  good(['new', book, '--from', publication]);
  return use({ folder, publication, book });
});
const site_of = (publication, into, env) => {
  good(['build', publication, '--into', into], env);
  return read_tree(into);
};

test('the site of the sample prefecture is the same byte for byte from its folder and from its workbook', () => with_book(({ folder, publication, book }) => {
  assert.deepEqual(differing(site_of(publication, join(folder, 'a'), printed_truly), site_of(book, join(folder, 'b'), printed_truly)), []);
}));

test('the site of the nation is the same from its folder and from its workbook', () => with_book(({ folder, publication, book }) => {
  assert.deepEqual(differing(without_lines(site_of(publication, join(folder, 'a'))), without_lines(site_of(book, join(folder, 'b')))), []);
}, 'national'));

for (const name of ['prefecture', 'national'])
  test(`folder, workbook, folder, workbook: the second workbook of ${name} has the cells of the first, and the folder all files`, () => with_book(({ folder, publication, book }) => {
    const again = join(folder, 'again', name);
    good(['new', again, '--from', book]);
    const before = read_tree(publication), after = read_tree(again);
    assert.deepEqual([...before.keys()].filter((path) => !after.has(path) && !path.endsWith('.xlsx')), []);
    assert.deepEqual([...after.keys()].filter((path) => !before.has(path)), []);
    for (const path of before.keys()) if (/^(raw|documents|photos)\//.test(path)) assert.ok(before.get(path).equals(after.get(path)), path);
    const second = join(again, `${name}.xlsx`);
    good(['new', second, '--from', again]);
    assert.deepEqual(book_of(second), book_of(book));
  }, name));

test('files that no sheet describes come back as they stand', () => with_book(({ folder, publication, book }) => {
  const again = join(folder, 'again');
  good(['new', again, '--from', book]);
  for (const path of ['indicators/overtime.toml', 'pages/index.md', 'pages/status.md', 'README.md'])
    assert.equal(readFileSync(join(again, path), 'utf8'), readFileSync(join(publication, path), 'utf8'), path);
}));

for (const format of ['xlsx', 'ods'])
  test(`a workbook that LibreOffice saved as ${format} gives the same site`, () => with_book(({ folder, publication, book }) => {
    const expected = site_of(publication, join(folder, 'a'));
    with_conversion('prefecture.xlsx', readFileSync(book), format, (saved) => {
      rmSync(book);
      const other = join(publication, `prefecture.${format}`);
      cpSync(saved, other);
      assert.deepEqual(differing(expected, site_of(other, join(folder, 'b'))), []);
    });
  }));

test('a workbook of another writer, with no styles and no shared texts, gives the same site', () => with_book(({ folder, publication, book }) => {
  const expected = site_of(publication, join(folder, 'a'));
  write_book(book, book_of(book));
  assert.deepEqual(differing(expected, site_of(book, join(folder, 'b'))), []);
}));

const letters = (column) => (column > 26 ? letters(Math.floor((column - 1) / 26)) : '') + String.fromCharCode(65 + (column - 1) % 26);

test('columns in another order, blank rows between and sheets in another order change nothing', () => with_book(({ folder, publication, book }) => {
  const expected = site_of(publication, join(folder, 'a'));
  const moved = new Map([...book_of(book)].reverse().map(([sheet, cells]) => {
    if (sheet === '設定') return [sheet, cells];
    const last = Math.max(...[...cells.keys()].map((name) => place_of(name)[1]), 1);
    const blank = sheet === 'その他のファイル' ? 0 : 2;
    return [sheet, new Map([...cells].map(([name, cell]) => {
      const [row, column] = place_of(name);
      return [`${letters(last + 1 - column)}${row === 1 ? 1 : row * (blank + 1)}`, cell];
    }))];
  }));
  write_book(book, moved);
  const { stdout } = yokoten(['check', book]);
  assert.doesNotMatch(stdout, / error /);
  assert.deepEqual(differing(expected, site_of(book, join(folder, 'b'))), []);
}));

test('dates and times may be typed, as texts of any kind, and numbers be full-width', () => with_book(({ folder, publication, book }) => {
  const expected = site_of(publication, join(folder, 'a'));
  const cells = book_of(book);
  const events = cells.get('研修・催し');
  for (const [name, { text }] of [...events]) {
    if (text === '2025-11-12') events.set(name, { kind: 'text', text: '令和7年11月12日' });
    if (text === '2025-10-21') events.set(name, { kind: 'text', text: '2025/10/21' });
  }
  set(cells, '設定', cell_at(cells, '設定', '時点'), '令和7年9月30日');
  for (const [name, { text }] of [...cells.get('モデル事業')]) if (text === '18400000') set(cells, 'モデル事業', name, '１８，４００，０００');
  write_book(book, cells);
  const codes = findings_of(book).filter(({ code }) => code.startsWith('book.')).map(({ code }) => code);
  assert.deepEqual(codes, ['book.width']);
  assert.deepEqual(differing(expected, site_of(book, join(folder, 'b'))), []);
}));

test('a line of a file may begin as a remark does', () => with_book(({ folder, book }) => {
  const cells = book_of(book);
  const others = cells.get('その他のファイル');
  const last = Math.max(...[...others.keys()].map((name) => place_of(name)[0]));
  for (const [column, text] of [['A', '※ 文字を選んだ'], ['C', 'x']]) others.set(`${column}${last + 1}`, { kind: 'text', text });
  for (const [column, text] of [['A', 'notes.txt'], ['C', '※ 注']]) others.set(`${column}${last + 2}`, { kind: 'text', text });
  write_book(book, cells);
  good(['new', join(folder, 'again'), '--from', book]);
  assert.equal(readFileSync(join(folder, 'again/notes.txt'), 'utf8'), '※ 注\n');
}));

test('an empty sheet is as none', () => with_book(({ folder, book }) => {
  const cells = book_of(book);
  cells.set('訂正', new Map());
  for (const sheet of ['好事例', '好事例の効果', '好事例の写真']) cells.delete(sheet);
  write_book(book, cells);
  assert.deepEqual(findings_of(book).filter(({ code }) => code.startsWith('book.')), []);
  site_of(book, join(folder, 'b'));
}));

test('the checksum of a raw file may be left open', () => with_book(({ folder, publication, book }) => {
  const expected = site_of(publication, join(folder, 'a'));
  const cells = copy_of(book_of(book));
  for (const row of [3, 4, 5]) set(cells, '資料', cell_at(cells, '資料', '照合値', row), '');
  write_book(book, cells);
  assert.deepEqual(differing(expected, site_of(book, join(folder, 'b'))), []);
}));

test('a workbook called without a folder has its raw files in the working one', () => with_book(({ folder, publication, book }) => {
  const { exit, stderr } = yokoten(['build', 'prefecture.xlsx', '--into', join(folder, 'b')], { cwd: publication });
  assert.equal(exit, 0, stderr);
  assert.deepEqual(differing(site_of(book, join(folder, 'a')), read_tree(join(folder, 'b'))), []);
}));

test('without --into the site is called as the workbook is', () => with_book(({ folder, book }) => {
  mkdirSync(join(folder, 'here'));
  assert.equal(yokoten(['build', book], { cwd: join(folder, 'here') }).exit, 0);
  assert.ok(read_tree(join(folder, 'here/site/prefecture')).has('index.html'));
}));

test('explain and the work list take a workbook too', () => with_book(({ publication, book }) => {
  for (const args of [['explain', 'overtime', '鳥取県'], ['check', '--work-list']]) {
    const [verb, ...rest] = args;
    const of_book = yokoten([verb, book, ...rest]), of_folder = yokoten([verb, publication, ...rest]);
    assert.equal(of_book.exit, of_folder.exit, of_book.stderr);
    assert.ok(of_book.stdout.length > 100);
    assert.equal(of_book.stdout.replaceAll(`${book}/prefecture/`, `${publication}/`), of_folder.stdout);
  }
}));

test('a source that asks a database comes back from the workbook, with its query', () => with_folder((folder) => {
  const publication = sample(folder);
  mkdirSync(join(publication, 'queries'));
  const asked = '\n[[source]]\nid = "asked"\ntitle = "聞いた表"\npublisher = "p"\ndocument = "d"\nkind = "records"\nurl = "postgres:kpi"\nquery = "queries/asked.sql"\nnull = "…"\n' +
    'limits = { rows = 7 }\n[source.parameters]\nfrom = 2024-04-01\ncodes = ["a", "b"]\nrate = 1.5\n';
  writeFileSync(join(publication, 'sources.toml'), readFileSync(join(publication, 'sources.toml'), 'utf8') + asked);
  writeFileSync(join(publication, 'queries/asked.sql'), 'SELECT {from:Date}, {rate:Decimal} WHERE code IN {codes:List(String)}\n');
  const book = join(publication, 'prefecture.xlsx'), again = join(folder, 'again', 'prefecture');
  good(['new', book, '--from', publication]);
  good(['new', again, '--from', book]);
  const text = readFileSync(join(again, 'sources.toml'), 'utf8');
  for (const line of ['url = "postgres:kpi"', 'query = "queries/asked.sql"', 'null = "…"', 'from = 2024-04-01', 'rate = 1.5']) assert.ok(text.includes(line), `${line}\n${text.slice(-700)}`);
  assert.match(text, /codes = \[\s*"a",\s*"b"\s*\]/);
  assert.match(text, /rows = 7/);
  assert.equal(readFileSync(join(again, 'queries/asked.sql'), 'utf8'), readFileSync(join(publication, 'queries/asked.sql'), 'utf8'));
}));
