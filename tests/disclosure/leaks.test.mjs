// Ways by which a hidden figure has leaked, or might: each is tried on a publication of its own.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { yokoten } from '../support/yokoten.mjs';
import { fixed_by_elimination } from './attacks.mjs';
import { build, files_with, observations, write } from './publication.mjs';
import { towns } from './sample.mjs';

const folder = mkdtempSync(join(tmpdir(), 'yokoten-leaks-'));
after(() => rmSync(folder, { recursive: true, force: true }));
let made = 0;
const place = () => join(folder, `p${made += 1}`);

const tottori = towns.filter(({ prefecture }) => prefecture === '31');
const municipal = ['area = "市町村"', 'level = "municipality"', 'period = 2024-09-30'];
const prefectural = ['area = "都道府県"', 'period = 2024-09-30'];
const both = 'levels = ["prefecture", "municipality"]';
const rule = ['[source.disclosure]', 'cells = 10'];
const count = (measure, more = [both]) => ['unit = "人"', ...more, `count = { sum = "${measure}" }`];
/** Counts of the towns of Tottori, the first of them small, all unlike each other. */
const counts = (first = 3) => tottori.map((_, at) => (at === 0 ? first : 4001 + 137 * at));
const column = (name, numbers) => [`市町村,${name}`, ...tottori.map((town, at) => `${town.name},${numbers[at]}`)];
const total = (numbers) => numbers.reduce((sum, each) => sum + each, 0);
/** What the site shows of the towns' counts, by whichever indicator, by place and code. */
const shown_of = (tree, ids) => new Map(observations(tree).filter((row) => ids.includes(row.indicator) && row.numerator !== '')
  .map((row) => [`${row.area_code} ${row.breakdown}`, Number(row.numerator)]));

test('a count that one indicator hides is hidden by another that names its source', () => {
  const numbers = counts();
  const { tree } = build(place(), {
    tables: [{ id: 'users', lines: [`市町村,人,床`, ...tottori.map((town, at) => `${town.name},${numbers[at]},${9000 + at}`)],
      toml: [...municipal, '[source.columns]', 'users = "人"', 'beds = "床"', ...rule] }],
    indicators: { users: count('users'), named: count('users', [both, 'sources = ["users"]']),
      rate: ['unit = "%"', both, 'ratio = { numerator = "users", denominator = "beds" }'] } });
  const by = ['users', 'named', 'rate'].map((id) => [...shown_of(tree, [id]).keys()].sort());
  assert.deepEqual(by[0], by[1]);
  assert.deepEqual(by[0], by[2]);
  assert.ok(by[0].length > 10 && by[0].length < tottori.length);
});

test('a total that a table without a rule prints counts as known, and its parts are hidden instead', () => {
  const numbers = counts();
  const { tree } = build(place(), {
    tables: [{ id: 'users', lines: column('人', numbers), toml: [...municipal, '[source.columns]', 'users = "人"', ...rule] },
      { id: 'whole', lines: ['都道府県,人', `鳥取県,${total(numbers)}`], toml: [...prefectural, '[source.columns]', 'users = "人"'] }],
    indicators: { users: count('users') } });
  const shown = shown_of(tree, ['users']);
  assert.ok(tree.has('data/raw/whole.csv') && !tree.has('data/raw/users.csv'));
  assert.equal(shown.get('310000 '), total(numbers));
  assert.ok(tottori.filter(({ code }) => !shown.has(`${code} `)).length >= 2);
});

test('a table without a rule that holds the sum of hidden counts counts as known, though no figure is taken from it', () => {
  const numbers = tottori.map((_, at) => (at === 0 ? 3 : at === 1 ? 2 : 0));
  write(join(folder, 'beside'), {
    tables: [{ id: 'users', lines: column('人', numbers), toml: [...municipal, '[source.columns]', 'users = "人"', ...rule] },
      { id: 'whole', lines: ['都道府県,人', '鳥取県,5'], toml: [...prefectural, '[source.columns]', 'users = "人"'] }],
    indicators: { users: count('users', [both, 'sources = ["users"]']) } });
  assert.match(yokoten(['check', join(folder, 'beside')]).stdout, /disclosure\.unprotected/);
});

