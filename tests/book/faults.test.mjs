// One cell is broken at a time, and the findings that come with it stand at exactly the cells that they should.
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { without_pdf } from '../support/sample.mjs';
import { with_folder, yokoten } from '../support/yokoten.mjs';
import { book_of, cell_at, column_under, copy_of, findings_of, place_of, row_of, set, write_book } from './book.mjs';

const number = (text) => ({ kind: 'number', text });
const date = (text) => ({ kind: 'date', text });
const error = { kind: 'error', text: '#REF!' };

/** A row of a sheet by the text of one of its cells. */
const row_with = (book, sheet, heading, text, which = 0) => {
  const letters = column_under(book, sheet, heading);
  const rows = [...book.get(sheet)].filter(([name, cell]) => name.replace(/\d+$/, '') === letters && cell.text === text).map(([name]) => row_of(name));
  if (rows.length <= which) throw new Error(`${sheet} has no row with ${heading} ${text}`);
  return rows[which];
};

// Sheet, [heading, text] of the row, heading of the broken cell, what is put there, and the codes that are to stand there.
// null: whatever is said is said of that cell.
const link = ['番号', 'care-plan-data-link'], night = ['番号', 'night-shift-records'];
const november = ['番号', 'choosing-technology-2025'], reports = ['番号', 'effect-reports-2025'], offices = ['番号', 'subsidised-offices'];
const faults = [
  ['設定', null, '題名', '', ['book.missing']],
  ['設定', null, '発行者', '', ['book.missing']],
  ['設定', null, '公開するアドレス', 'example.jp', ['publication.base_url']],
  ['設定', null, '公開するアドレス', '', ['book.missing']],
  ['設定', null, '時点', '来年', ['book.entry']],
  ['設定', null, '時点', '2025-09', ['book.entry']],
  ['設定', null, '年の書き方', '和暦', ['book.entry']],
  ['設定', null, '種類', '市', ['book.entry']],
  ['設定', null, '主な指標', 'overtime\novertme', ['publication.headline']],
  ['設定', null, '公開済みの版', 'releases/none.csv', null],
  ['設定', null, '詳しい設定', 'colour = "red"', ['toml.unknown']],
  ['設定', null, 'お知らせ', error, ['book.error']],
  ['メニュー', ['見出し', '指標'], '位置', '右', ['book.entry']],
  ['メニュー', ['見出し', '指標'], '見出し', '', ['book.missing']],
  ['メニュー', ['見出し', '指標'], 'ページ', 'https://example.jp/', ['publication.path']],
  ['メニュー', ['見出し', '指標'], 'ページ', 'nowhere/', null],
  ['資料', reports, '題名', '', ['book.missing']],
  ['資料', reports, '作成した機関', '', ['book.missing']],
  ['資料', reports, '載っている文書', '', ['book.missing']],
  ['資料', reports, '種類', '効果の報告', ['book.entry']],
  ['資料', reports, 'ファイル', 'raw/none.csv', ['book.file']],
  ['資料', reports, 'ファイル', '', ['book.missing']],
  ['資料', reports, '手に入れた時', '昨日', ['book.entry']],
  ['資料', reports, '照合値', 'abc', ['source.hash']],
  ['資料', reports, '地域の列', '市町村名', ['source.column']],
  ['資料', reports, '地域の種類', '郡', ['book.entry']],
  ['資料', reports, '全地域がある', 'たぶん', ['book.entry']],
  ['資料', reports, '重なった報告', '平均', ['book.entry']],
  ['資料', reports, '見出しの行', '4行目', ['book.entry']],
  ['資料', reports, '見出しの行', number('0'), ['source.form']],
  ['資料', reports, '見出しの行', '5、4', ['source.form']],
  ['資料', offices, '詳しい設定', 'tsuika = 1', ['toml.unknown']],
  ['資料', offices, '詳しい設定', 'これはTOMLではない', ['toml.syntax']],
  ['資料の列', ['見出し', '残業時間_前', 1], '見出し', '残業の時間', ['source.column']],
  ['資料の列', ['見出し', '残業時間_前', 1], '後の見出し', '残業の後', ['source.column']],
  ['資料の列', ['見出し', '残業時間_前', 1], '項目', '残業時問', ['toml.unknown']],
  ['資料の列', ['見出し', '残業時間_前', 1], '使い方', '列', ['book.entry']],
  ['資料の列', ['見出し', '残業時間_前', 1], '資料', 'effect-report-2025', ['book.reference']],
  ['補助事業', ['番号', 'ict-2023'], '実施年度', '令和5年', ['book.entry']],
  ['補助事業', ['番号', 'ict-2023'], '実施年度', number('1999'), ['toml.range']],
  ['補助事業', ['番号', 'ict-2023'], '補助事業の名前', '', ['book.missing']],
  ['補助事業', ['番号', 'ict-2023'], '公表の種類', '面的', ['book.entry']],
  ['補助事業', ['番号', 'ict-2023'], '番号', 'robot-2023', ['programme.twice']],
  ['モデル事業', link, '題名', '', ['book.missing']],
  ['モデル事業', link, '概要', '', ['book.missing']],
  ['モデル事業', link, 'モデル地域', '319999', null],
  ['モデル事業', link, 'モデル地域', number('1202'), null],
  ['モデル事業', link, '補助事業', 'data-link-2032', ['project.programme']],
  ['モデル事業', link, '始めた月', '去年', ['project.type']],
  ['モデル事業', link, '終えた月', '', ['book.missing']],
  ['モデル事業', link, '費用（円）', '約765万円', ['book.entry']],
  ['モデル事業', link, '費用（円）', date('2025-03-01'), ['book.entry']],
  ['モデル事業', link, '本文', '## 進め方\n\n```timelin\nitems = []\n```', null],
  ['モデル事業', night, '見学のしかた', '', null],
  ['モデル事業の事業所', ['役割', '同じ。先に始めた事業所の手順を使う'], 'サービス', '居宅介護', null],
  ['モデル事業の事業所', ['役割', '同じ。先に始めた事業所の手順を使う'], '端末の数', '一台', ['book.entry']],
  ['モデル事業の事業所', ['役割', '同じ。先に始めた事業所の手順を使う'], 'モデル事業', 'care-plan', ['book.reference']],
  ['モデル事業の事業所', ['役割', '同じ。先に始めた事業所の手順を使う'], '役割', '', ['book.missing']],
  ['モデル事業の結果', ['指標', 'overtime'], '指標', 'overtimes', null],
  ['モデル事業の結果', ['指標', 'overtime'], '内訳', '面的支援', ['book.entry']],
  ['モデル事業の結果', ['単位', '時間'], '前', '31時間', ['book.entry']],
  ['モデル事業の文書', ['モデル事業', 'night-shift-records'], 'ファイル', 'documents/none.csv', null],
  ['モデル事業の文書', ['モデル事業', 'night-shift-records'], '題名', '', ['book.missing']],
  ['研修・催し', november, '日', '11月', ['book.entry']],
  ['研修・催し', november, '日', '', ['book.missing']],
  ['研修・催し', november, '終わりの日', date('2025-11-01'), ['event.date']],
  ['研修・催し', november, '開始', '午後1時半', ['book.entry']],
  ['研修・催し', november, '終了', '12:00', ['event.time']],
  ['研修・催し', november, '対象', '', ['book.missing']],
  ['研修・催し', november, '補助事業', 'technology-late', null],
  ['研修・催し', ['番号', 'data-link-hands-on-2025'], '番号', 'choosing-technology-2025', ['book.twice']],
  ['研修・催し', november, '番号', '選び方研修', ['event.name']],
  ['研修・催し', november, '主催', error, ['book.error']],
  ['問い合わせ先', ['種類', '相談センター'], '種類', '窓口', ['book.entry']],
  ['問い合わせ先', ['種類', '相談センター'], '種類', '担当課', ['book.twice']],
  ['問い合わせ先', ['種類', '相談センター'], '名前', '', ['book.missing']],
  ['問い合わせ先', ['種類', '相談センター'], '電話', '857-00-0000', ['contact.phone']],
  ['問い合わせ先', ['種類', '相談センター'], 'アドレス', 'http://example.jp/', ['contact.url']],
  ['問い合わせ先', ['種類', '担当課'], 'メール', 'kaigo', ['contact.email']],
  ['公表しないもの', ['公表しないもの', '好事例'], '公表しないもの', '見学', ['book.entry']],
  ['公表しないもの', ['公表しないもの', '好事例'], '補助事業', 'area-model', ['waiver.programme']],
  ['公表しないもの', ['公表しないもの', '好事例'], '理由', '', ['book.missing']],
  ['公表しないもの', ['公表しないもの', '好事例'], '決めた日', '先月', ['book.entry']],
  ['訂正', ['資料', 'effect-reports-2025'], '資料', 'effect-reports-2026', null],
  ['訂正', ['資料', 'effect-reports-2025'], '行', '2行目', ['book.entry']],
  ['訂正', ['資料', 'effect-reports-2025'], '決めた日', '', ['book.missing']],
  ['訂正', ['資料', 'effect-reports-2025'], '理由', '', ['book.missing']],
  ['好事例', ['番号', 'record'], '題名', '', ['book.missing']],
  ['好事例', ['番号', 'record'], '状態', '検討中', ['book.entry']],
  ['好事例', ['番号', 'record'], 'テーマ', '効果測定\n説明と体けん', null],
  ['好事例', ['番号', 'record'], '規模', '大きい', null],
  ['好事例', ['番号', 'record'], '表彰の年度', '令和5', ['book.entry']],
  ['好事例の効果', ['好事例', 'record'], '後', '二十五', ['book.entry']],
  ['好事例の効果', ['好事例', 'record'], '好事例', 'records', ['book.reference']],
  ['好事例の効果', ['好事例', 'record'], '後', '', null],
  ['好事例', ['番号', 'record'], 'テーマ', '', null],
  ['好事例', ['番号', 'record'], '地域', '', ['case.area']],
  ['好事例', ['番号', 'record'], '出典', '', ['book.missing']],
  ['好事例', ['番号', 'record'], '表彰', '', null],
  ['その他のファイル', ['本文', 'indicator = "overtime"'], '本文', 'indicator = "overtim"', null],
  ['その他のファイル', ['本文', 'indicator = "overtime"'], '扱い', '消す', ['book.entry']],
  ['その他のファイル', ['本文', 'indicator = "overtime"'], '行', '三', ['book.entry']],
];

