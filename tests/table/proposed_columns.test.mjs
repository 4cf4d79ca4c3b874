// What `yokoten table --propose` takes columns and rows for, and what it says of the rest.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { yokoten } from '../support/yokoten.mjs';
import { body, csv_japanese, csv_of, csv_proposal, errors_with, folder, head, lines_of } from './proposals.mjs';

// ---- Municipalities of one prefecture, without its name

test('municipalities that stand without their prefecture are found, and whose they are is said', () => {
  const { exit, stdout } = csv_japanese([['市町村', '事業所数', '導入事業所数'], ['松江市', 210, 120], ['出雲市', 180, 95], ['浜田市', 70, 31], ['合計', 460, 246]]);
  assert.equal(exit, 0);
  const lines = lines_of(stdout);
  for (const line of ['area = "市町村"', 'level = "municipality"', 'total_row = "合計"', 'value2 = "導入事業所数"']) assert.ok(lines.includes(line), stdout);
  assert.match(stdout, /^level = .*# 島根県の市町村名/m);
});

test('the prefecture that most of the names are of is said where the first is of several', () => {
  const { stdout } = csv_japanese([['市町村', '数', '率'], ['日野町', 1, 2], ['米子市', 3, 4], ['境港市', 5, 6]]);
  assert.match(stdout, /^level = .*# 鳥取県の市町村名/m);
});

test('names of people are no municipalities', () => {
  const { stdout } = csv_proposal([['氏名', '数', '率'], ['山田', 1, 2], ['鈴木', 3, 4]]);
  assert.match(stdout, /^area = ""/m);
});

// ---- Figures that look like years

/** The lines of the form that is proposed. */
const form_of = (rows) => lines_of(csv_proposal(rows).stdout).filter((line) => /^(header|skip|range) = /.test(line));
const towns = ['市町村', '男（人）', '女（人）'];

test('rates from 19 to 21 are no years, and their towns stay in the table', () => {
  const rows = [['市町村', '令和5年度認定率（％）', '令和6年度認定率（％）'], ['松江市', '19.5', '19.8'], ['浜田市', '20.1', '20.4'], ['出雲市', '18.2', '18.6']];
  const { stdout } = csv_proposal(rows);
  assert.deepEqual(form_of(rows), []);
  assert.ok(lines_of(stdout).includes('area = "市町村"'), stdout);
});

test('counts like years behind a town are figures', () =>
  assert.deepEqual(form_of([towns, ['雲南市', 1985, 2040], ['松江市', 8200, 9100], ['浜田市', 3100, 3400]]), []));

test('counts like years behind a total are figures', () =>
  assert.deepEqual(form_of([towns, ['県計', 1985, 2040], ['松江市', 985, 1040], ['浜田市', 1000, 1000]]), []));

test('counts like years below headings of their own are figures', () =>
  assert.deepEqual(form_of([['サービス', '男（人）', '女（人）'], ['訪問介護', 1985, 2040], ['通所介護', 820, 910]]), []));

test('counts like years below a region that stands alone are figures', () =>
  assert.deepEqual(form_of([towns, ['松江市', 8200, 9100], ['浜田市', 3100, 3400], [], ['雲南市', 1985, 2040], ['大田市', 1700, 1800]]), []));

test('a town whose figures are all words is none of the headings', () =>
  assert.deepEqual(form_of([towns, ['雲南市', '不明', '調査中'], ['松江市', 8200, 9100], ['浜田市', 3100, 3400]]), []));

for (const name of ['島根県雲南市', '飯石郡飯南町', '雲　南　市', '島根', '全　国'])
  test(`counts like years behind ${name} are figures`, () =>
    assert.deepEqual(form_of([towns, ['松江市', 8200, 9100], ['浜田市', 3100, 3400], [], [name, 1985, 2040], ['大田市', 1700, 1800]]), []));

test('years below what they are of are headings', () =>
  assert.deepEqual(form_of([['市町村', '実績', '', '見込'], ['', 2022, 2023, 2024], ['松江市', 1, 2, 3], ['浜田市', 4, 5, 6]]), ['header = [1, 2]']));

test('an area may stand in the corner of the headings', () =>
  assert.deepEqual(form_of([['介護保険の状況'], ['島根県', 2022, 2023], ['松江市', 1, 2], ['浜田市', 4, 5]]), ['header = 2']));

test('a title with the unit at the right is no heading', () => {
  const { stdout } = csv_proposal([['第３表　要介護認定者数の推移', '', '（単位：人）'], ['市町村', '令和5年度', '令和6年度'], ['松江市', 12000, 12100], ['浜田市', 4100, 4150]]);
  for (const line of ['header = 2', 'title = "第３表　要介護認定者数の推移"', 'columns = { "令和5年度" = "2023FY", "令和6年度" = "2024FY" }'])
    assert.ok(lines_of(stdout).includes(line), `${line} is not in ${stdout}`);
});

// ---- Months in digits

test('headings of months in six digits become rows', () => {
  const rows = [['市町村', 202404, 202405, 202406], ['松江市', 12000, 12100, 12300], ['浜田市', 4100, 4150, 4200]];
  const { stdout } = csv_proposal(rows);
  assert.deepEqual(form_of(rows), []);
  assert.ok(lines_of(stdout).includes('columns = { "202404" = "2024-04", "202405" = "2024-05", "202406" = "2024-06" }'), stdout);
});

test('a single heading of six digits is told, and stays a figure', () => {
  const { stdout } = csv_japanese([['市町村', '202404'], ['松江市', 120], ['浜田市', 41]], '--header', '1');
  assert.ok(lines_of(stdout).includes('value1 = "202404"'), stdout);
  assert.match(stdout, /^# 見出しに時点があります: 「202404」/m);
});

for (const heading of ['年月', 'サービス提供月'])
  test(`six digits below ${heading} are months`, () => {
    const { stdout } = csv_proposal([[heading, ...head], ...body.map((row) => [202404, ...row]), ...body.map((row) => [202405, ...row])]);
    assert.ok(lines_of(stdout).includes(`period = "${heading}"`), stdout);
    assert.ok(lines_of(stdout).includes('value1 = "事業所数"'), stdout);
  });

// ---- Amounts that look like codes of areas

test('amounts of five digits beside towns are no prefectures', () => {
  const { stdout } = csv_proposal([['市町村名', '補助単価（円）', '件数'], ['松江市', 10000, 39], ['浜田市', 20000, 59], ['出雲市', 30000, 17]]);
  for (const line of ['area = "市町村名"', 'level = "municipality"', 'value1 = "補助単価（円）"', 'value2 = "件数"']) assert.ok(lines_of(stdout).includes(line), stdout);
});

test('amounts of five digits beside prefectures are figures', () => {
  const { stdout } = csv_proposal([['都道府県', '給付費（千円）'], ['鳥取県', 10000], ['島根県', 12000], ['岡山県', 20000]]);
  assert.ok(lines_of(stdout).includes('value1 = "給付費（千円）"'), stdout);
});

test('codes of towns are areas, and amounts beside them are not', () => {
  const { stdout } = csv_proposal([['市町村コード', '市町村名', 'サービス種別', '補助額（円）'], ['322016', '松江市', '訪問介護', 20000], ['322016', '松江市', '通所介護', 15000],
    ['322024', '浜田市', '訪問介護', 15000], ['322024', '浜田市', '通所介護', 20000]]);
  for (const line of ['area = "市町村コード"', 'part = "サービス種別"', 'value1 = "補助額（円）"']) assert.ok(lines_of(stdout).includes(line), stdout);
});

test('five digits are codes below a heading that says so', () => {
  const { stdout } = csv_proposal([['地域コード', '件数'], [31000, 5], [32000, 6], [33000, 7]]);
  assert.ok(lines_of(stdout).includes('area = "地域コード"'), stdout);
});

test('six digits with their check digits are codes below any heading', () => {
  const { stdout } = csv_proposal([['場所', '件数'], [312011, 5], [312029, 6], [312037, 7]]);
  assert.ok(lines_of(stdout).includes('area = "場所"'), stdout);
});

// ---- What is left out, and said

/** The remark that names columns that are not read. */
const left_of = (stdout) => /^# 読まない列: (.*)$/m.exec(stdout)?.[1] ?? '';

test('columns that are no figures are named with the reason', () => {
  const { stdout } = csv_japanese([['No.', ...head, '順位', '備考', '前年', '基準日'], ...body.map((row, at) => [at + 1, ...row, at + 1, '速報', 'x', '2024-09-13'])]);
  assert.equal(left_of(stdout), '「No.」（コードや番号）、「順位」（順位。列の順に確かめるなら rank に書く）、「備考」（文字）、「前年」（記号だけで、数値がない）');
  assert.ok(lines_of(stdout).includes('period = "基準日"'));
});

test('a cell that holds a number but is none stays, and is named', () => {
  const { stdout } = csv_japanese([head, ...body, ['広島県', '約90', 1], ['山口県', 5, 1]]);
  assert.match(stdout, /^# 「事業所数」に数値として読めないセルが1あります: 「約90」（5行目）$/m);
  assert.ok(!stdout.includes('symbols'));
});

test('rows that name no area are named', () => {
  const { stdout } = csv_japanese([head, ...body, ['広島県', 1, 1], ['南の島', 5, 1]]);
  assert.match(stdout, /^# 地域の名でない行が1行あります: 「南の島」（6行目）/m);
});

test('rows of one area that no column tells apart are named', () => {
  const { stdout } = csv_japanese([head, ...body, body[0]]);
  assert.match(stdout, /^# 同じ地域の行が二つ以上あり.*「鳥取県」（2行目）と5行目$/m);
});

test('a column that puts different figures one below the other is no breakdown', () => {
  const { stdout } = csv_japanese([['都道府県', '表章項目', '値'], ...body.flatMap(([area, all, some]) => [[area, '事業所数', all], [area, '利用者数', some]])]);
  assert.ok(!stdout.includes('breakdown'));
  assert.match(stdout, /^# 「表章項目」が異なる数値を縦に並べています。only = \{ "表章項目" = "事業所数" \}/m);
});

test('a column of months that leave out the year is told, and no breakdown', () => {
  const { stdout } = csv_japanese([['年月', ...head], ...body.map((row) => ['令和6年4月', ...row]), ...body.map((row) => ['5月', ...row])]);
  assert.ok(!stdout.includes('breakdown'), stdout);
  assert.match(stdout, /^# 「年月」は時点の列のようですが、時点と読めないセルがある/m);
});

test('a total on two lines of its cell is the total', () => {
  const { stdout } = csv_proposal([head, ...body, ['"合\n計"', 5335, 425]]);
  assert.match(stdout, /^total_row = "合\\u000A計"/m);
});

test('a year and a month in two columns are no period', () => {
  const { stdout } = csv_japanese([['年', '月', ...head], ...body.map((row) => [2024, 4, ...row]), ...body.map((row) => [2024, 5, ...row])]);
  assert.ok(lines_of(stdout).includes('period = ""'));
  assert.match(stdout, /^# 「年」の年と、年の中の時期とが別の列にあります/m);
  assert.equal(left_of(stdout), '「年」（時点）、「月」（時期）');
});

test('headings of years that leave out the era go on in that of the heading before', () => {
  const { stdout } = csv_japanese([['都道府県', '令和元年度', '２年度', '３年度'], ...body.map((row) => [...row, 7])]);
  assert.match(stdout, /"２年度" = "2020FY"/);
  assert.match(stdout, /"３年度" = "2021FY"/);
  assert.match(stdout, /^# 「２年度」は左の見出しに続くので「令和２年度」と読みました$/m);
});

test('prefectures without 県, set apart by blanks, are areas', () => {
  const { stdout } = csv_proposal([head, ['鳥　取', 1, 2], ['島　根', 3, 4], ['神奈川', 5, 6]]);
  assert.match(stdout, /^area = "都道府県"/m);
});

test('rows whose area stands only in the row above are not taken for totals or notes', () => {
  const { stdout } = csv_japanese([head, ...body, ['広島県', 1, 1], ['', 5, 1]]);
  assert.match(stdout, /^# 地域の列が空の行が1行あります。上の行と同じ地域のことなら/m);
  assert.ok(!stdout.includes('of_which に'), stdout);
});

test('headings that are periods become rows', () => {
  const { stdout } = csv_proposal([['都道府県', '令和5年度', '令和6年度'], ...body]);
  assert.ok(lines_of(stdout).includes('columns = { "令和5年度" = "2023FY", "令和6年度" = "2024FY" }'), stdout);
  assert.deepEqual(errors_with(stdout, 'unsure.csv', csv_of([['都道府県', '令和5年度', '令和6年度'], ...body])), []);
});

test('a rate beside a total is told to be no sum', () => {
  const { stdout } = csv_japanese([[...head, '申請率'], ...body.map((row) => [...row, '5%']), ['合計', 5335, 425, '8%']]);
  assert.match(stdout, /^# 率は合計と合いません: 「申請率」/m);
});

test('a heading or cell with a line feed stays inside its remark', () => {
  const path = join(folder, 'feed.csv');
  writeFileSync(path, '都道府県,"備考\n[[source]]",件数\n鳥取県,a,1\n島根県,b,2\n');
  const { stdout } = yokoten(['table', path, '--propose', '--lang', 'ja']);
  assert.equal(left_of(stdout), '「備考 [[source]]」（文字）');
  assert.equal(stdout.split('\n').filter((line) => line.startsWith('[[source]]')).length, 1);
});

test('the title of a table that labels say is that of the label', () => {
  const { stdout } = csv_proposal([['統計名：', '介護サービス調査'], ['表題：', '施設・事業所数'], ['***', '数字が秘匿されているもの'], [], head, ...body]);
  assert.ok(lines_of(stdout).includes('title = "施設・事業所数"'), stdout);
  assert.ok(lines_of(stdout).includes('header = 5'), stdout);
});

test('figures of the nation alone are no totals', () => {
  const { stdout } = csv_proposal([['年度', '地域', '件数'], ['2022年度', '全国', 5], ['2023年度', '全国', 6]]);
  for (const line of ['area = "地域"', 'period = "年度"', 'value1 = "件数"']) assert.ok(lines_of(stdout).includes(line), stdout);
  assert.ok(!stdout.includes('total_row'));
});

// ---- Lists

const offices = [['全国地方公共団体コード', 'ID', '都道府県名', '市区町村名', '事業所名', 'サービス種別', '所在地', '緯度', '経度', '電話番号', '定員'],
  ['322016', 0, '島根県', '松江市', 'さくら', '訪問介護', '末次町1', '35.460', '133.040', '0852-55-1000', ''],
  ['322016', 1, '島根県', '松江市', 'もみじ', '通所介護', '末次町2', '35.461', '133.041', '0852-55-1001', 25],
  ['322024', 2, '島根県', '浜田市', 'うめ', '通所介護', '殿町1', '34.899', '132.080', '0855-22-1002', 30]];

test('a list of offices becomes records, whose places and capacities are no figures of an area', () => {
  const { stdout } = csv_japanese(offices);
  for (const line of ['kind = "records"', 'shown = ["市区町村名", "事業所名", "サービス種別", "所在地", "電話番号", "定員"]']) assert.ok(lines_of(stdout).includes(line), stdout);
  assert.equal(left_of(stdout), '「ID」（コードや番号）、「緯度」（緯度や経度）、「経度」（緯度や経度）');
  assert.ok(!/^value/m.test(stdout), stdout);
  assert.deepEqual(errors_with(stdout, 'unsure.csv', csv_of(offices)), []);
});

test('a figure of each area stays one beside its office and telephone', () => {
  const { stdout } = csv_japanese([['都道府県', '名称', '電話番号', '緯度', '件数'], ['鳥取県', '本庁', '0857-26-7111', '35.5', 5], ['島根県', '本庁', '0852-22-5111', '35.4', 6]]);
  assert.ok(lines_of(stdout).includes('value1 = "件数"'), stdout);
  assert.match(left_of(stdout), /「緯度」（緯度や経度）/);
  assert.ok(!stdout.includes('kind ='), stdout);
});

// ---- An empty corner

const crossed = [['', '訪問介護', '通所介護'], ['鳥取県', 5, 6], ['島根県', 7, 8]];

test('a table with an empty corner is read: its first column has a name', () => {
  const { exit, stdout, stderr } = csv_proposal(crossed);
  assert.equal(exit, 0, stderr);
  for (const line of ['area = "（見出しなし）"', 'value1 = "訪問介護"']) assert.ok(lines_of(stdout).includes(line), stdout);
  assert.match(stderr, /:1:1: note table\.corner the first heading is empty/);
  assert.deepEqual(errors_with(stdout, 'unsure.csv', csv_of(crossed)), []);
});

test('a table with an empty corner below a title and in column B is read', () => {
  const { stdout } = csv_proposal([['', '利用状況'], ...crossed.map((row) => ['', ...row])]);
  for (const line of ['header = 2', 'range = "B2:D"', 'area = "（見出しなし）"']) assert.ok(lines_of(stdout).includes(line), stdout);
});

// ---- Two languages

/** A table of which there is much to say. */
const messy = [['年', '月', 'No.', '市町村', '緯度', '令和6年度／件数', '率', '備考', '前年'], [2024, 4, 1, '松江市', 35.4, '約90', '5%', 'a', 'x'], [2024, 4, 2, '出雲市', 35.3, 7, '6%', 'a', 'x'],
  [2024, 4, 3, '浜田市', 34.8, 6, '6%', 'b', 'x'], [2024, 4, 4, '浜田市', 34.8, 6, '6%', 'b', 'x'], [2024, 4, 5, '江津市', 34.8, 6, '6%', 'b', 'x'],
  [2024, 4, 6, '安来市', 34.8, 6, '6%', 'b', 'x'], [2024, 4, 7, '南の島', 34.8, 6, '6%', 'b', 'x'], ['', '', '', '小計', '', 5, '5%', '', ''], ['', '', '', '合計', '', 5, '5%', '', '']];

test('remarks are in the language that was asked for, but for words of the table', () => {
  const own = new RegExp([...new Set(messy.flat().map(String).filter((word) => /[^ -~]/.test(word))), '島根県'].sort((a, b) => b.length - a.length).join('|'), 'g');
  const remarks = (stdout) => stdout.split('\n').flatMap((line) => /#(.*)$/.exec(line)?.[1] ?? []);
  const english = remarks(csv_proposal(messy).stdout), japanese = remarks(csv_japanese(messy).stdout);
  assert.equal(english.length, japanese.length);
  assert.ok(english.length > 12, english.join('\n'));
  for (const line of english) assert.doesNotMatch(line.replace(own, ''), /[\u3000-\u30ff\u4e00-\u9fff]/);
  for (const line of japanese) assert.match(line.replace(own, ''), /[\u3040-\u30ff\u4e00-\u9fff]/);
});

// ---- What is not guessed

test('a single name below the table stays in it, and is said', () => {
  const { exit, stdout, stderr } = csv_proposal([head, ...body, ['広島県', '', '']]);
  assert.equal(exit, 0);
  assert.ok(!stdout.includes('skip'));
  assert.match(stderr, /row 5 holds a single text, but is read as one of the table/);
});

test('a table without figures is read as it was asked', () => {
  const { exit, stdout, stderr } = csv_proposal([['都道府県', '窓口'], ['鳥取県', '長寿社会課'], ['島根県', '高齢者福祉課']]);
  assert.equal(exit, 0);
  assert.ok(!stdout.includes('header'));
  assert.match(stderr, /no rows of figures were found/);
});

test('figures without headings are said', () => {
  assert.match(csv_proposal(body).stderr, /row 1 holds figures already/);
});

test('figures without a heading above them are said, with their column', () => {
  const { exit, stderr } = csv_proposal([head, ...body.map((row) => [...row, 9])]);
  assert.equal(exit, 1);
  assert.match(stderr, /column D has no heading/);
});

test('what is said of the form is not guessed anew', () => {
  const { stdout, stderr } = csv_proposal([['題'], head, ...body], '--header', '2');
  assert.ok(lines_of(stdout).includes('header = 2'));
  assert.ok(!stderr.includes('seem'));
});

const of_tottori = [['鳥取市', 100], ['米子市', 200], ['倉吉市', 300]];
for (const [first, wanted] of [['鳥取県', 'total_row = "鳥取県"'], ['鳥　取　県', 'total_row = "鳥　取　県"'], ['市部計', 'of_which = { column = "市町村", values = ["市部計"] }']]) {
  test(`towns of a prefecture are found below ${first}`, () => {
    const lines = lines_of(csv_proposal([['市町村', '高齢者人口'], [first, 600], ...of_tottori]).stdout);
    for (const line of ['area = "市町村"', 'level = "municipality"', wanted]) assert.ok(lines.includes(line), `${line}\n${lines.join('\n')}`);
  });
}

test('sums that no word for totals names don\'t hide the towns below', () => {
  for (const first of ['市部', '県内', '東部圏域']) {
    const more = ['境港市', '岩美町', '若桜町', '智頭町'].map((name) => [name, 5]);
    const lines = lines_of(csv_proposal([['市町村', '高齢者人口'], [first, 600], ...of_tottori, ...more]).stdout);
    assert.ok(lines.includes('area = "市町村"'), first);
  }
});

test('the code of a prefecture before those of its towns is the total', () => {
  const rows = [['コード', '市町村', '高齢者人口'], ['310000', '鳥取県', 600], ['312011', '鳥取市', 100], ['312029', '米子市', 200], ['312037', '倉吉市', 300], ['312045', '境港市', 300]];
  const lines = lines_of(csv_proposal(rows).stdout);
  for (const line of ['area = "コード"', 'total_row = "310000"']) assert.ok(lines.includes(line), lines.join('\n'));
});

// ---- Counties among their towns

test('a county among its towns is a sum of them, and towns are found beside many counties', () => {
  const { stdout } = csv_proposal([['市町村', '数'], ['鳥取市', 12], ['岩美郡', 14], ['岩美町', 14], ['八頭郡', 30], ['若桜町', 10], ['智頭町', 10], ['八頭町', 10]]);
  const lines = lines_of(stdout);
  for (const line of ['area = "市町村"', 'level = "municipality"', 'of_which = { column = "市町村", values = ["八頭郡", "岩美郡"] }']) assert.ok(lines.includes(line), stdout);
  assert.doesNotMatch(stdout, /name no area/);
});

test('a unit above the headings is told', () => {
  const { stdout } = csv_proposal([['第3表 給付費', '', '（単位：千円）'], ['都道府県', '給付費', '人数'], ['鳥取県', 12, 3], ['島根県', 14, 4]]);
  assert.match(stdout, /^# "（単位：千円）" stands above the headings; let unit in indicators be that$/m);
});
