// Random specifications on random data look as real Vega draws them. A failure prints its seed and a specification
// made as small as it gets. YOKOTEN_SEED=417 YOKOTEN_RUNS=1 repeats one run, other numbers try others.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { yokoten } from '../support/yokoten.mjs';
import { differences } from './support/compare.mjs';
import { chance } from './support/random.mjs';
import { marks, random_spec } from './support/random_spec.mjs';
import { shrunk } from './support/shrink.mjs';
import { draw, fills_its_column } from './support/vega.mjs';

const first_seed = Number(process.env.YOKOTEN_SEED ?? 1);
const runs = Number(process.env.YOKOTEN_RUNS ?? 300);
const most_shown = 3; // failures of a mark that are made small and printed

// Known to differ: layers without any rows whose axes are written differently, for which Vega makes up a domain.
// They turn up less than once in a hundred; a mistake in drawing turns up far more often.
const most_differing = 0.02; // of the specifications of a mark, or one
const most_refused = 0.05; // of the specifications of a mark

// Why a specification may be refused that Vega draws: it says what changes nothing, or asks for a scale of nothing.
const rightly_refused = [/ has no effect /, / leaves the domain without two ends/, / a scale of another kind /];

const folder = mkdtempSync(join(tmpdir(), 'yokoten-property-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Returns Vega's picture; nothing where Vega fails or warns: there is nothing to compare with then. */
async function vegas(spec) {
  try {
    const { svg, said } = await draw(spec);
    const placed = !/NaN|Infinity/.test(svg.replace(/ aria-label="[^"]*"/g, ''));
    return said.length === 0 && placed ? svg : undefined;
  } catch {
    return undefined;
  }
}

/** Returns how this program's picture differs from Vega's, as lines, or why it refuses; nothing where both agree. */
async function failure(spec) {
  const svg = await vegas(spec);
  if (svg === undefined) return [];
  const file = join(folder, 'random.vl.json');
  writeFileSync(file, JSON.stringify(spec));
  const run = yokoten(['chart', file]);
  if (run.exit !== 0) return [`refused: ${run.exit} ${run.stderr.replaceAll(file, '')}`];
  try {
    return differences(svg, run.stdout, { grown: fills_its_column(spec) });
  } catch (error) {
    return [`unreadable: ${error.message}`];
  }
}

/** Whether a failure is a refusal that is right. */
const is_refused = ([first = '']) => first.startsWith('refused: 1 ') && rightly_refused.some((reason) => reason.test(first));

/** Returns the way in which a specification fails: which part differs, or why it is refused. */
const way = (lines) => lines[0]?.split(/: (?=\d|Vega)/)[0];

/** Returns what to print of a failure: its seed, the small specification, and how the pictures of that differ. */
async function report(seed, spec, lines) {
  const small = await shrunk(spec, async (candidate) => way(await failure(candidate)) === way(lines));
  return [`seed ${seed}: ${lines[0]}`, JSON.stringify(small), ...(await failure(small)).slice(0, 12)].join('\n');
}

for (const [at, mark] of marks.entries()) {
  const seeds = Array.from({ length: runs }, (_, run) => first_seed + run).filter((seed) => seed % marks.length === at);
  if (seeds.length === 0) continue;

  test(`${seeds.length} random specifications of ${mark} look as Vega draws them, from seed ${first_seed}`, async () => {
    const failed = [];
    let count = 0;
    let refused = 0;
    for (const seed of seeds) {
      const spec = random_spec(chance(seed), mark);
      const lines = await failure(spec);
      refused += Number(is_refused(lines));
      if (lines.length === 0 || is_refused(lines)) continue;
      count += 1;
      if (failed.length < most_shown) failed.push(await report(seed, spec, lines));
    }
    const differ = `${count} of ${seeds.length} differ\n${failed.join('\n')}`;
    assert.ok(count <= Math.max(1, seeds.length * most_differing), differ);
    assert.ok(refused <= Math.max(2, seeds.length * most_refused), `${refused} of ${seeds.length} are refused`);
  });
}