test('two tables of one file need a rule each', () => {
  const lines = [`市町村,人,職`, ...tottori.map((town, at) => `${town.name},${at + 1},${at + 100}`)];
  write(join(folder, 'shared'), {
    tables: [{ id: 'users', lines, file: 'raw/both.csv', toml: [...municipal, '[source.columns]', 'users = "人"', ...rule] },
      { id: 'staff', lines, file: 'raw/both.csv', toml: [...municipal, '[source.columns]', 'staff = "職"'] }],
    indicators: { users: count('users'), staff: count('staff') } });
  const run = yokoten(['check', join(folder, 'shared')]);
  assert.equal(run.exit, 1);
  assert.match(run.stdout, /disclosure\.file/);
});

for (const [what, head, cell, toml] of [
  ['a measure that no indicator takes', '人,職', (at) => `${4000 + at},${at}`, ['[source.columns]', 'users = "人"', 'staff = "職"', ...rule]],
  ['a column that nothing reads', '人,退所', (at) => `${4000 + at},${at}`, ['[source.columns]', 'users = "人"', ...rule]],
  ['parts of which only the sum shows', '訪問,通所', (at) => `${at},${4000 - at}`,
    ['[[source.unpivot]]', 'into = "breakdown:service"', 'measure = "users"', 'columns = ["訪問", "通所"]', ...rule]],
]) test(`a file with small counts in ${what} does not go out`, () => {
  const { tree } = build(place(), {
    tables: [{ id: 'users', lines: [`市町村,${head}`, ...tottori.map((town, at) => `${town.name},${cell(at)}`)], toml: [...municipal, ...toml] }],
    indicators: { users: count('users') } });
  assert.equal(shown_of(tree, ['users']).size, tottori.length + 1);
  assert.ok(!tree.has('data/raw/users.csv'));
});

test("printed rates and places do not keep a file from going out", () => {
  const lines = ["市町村,人,床,率,順位", ...tottori.map((town, at) => `${town.name},${50 + at},1000,${((50 + at) / 10).toFixed(1)},${tottori.length - at}`)];
  const { tree } = build(place(), {
    tables: [{ id: "users", lines, toml: [...municipal, "rank = \"順位\"", "[source.columns]", "users = \"人\"", "beds = \"床\"", "[[source.printed]]",
      "column = \"率\"", "numerator = \"users\"", "denominator = \"beds\"", "decimals = 1", ...rule] }],
    indicators: { users: count("users") } });
  assert.ok(tree.has("data/raw/users.csv"));
});

test('rows that are parts of others keep a file with small counts from going out', () => {
  const lines = ['市町村,種別,人', ...tottori.map((town, at) => `${town.name},計,${4000 + at}`), `${tottori[0].name},うち男,3`];
  const { tree } = build(place(), {
    tables: [{ id: 'users', lines, toml: [...municipal, 'of_which = { column = "種別", values = ["うち男"] }', '[source.columns]', 'users = "人"', ...rule] }],
    indicators: { users: count('users') } });
  assert.ok(!tree.has('data/raw/users.csv'));
});

test('spreadsheets and tables that are only a part of their file do not go out', () => {
  const lines = ['注,3人', ...column('人', tottori.map((_, at) => 4000 + at))];
  const { tree } = build(place(), {
    tables: [{ id: 'users', lines, toml: [...municipal, 'header = 2', '[source.columns]', 'users = "人"', ...rule] }],
    indicators: { users: count('users') } });
  assert.ok(!tree.has('data/raw/users.csv'));
});

