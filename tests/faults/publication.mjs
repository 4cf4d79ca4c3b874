// A made-up publication without a fault, as tables of texts: every prefecture and every town, sums, rates, ranks, years.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { home } from '../support/yokoten.mjs';

const lines = (name) => readFileSync(join(home, 'data/areas', name), 'utf8').split(/\r?\n/).filter(Boolean).map((line) => line.split(','));
export const prefectures = lines('prefectures.csv').slice(1).map(([code, , name]) => ({ code, name }));
export const towns = lines('municipalities.csv').slice(1).map(([code, number, , name]) => ({
  code, name, prefecture: prefectures.find((each) => each.code.startsWith(number)).name }));
const codes = ['第一期', '第二期', '第三期'];
export const years = ['2017FY', '2018FY', '2019FY', '2020FY', '2021FY', '2022FY', '2023FY'];

/** Returns a generator: `below(n)` gives whole numbers from 0, `near(x)` a whole number that chance leads off from x. */
export function random_from(seed) {
  let state = (seed * 2654435761) >>> 0;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const below = (limit) => Math.floor(next() * limit);
  const normal = () => Math.sqrt(-2 * Math.log(next() + 1e-12)) * Math.cos(2 * Math.PI * next());
  return { below, near: (size) => Math.max(0, Math.round(size + Math.sqrt(size) * normal())) };
}

/** Rounds half up as offices do, exactly: hundreds of a whole of counts. */
function percent(above, below) {
  const tenths = (BigInt(above) * 2000n + BigInt(below)) / (2n * BigInt(below));
  return `${tenths / 10n}.${tenths % 10n}`;
}

/** Fills in sums, rates and places for rows of a prefecture, offices and applications. */
export function finished_rates(rows) {
  const total = ['合計', rows.reduce((sum, row) => sum + row[1], 0), rows.reduce((sum, row) => sum + row[2], 0)];
  const done = [...rows, total].map((row) => [...row, percent(row[2], row[1])]);
  const place = (row) => 1 + done.slice(0, 47).filter((other) => Number(other[3]) > Number(row[3])).length;
  return [['都道府県', '事業所', '申請', '率', '順位'], ...done.map((row, at) => [...row, at < 47 ? place(row) : ''])];
}

const rates = (random) => finished_rates(prefectures.map(({ name }) => {
  const offices = 300 + random.below(9000);
  return [name, offices, random.near(offices * 0.07)];
}));

/** Two towns of each larger prefecture that are over 20 %. */
const listed = (random, all) => [['市区町村', '事業所', '申請', '率'], ...prefectures.flatMap(({ name }, at) => {
  if (all[at + 1][1] < 3000) return [];
  return towns.filter((town) => town.prefecture === name).slice(0, 2).map((town) => {
    const offices = 10 + random.below(6), applications = 3 + random.below(3);
    return [name + town.name, offices, applications, percent(applications, offices)];
  });
})];

const starts = (random) => [['都道府県', ...codes, '合計'], ...prefectures.map(({ name }) => {
  const parts = codes.map(() => 1 + random.below(40));
  return [name, ...parts, parts.reduce((sum, each) => sum + each, 0)];
})];

const people = (random) => [['市区町村コード', '利用者'], ...towns.map(({ code }) => [code, random.near(20 + random.below(3000))])];

const visits = (random) => [['市区町村', '訪問'], ...towns.map(({ prefecture, name }) => [prefecture + name, random.near(5 + random.below(800))])];

const history = (random) => [['都道府県', '年度', '件数'], ...prefectures.flatMap(({ name }) => {
  const size = 200 + random.below(4000), growth = 0.98 + random.below(60) / 1000;
  return years.map((year, at) => [name, year, random.near(size * growth ** at)]);
})];

const shares = (random) => [['都道府県', '実施率'], ...prefectures.map(({ name }) => [name, `${20 + random.below(70)}.${random.below(10)}`])];

