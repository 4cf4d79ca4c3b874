// What readers take away: the same figures as CSV, JSON and XLSX, and what describes them to programs.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { parts_of_zip } from '../support/zip.mjs';
import { files, pages, read, records, root } from './files.mjs';

const base = 'https://example.jp/kpi/';
const indicators = [...files].filter((path) => /^indicators\/[^/]+\/data\.csv$/.test(path)).map((path) => path.slice(0, -4));
const areas = [...files].filter((path) => /^(areas\/\d\d\/(\d{6}\/)?)?index\.csv$/.test(path)).map((path) => path.slice(0, -4));
const sets = ['data/observations', ...indicators, ...areas];
const some = ['data/observations', ...indicators, 'index', 'areas/31/index', 'areas/31/312029/index', 'areas/01/011002/index'];

const csv_rows = (set) => {
  const [head, ...rows] = records(read(`${set}.csv`).replace(/^\uFEFF/, ''));
  return rows.map((row) => Object.fromEntries(head.map((column, at) => [column, row[at]])));
};
const unescaped = (text) => text.replace(/&(lt|gt|quot|amp);/g, (_, name) => ({ lt: '<', gt: '>', quot: '"', amp: '&' })[name]);

/** Returns the rows of a sheet, from the column's letters to the cell's text. */
function sheet(set, number) {
  const xml = parts_of_zip(readFileSync(join(root, `${set}.xlsx`))).get(`xl/worksheets/sheet${number}.xml`).toString('utf8');
  return [...xml.matchAll(/<row .*?<\/row>/gs)].map(([row]) => Object.fromEntries(
    [...row.matchAll(/<c r="([A-Z]+)\d+"[^>]*>(?:<v>([^<]*)<\/v>|<is><t[^>]*>([^<]*)<\/t><\/is>)<\/c>/g)]
      .map(([, column, number_text, text]) => [column, number_text ?? unescaped(text)])));
}

test('the figures are there whole, by indicator and by area, each as CSV, JSON and XLSX', () => {
  assert.equal(areas.length, 1 + 47 + 1741);
  assert.ok(indicators.length > 20);
  for (const set of sets) for (const ending of ['.csv', '.json', '.xlsx']) assert.ok(files.has(set + ending), set + ending);
});

test('every CSV of figures begins with a byte order mark, as Excel wants it', () => {
  for (const path of files) {
    if (path.endsWith('.csv') && !path.startsWith('data/raw/')) assert.equal(readFileSync(join(root, path)).toString('hex', 0, 3), 'efbbbf', path);
  }
});

for (const set of some) {
  test(`${set}.json has the rows of the CSV, text by text`, () => assert.deepEqual(JSON.parse(read(`${set}.json`)).rows, csv_rows(set)));
  test(`${set}.xlsx has the figures of the CSV as numbers`, () => {
    const [head, ...rows] = sheet(set, 1);
    assert.equal(head.A, '指標');
    const wanted = csv_rows(set);
    assert.equal(rows.length, wanted.length);
    wanted.forEach((row, at) => {
      for (const [column, name] of [['F', 'numerator'], ['G', 'denominator'], ['H', 'value'], ['I', 'lower'], ['J', 'upper']]) {
        assert.equal(rows[at][column] === undefined ? '' : Number(rows[at][column]), row[name] === '' ? '' : Number(row[name]), `${name} of row ${at + 2}`);
      }
      assert.equal(rows[at].B, row.area_code);
    });
  });
}

test('no workbook holds a formula or asks for another file', () => {
  for (const set of sets) {
    const parts = parts_of_zip(readFileSync(join(root, `${set}.xlsx`)));
    for (const [name, bytes] of parts) assert.ok(!/externalLink|vba/i.test(name) && !bytes.includes('<f>'), `${set} ${name}`);
  }
});

test('the notes of a workbook tell the credit line, the licence and the words for what is missing', () => {
  const notes = sheet('areas/31/312029/index', 2).map(({ A, B }) => `${A}: ${B}`).join('\n');
  assert.match(notes, /出典の書き方: 出典：「介護現場の生産性向上 KPIダッシュボード」.*https:\/\/example\.jp\/kpi\/areas\/31\/312029\/、2024年12月31日時点/);
  assert.match(notes, /利用条件: 公共データ利用規約（第1\.0版） https:/);
  assert.match(notes, /公表資料に未掲載: /);
});

test('the notes of a workbook tell the corrections that went into its figures', () => {
  const corrected = csv_rows('data/observations').find((row) => row.flag.includes('corrected') && row.area_code.slice(2) !== '0000');
  const page = areas.find((set) => set.includes(`/${corrected.area_code}/`) || csv_rows(set)[0]?.area_code === corrected.area_code);
  assert.ok(sheet(page, 2).some(({ A }) => A === '読み替え・訂正'), page);
  assert.ok(!sheet('areas/31/312029/index', 2).some(({ A }) => A === '読み替え・訂正'));
});

