// The page status/ of a publication whose figures are in every state: what it says of each.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { read_tree } from '../support/tree.mjs';
import { yokoten } from '../support/yokoten.mjs';
import { clean_tables, write_publication } from './publication.mjs';

const folder = mkdtempSync(join(tmpdir(), 'yokoten-status-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const tables = clean_tables(11);
const newest = (prefecture) => tables.history.findIndex(([name, year]) => name === prefecture && year === '2023FY');
const right = tables.history[newest('広島県')][2];
tables.history[newest('鳥取県')][2] = 'x';
tables.history[newest('島根県')][2] = '…';
tables.history[newest('岡山県')][2] += '(速報)';
tables.history[newest('広島県')][2] = 9;
const corrected = newest('広島県') + 1;
tables.history.splice(newest('山口県'), 1); // below 広島県

const history = 'title = "件数の推移"\nunit = "件"\ndecimals = 0\nlevels = ["nation", "prefecture"]\ncount = { sum = "cases" }\nstale_after = "P6M"\nnext_expected = "2025-03"\n';
const into = join(folder, 'p'), site = join(folder, 'site');
write_publication(into, tables, {
  'indicators/history.toml': history,
  'pages/status.md': '---\ntitle: 状況\n---\n# 状況\n\n```status\n```\n',
  'corrections.toml': `[[correction]]\nsource = "history"\nrow = ${corrected}\ncolumn = "件数"\nprinted = "9"\ncorrected = "${right}"\nreason = "誤記"\ndecided_by = "作成者"\ndecided_on = 2024-11-20\n`,
});
const built = yokoten(['build', into, '--into', site, '--lang', 'ja']);
const page = built.exit === 0 ? String(read_tree(site).get('status/index.html')).replace(/<wbr>/g, '') : '';
const rows = [...page.matchAll(/<tr><th scope="row">(.*?)<\/th>(.*?)<\/tr>/gs)].map(([, name, cells]) =>
  [name, ...[...cells.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, text]) => text)].map((text) => text.replace(/<[^>]+>/g, '').trim()));
const row = (name, kind) => rows.find((each) => each[0] === name && each[1] === kind) ?? [];

test('a publication with figures in every state builds', () => assert.equal(built.exit, 0, built.stdout + built.stderr));

test('the row counts the areas that have a figure', () => assert.deepEqual(row('件数の推移', '都道府県').slice(2, 4), ['2023年度', '44 / 47']));

for (const [what, words] of [['has no row in the source', '公表資料に未掲載 1'], ['was not reported', '未報告 1'],
  ['is suppressed', '秘匿 1'], ['is provisional', '暫定 1'], ['is corrected', '訂正 1']]) {
  test(`the row counts what ${what}`, () => assert.ok(row('件数の推移', '都道府県')[4].split('、').includes(words), row('件数の推移', '都道府県')[4]));
}

test('the row tells when the next figure is expected, and that the last one is stale', () =>
  assert.equal(row('件数の推移', '都道府県')[5], '2025年3月の予定、2024年9月30日まで（過ぎて古い）'));

test('a nation that cannot be summed up keeps its last year', () => assert.deepEqual(row('件数の推移', '全国').slice(2, 4), ['2022年度', '1 / 1']));

test('an indicator without dates says so', () => assert.equal(row('share', '都道府県')[5], '時期の定めなし'));

test('what the checks warn of stands below', () => assert.match(page.replace(/<[^>]+>/g, ''), /要確認\s*ほかの地域にはある行が1件ありません（山口県2023年度）/));