test('no page shows rows, checksum or download of a file that does not go out', () => {
  const numbers = counts();
  numbers[1] = 48613; numbers[2] = 2; numbers[3] = 1;
  const { tree } = build(place(), {
    tables: [{ id: 'users', lines: column('人', numbers), toml: [...municipal, '[source.columns]', 'users = "人"', ...rule] }],
    indicators: { users: count('users') },
    pages: { rows: ['---', 'title: 行', '---', '# 行', '', '```table', 'source = "users"', '```', '', '```directory', 'sources = ["users"]',
      'title = "市町村"', 'rows = ["人"]', '```', '', '```downloads', 'files = [{ title = "表", path = "data/raw/users.csv", kind = "CSV" }]', '```'] } });
  const page = tree.get('rows/index.html').toString('utf8');
  assert.match(page, /秘匿した値を含む/);
  assert.doesNotMatch(page, /4,?138|48,?613/);
  for (const [path, bytes] of tree) assert.doesNotMatch(bytes.toString('utf8'), /SHA-256/, path);
});

test('breakdowns in one table and its margins in others are one system', () => {
  // The sexes of each age are shown by one indicator, ages and sexes by two more.
  const ages = ['65', '75', '85'], sexes = ['男', '女'];
  const figure = (at, age, sex) => (at % 4 === 0 && age === 0 && sex === 0 ? 3 + at % 5 : 20 + (at * 7 + age * 31 + sex * 17) % 90);
  const lines = ['市町村,年齢,性,人', ...tottori.flatMap((town, at) =>
    ages.flatMap((age, a) => sexes.map((sex, s) => `${town.name},${age},${sex},${figure(at, a, s)}`)))];
  const { tree } = build(place(), {
    tables: [{ id: 'users', lines, toml: [...municipal, '[source.columns]', 'users = "人"', '[source.breakdown]', 'age = "年齢"', 'sex = "性"', ...rule] }],
    indicators: { users: count('users'), 'by-age': count('users', [both, 'by = "age"']), 'by-sex': count('users', [both, 'by = "sex"']) } });
  const figures = new Map(), sums = [];
  const name = (code, age, sex) => `${code} ${[age && `age=${age}`, sex && `sex=${sex}`].filter(Boolean).join(';')}`;
  const add = (code, of) => {
    for (const age of ['', ...ages]) for (const sex of ['', ...sexes])
      figures.set(name(code, age, sex), total(ages.flatMap((a, ai) => sexes.map((s, si) => ((age && a !== age) || (sex && s !== sex) ? 0 : of(ai, si))))));
    for (const age of ['', ...ages]) sums.push(new Map([[name(code, age, ''), -1], ...sexes.map((sex) => [name(code, age, sex), 1])]));
    for (const sex of ['', ...sexes]) sums.push(new Map([[name(code, '', sex), -1], ...ages.map((age) => [name(code, age, sex), 1])]));
  };
  tottori.forEach(({ code }, at) => add(code, (a, s) => figure(at, a, s)));
  add('310000', (a, s) => total(tottori.map((_, at) => figure(at, a, s))));
  for (const age of ['', ...ages]) for (const sex of ['', ...sexes])
    sums.push(new Map([[name('310000', age, sex), -1], ...tottori.map(({ code }) => [name(code, age, sex), 1])]));
  const shown = shown_of(tree, ['users', 'by-age', 'by-sex']);
  const hidden = new Set([...figures.keys()].filter((each) => !shown.has(each)));
  const small = [...figures].filter(([, value]) => value < 10).map(([each]) => each);
  assert.ok(small.length >= 4 && small.every((each) => hidden.has(each)));
  assert.deepEqual(fixed_by_elimination(sums, hidden).filter((each) => small.includes(each)), []);
});

test('sales of fewer than three offices are hidden where nothing is divided by them', () => {
  const lines = ['市町村,売上,事業所', ...tottori.map((town, at) => `${town.name},${70001 + 1117 * at},${1 + at}`)];
  const { tree } = build(place(), {
    tables: [{ id: 'sales', lines, toml: [...municipal, '[source.columns]', 'sales = "売上"', 'offices = "事業所"',
      '[source.disclosure]', 'measures = ["sales"]', 'units = "offices"', 'fewest_units = 3'] }],
    indicators: { sales: count('sales'), offices: count('offices') } });
  for (const at of [0, 1]) assert.deepEqual(files_with(tree, 70001 + 1117 * at), []);
  assert.ok(observations(tree).filter(({ indicator, missing_reason }) => indicator === 'sales' && missing_reason === 'suppressed').length < 5);
});

