// A corrected figure in a whole publication: each page that uses it says so, and `explain` names the correction.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { read_tree } from '../support/tree.mjs';
import { yokoten } from '../support/yokoten.mjs';
import { clean_tables, write_publication } from './publication.mjs';

const folder = mkdtempSync(join(tmpdir(), 'yokoten-corrections-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const tables = clean_tables(7);
const row = tables.rates.findIndex(([name]) => name === '鳥取県');
const right = tables.rates[row][2];
tables.rates[row][2] = right + 1000; // more applications than were counted

const page = (head, body) => `---\n${head}\n---\n${body}\n`;
const block = (name, options) => `\`\`\`${name}\n${options}\n\`\`\`\n`;
const ranking = block('ranking', 'indicator = "rate"\nlevel = "prefecture"');
const pages = {
  'pages/index.md': page('title: 見本', `# 見本\n\n${block('cards', 'indicators = ["rate"]')}`),
  'pages/ranks.md': page('title: 順位', `# 順位\n\n${ranking}`),
  'pages/others.md': page('title: ほかの指標', `# ほかの指標\n\n${block('cards', 'indicators = ["history"]')}`),
  'pages/word.md': page('title: 文中', '# 文中\n\n鳥取県は {{rate.310000.value}} です。'),
  'pages/prefecture.md': page('title: "{{area.name}}"\neach: prefecture', `# {{area.name}}\n\n${block('compare', 'indicator = "rate"\nwith = ["nation"]')}`),
  'pages/indicator.md': page('title: "{{indicator.title}}"\neach: indicator', '# {{indicator.title}}\n\n```evidence\n```\n\n```ranking\nlevel = "prefecture"\n```\n'),
};
const correction = `[[correction]]
source = "rates"
row = ${row + 1}
column = "申請"
printed = "${right + 1000}"
corrected = "${right}"
reason = "印刷の誤り"
decided_by = "作成者"
decided_on = 2024-11-20
`;

const into = join(folder, 'p'), site = join(folder, 'site');
write_publication(into, tables, { ...pages, 'corrections.toml': correction });
const built = yokoten(['build', into, '--into', site, '--lang', 'en']);
const tree = built.exit === 0 ? read_tree(site) : new Map();
const plain = (path) => String(tree.get(path)).replace(/<wbr>/g, '').replace(/<[^>]+>/g, '');

test('a publication with a corrected figure builds', () => assert.equal(built.exit, 0, built.stdout + built.stderr));

for (const [what, path] of [['its area', 'areas/31/index.html'], ['the ranking', 'ranks/index.html'],
  ['its indicator', 'indicators/rate/index.html'], ['a text that names it', 'word/index.html'],
  ['a card that shows where all prefectures are', 'index.html']]) {
  test(`the page of ${what} tells the correction`, () =>
    assert.match(plain(path), new RegExp(`鳥取県の「申請」: 原資料の「${right + 1000}」を「${right}」と読み替えました。印刷の誤り。`)));
}

test('a page that compares with the nation says that a corrected figure is part of it', () =>
  assert.match(plain('areas/13/index.html'), /読み替えたもの（鳥取県の申請）が入っています/));

test('a page that does not use the figure says nothing of it', () => assert.doesNotMatch(plain('others/index.html'), /誤記/));

test('the open data mark the figure as corrected', () => {
  const line = String(tree.get('data/observations.csv')).split('\n').find((each) => each.startsWith('rate,310000,'));
  assert.equal(line.split(',')[11], 'corrected');
});

for (const [area, what] of [['鳥取県', 'the figure'], ['全国', 'the sum']]) {
  test(`explain names the correction below ${what}`, () => {
    const { stdout, exit } = yokoten(['explain', into, 'rate', area, '--format', 'json', '--lang', 'en']);
    assert.equal(exit, 0);
    assert.deepEqual(JSON.parse(stdout).corrections.map((each) => each.corrected), [String(right)]);
  });
}
