// Tables of e-Stat as its interface answers, page by page.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { paths } from '../support/tree.mjs';
import { home, yokoten } from '../support/yokoten.mjs';
import { app_id, asked, environment, folder, open_portal, pulled } from './support/portal.mjs';
import { provenance_value } from './support/publication.mjs';

const table_id = '0003411595';

/** Returns one page of getStatsData: `size` figures from `start` on, of `total`. */
function stats_page(start, size, total) {
  const values = Array.from({ length: Math.min(size, total - start + 1) },
    (_, at) => ({ '@area': '31000', '@time': `2024${String(start + at).padStart(6, '0')}`, '@unit': '人', $: String(start + at) }));
  const end = start + values.length - 1;
  return { GET_STATS_DATA: {
    RESULT: { STATUS: 0, ERROR_MSG: '正常に終了しました。', DATE: new Date().toISOString() },
    PARAMETER: { LANG: 'J', STATS_DATA_ID: table_id, START_POSITION: start },
    STATISTICAL_DATA: {
      RESULT_INF: { TOTAL_NUMBER: total, FROM_NUMBER: start, TO_NUMBER: end, ...(end < total ? { NEXT_KEY: end + 1 } : {}) },
      TABLE_INF: { '@id': table_id, TITLE: '要介護認定者数', UPDATED_DATE: '2024-09-30' },
      CLASS_INF: { CLASS_OBJ: [] },
      DATA_INF: { NOTE: { '@char': '-', $: '該当なし' }, VALUE: values.length === 1 ? values[0] : values },
    },
  } };
}

const failure = { GET_STATS_DATA: { RESULT: { STATUS: 100, ERROR_MSG: '認証に失敗しました。アプリケーションIDを確認して下さい。' } } };

/** What is wrong with the pages of a table, by the table's category. */
const faults = {
  none: () => ({ GET_STATS_DATA: { RESULT: { STATUS: 1, ERROR_MSG: '正常に終了しましたが、該当データはありませんでした。' } } }),
  parameter: () => ({ GET_STATS_DATA: { RESULT: { STATUS: 103, ERROR_MSG: '統計表IDが不正です。' } } }),
  loop: () => with_next(stats_page(1, 3, 9), 4),
  back: (start) => with_next(stats_page(start, 3, 9), 1),
  growing: (start) => stats_page(start, 3, 9 + start),
  empty: (start) => with_next(stats_page(start, 0, 1000), start + 1),
  beyond: () => with_next(stats_page(1, 3, 9), 100),
  large: () => `{"GET_STATS_DATA": [${'0,'.repeat(30 << 20)}0]}`,
  words: () => '<html>メンテナンス中</html>',
};

/** The same page with another NEXT_KEY. */
function with_next(page, next) {
  page.GET_STATS_DATA.STATISTICAL_DATA.RESULT_INF.NEXT_KEY = next;
  return page;
}

open_portal(({ pathname, searchParams: of }) => {
  if (of.get('appId') !== app_id) return [200, failure];
  if (of.get('cdCat01') === 'moved' && !pathname.startsWith('/elsewhere')) return [302, '', { Location: '/elsewhere?why=moved' }];
  const fault = faults[of.get('cdCat01')];
  if (fault) return [200, fault(Number(of.get('startPosition') ?? 1))];
  const total = of.get('cdCat01') === 'one' ? 1 : 7;
  if (of.get('cdCat01') === 'short' && of.get('startPosition') === '4') return [200, stats_page(4, 2, 5)];
  return [200, stats_page(Number(of.get('startPosition') ?? 1), 3, total)];
});

test('the pages of e-Stat are joined into one file', async () => {
  const { publication, exit, stderr } = await pulled({ url: `estat:${table_id}?cdArea=31000` });
  assert.equal(exit, 0, stderr);
  const { STATISTICAL_DATA: data, RESULT } = JSON.parse(publication.text('raw/x.json')).GET_STATS_DATA;
  assert.deepEqual(data.DATA_INF.VALUE.map(({ $ }) => $), ['1', '2', '3', '4', '5', '6', '7']);
  assert.deepEqual(data.RESULT_INF, { TOTAL_NUMBER: 7, FROM_NUMBER: 1, TO_NUMBER: 7 });
  assert.deepEqual(RESULT, { STATUS: 0, ERROR_MSG: '正常に終了しました。' });
  assert.deepEqual(asked.map((each) => new URL(each, 'https://x').searchParams.get('startPosition')), [null, '4', '7']);
  assert.ok(asked.every((each) => each.includes(`statsDataId=${table_id}`) && each.includes('cdArea=31000')));
});

test('a table of e-Stat has the day of its change, and no application id, beside it', async () => {
  const { publication, stdout, stderr } = await pulled({ url: `estat:${table_id}` });
  const provenance = publication.text('raw/x.json.source.toml');
  assert.equal(provenance_value(provenance, 'published'), '2024-09-30');
  assert.match(provenance_value(provenance, 'final_address'), /getStatsData\?appId=\*\*\*&/);
  for (const text of [stdout, stderr, provenance, publication.text('raw/x.json')]) assert.ok(!text.includes(app_id));
});