test('what two offices sell together is no more told than what each of them sells', () => {
  const offices = tottori.map((_, at) => (at < 2 ? 1 : 5 + at)), sales = tottori.map((_, at) => 70001 + 1117 * at);
  const lines = ['市町村,売上,事業所', ...tottori.map((town, at) => `${town.name},${sales[at]},${offices[at]}`)];
  const { tree } = build(place(), {
    tables: [{ id: 'sales', lines, toml: [...municipal, '[source.columns]', 'sales = "売上"', 'offices = "事業所"',
      '[source.disclosure]', 'measures = ["sales"]', 'units = "offices"', 'fewest_units = 3'] }],
    indicators: { sales: count('sales'), offices: count('offices') } });
  const shown = shown_of(tree, ['sales']);
  assert.equal(shown.get('310000 '), total(sales));
  const hidden = tottori.map((_, at) => at).filter((at) => !shown.has(`${tottori[at].code} `));
  assert.ok(hidden.includes(0) && hidden.includes(1));
  assert.ok(total(hidden.map((at) => offices[at])) >= 3, `${hidden.length} towns`);
  assert.ok(hidden.length <= 3, `${hidden.length} towns`);
});

test('a figure that the source itself hides is not given away by rows and columns together', () => {
  const services = ['訪問', '通所', '短期'];
  const figure = (at, s) => (at === 0 && s === 0 ? 4 : 40 + (at * 13 + s * 29) % 50);
  const town = (at) => [...services.map((_, s) => (at === 0 && s === 0 ? 'x' : figure(at, s))), total(services.map((_, s) => figure(at, s)))];
  const lines = [`市町村,${services.join(',')}`, ...tottori.map((each, at) => `${each.name},${town(at).slice(0, 3).join(',')}`)];
  const { tree } = build(place(), {
    tables: [{ id: 'users', lines, toml: [...municipal, '[[source.unpivot]]', 'into = "breakdown:service"', 'measure = "users"',
      `columns = [${services.map((each) => `"${each}"`)}]`, '[source.symbols]', '"x" = "suppressed"', ...rule] },
    { id: 'prefecture', lines: [`都道府県,${services.join(',')}`, `鳥取県,${services.map((_, s) => total(tottori.map((_, at) => figure(at, s)))).join(',')}`],
      toml: [...prefectural, '[[source.unpivot]]', 'into = "breakdown:service"', 'measure = "users"',
        `columns = [${services.map((each) => `"${each}"`)}]`] }],
    indicators: { users: count('users', [both, 'by = "service"']) } });
  const shown = shown_of(tree, ['users']);
  assert.equal(shown.get('310000 service=訪問'), total(tottori.map((_, at) => figure(at, 0))));
  assert.ok(tottori.slice(1).some(({ code }) => !shown.has(`${code} service=訪問`)), 'the prefecture less all others is what was hidden');
});

test('quarters that add up to their year do not give one another away', () => {
  const quarters = ['2024-Q2', '2024-Q3', '2024-Q4', '2025-Q1'];
  const figure = (at, q) => (at % 5 === 0 && q === 1 ? 4 : 30 + (at * 7 + q * 11) % 40);
  const lines = ['市町村,期,人', ...tottori.flatMap((town, at) => [...quarters.map((each, q) => `${town.name},${each},${figure(at, q)}`),
    `${town.name},2024FY,${total(quarters.map((_, q) => figure(at, q)))}`])];
  const { tree } = build(place(), {
    tables: [{ id: 'users', lines, toml: [...municipal.slice(0, 2), 'period = "期"', '[source.columns]', 'users = "人"', ...rule] }],
    indicators: { users: count('users') } });
  for (const [at, { code }] of tottori.entries()) if (at % 5 === 0) {
    const own = observations(tree).filter((row) => row.area_code === code);
    assert.equal(own.length, 5);
    assert.ok(own.filter(({ numerator }) => numerator === '').length >= 2, code);
  }
});

