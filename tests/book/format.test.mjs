// The pages about the workbook name every sheet and heading, and a new workbook has the drop-downs that they promise.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { home, with_folder, yokoten } from '../support/yokoten.mjs';
import { book_of, parts_of, row_of } from './book.mjs';

const guide = readFileSync(join(home, 'generator/fold/workbook.ja.md'), 'utf8');
const english = readFileSync(join(home, 'generator/fold/workbook.md'), 'utf8');
const unread = new Set(['はじめに', '選択肢', '指摘']);
const new_book = (use) => with_folder((folder) => {
  const path = join(folder, 'a.xlsx');
  assert.equal(yokoten(['new', path, '--kind', 'prefecture', '--prefecture', '北海道']).exit, 0);
  return use(path);
});

test('every sheet and heading of a new workbook stands in its guide, with what is written beside it', () => new_book((path) => {
  for (const [sheet, cells] of book_of(path)) {
    assert.ok(english.includes(`\`${sheet}\``), sheet);
    if (unread.has(sheet)) continue;
    const own = new RegExp(`^## ${sheet}\\n(.*?)(?=^## |$(?![\\s\\S]))`, 'ms').exec(guide);
    assert.ok(own, sheet);
    const headings = [...cells].filter(([name]) => (sheet === '設定' ? /^A(?!1$)/.test(name) : row_of(name) === 1)).map(([, { text }]) => text);
    const told = [...own[1].matchAll(/^\| (.*?) \| (○?|必須) \|/gm)].map(([, heading]) => heading).slice(1);
    assert.deepEqual(told, headings, sheet);
    for (const [, { text }] of [...cells].filter(([name]) => (sheet === '設定' ? name.startsWith('C') : row_of(name) === 2)))
      assert.ok(own[1].includes(text.replace(/^※/, '').replace('【必須】', '')) || text === '説明', `${sheet}: ${text}`);
  }
}));

test('the workbook\'s findings are explained', () => {
  const folders = ['generator/fold', 'generator/command'];
  const codes = new Set(folders.flatMap((folder) => readdirSync(join(home, folder)).filter((name) => name.endsWith('.cpp'))
    .flatMap((name) => [...readFileSync(join(home, folder, name), 'utf8').matchAll(/"((?:book|annotate)\.[a-z]+)"/g)].map(([, code]) => code))));
  assert.ok(codes.size >= 15, [...codes].join());
  for (const code of codes) assert.ok(english.includes(`\`${code}\``), code);
});

test('closed words have drop-downs, codes are text, headings stay in view', () => new_book((path) => {
  const parts = parts_of(path);
  const sheets = [...parts.get('xl/workbook.xml').matchAll(/<sheet name="([^"]+)" sheetId="(\d+)"/g)].map(([, name, id]) => [name, parts.get(`xl/worksheets/sheet${id}.xml`)]);
  const of = (name) => sheets.find(([own]) => own === name)[1];
  for (const word of ['数値の表,団体の一覧,名簿', '都道府県,市区町村', 'はい,いいえ', '最後のもの,確かめるまで数えない']) assert.ok(of('資料').includes(word), word);
  assert.ok(of('補助事業').includes('面的支援,ケアプランデータ連携'));
  assert.ok(of('設定').includes("'選択肢'!"), 'prefectures');
  assert.ok(of('モデル事業').includes("'補助事業'!$A$3:"), 'programmes');
  assert.ok(of('モデル事業の事業所').includes("'選択肢'!"), 'services');
  for (const [name, xml] of sheets) if (!unread.has(name)) assert.match(xml, /<pane [^>]*state="frozen"/, name);
  assert.match(parts.get('xl/styles.xml'), /numFmtId="49"|formatCode="@"/);
  assert.equal([...book_of(path).get('選択肢')].filter(([, { text }]) => /[都道府県]$/.test(text) && text !== '都道府県').length, 47);
}));

test('the same day gives the same bytes', () => with_folder((folder) => {
  const bytes = ['a', 'b'].map((name) => {
    assert.equal(yokoten(['new', join(folder, name, 'x.xlsx'), '--kind', 'prefecture', '--prefecture', '沖縄県']).exit, 0);
    return readFileSync(join(folder, name, 'x.xlsx'));
  });
  assert.ok(bytes[0].equals(bytes[1]));
}));
