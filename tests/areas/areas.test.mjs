// Reads data/areas/ alone: what the generator relies on, stated as facts about Japan.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';

function rows_of(name) {
  const text = readFileSync(new URL(`../../data/areas/${name}`, import.meta.url), 'utf8');
  const [header, ...lines] = text.trimEnd().split('\n').map((line) => line.split(','));
  return lines.map((cells) => Object.fromEntries(header.map((column, at) => [column, cells[at]])));
}

const prefectures = rows_of('prefectures.csv');
const municipalities = rows_of('municipalities.csv');
const variants = rows_of('variants.csv');
const unions = rows_of('unions.csv');
const changes = rows_of('changes.csv');
const wards = rows_of('wards.csv');
const word_breaks = rows_of('word_breaks.csv');

const prefecture_name = new Map(prefectures.map((row) => [row.number, row.name]));
const full_name = (row) => prefecture_name.get(row.prefecture) + row.county + row.name;
const by_full_name = new Map(municipalities.map((row) => [full_name(row), row]));
const official = new Set(municipalities.map((row) => row.prefecture + row.name));

function counts(values) {
  const found = {};
  for (const value of values) found[value] = (found[value] ?? 0) + 1;
  return found;
}

function repeated(values) {
  return Object.entries(counts(values)).filter(([, count]) => count > 1).map(([value]) => value);
}

// Weights 6 5 4 3 2 over the five digits, as JIS X 0402 has it.
function has_right_check_digit(code) {
  if (!/^\d{6}$/.test(code)) return false;
  const [a, b, c, d, e, check] = [...code].map(Number);
  return check === (11 - ((6 * a + 5 * b + 4 * c + 3 * d + 2 * e) % 11)) % 10;
}

test('Japan has 47 prefectures numbered from 01 to 47', () => {
  const numbers = Array.from({ length: 47 }, (_, at) => String(at + 1).padStart(2, '0'));
  assert.deepEqual(prefectures.map((row) => row.number), numbers);
});

test('Japan has 792 cities 743 towns 183 villages and 23 special wards', () => {
  const kinds = counts(municipalities.map((row) => row.kind));
  assert.deepEqual(kinds, { 市: 792, 町: 743, 村: 183, 特別区: 23 });
});

test('Every code ends in its check digit', () => {
  const in_changes = changes.flatMap((row) => [row.old_code, row.new_code]);
  const codes = [...prefectures, ...municipalities].map((row) => row.code).concat(in_changes);
  assert.deepEqual(codes.filter((code) => !has_right_check_digit(code)), []);
});

test('Codes are unique and ascend', () => {
  for (const rows of [prefectures, municipalities]) {
    const codes = rows.map((row) => row.code);
    assert.deepEqual(codes, [...new Set(codes)].sort());
  }
});

test('Every municipality lies in the prefecture that its code begins with', () => {
  const astray = municipalities.filter((row) => !row.code.startsWith(row.prefecture));
  assert.deepEqual(astray, []);
});

test('Readings are hiragana and nothing else', () => {
  const named = [...prefectures, ...municipalities, ...unions];
  assert.deepEqual(named.filter((row) => !/^[ぁ-ん]+$/.test(row.reading)), []);
});

test('A reading ends as its kind is read', () => {
  const endings = { 市: /し$/, 町: /(ちょう|まち)$/, 村: /(むら|そん)$/, 特別区: /く$/ };
  assert.deepEqual(municipalities.filter((row) => !endings[row.kind].test(row.reading)), []);
});

test('Names and readings do not begin with a county', () => {
  const begun = municipalities.filter((row) => /郡.+[町村]$/.test(row.name) || /ぐん/.test(row.reading));
  assert.deepEqual(begun, []);
});

test('A county ends in 郡 and holds only towns and villages', () => {
  const in_counties = municipalities.filter((row) => row.county !== '');
  const wrong = in_counties.filter((row) => !row.county.endsWith('郡') || !/[町村]/.test(row.kind));
  assert.deepEqual(wrong, []);
});