test('a warning about a hidden figure is not told on pages', () => {
  // The prefecture's sum jumps, is hidden beside a single town, and stands in no table.
  const years = ['2018', '2019', '2020', '2021', '2022', '2023', '2024'];
  const figure = (at, y) => (at > 0 ? 0 : years[y] === '2024' ? 5 : 91357 + 3 * y);
  const lines = ['市町村,年,人', ...tottori.flatMap((town, at) => years.map((year, y) => `${town.name},${year},${figure(at, y)}`))];
  const { tree } = build(place(), {
    tables: [{ id: 'users', lines, toml: [...municipal.slice(0, 2), 'period = "年"', '[source.columns]', 'users = "人"', ...rule] }],
    indicators: { users: count('users') } });
  for (const [path, bytes] of tree) if (path.endsWith('.html')) assert.doesNotMatch(bytes.toString('utf8'), /(?<!\d)5(?:人|へ|に)|→ ?5(?!\d)/, path);
});

test('a correction of a figure of a file that does not go out is not told', () => {
  const { tree } = build(place(), {
    tables: [{ id: 'users', lines: column('人', ['77319人', ...counts().slice(1)]), toml: [...municipal, '[source.columns]', 'users = "人"', ...rule] }],
    indicators: { users: count('users') },
    files: { 'corrections.toml': ['[[correction]]', 'source = "users"', 'row = 2', 'column = "人"', 'printed = "77319人"', 'corrected = "7人"',
      'reason = "77319は誤記"', 'decided_by = "試験"', 'decided_on = 2025-01-01'].join('\n') } });
  assert.deepEqual(files_with(tree, 77319), []);
});

test('people counted by sex are the people of their town all together', () => {
  const numbers = tottori.map((_, at) => 12 + at);
  const { tree } = build(place(), {
    tables: [{ id: 'users', lines: column('人', numbers), toml: [...municipal, '[source.columns]', 'users = "人"', '[source.disclosure]', 'cells = 10',
      'population = "people"', 'steps = [{ below = 2000, hides_all = true }]'] },
    { id: 'people', lines: ['市町村,男,女', ...tottori.map((town) => `${town.name},1500,1500`)], toml: [...municipal, '[[source.unpivot]]',
      'into = "breakdown:sex"', 'measure = "people"', 'columns = ["男", "女"]'] }],
    indicators: { users: count('users') } });
  assert.equal(shown_of(tree, ['users']).size, tottori.length + 1);
});

test('rows that are shown as they are can\'t have a rule', () => {
  write(join(folder, 'records'), {
    tables: [{ id: 'users', lines: column('人', counts()), toml: ['kind = "records"', 'area = "市町村"', 'level = "municipality"', 'shown = ["市町村", "人"]', ...rule] }],
    indicators: {} });
  const run = yokoten(['check', join(folder, 'records')]);
  assert.equal(run.exit, 1);
  assert.match(run.stdout, /source\.disclosure/);
});

for (const [what, shown] of [['all are shown', ['all', 'men', 'women']], ['one is shown by nobody', ['all', 'men']]])
  test(`a measure is not given away by its whole and the other measures, where ${what}`, () => {
    const lines = ['市町村,計,男,女', ...tottori.map((town, at) => `${town.name},${(at === 4 ? 3 : 50 + at * 3) + 40 + at},${40 + at},${at === 4 ? 3 : 50 + at * 3}`)];
    const { tree } = build(place(), {
      tables: [{ id: 'users', lines, toml: [...municipal, '[source.columns]', 'all = "計"', 'men = "男"', 'women = "女"', ...rule] }],
      indicators: Object.fromEntries(shown.map((id) => [id, count(id)])) });
    const open = ['all', 'men'].filter((id) => shown_of(tree, [id]).has(`${tottori[4].code} `));
    assert.ok(!shown_of(tree, ['women']).has(`${tottori[4].code} `));
    assert.ok(open.length < 2, 'the whole less the men are the women');
  });

