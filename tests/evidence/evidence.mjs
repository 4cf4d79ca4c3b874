// The long form: `scripts/evidence safety`. Prints what was tried as a table; what is wrong, with how to do that one point again.
//   node evidence.mjs [--seed N] [--only TRIAL] [--points N] [--point WORD]
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { killed_national } from './national.mjs';
import { opened_web, read_meanwhile } from './reader.mjs';
import { tried_without_room } from './room.mjs';
import { once_more, tried, trials, with_errands } from './trials.mjs';

const national_kills = 1000;
const rebuilds = 50;
/** How many points of each errand; all where there are not more. */
const most = { killed: Infinity, 'killed-without-exchange': Infinity, failing: 700, memory: 250, 'full-disk': Infinity };

const { values } = parseArgs({ options: { seed: { type: 'string', default: '1' }, only: { type: 'string' }, points: { type: 'string' }, point: { type: 'string' } } });
const seed = Number(values.seed);
const all = [...trials, 'full-disk', 'national', 'reader'];
if (values.only && !all.includes(values.only)) {
  console.error(`--only takes one of ${all.join(', ')}`);
  process.exit(2);
}

const count = (trial, usual) => (values.points ? Number(values.points) : usual ?? most[trial]);
const exits_text = (exits) => Object.entries(exits).sort().map(([exit, times]) => `${exit}: ${times}`).join(', ');
let wrong_points = 0;

function tell(trial, what, points, of, ended, wrong) {
  console.log(`| ${trial} | ${what} | ${points} | ${of} | ${ended} | ${wrong.length} |`);
  for (const each of wrong) console.log(`  FAILED ${each.wrong}\n    ${each.ended?.struck ? JSON.stringify(each.ended.struck) : ''}\n    again: scripts/evidence safety --point ${each.point}`);
  wrong_points += wrong.length;
}

const runs = {
  'full-disk': async () => {
    for (const row of await tried_without_room({ seed, most: count('full-disk') })) tell(row.trial, row.errand, row.points, row.of, exits_text(row.exits), row.wrong);
  },
  national: async () => {
    const done = await killed_national({ seed, count: count('national', national_kills), tell: (so_far) => process.stderr.write(`\rnational ${JSON.stringify(so_far)} `) });
    tell('national', 'build-over', done.points, '', `SIGKILL: ${done.killed}, 0: ${done.points - done.killed}; whole builds between: ${done.built}; sites exchanged: ${done.swapped}`, done.wrong);
  },
  reader: async () => {
    const web = await opened_web();
    try {
      const seen = await read_meanwhile(web, count('reader', rebuilds));
      tell('reader', `${seen.published} rebuilds`, seen.pages, '', `${seen.assets} assets`, seen.missing.map((wrong) => ({ wrong, point: 'reader' })));
    } finally {
      await web.end();
    }
  },
};

async function run_trial(trial) {
  if (runs[trial]) return runs[trial]();
  const tell_row = (row) => tell(row.trial, row.errand, row.points, row.of, exits_text(row.exits), row.wrong);
  return with_errands((ready) => tried(ready, trial, { seed, most: count(trial), tell: tell_row }));
}

if (values.point) {
  const { wrong, ended } = await once_more(values.point);
  console.log(JSON.stringify(ended, null, 2));
  console.log(wrong || 'all is well');
  process.exit(wrong ? 1 : 0);
}
console.log(`Seed ${seed}, Linux ${readFileSync('/proc/sys/kernel/osrelease', 'utf8').trim()}\n\n| trial | errand | points | of | how they ended | wrong |\n|---|---|---|---|---|---|`);
for (const trial of values.only ? [values.only] : all) {
  try {
    await run_trial(trial);
  } catch (problem) {
    console.log(`  FAILED ${trial}: ${problem.message}`);
    wrong_points += 1;
  }
}
console.log(wrong_points === 0 ? '\nNothing was wrong.' : `\n${wrong_points} wrong.`);
process.exit(wrong_points === 0 ? 0 : 1);