test('Only towns and villages on the islands of Tokyo lie in no county', () => {
  const rural = municipalities.filter((row) => /[町村]/.test(row.kind) && row.county === '');
  assert.deepEqual(rural.map((row) => row.name), [
    '大島町', '利島村', '新島村', '神津島村', '三宅村', '御蔵島村', '八丈町', '青ヶ島村', '小笠原村',
  ]);
});

const spot_checks = [
  ['北海道余市郡余市町', '014087', 'よいちちょう'],
  ['岩手県胆沢郡金ケ崎町', '033812', 'かねがさきちょう'],
  ['青森県上北郡六ヶ所村', '024112', 'ろっかしょむら'],
  ['茨城県龍ケ崎市', '082082', 'りゅうがさきし'],
  ['群馬県北群馬郡榛東村', '103446', 'しんとうむら'],
  ['東京都三宅村', '133817', 'みやけむら'],
  ['奈良県磯城郡三宅町', '293628', 'みやけちょう'],
  ['奈良県大和郡山市', '292036', 'やまとこおりやまし'],
  ['高知県高岡郡梼原町', '394050', 'ゆすはらちょう'],
  ['福岡県糟屋郡須恵町', '403440', 'すえまち'],
];
for (const [name, code, reading] of spot_checks) {
  test(`${name} has the code ${code} and is read ${reading}`, () => {
    const row = by_full_name.get(name);
    assert.deepEqual([row?.code, row?.reading], [code, reading]);
  });
}

test('ケ and ヶ stand as each municipality writes its own name', () => {
  const written = municipalities.map((row) => row.name).filter((name) => /[ヶケ]/.test(name));
  assert.deepEqual(written, [
    '外ヶ浜町', '鰺ヶ沢町', '六ヶ所村', '金ケ崎町', '七ヶ宿町', '七ヶ浜町', '龍ケ崎市', '鶴ヶ島市',
    '鎌ケ谷市', '袖ケ浦市', '青ヶ島村', '茅ヶ崎市', '駒ヶ根市', '関ケ原町', '吉野ヶ里町', '五ヶ瀬町',
  ]);
});

test('The 20 designated cities stand as cities', () => {
  const designated = municipalities.filter((row) => row.designated === '1');
  assert.deepEqual(designated.map((row) => row.name), [
    '札幌市', '仙台市', 'さいたま市', '千葉市', '横浜市', '川崎市', '相模原市', '新潟市', '静岡市', '浜松市',
    '名古屋市', '京都市', '大阪市', '堺市', '神戸市', '岡山市', '広島市', '北九州市', '福岡市', '熊本市',
  ]);
});

test('Wards of designated cities are no municipalities', () => {
  const wards = municipalities.filter((row) => row.name.endsWith('区'));
  assert.ok(wards.every((row) => row.code.startsWith('131') && !row.name.includes('市')));
});

test('The 20 designated cities have 171 wards between them', () => {
  const designated = municipalities.filter((row) => row.designated === '1').map((row) => row.code);
  assert.equal(wards.length, 171);
  assert.deepEqual([...new Set(wards.map((row) => row.city))].sort(), designated);
  assert.deepEqual(wards.filter((row) => !row.name.endsWith('区') || !/^[ぁ-ん]+く$/.test(row.reading)), []);
});

test('Every former name has its reading', () => {
  const endings = { 村: /むら$/, 町: /まち$/, 市: /し$/, 区: /く$/ };
  assert.deepEqual(changes.filter((row) => !endings[row.old_name.at(-1)].test(row.old_reading)), []);
});

// Where う follows o or u, or お follows o, and no word ends between: those are drawn out in Hepburn.
test('A reading is parted only where two vowels would run together, and says why', () => {
  const astray = word_breaks.filter(({ reading, reason }) => !/[おこそとのほもよろごぞどぼうくすつぬふむゆるぐずづぶょゅ]\|[うお]/.test(reading) || !reason);
  assert.deepEqual(astray, []);
});

