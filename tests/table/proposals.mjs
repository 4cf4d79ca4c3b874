// What tests of `yokoten table --propose` share.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { yokoten } from '../support/yokoten.mjs';

export const folder = mkdtempSync(join(tmpdir(), 'yokoten-propose-'));
after(() => rmSync(folder, { recursive: true, force: true }));

export const csv_of = (rows) => rows.map((row) => `${row.join()}\n`).join('');
export const body = [['鳥取県', 948, 234], ['島根県', 1346, 34], ['岡山県', 3041, 157]];
export const head = ['都道府県', '事業所数', '申請件数'];

/** The lines of a proposal without remarks. */
export const lines_of = (proposal) => proposal.split('\n').map((line) => line.replace(/\s+#.*/, '').trim()).filter((line) => line !== '');

/** Findings of a publication with this source, of errors only; what only people know is filled in. */
export function errors_with(proposal, name, bytes) {
  const publication = mkdtempSync(join(folder, 'publication-'));
  for (const each of ['raw', 'pages']) mkdirSync(join(publication, each));
  writeFileSync(join(publication, 'raw', name), bytes);
  writeFileSync(join(publication, 'publication.toml'), 'title = "t"\npublisher = "p"\nlanguage = "ja"\nbase_url = "https://example.go.jp/a/"\nlicence = "PDL1.0"\nas_of = 2024-12-31\n');
  writeFileSync(join(publication, 'pages/index.md'), '---\ntitle: t\n---\n\nt\n');
  writeFileSync(join(publication, 'sources.toml'), proposal.replace(/^(title|publisher|document) = ""/gm, '$1 = "x"')
    .replace(/^period = ""/m, 'period = "2024FY"'));
  const { stdout, stderr } = yokoten(['check', publication, '--lang', 'en']);
  assert.equal(stderr, '');
  return stdout.split('\n').filter((line) => / error /.test(line));
}

/** What is proposed, with remarks in English. */
export const csv_proposal = (rows, ...words) => csv_proposal_in('en', rows, ...words);
/** The same with remarks in Japanese. */
export const csv_japanese = (rows, ...words) => csv_proposal_in('ja', rows, ...words);

function csv_proposal_in(language, rows, ...words) {
  const path = join(folder, 'unsure.csv');
  writeFileSync(path, csv_of(rows));
  return yokoten(['table', path, '--propose', '--lang', language, ...words]);
}
