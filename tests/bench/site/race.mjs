// Builds the site of N made-up municipalities with yokoten and, where they are, with the generators that people would use
// instead (../shared/bench/peers, Hugo, Node, Python), all from the same input. Called by `scripts/bench site N [RUNS]`; a line of
// figures each: seconds (median), those of them that yokoten waits for the disk at its end (the others leave it to the system), CPU seconds, memory, files, bytes; then how fast `yokoten serve` shows a change. Preparing the peers' input is a line of its own.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { home, program } from '../../support/yokoten.mjs';
import { most_areas, write_input } from './input.mjs';
import { change_row, median, preview_times } from './preview.mjs';
import { file_of, hash_of, write_home, write_publication } from './publication.mjs';

const [count, runs, work] = [Number(process.argv[2]), Number(process.argv[3] ?? 3), process.argv[4]];
if (count > most_areas) {
  console.error(`scripts/bench site: at most ${most_areas} municipalities, since there are no more codes: five digits and one that checks them`);
  process.exit(2);
}
const peers = join(home, '../shared/bench/peers');
const input = join(work, 'data', String(count));

function extent(folder) {
  const all = { files: 0, bytes: 0 };
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    all.files += 1;
    all.bytes += statSync(join(entry.parentPath ?? entry.path, entry.name)).size;
  }
  return all;
}

/** One run of yokoten under GNU time. */
function timed(own, publication, site, ...more) {
  const report = join(work, 'time');
  const run = spawnSync('/usr/bin/time', ['-o', report, '-f', '%e %U %S %M', program, 'build', publication, '--into', site, '--format', 'json', ...more],
    { env: { ...process.env, YOKOTEN_HOME: own }, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
  const [wall, user, system, memory] = readFileSync(report, 'utf8').trim().split(' ').map(Number);
  const { summary } = JSON.parse(run.stdout.trimEnd().split('\n').at(-1));
  return { wall, disk: summary.seconds_for_disk, cpu: user + system, memory: memory / 1024 };
}

function told(name, all, folder) {
  const line = { peer: name, areas: count, runs: all.length, wall_s: median(all.map(({ wall }) => wall)), disk_s: median(all.map(({ disk }) => disk)),
    cpu_s: Number(median(all.map(({ cpu }) => cpu)).toFixed(2)), rss_mb: Math.round(Math.max(...all.map(({ memory }) => memory))), ...extent(folder) };
  console.log(JSON.stringify({ ...line, files_per_s: Math.round(line.files / line.wall_s) }));
  return { wall: line.wall_s, work: line.wall_s - line.disk_s };
}

write_input(count, input);
const own = join(work, 'home'), publication = join(work, 'publication');
write_home(input, own);
mkdirSync(publication, { recursive: true });
await write_publication(input, publication);
const cold = [];
for (let run = 0; run <= runs; ++run) cold.push(timed(own, publication, join(work, `site-${run}`)));
const fresh = told('yokoten, a new site', cold.slice(1), join(work, `site-${runs}`));
const again = [], idle = [];
for (let run = 0; run < runs + 2; ++run) again.push(timed(own, publication, join(work, 'site-0'), '--anew'));
const anew = told('yokoten, the same site anew', again.slice(2), join(work, 'site-0'));
for (let run = 0; run < runs; ++run) idle.push(timed(own, publication, join(work, 'site-0')));
told('yokoten, nothing changed', idle, join(work, 'site-0'));

/** Changes a row in the middle, and tells the publication of its new hash. */
async function change_recorded_row() {
  const file = join(publication, file_of(count)), before = await hash_of(file);
  change_row(file, 0.5);
  const sources = join(publication, 'sources.toml');
  writeFileSync(sources, readFileSync(sources, 'utf8').replace(before, await hash_of(file)));
}
const changed = [], first = []; // the first build after a new site has no tree from before that it could bring up to date
for (let run = 0; run < runs; ++run) {
  await change_recorded_row();
  changed.push(timed(own, publication, join(work, 'site-0')));
}
told('yokoten, one row changed', changed, join(work, 'site-0'));
for (let run = 1; run <= runs; ++run) first.push(timed(own, publication, join(work, `site-${run}`)));
told('yokoten, the first row after a new site', first, join(work, 'site-1'));
for (const times of await preview_times(own, publication, file_of(count), runs * 3)) console.log(JSON.stringify({ peer: 'yokoten serve, from the saved file to the page', areas: count, ...times }));
rmSync(publication, { recursive: true });

const has = (command) => spawnSync('sh', ['-c', `command -v ${command}`]).status === 0;
if (existsSync(peers)) {
  // The physical limit: the same bytes from memory, by one thread.
  mkdirSync(join(work, 'out'), { recursive: true });
  renameSync(join(work, `site-${runs}`), join(work, `out/yokoten-${count}`));
  const limit = spawnSync('sh', [join(peers, 'run.sh'), 'write', String(count), String(runs)], { env: { ...process.env, BENCH_WORK: work, BENCH_FROM: 'yokoten' }, encoding: 'utf8' });
  console.log(`the bytes of yokoten's site alone: ${limit.stdout.trim() || limit.stderr.trim()}`);
}
// Eleventy comes from npm when it is asked for; Jinja2 is in Debian (python3-jinja2, python3-markdown-it).
const python = process.env.BENCH_PYTHON ?? '/usr/bin/python3';
const has_jinja = spawnSync(python, ['-c', 'import jinja2, markdown_it']).status === 0;
const rivals = [...(has('hugo') ? ['prep-hugo', 'hugo', 'write'] : []),
  ...(process.env.BENCH_ELEVENTY || has_jinja ? ['prep-json'] : []),
  ...(process.env.BENCH_ELEVENTY ? ['eleventy'] : []), ...(has_jinja ? ['jinja'] : [])];
const walls = {};
for (const peer of existsSync(peers) ? rivals : []) {
  const run = spawnSync('sh', [join(peers, 'run.sh'), peer, String(count), String(runs)], { env: { ...process.env, BENCH_WORK: work, BENCH_PYTHON: python }, encoding: 'utf8' });
  console.log(run.stdout.trim() || `${peer}: ${run.stderr.trim().split('\n').at(-1)}`);
  if (run.stdout.trim()) walls[peer] = JSON.parse(run.stdout.trim().split('\n').at(-1)).wall_s;
}
// With what each reads prepared from data.csv, as yokoten does it for itself.
for (const [peer, preparation] of [['hugo', 'prep-hugo'], ['eleventy', 'prep-json'], ['jinja', 'prep-json']]) {
  const theirs = walls[peer] + walls[preparation];
  if (!(theirs > 0)) continue;
  const times = ({ wall, work }) => `${(theirs / wall).toFixed(1)} times as fast as that (${(theirs / work).toFixed(1)} without the disk)`;
  console.log(`${peer} with its preparation: ${theirs.toFixed(2)} s, a new site ${times(fresh)}, anew ${times(anew)}`);
}