test('The six villages of the northern territories are left out', () => {
  const islands = new Set(['色丹郡', '国後郡', '択捉郡', '紗那郡', '蘂取郡']);
  assert.deepEqual(municipalities.filter((row) => islands.has(row.county)), []);
});

test('No two municipalities of a prefecture share a name', () => {
  assert.deepEqual(repeated(municipalities.map((row) => row.prefecture + row.name)), []);
});

test('25 official names without their county stand in more than one prefecture', () => {
  assert.equal(repeated(municipalities.map((row) => row.name)).length, 25);
});

test('No two prefectures share a tile on either map', () => {
  const wide = prefectures.map((row) => `${row.tile_column} ${row.tile_row}`);
  const narrow = prefectures.map((row) => `${row.narrow_column} ${row.narrow_row}`);
  assert.deepEqual([...repeated(wide), ...repeated(narrow)], []);
});

test('The narrow map has seven columns and seven rows', () => {
  const places = prefectures.flatMap((row) => [row.narrow_column, row.narrow_row]).map(Number);
  assert.deepEqual([...new Set(places)].sort(), [1, 2, 3, 4, 5, 6, 7]);
});

test('Every variant belongs to an official name of its prefecture', () => {
  assert.deepEqual(variants.filter((row) => !official.has(row.prefecture + row.official)), []);
});

test('No variant is itself an official name of the same prefecture', () => {
  assert.deepEqual(variants.filter((row) => official.has(row.prefecture + row.variant)), []);
});

test('No variant stands for two municipalities of a prefecture', () => {
  assert.deepEqual(repeated(variants.map((row) => row.prefecture + row.variant)), []);
});

const read_as_か = ['六ヶ所村', '七ヶ宿町', '五ヶ瀬町'];

test('Every name with ヶ or ケ has its other three spellings, by how it is read', () => {
  const named = municipalities.filter((row) => /[ヶケ]/.test(row.name));
  const lacking = named.filter(({ prefecture, name }) => {
    const others = [...(read_as_か.includes(name) ? 'ヶケかカ' : 'ヶケがガ')].map((letter) => name.replace(/[ヶケ]/, letter));
    const known = variants.filter((row) => row.prefecture === prefecture && row.official === name);
    const spellings = new Set([name, ...known.map((row) => row.variant)]);
    return !others.every((spelling) => spellings.has(spelling));
  });
  assert.deepEqual(lacking, []);
});

test('檮原町 and 竜ヶ崎市 are variants', () => {
  const known = new Map(variants.map((row) => [row.variant, row.official]));
  assert.deepEqual([known.get('檮原町'), known.get('竜ヶ崎市')], ['梼原町', '龍ケ崎市']);
});

test('Misprints are no variants', () => {
  const misprints = new Set(['梶原町', '与市市']);
  assert.deepEqual(variants.filter((row) => misprints.has(row.variant)), []);
});

test('Every member of a union is a municipality of its prefecture', () => {
  const strangers = unions.filter(({ prefecture, members }) =>
    members.split('・').some((member) => !official.has(prefecture + member)));
  assert.deepEqual(strangers, []);
});

test('The union of 中芸 has five members', () => {
  const union = unions.find((row) => row.name === '中芸広域連合');
  assert.deepEqual(union.members.split('・'), ['奈半利町', '田野町', '安田町', '北川村', '馬路村']);
});

test('Municipalities that changed stand under their new code and name', () => {
  const changed = changes.filter((row) => row.kind !== '区再編');
  const names = new Map(municipalities.map((row) => [row.code, full_name(row)]));
  assert.deepEqual(changed.filter((row) => names.get(row.new_code) !== row.new_name), []);
});

test('No code that a change abolished is in force', () => {
  const codes = new Set(municipalities.map((row) => row.code));
  const abolished = changes.filter((row) => row.old_code !== row.new_code);
  assert.deepEqual(abolished.filter((row) => codes.has(row.old_code)), []);
});