test('a table without a rule under another name that says the same counts as known', () => {
  const numbers = counts();
  write(join(folder, 'renamed'), {
    tables: [{ id: 'users', lines: column('人', numbers), toml: [...municipal, '[source.columns]', 'users = "人"', ...rule] },
      { id: 'again', lines: column('利用者', numbers), toml: [...municipal, '[source.columns]', 'people = "利用者"'] }],
    indicators: { users: count('users') } });
  assert.match(yokoten(['check', join(folder, 'renamed')]).stdout, /disclosure\.unprotected/);
});

test('the rows of a list under a rule are neither shown nor offered', () => {
  const { tree } = build(place(), {
    tables: [{ id: 'listed', lines: ['市町村,名称', ...tottori.slice(0, 4).map((town, at) => `${town.name},事業所の名前${at}`)],
      toml: ['kind = "list"', 'complete = true', ...municipal, ...rule] }],
    indicators: { listed: count('listed') },
    pages: { rows: ['---', 'title: 行', '---', '# 行', '', '```table', 'source = "listed"', '```'] } });
  for (const [path, bytes] of tree) assert.doesNotMatch(bytes.toString('utf8'), /事業所の名前/, path);
});

test('neither a figure that only grows nor its growth is given away by other periods', () => {
  const years = ['2021', '2022', '2023', '2024'];
  const grown = (at, y) => [...Array(y + 1).keys()].reduce((sum, each) => sum + (each === 0 ? 1 + at * 9 : (at * 5 + each * 7) % 23), 0);
  const { tree } = build(place(), {
    tables: [{ id: 'users', lines: ['市町村,年,人', ...tottori.flatMap((town, at) => years.map((year, y) => `${town.name},${year},${grown(at, y)}`))],
      toml: [...municipal.slice(0, 2), 'period = "年"', '[source.columns]', 'users = "人"', ...rule, 'cumulative = true'] }],
    indicators: { users: count('users') } });
  const shown = new Map(observations(tree).filter(({ numerator }) => numerator !== '').map((row) => [`${row.area_code} ${row.period}`, Number(row.numerator)]));
  const figures = new Map(), sums = [];
  const add = (code, of) => years.forEach((year, y) => {
    figures.set(`${code} ${year}`, of(y));
    if (y === 0) return;
    figures.set(`${code} growth ${year}`, of(y) - of(y - 1));
    sums.push(new Map([[`${code} ${year}`, -1], [`${code} ${years[y - 1]}`, 1], [`${code} growth ${year}`, 1]]));
  });
  tottori.forEach(({ code }, at) => add(code, (y) => grown(at, y)));
  add('310000', (y) => total(tottori.map((_, at) => grown(at, y))));
  for (const year of years) sums.push(new Map([[`310000 ${year}`, -1], ...tottori.map(({ code }) => [`${code} ${year}`, 1])]));
  const hidden = new Set([...figures.keys()].filter((name) => !shown.has(name)));
  const small = [...figures].filter(([, figure]) => figure > 0 && figure < 10).map(([name]) => name);
  assert.ok(small.length > 10 && shown.size > 10, `${small.length} ${shown.size}`);
  assert.deepEqual(fixed_by_elimination(sums, hidden).filter((name) => small.includes(name)), []);
  assert.deepEqual(small.filter((name) => shown.has(name)), []);
});