test('datapackage.json describes observations.csv as it is', () => {
  const packed = JSON.parse(read('data/datapackage.json'));
  assert.equal(packed.profile, 'tabular-data-package');
  assert.match(packed.name, /^[a-z0-9._-]+$/);
  const [resource] = packed.resources;
  const bytes = readFileSync(join(root, 'data', resource.path));
  assert.equal(resource.bytes, bytes.length);
  assert.equal(resource.hash, `sha256:${createHash('sha256').update(bytes).digest('hex')}`);
  assert.deepEqual(resource.schema.missingValues, ['']);
  const rows = csv_rows('data/observations');
  assert.deepEqual(resource.schema.fields.map(({ name }) => name), Object.keys(rows[0]));
  for (const { name, type, constraints = {} } of resource.schema.fields) {
    assert.ok(['string', 'number'].includes(type), name);
    for (const row of rows) {
      const text = row[name];
      if (text === '') { assert.ok(!constraints.required, name); continue; }
      if (type === 'number') assert.match(text, /^-?\d+(\.\d+)?$/);
      if (constraints.enum) assert.ok(constraints.enum.includes(text), `${name} ${text}`);
      if (constraints.pattern) assert.match(text, new RegExp(`^(?:${constraints.pattern})$`));
    }
  }
  const keys = rows.map((row) => resource.schema.primaryKey.map((name) => row[name]).join('|'));
  assert.equal(new Set(keys).size, rows.length);
  for (const licence of packed.licenses) assert.ok(licence.name && /^https:/.test(licence.path), licence.name);
  for (const source of packed.sources) assert.ok(source.title);
});

test('datapackage.json describes the other tables of data/ as they are', () => {
  const others = JSON.parse(read('data/datapackage.json')).resources.slice(1);
  assert.deepEqual(others.map(({ path }) => path), ['outcomes.csv', 'cases.csv'].filter((path) => files.has(`data/${path}`)));
  for (const { path, bytes, hash, schema } of others) {
    const text = readFileSync(join(root, 'data', path));
    assert.equal(bytes, text.length);
    assert.equal(hash, `sha256:${createHash('sha256').update(text).digest('hex')}`);
    assert.deepEqual(schema.fields.map(({ name }) => name), records(text.toString('utf8').replace(/^\uFEFF/, ''))[0], path);
  }
});

test('the DCAT catalogue offers the whole and each indicator, by addresses that are there', () => {
  const catalogue = JSON.parse(read('data/catalog.jsonld'));
  assert.equal(catalogue['@type'], 'dcat:Catalog');
  const offered = catalogue['dcat:dataset'];
  assert.deepEqual(offered.map((each) => each['@id'].slice(base.length)).sort(), ['data/observations', ...indicators].sort());
  for (const each of offered) {
    for (const property of ['dct:title', 'dct:description', 'dct:publisher', 'dcat:contactPoint', 'dct:modified', 'dct:spatial', 'prov:wasDerivedFrom'])
      assert.ok(each[property], `${each['@id']} ${property}`);
    assert.ok(files.has(`${each['dcat:landingPage']['@id'].slice(base.length)}index.html`));
    assert.equal(each['dcat:distribution'].length, 3);
    for (const form of each['dcat:distribution']) assert.ok(files.has(form['dcat:downloadURL']['@id'].slice(base.length)));
  }
  const [rate] = offered.filter((each) => each['@id'].endsWith('indicators/careplan-link-rate/data'));
  assert.equal(rate['dct:temporal']['dcat:endDate']['@value'], '2024-09-13');
  for (const { '@id': version } of offered[0]['dcat:hasVersion']) assert.ok(files.has(version.slice(base.length)));
});

test('the metadata for CSV on the Web name the columns of observations.csv in their order', () => {
  const table = JSON.parse(read('data/observations.csv-metadata.json'));
  assert.equal(table['@context'][0], 'http://www.w3.org/ns/csvw');
  assert.equal(table.url, 'observations.csv');
  assert.deepEqual(table.tableSchema.columns.map(({ titles }) => titles), Object.keys(csv_rows('data/observations')[0]));
});

test('pages of areas and indicators and the catalogue tell search engines what they offer', () => {
  const offering = pages.filter((page) => /^(areas\/\d\d\/(\d{6}\/)?|indicators\/[^/]+\/|data\/)index\.html$/.test(page));
  assert.ok(offering.length > 1800);
  for (const page of offering) {
    const found = [...read(page).matchAll(/<script type="application\/ld\+json">([^<]*)<\/script>/g)];
    assert.equal(found.length, 1, page);
    const set = JSON.parse(found[0][1]);
    assert.equal(set['@type'], 'Dataset', page);
    assert.equal(`${base}${page.replace('index.html', '')}`, set.url);
    for (const { contentUrl } of set.distribution) assert.ok(files.has(contentUrl.slice(base.length)), contentUrl);
    assert.match(set.license, /^https:/);
    assert.ok(read(page).includes(set.creditText.slice(0, 20)), page);
  }
});

test('every set of figures is linked from the catalogue or from the page of its area', () => {
  const catalogue = read('data/index.html');
  for (const set of ['data/observations', ...indicators])
    for (const ending of ['.csv', '.json', '.xlsx']) assert.ok(catalogue.includes(`href="../${set}${ending}"`), set + ending);
  for (const set of areas.filter((each) => each !== 'index'))
    for (const ending of ['.csv', '.json', '.xlsx']) assert.ok(read(`${set}.html`).includes(`${set}${ending}"`), set + ending);
});
