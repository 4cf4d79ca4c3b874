// Fixed runs take no more work than is recorded. `scripts/bench instructions --record` writes down what they take now.
import assert from 'node:assert/strict';
import test from 'node:test';
import { counted_runs, recorded } from './instructions.mjs';

const slack = 1.1;
const now = await counted_runs();
const before = recorded();

test('what is recorded is what is counted', () => assert.deepEqual(Object.keys(now), Object.keys(before)));
for (const [name, count] of Object.entries(now))
  test(`${name}: at most a tenth more instructions than recorded`, () =>
    assert.ok(count <= before[name] * slack, `${count} instructions, ${(count / before[name]).toFixed(2)} times what is recorded; if that is meant: scripts/bench instructions --record`));