/** Periods as columns, in years of the era. */
const wide = (random) => [['都道府県', '令和2年度', '令和3年度', '令和4年度', '令和5年度'], ...prefectures.map(({ name }) => {
  const level = 20 + random.below(50);
  return [name, ...[0, 1, 2, 3].map((year) => (level + 2 * year + random.below(20) / 10).toFixed(1))];
})];

export const months = ['令和6年4月', '令和6年5月', '令和6年6月', '令和6年7月', '令和6年8月', '令和6年9月'];
const monthly = (random) => [['都道府県', '月', '相談'], ...prefectures.flatMap(({ name }) => {
  const size = 100 + random.below(900);
  return months.map((month) => [name, month, random.near(size)]);
})];

/** Parts as rows, with a printed sum for each prefecture. */
const sexes = (random) => [['都道府県', '性別', '職員'], ...prefectures.flatMap(({ name }) => {
  const men = 300 + random.below(4000), women = 900 + random.below(9000);
  return [[name, '男', men], [name, '女', women], [name, '計', men + women]];
})];

/** A code with the names of its prefecture and town beside it. */
const coded = (random) => [['都道府県', '団体コード', '団体名', '相談員'], ...towns.map(({ prefecture, code, name }) => [prefecture, code, name, random.near(3 + random.below(90))])];

/** A number of a care office: prefecture, kind, eight figures with the check digit of all before it. */
export function office_number(prefecture, random) {
  const nine = `${prefecture}7${String(random.below(1e6)).padStart(6, '0')}`;
  const sum = [...nine].reduce((total, digit, at) => {
    const product = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + Math.floor(product / 10) + (product % 10);
  }, 0);
  return nine + ((10 - (sum % 10)) % 10);
}

const directory = (random) => [['都道府県', '事業所番号', '備考'], ...prefectures.map(({ name, code }) => [name, office_number(code.slice(0, 2), random), ''])];

/** Returns the tables by name; the first row has the headings. */
export function clean_tables(seed) {
  const random = random_from(seed);
  const all = rates(random);
  return { rates: all, starts: starts(random), people: people(random), visits: visits(random),
    history: history(random), shares: shares(random), listed: listed(random, all), wide: wide(random),
    monthly: monthly(random), sexes: sexes(random), coded: coded(random), directory: directory(random) };
}

