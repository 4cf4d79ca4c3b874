// Small counts in whole publications: nothing that goes out may give them away.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { read_tree } from '../support/tree.mjs';
import { yokoten } from '../support/yokoten.mjs';
import { bounds, fixed_by_elimination } from './attacks.mjs';
import { random_rows, shown_in, system, towns, write_publication } from './sample.mjs';

const publications = Number(process.env.YOKOTEN_EVIDENCE_PUBLICATIONS ?? 12);
const threshold = 10;
const folder = mkdtempSync(join(tmpdir(), 'yokoten-hidden-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Builds a publication of the rows and returns its site. */
function built(name, rows, rule = `cells = ${threshold}`) {
  write_publication(join(folder, name), rows, rule);
  const run = yokoten(['build', join(folder, name), '--into', join(folder, `${name}-site`)]);
  assert.equal(run.exit, 0, run.stderr);
  return read_tree(join(folder, `${name}-site`));
}

const text_of = (tree, path) => tree.get(path).toString('utf8');

for (let seed = 1; seed <= publications; seed += 1) {
  test(`small counts of publication ${seed} can't be worked out from what goes out`, () => {
    const rows = random_rows(seed);
    const { figures, sums, least } = system(rows);
    const shown = shown_in(text_of(built(`p${seed}`, rows), 'data/observations.csv'));
    for (const [name, figure] of shown) if (figures.has(name)) assert.equal(figure, figures.get(name), name);
    const hidden = new Set([...figures.keys()].filter((name) => !shown.has(name)));
    const small = new Set([...figures].filter(([, figure]) => figure > 0 && figure < threshold).map(([name]) => name));
    assert.ok(small.size > 10, 'a test without small counts tests nothing');
    assert.deepEqual([...small].filter((name) => !hidden.has(name)), [], 'small counts that show');
    assert.deepEqual(fixed_by_elimination(sums, hidden).filter((name) => small.has(name)), [], 'fixed by the sums');
    for (const [name, [low, high]] of bounds(sums, figures, hidden, least))
      if (small.has(name)) assert.ok(low <= least.get(name) && high >= threshold, `${name} ${figures.get(name)}: ${low} to ${high}`);
    assert.ok(hidden.size < small.size * 3, `${hidden.size} hidden for ${small.size}`);
  });
}

test('no file of the site holds a hidden figure, nor the table that does', () => {
  const rows = random_rows(77);
  // Hidden for the small one's sake, and like no other number of the site.
  rows.find(({ counts }) => counts[0] > 0 && counts[0] < threshold).counts.splice(1, 2, 48613, 0);
  const tree = built('lone', rows);
  assert.ok(!tree.has('data/raw/users.csv'));
  for (const [path, bytes] of tree) assert.doesNotMatch(bytes.toString('utf8'), /(?<!\d)48,?613(?!\d)/, path);
  assert.match(text_of(tree, 'index.html'), /秘匿/);
});

test('a publication without small counts hides nothing and offers its table', () => {
  const tree = built('open', towns.map((town) => ({ town, counts: [20, 30, 40] })));
  assert.ok(tree.has('data/raw/users.csv'));
  assert.doesNotMatch(text_of(tree, 'data/observations.csv'), /suppressed/);
});

test('zeros are hidden too where the rule says so', () => {
  const shown = shown_in(text_of(built('zeros', random_rows(3), `cells = ${threshold}\nhides_zero = true`), 'data/observations.csv'));
  assert.deepEqual([...shown].filter(([name, figure]) => figure < threshold && /^(31|18)/.test(name)), []);
});