/** The sample with a case, its effect and a correction, as a workbook that check has nothing to say about but the raw files. */
function whole_book(folder) {
  const publication = join(folder, 'prefecture');
  cpSync('data/prefecture', publication, { recursive: true });
  without_pdf(publication);
  mkdirSync(join(publication, 'cases'), { recursive: true });
  writeFileSync(join(publication, 'cases/record.md'), `---
title: "記録をその場で残す（見本）"
summary: "見守り機器とインカムを入れた。架空の取組。"
area: "312029"
status: done
sources: ["見本苑の報告書（架空）"]
case:
  services: ["介護老人福祉施設"]
  size: "10〜29人"
  themes: ["効果測定"]
  award: { name: "見本の表彰", year: 2023 }
  effects:
    - { what: 記録にかかる時間, before: 42, after: 25, unit: 分, source: 測った平均（架空） }
---
# 記録をその場で残す

この取組は架空です。
`);
  writeFileSync(join(publication, 'corrections.toml'), `[[correction]]
source = "effect-reports-2025"
row = 4
column = "有給休暇_後"
printed = "約10日"
corrected = "10"
reason = "電話で確かめた（架空）"
decided_by = "作成者"
decided_on = 2025-09-20
`);
  writeFileSync(join(publication, 'duty.toml'), `[[waiver]]
programme = "area-model-carried-2024"
item = "cases"
reason = "見本のため（架空）"
decided_by = "作成者"
decided_on = 2025-09-20
`);
  const path = join(publication, 'book.xlsx');
  const { exit, stderr } = yokoten(['new', path, '--from', publication]);
  assert.equal(exit, 0, stderr);
  return path;
}

