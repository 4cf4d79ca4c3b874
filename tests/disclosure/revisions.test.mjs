// Two releases of which the second revises some figures: both together give no small count away.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { read_tree } from '../support/tree.mjs';
import { yokoten } from '../support/yokoten.mjs';
import { bounds, fixed_by_elimination } from './attacks.mjs';
import { random_rows, shown_in, system, write_publication } from './sample.mjs';

const pairs = Number(process.env.YOKOTEN_EVIDENCE_REVISIONS ?? 6);
const threshold = 10;
const folder = mkdtempSync(join(tmpdir(), 'yokoten-revised-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Builds the rows after the releases before; nothing where the program refuses. */
function released(name, rows, more) {
  write_publication(join(folder, name), rows, `cells = ${threshold}`, more);
  const run = yokoten(['build', join(folder, name), '--into', join(folder, `${name}-site`), '--lang', 'en']);
  if (run.exit !== 0) {
    assert.match(run.stderr, /disclosure\.(unprotected|told)/);
    return null;
  }
  return read_tree(join(folder, `${name}-site`)).get('data/observations.csv').toString('utf8');
}

/** Both releases as one system: a figure that did not change is one cell, even where it is hidden. */
function joined(first, second) {
  const figures = new Map(), least = new Map();
  const name_then = (name) => (first.figures.get(name) === second.figures.get(name) ? name : `${name} then`);
  for (const [name, figure] of second.figures) { figures.set(name, figure); least.set(name, second.least.get(name)); }
  for (const [name, figure] of first.figures) if (!figures.has(name_then(name))) {
    figures.set(name_then(name), figure);
    least.set(name_then(name), first.least.get(name));
  }
  const sums = [...second.sums, ...first.sums.map((sum) => new Map([...sum].map(([name, factor]) => [name_then(name), factor])))];
  return { figures, least, sums, name_then };
}

let refused = 0;
for (let seed = 1; seed <= pairs; seed += 1) {
  test(`a second release of publication ${seed} with revised figures gives nothing away`, () => {
    const before = random_rows(seed);
    const other = random_rows(seed + 1000);
    const now = before.map((row, at) => ((at * 7 + seed) % 5 === 0 ? { town: row.town, counts: other[at].counts } : row));
    const first = released(`a${seed}`, before, {});
    const second = released(`b${seed}`, now, { released: first });
    if (second === null) { refused += 1; return; }
    const both = joined(system(before), system(now));
    const known = new Set([...shown_in(second).keys(), ...[...shown_in(first).keys()].map(both.name_then)]);
    const hidden = new Set([...both.figures.keys()].filter((name) => !known.has(name)));
    const small = new Set([...both.figures].filter(([, figure]) => figure > 0 && figure < threshold).map(([name]) => name));
    const shown_before = new Set([...shown_in(first).keys()]);
    assert.deepEqual([...small].filter((name) => known.has(name) && !shown_before.has(name.replace(' then', ''))), []);
    assert.deepEqual(fixed_by_elimination(both.sums, hidden).filter((name) => small.has(name)), [], 'fixed by the sums');
    for (const [name, [low, high]] of bounds(both.sums, both.figures, hidden, both.least))
      if (small.has(name)) assert.ok(low <= both.least.get(name) && high >= threshold, `${name} ${both.figures.get(name)}: ${low} to ${high}`);
  });
}

test('few second releases are refused', (t) => {
  t.diagnostic(`${refused} of ${pairs} second releases are refused`);
  assert.ok(refused <= pairs / 3, `${refused} of ${pairs}`);
});
