// The short form: a few points of every trial, which a seed chooses; `scripts/evidence safety` tries thousands.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import test from 'node:test';
import { home } from '../support/yokoten.mjs';
import { killed_national } from './national.mjs';
import { opened_web, read_meanwhile } from './reader.mjs';
import { tried, with_errands } from './trials.mjs';

const seed = 20261121;
const workers = 1; // other tests run beside these

const sentences = {
  killed: [1, 'what is killed before any call to the system leaves the old or the new, and the next run brings the new and nothing else'],
  'killed-without-exchange': [2, 'where trees can only be exchanged in steps, what is killed between them is set right by the next run'],
  failing: [2, 'a call to the system that fails ends in a message with a place or in the right result'],
  memory: [1, 'memory that runs out ends in a message and leaves what stood'],
};
test('disturbed at points by chance', (t) => with_errands(async (ready) => {
  for (const [trial, [most, sentence]] of Object.entries(sentences)) {
    await t.test(sentence, async () => {
      const rows = await tried(ready, trial, { seed, most, workers });
      assert.ok(rows.length > 1 && rows.every(({ points }) => points === most), JSON.stringify(rows));
      assert.deepEqual(rows.flatMap(({ wrong }) => wrong.map(({ point, wrong: what, ended }) => ({ point, what, struck: ended.struck, stderr: ended.stderr }))), []);
    });
  }
}));

test('a build that is killed at moments by chance leaves the old or the new site', async () => {
  const done = await killed_national({ seed, count: 4, publication: join(home, 'tests/cases/english/input') });
  assert.deepEqual(done.wrong, []);
  assert.equal(done.points, 4);
});

test('a reader of a site that is published again and again finds what each page needs', async () => {
  const web = await opened_web();
  try {
    const { missing, assets } = await read_meanwhile(web, 3);
    assert.deepEqual(missing, []);
    assert.ok(assets > 20, `only ${assets} assets were asked for`);

    const slow = await web.missing_from('about/', web.publish);
    assert.deepEqual(slow.missing, [], 'opened before a publish, read after it');
    assert.ok(slow.assets > 0);

    // A build keeps no assets of the site before: it leaves a folder alone that was published to.
    const served = await web.missing_from('about/', async () => {
      const { exit, stderr } = await web.build_into_served();
      assert.equal(exit, 1);
      assert.match(stderr, /publish\.published/);
    });
    assert.deepEqual(served.missing, []);
  } finally {
    await web.end();
  }
});
