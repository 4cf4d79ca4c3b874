// The page accessibility/ says what accessibility.toml says, and claims no more.
import assert from 'node:assert/strict';
import { appendFileSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { home, with_folder, yokoten } from '../support/yokoten.mjs';
import { root } from './files.mjs';

const words = { met: '適合', not_applicable: '適用なし', not_met: '不適合', open: '未確認' };
const text_of = (html) => html.replace(/<[^>]*>/g, '').trim();
const rows_of = (html) => [...html.matchAll(/<tr><th scope="row">(.*?)<\/th>(.*?)<\/tr>/g)]
  .map(([, name, cells]) => [text_of(name), ...[...cells.matchAll(/<td\b[^>]*>(.*?)<\/td>/g)].map(([, cell]) => text_of(cell))])
  .filter(([name]) => /^\d\.\d\.\d/.test(name));
const page = readFileSync(join(root, 'accessibility/index.html'), 'utf8');
const file = readFileSync(join(home, 'data/national/accessibility.toml'), 'utf8');

test('the page has a row for each criterion with the result of the file', () => {
  const results = [...file.matchAll(/^number = "(.*)"\nresult = "(.*)"/gm)].map(([, number, result]) => `${number} ${words[result]}`);
  assert.equal(results.length, 56);
  assert.deepEqual(rows_of(page).map(([name, , , result]) => `${name.split(' ')[0]} ${result}`), results);
});

test('38 rows are of JIS X 8341-3:2016 and 55 of WCAG 2.2', () => {
  const of = (column) => rows_of(page).filter((row) => /^AA?$/.test(row[column])).length;
  assert.deepEqual([of(1), of(2)], [55, 38]);
});

test('as long as a criterion is open nothing is claimed', () => {
  assert.match(file, /^result = "open"$/m);
  assert.ok(page.includes('準拠とは表示しません'));
});

test('every page leads to it', () => {
  for (const path of ['index.html', 'areas/31/index.html', 'data/index.html']) assert.match(readFileSync(join(root, path), 'utf8'), /href="(\.\.\/|\.\/)*accessibility\/"/);
});

/** Returns the rows of the page of a sample prefecture whose file `change` has changed. */
const changed = (change) => with_folder((folder) => {
  const copy = join(folder, 'prefecture');
  cpSync(join(home, 'data/prefecture'), copy, { recursive: true });
  change(join(copy, 'accessibility.toml'));
  const { exit, stderr } = yokoten(['build', copy, '--into', join(folder, 'site')]);
  assert.equal(exit, 0, stderr);
  return readFileSync(join(folder, 'site/accessibility/index.html'), 'utf8');
});
const edited = (edit) => changed((path) => writeFileSync(path, edit(readFileSync(path, 'utf8'))));
const judgements = (text) => [...text.matchAll(/^number = "(.*)"\nresult = "open"/gm)]
  .map(([, number]) => `[[judged]]\ncriterion = "${number}"\nresult = "met"\nreason = "読んで確かめた"\ndecided_by = "担当"\ndecided_on = 2026-11-20\n`).join('\n');

test('what a person judges stands in the row with reason, name and date; once all is shown the claim stands too', () => {
  const html = changed((path) => appendFileSync(path, judgements(readFileSync(path, 'utf8'))));
  const [, , , result, method] = rows_of(html).find(([name]) => name.startsWith('1.3.3'));
  assert.equal(result, '適合');
  assert.match(method, /人の判断 読んで確かめた（担当、.*2026.*11月20日）/);
  assert.ok(html.includes('JIS X 8341-3:2016 の適合レベルAAに準拠<'));
});

test('in English a judgement is translated, and a place that breaks a criterion is shown as it stands', () => {
  with_folder((folder) => {
    const copy = join(folder, 'english');
    cpSync(join(home, 'tests/cases/english/input'), copy, { recursive: true });
    const told = readFileSync(join(home, 'data/prefecture/accessibility.toml'), 'utf8')
      .replace(/(number = "3\.1\.1"\n)result = "met"([^[]*\[[^[]*)found = 0\n/, '$1result = "not_met"$2found = 1\nexamples = ["language: <b>鳥取県</b>"]\n');
    writeFileSync(join(copy, 'accessibility.toml'), `${told}\n[[judged]]\ncriterion = "1.3.3"\nresult = "met"\nreason = "読んで確かめた"\ndecided_by = "担当"\ndecided_on = 2024-11-20\n`);
    appendFileSync(join(copy, 'translations/en.toml'), '\n["accessibility.toml"]\n"読んで確かめた" = "read by a person"\n"担当" = "the office in charge"\n');
    for (const [name, title] of [['accessibility.md', '試験の結果'], ['accessibility.en.md', 'Results']]) writeFileSync(join(copy, 'pages', name), `---\ntitle: ${title}\n---\n# ${title}\n\n\`\`\`accessibility\n\`\`\`\n`);
    const { exit, stderr } = yokoten(['build', copy, '--into', join(folder, 'site')]);
    assert.equal(exit, 0, stderr);
    const html = readFileSync(join(folder, 'site/en/accessibility/index.html'), 'utf8');
    assert.match(rows_of(html).find(([name]) => name.startsWith('1.3.3'))[4], /judged by a person: read by a person \(the office in charge, 20 November 2024\)/);
    assert.ok(html.includes('language: &lt;b&gt;<span lang="ja">鳥取県</span>&lt;/b&gt;'));
  });
});

test('one criterion that is broken takes the claim away and shows where', () => {
  const html = edited((text) => (text + judgements(text)).replace(/(number = "3\.1\.1"\n)result = "met"([^[]*\[[^[]*)found = 0\n/, '$1result = "not_met"$2found = 1\nexamples = ["areas/31/ language: <html>"]\n'));
  assert.equal(rows_of(html).find(([name]) => name.startsWith('3.1.1'))[3], '不適合');
  assert.ok(html.includes('areas/31/ language: &lt;html&gt;'));
  assert.ok(html.includes('準拠とは表示しません'));
});

test('a publication that was not examined says so and has no results', () => with_folder((folder) => {
  for (const kind of [[], ['--kind', 'prefecture', '--prefecture', '島根県']]) {
    const into = join(folder, kind.length > 0 ? 'prefecture' : 'national');
    assert.equal(yokoten(['new', into, ...kind]).exit, 0);
    const { exit, stderr } = yokoten(['build', into, '--into', join(folder, 'site')]);
    assert.equal(exit, 0, stderr);
    const html = readFileSync(join(folder, 'site/accessibility/index.html'), 'utf8');
    assert.ok(html.includes('まだ試験していません'));
    assert.deepEqual(rows_of(html), []);
  }
}));
