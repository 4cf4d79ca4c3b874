// Small counts in whole publications: nothing that goes out may give them away.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { opened_tree } from '../support/tree.mjs';
import { yokoten } from '../support/yokoten.mjs';
import { bounds, fixed_by_elimination } from './attacks.mjs';
import { random_rows, shown_in, system, towns, write_publication } from './sample.mjs';

const publications = Number(process.env.YOKOTEN_EVIDENCE_PUBLICATIONS ?? 12);
const threshold = 10;
const folder = mkdtempSync(join(tmpdir(), 'yokoten-hidden-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Builds a publication of the rows and returns its site. */
function built(name, rows, rule = `cells = ${threshold}`, more = {}) {
  write_publication(join(folder, name), rows, rule, more);
  const run = yokoten(['build', join(folder, name), '--into', join(folder, `${name}-site`)]);
  assert.equal(run.exit, 0, run.stderr);
  return opened_tree(join(folder, `${name}-site`));
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

test('municipalities of few people fall under stricter rules, and the fewest show no count at all', () => {
  const rows = random_rows(9);
  const people = (at) => [500, 8000, 90000][at % 3];
  const rule = `cells = ${threshold}\npopulation = "people"\nsteps = [{ below = 2000, hides_all = true }, { below = 25000, cells = 20 }]`;
  const shown = shown_in(text_of(built('people', rows, rule,
    { people: ['市町村,人口', ...towns.map((town, at) => `${town.name},${people(at)}`)] }), 'data/observations.csv'));
  const seen = { 500: [], 8000: [], 90000: [] };
  towns.forEach((town, at) => shown.forEach((figure, name) => { if (name.startsWith(town.code)) seen[people(at)].push(figure); }));
  assert.deepEqual(seen[500], []);
  assert.deepEqual(seen[8000].filter((figure) => figure > 0 && figure < 20), []);
  assert.deepEqual(seen[90000].filter((figure) => figure > 0 && figure < threshold), []);
  assert.ok(seen[8000].includes(0) && seen[90000].some((figure) => figure >= threshold && figure < 20), 'more is hidden than asked for');
});

test('a population that no source has is an error', () => {
  write_publication(join(folder, 'nobody'), random_rows(9), `cells = ${threshold}\npopulation = "people"\nsteps = [{ below = 2000, hides_all = true }]`);
  const run = yokoten(['check', join(folder, 'nobody')]);
  assert.equal(run.exit, 1);
  assert.match(run.stdout, /disclosure\.population/);
});

test('what a release has hidden stays hidden in the next, and what it has shown hides nothing', () => {
  const before = random_rows(21);
  const first = text_of(built('first', before), 'data/observations.csv');
  // Large now, so that nothing but the first release asks to hide them.
  const now = before.map(({ town, counts }, at) => ({ town, counts: at % 5 === 0 ? counts.map((each) => each + 500) : counts }));
  const shown = shown_in(text_of(built('second', now, `cells = ${threshold}`, { released: first }), 'data/observations.csv'));
  const known = shown_in(first);
  const [old, { figures, sums, least }] = [system(before), system(now)];
  assert.deepEqual([...shown.keys()].filter((name) => figures.has(name) && !known.has(name)), [], 'hidden before, shown now');
  const open = new Set([...shown.keys(), ...[...known.keys()].filter((name) => old.figures.get(name) === figures.get(name))]);
  const hidden = new Set([...figures.keys()].filter((name) => !open.has(name)));
  const small = new Set([...figures].filter(([name, figure]) => hidden.has(name) && figure > 0 && figure < threshold).map(([name]) => name));
  assert.ok(small.size > 10);
  assert.deepEqual(fixed_by_elimination(sums, hidden).filter((name) => small.has(name)), [], 'fixed by the sums');
  for (const [name, [low, high]] of bounds(sums, figures, hidden, least))
    if (small.has(name)) assert.ok(low <= least.get(name) && high >= threshold, `${name} ${figures.get(name)}: ${low} to ${high}`);
});

test('a small count that an earlier release has shown is told, and not hidden', () => {
  const rows = random_rows(9);
  const first = text_of(built('careless', rows, 'cells = 2'), 'data/observations.csv');
  write_publication(join(folder, 'careful'), rows, `cells = ${threshold}`, { released: first });
  const run = yokoten(['check', join(folder, 'careful')]);
  assert.match(run.stdout, /disclosure\.released/);
});

test('zeros are hidden too where the rule says so', () => {
  const shown = shown_in(text_of(built('zeros', random_rows(3), `cells = ${threshold}\nhides_zero = true`), 'data/observations.csv'));
  assert.deepEqual([...shown].filter(([name, figure]) => figure < threshold && /^(31|18)/.test(name)), []);
});