const place_word = (path, { file, row, column, code }) => `${file.replace(path, '')} ${row}:${column} ${code}`;

with_folder((folder) => {
  const path = whole_book(folder);
  const sound = book_of(path);
  const said = findings_of(path);
  const before = new Set(said.map((each) => place_word(path, each)));
  test('the sound workbook has no errors', () => assert.deepEqual(said.filter(({ level }) => level === 'error'), []));
  for (const [sheet, row_by, heading, value, codes] of faults) {
    const broken = copy_of(sound);
    const row = row_by === null ? 0 : row_with(sound, sheet, ...row_by);
    const name = cell_at(sound, sheet, heading, row);
    set(broken, sheet, name, value);
    write_book(path, broken);
    const after = findings_of(path);
    const { exit, stderr } = yokoten(['build', path, '--into', join(folder, 'site')]);
    const fresh = after.filter((each) => !before.has(place_word(path, each)));
    const what = `${sheet} ${name} ${heading}: ${JSON.stringify(value)}`;
    test(`${what} is found at its cell`, () => {
      const place = `#${sheet} ${place_of(name).join(':')}`;
      assert.deepEqual([...new Set(fresh.filter((each) => each.level !== 'note').map((each) => place_word(path, each)))].sort(),
        codes === null ? [...new Set(fresh.filter(({ level }) => level !== 'note').map(({ code }) => `${place} ${code}`))].sort() : codes.map((code) => `${place} ${code}`));
      assert.ok(fresh.length > 0, 'nothing was found');
      assert.equal(exit === 0, !fresh.some(({ level }) => level === 'error'), stderr);
    });
  }
});
