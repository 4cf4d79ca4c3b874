// How many instructions fixed runs of the program take, counted by Callgrind: unlike seconds they are the same on a busy machine.
//   node tests/bench/instructions.mjs [--record]     prints them beside what is recorded; --record writes them down
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { home, program } from '../support/yokoten.mjs';
import { write_input } from './site/input.mjs';
import { write_home, write_publication } from './site/publication.mjs';

const record = join(home, 'tests/bench/instructions.json');
const areas = 47; // one in each prefecture
const cases = 12;

/** What is counted, one after another: name → arguments. `place` holds a publication. */
const runs = {
  'a new site of 47 municipalities': (place) => ['build', join(place, 'publication'), '--into', join(place, 'site'), '--jobs', '1'],
  'the same where nothing has changed': (place) => ['build', join(place, 'publication'), '--into', join(place, 'site')],
  'a check of them': (place) => ['check', join(place, 'publication')],
  'their table as CSV': (place) => ['table', join(place, 'publication/raw/data.csv')],
};

function counted(args, env) {
  const run = spawnSync('valgrind', ['--tool=callgrind', '--callgrind-out-file=/dev/null', program, ...args], { env, encoding: 'utf8', maxBuffer: 1 << 28 });
  const found = run.stderr.match(/Collected : (\d+)/);
  if (run.status !== 0 || !found) throw new Error(`${args.join(' ')}: ${run.error ?? run.stderr}`);
  return Number(found[1]);
}

export const recorded = () => JSON.parse(readFileSync(record, 'utf8'));

/** Name → instructions. */
export async function counted_runs() {
  const place = mkdtempSync(join(tmpdir(), 'yokoten-instructions-'));
  try {
    const input = join(place, 'input'), publication = join(place, 'publication');
    mkdirSync(publication);
    write_input(areas, input);
    write_home(input, join(place, 'home'));
    await write_publication(input, publication);
    for (const name of readdirSync(join(publication, 'cases')).sort().slice(cases)) rmSync(join(publication, 'cases', name));
    const env = { ...process.env, YOKOTEN_HOME: join(place, 'home'), LC_ALL: 'C.UTF-8' };
    return Object.fromEntries(Object.entries(runs).map(([name, args]) => [name, counted(args(place), env)]));
  } finally {
    rmSync(place, { recursive: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const now = await counted_runs();
  if (process.argv[2] === '--record') writeFileSync(record, `${JSON.stringify(now, null, 2)}\n`);
  const before = recorded();
  for (const [name, count] of Object.entries(now)) console.log(`${name}: ${count} instructions, ${(count / before[name]).toFixed(3)} of what is recorded`);
}