test('sales with decimals are hidden where few offices have them, and counts beside them stay whole', () => {
  const lines = ['市町村,売上,事業所', ...tottori.map((town, at) => `${town.name},${7000 + 31 * at}.${at % 10}5,${1 + at}`)];
  const { tree } = build(place(), {
    tables: [{ id: 'sales', lines, toml: [...municipal, '[source.columns]', 'sales = "売上"', 'offices = "事業所"', '[source.disclosure]', 'cells = 3',
      'units = "offices"', 'fewest_units = 3'] }],
    indicators: { sales: ['unit = "万円"', 'decimals = 1', both, 'count = { sum = "sales" }'], offices: count('offices'),
      mean: ['unit = "万円"', 'decimals = 1', both, 'ratio = { numerator = "sales", denominator = "offices" }'] } });
  const shown = (id, at) => observations(tree).find((row) => row.indicator === id && row.area_code === tottori[at].code).value;
  for (const id of ['sales', 'mean', 'offices']) for (const at of [0, 1]) assert.equal(shown(id, at), '', `${id} ${at}`);
  const hidden = (id) => tottori.filter((_, at) => shown(id, at) === '').length;
  assert.ok(hidden('sales') <= 4 && hidden('offices') <= 4, `${hidden('sales')} ${hidden('offices')}`);
});

for (const [what, taken] of [['parts', ['by = "service"']], ['a selection', null]]) test(`${what} summed up from towns and a total that a table of prefectures has are one sum`, () => {
  const services = ['訪問', '通所'];
  const figure = (at, s) => (s === 0 ? Number(at === 2) * 4 : 50 + at);
  const all = total(tottori.map((_, at) => figure(at, 0) + figure(at, 1)));
  const { tree } = build(place(), {
    tables: [{ id: 'towns', lines: [`市町村,${services.join(',')}`, ...tottori.map((town, at) => `${town.name},${figure(at, 0)},${figure(at, 1)}`)],
      toml: [...municipal, '[[source.unpivot]]', 'into = "breakdown:service"', 'measure = "users"', `columns = [${services.map((each) => `"${each}"`)}]`, ...rule] },
    { id: 'whole', lines: ['都道府県,人', `鳥取県,${all}`], toml: [...prefectural, '[source.columns]', 'users = "人"', ...rule] }],
    indicators: taken ? { users: count('users', ['levels = ["prefecture"]', ...taken]) } : {
      users: count('users', ['levels = ["prefecture"]']),
      day: ['unit = "人"', 'levels = ["prefecture"]', 'count = { sum = "users", where = { service = ["通所"] } }'] } });
  const open = observations(tree).filter((row) => row.area_code === '310000' && row.numerator !== '');
  assert.deepEqual(open.filter(({ numerator }) => numerator === '4'), []);
  assert.equal(open.length, 1, 'the total and all parts but the small one give it away');
});

// A total and the sum of the rows that show make the one that does not.
test('an explanation of a hidden figure tells nothing that a total of its file says', () => {
  const at = place();
  write(at, {
    tables: [{ id: 'users', lines: [...column('人', counts()), `合計,${total(counts())}`], toml: [...municipal, 'total_row = "合計"', '[source.columns]', 'users = "人"', ...rule] }],
    indicators: { users: count('users') } });
  assert.match(yokoten(['check', at]).stdout, /total\.agrees/);
  const run = yokoten(['explain', at, 'users', tottori[0].code]);
  assert.equal(run.exit, 0, run.stderr);
  assert.match(run.stdout, /withheld/);
  assert.doesNotMatch(run.stdout, /total\.agrees/);
});

// Who knows all open figures of a table could try the hidden ones until the checksum fits.
test('an explanation does not tell the checksum of a file that does not go out', () => {
  const at = place();
  write(at, {
    tables: [{ id: 'users', lines: column('人', counts()), toml: [...municipal, '[source.columns]', 'users = "人"', ...rule] }],
    indicators: { users: count('users') } });
  for (const form of [[], ['--format', 'json']]) {
    const run = yokoten(['explain', at, 'users', tottori[5].code, ...form]);
    assert.equal(run.exit, 0, run.stderr);
    assert.match(run.stdout, /users/);
    assert.doesNotMatch(run.stdout, /[0-9a-f]{64}/);
  }
});