const descriptions = {
  rates: 'area = "都道府県"\nperiod = 2024-09-13\ntotal_row = "合計"\nrank = "順位"\n[source.columns]\noffices = "事業所"\napplications = "申請"\n[[source.printed]]\ncolumn = "率"\nnumerator = "applications"\ndenominator = "offices"\ndecimals = 1',
  starts: `area = "都道府県"\nperiod = "2024-11"\n[[source.unpivot]]\ninto = "breakdown:start"\nmeasure = "bodies"\ncolumns = [${codes.map((code) => `"${code}"`)}]\ntotal = "合計"`,
  people: 'area = "市区町村コード"\nlevel = "municipality"\nperiod = 2024-09-30\n[source.columns]\npeople = "利用者"',
  visits: 'area = "市区町村"\nlevel = "municipality"\nperiod = 2024-09-30\n[source.columns]\nvisits = "訪問"',
  history: 'area = "都道府県"\nperiod = "年度"\n[source.columns]\ncases = "件数"\n[source.symbols]\n"x" = "suppressed"\n"…" = "not_reported"\n[source.notes]\n"速報" = { flag = "provisional" }',
  shares: 'area = "都道府県"\nperiod = "2023FY"\n[source.columns]\nshare = "実施率"',
  listed: 'area = "市区町村"\nlevel = "municipality"\nperiod = 2024-09-13\nlists = { at_least = 20, rate = "率" }\n[source.columns]\noffices = "事業所"\napplications = "申請"\n[[source.printed]]\ncolumn = "率"\nnumerator = "applications"\ndenominator = "offices"\ndecimals = 1',
  wide: 'area = "都道府県"\n[[source.unpivot]]\ninto = "period"\nmeasure = "used"\ncolumns = { "令和2年度" = "2020FY", "令和3年度" = "2021FY", "令和4年度" = "2022FY", "令和5年度" = "2023FY" }',
  monthly: 'area = "都道府県"\nperiod = "月"\n[source.columns]\ncalls = "相談"\n[source.notes]\n"速報" = { flag = "provisional" }',
  sexes: 'area = "都道府県"\nperiod = 2024-10-01\ntotal_row = { column = "性別", values = ["計"] }\n[source.columns]\nstaff = "職員"\n[source.breakdown]\nsex = "性別"',
  coded: 'area = { prefecture = "都道府県", municipality = "団体コード" }\nlevel = "municipality"\nperiod = 2024-04-01\n[source.columns]\nadvisers = "相談員"',
  directory: 'kind = "records"\narea = "都道府県"\noffice = "事業所番号"\nshown = ["事業所番号"]\npublish_file = true',
  // Only where a fault adds them:
  again: 'area = "都道府県"\nperiod = "2023FY"\ncomplete = true\n[source.columns]\ncases = "件数"',
  whole: 'area = "000000"\nperiod = "2024-04-01"\n[source.columns]\nadvisers = "相談員"',
};
const indicators = {
  'rate': 'unit = "%"\ndecimals = 1\nbetter = "higher"\nlevels = ["nation", "prefecture", "municipality"]\nratio = { numerator = "applications", denominator = "offices" }',
  'starts': 'unit = "団体"\ndecimals = 0\nlevels = ["nation", "prefecture"]\ncount = { sum = "bodies" }\nby = "start"',
  'people': 'unit = "人"\ndecimals = 0\nlevels = ["nation", "prefecture", "municipality"]\ncount = { sum = "people" }',
  'visits': 'unit = "回"\ndecimals = 0\nlevels = ["municipality"]\ncount = { sum = "visits" }',
  'history': 'unit = "件"\ndecimals = 0\nlevels = ["nation", "prefecture"]\ncount = { sum = "cases" }',
  'share': 'unit = "%"\ndecimals = 1\nlevels = ["prefecture"]\ncount = { sum = "share" }',
  'used': 'unit = "%"\ndecimals = 1\nlevels = ["prefecture"]\ncount = { sum = "used" }',
  'calls': 'unit = "件"\ndecimals = 0\nlevels = ["nation", "prefecture"]\ncount = { sum = "calls" }\nstale_after = "P6M"',
  'staff': 'unit = "人"\ndecimals = 0\nlevels = ["nation", "prefecture"]\ncount = { sum = "staff" }\nby = "sex"',
  'advisers': 'unit = "人"\ndecimals = 0\nlevels = ["nation", "prefecture", "municipality"]\ncount = { sum = "advisers" }',
};

/** Writes the tables as a publication into the folder, with `more` files (name: text) over or beside its own. */
export function write_publication(into, tables, more = {}) {
  const write = (name, text) => {
    mkdirSync(dirname(join(into, name)), { recursive: true });
    writeFileSync(join(into, name), text);
  };
  const sources = Object.entries(tables).map(([id, rows]) => {
    const raw = rows.map((row) => `${row.join(',')}\n`).join('');
    write(`raw/${id}.csv`, raw);
    return `[[source]]\nid = "${id}"\ntitle = "${id}"\nurl = "file:raw/${id}.csv"\npublisher = "試験"\ndocument = "作り物"
sha256 = "${createHash('sha256').update(raw).digest('hex')}"\n${descriptions[id]}\n`;
  });
  write('sources.toml', sources.join('\n'));
  write('publication.toml', 'title = "見本"\npublisher = "試験"\nbase_url = "https://example.go.jp/m/"\nlicence = "PDL1.0"\nas_of = 2024-12-31\nnotice = "作り物の数値"\n');
  for (const [id, text] of Object.entries(indicators)) write(`indicators/${id}.toml`, `title = "${id}"\n${text}\n`);
  write('pages/index.md', '---\ntitle: 見本\n---\n# 見本\n');
  for (const [name, text] of Object.entries(more)) write(name, text);
}
