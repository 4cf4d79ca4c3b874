// Every specification of the corpus looks as real Vega draws it, in the fixed form that `yokoten chart` prints.
import assert from 'node:assert/strict';
import test from 'node:test';
import { yokoten } from '../support/yokoten.mjs';
import { differences } from './support/compare.mjs';
import { corpus } from './support/specs.mjs';
import { draw, fills_its_column } from './support/vega.mjs';

const column_widths = [288, 400, 720]; // px: the narrowest column, one between, the widest
const other_width = 300; // px: a width given to a specification that has its own

/** Returns the widths at which a specification is compared; undefined is its own. */
function widths(name, spec) {
  if (fills_its_column(spec)) return column_widths;
  return name.startsWith('shape-') ? [undefined, other_width] : [undefined];
}

for (const { name, words, file, spec } of corpus()) {
  for (const width of widths(name, spec)) {
    test(`${words}${width ? `, ${width} px wide,` : ''} looks as Vega draws it`, async () => {
      const run = yokoten(['chart', file, ...(width ? ['--width', String(width)] : [])]);
      assert.equal(run.exit, 0, run.stderr);
      const { svg, said } = await draw(spec, width);
      assert.deepEqual(said, [], 'what Vega warns of');
      const options = { labels: spec.encoding?.description !== undefined, grown: fills_its_column(spec) };
      const lines = differences(svg, run.stdout, options);
      if (lines.length > 0) assert.fail(lines.slice(0, 50).join('\n'));
    });
  }
}