test('the same figures of e-Stat are unchanged', async () => {
  const { publication } = await pulled({ url: `estat:${table_id}` });
  assert.equal((await publication.pull([], environment())).stdout, 'x: unchanged raw/x.json\n');
});

test('a single figure of e-Stat is an array of one', async () => {
  const { publication } = await pulled({ url: `estat:${table_id}?cdCat01=one` });
  assert.equal(JSON.parse(publication.text('raw/x.json')).GET_STATS_DATA.STATISTICAL_DATA.DATA_INF.VALUE.length, 1);
});

test('a table that changes between two pages is refused', async () => {
  const { exit, stderr } = await pulled({ url: `estat:${table_id}?cdCat01=short` });
  assert.equal(exit, 1);
  assert.match(stderr, /error pull\.estat x: the table changed between two pages/);
});

for (const [category, said, pages] of [
  ['none', /e-Stat answers \(1\): 正常に終了しましたが、該当データはありませんでした。/, 1],
  ['parameter', /e-Stat answers \(103\): 統計表IDが不正です。/, 1],
  ['loop', /NEXT_KEY does not move on/, 2],
  ['back', /NEXT_KEY does not move on/, 2],
  ['growing', /the table changed between two pages; pull again/, 2],
  ['empty', /its pages don't fit the number of figures/, 1],
  ['beyond', /its pages don't fit the number of figures/, 1],
  ['words', /it is no answer of e-Stat's getStatsData/, 1],
])
  test(`an answer of e-Stat with "${category}" is refused after ${pages} of its pages`, async () => {
    const { publication, exit, stderr } = await pulled({ url: `estat:${table_id}?cdCat01=${category}` });
    assert.equal(exit, 1);
    assert.match(stderr, /: error pull\.estat x: /);
    assert.match(stderr, said);
    assert.deepEqual(publication.files(), ['sources.toml']);
    assert.equal(asked.length, pages);
  });

test('an answer of e-Stat that does not fit into memory is refused', async () => {
  const { publication, exit, stderr } = await pulled({ url: `estat:${table_id}?cdCat01=large` });
  assert.equal(exit, 1);
  assert.match(stderr, /error pull\.(size x: it is too large for the memory there is|estat x: it is no answer)/);
  assert.deepEqual(publication.files(), ['sources.toml']);
});

test("a redirect of e-Stat's does not carry the application id on", async () => {
  const { stderr } = await pulled({ url: `estat:${table_id}?cdCat01=moved` });
  assert.equal(asked[1], '/elsewhere?why=moved');
  assert.ok(!stderr.includes(app_id));
});

test("e-Stat's refusal is told in its words, without the application id", async () => {
  const { exit, stderr } = await pulled({ url: `estat:${table_id}` }, { ESTAT_APP_ID: 'wrong-application' });
  assert.equal(exit, 1);
  assert.match(stderr, /error pull\.estat x: e-Stat answers \(100\): 認証に失敗しました/);
  assert.ok(!stderr.includes('wrong-application'));
});

test('a missing application id is named', async () => {
  const { stderr } = await pulled({ url: `estat:${table_id}` }, { ESTAT_APP_ID: '' });
  assert.match(stderr, /error pull\.environment x: the environment variable ESTAT_APP_ID is not set/);
  assert.deepEqual(asked, []);
});

/** Builds the small publication with another address of its one source; returns its pages as text. */
function pages_with(url) {
  const input = mkdtempSync(join(folder, 'input-'));
  cpSync(join(home, 'tests/cases/small-publication/input'), input, { recursive: true });
  const sources = readFileSync(join(input, 'sources.toml'), 'utf8');
  writeFileSync(join(input, 'sources.toml'), sources.replace('url = "file:raw/link.csv"', url));
  const site = join(input, 'site');
  const { exit, stdout, stderr } = yokoten(['build', input, '--into', site]);
  assert.equal(exit, 0, stdout + stderr);
  return paths(site).filter((path) => path.endsWith('.html')).map((path) => readFileSync(join(site, path), 'utf8'));
}

test('every page of a publication that uses e-Stat shows the sentence that its terms ask for', () => {
  const sentence = 'このサービスは、政府統計総合窓口(e-Stat)のAPI機能を使用していますが、サービスの内容は国によって保証されたものではありません。';
  const with_sentence = (url) => pages_with(url).map((text) => text.includes(sentence));
  assert.deepEqual([...new Set(with_sentence('url = "estat:0003411595"\nfile = "raw/link.csv"\nformat = "csv"'))], [true]);
  assert.deepEqual([...new Set(with_sentence('url = "file:raw/link.csv"'))], [false]);
});
