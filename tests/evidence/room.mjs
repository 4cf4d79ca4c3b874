// A real disk without room: a tmpfs that is made smaller until only some pages, or some names, are left.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chance, sample } from './chance.mjs';
import { lay } from './errands.mjs';
import { disturbances, disturbed, point, undisturbed } from './points.mjs';
import { run, yokoten } from './runs.mjs';
import { with_errands } from './trials.mjs';

// As root, or as root of a user namespace; containers often forbid both.
const ways = [['unshare', '--mount'], ['unshare', '--map-root-user', '--mount']];
const large = 'size=256m,nr_inodes=100000';

function mount(folder, options) {
  const { status, stderr, error } = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { encoding: 'utf8' });
  if (status !== 0) throw new Error(error?.message ?? stderr);
}

/** The words before a program by which it may mount; or why nothing may, as `reason`. */
export function mounting() {
  const folder = mkdtempSync(join(tmpdir(), 'yokoten-mount-'));
  let reason = '';
  try {
    for (const way of ways) {
      const { status, stderr, error } = spawnSync(way[0], [...way.slice(1), 'mount', '-t', 'tmpfs', 'tmpfs', folder], { encoding: 'utf8' });
      if (status === 0) return { way };
      reason = `${way.join(' ')}: ${(error?.message ?? stderr).trim()}`;
    }
    return { reason };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Tries builds and publishes on such disks in a process that may mount; resolves to rows as tried() does, or throws why it can't. */
export async function tried_without_room({ seed, most, only = '' }) {
  const { way, reason } = mounting();
  if (!way) throw new Error(`left out, because nothing may be mounted here (${reason})`);
  const { exit, stdout, stderr } = await run(way[0], [...way.slice(1), process.execPath, fileURLToPath(import.meta.url), String(seed), String(most), only]);
  if (exit !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

const used = (disk) => {
  const { bsize, blocks, bfree, files, ffree } = statfsSync(disk);
  return { bytes: (blocks - bfree) * bsize, names: files - ffree };
};

/** Leaves so many more bytes or names than are used, lets it run, and gives the room back. */
function with_room(more) {
  return async (errand, work, at) => {
    const disk = dirname(work), now = used(disk);
    mount(disk, `remount,${more(now, at)}`);
    const ended = await yokoten(errand.args(work));
    mount(disk, `remount,${large}`);
    return ended;
  };
}
const page = 4096;
disturbances.room = with_room((now, at) => `size=${now.bytes + at * page}`);
disturbances.names = with_room((now, at) => `nr_inodes=${now.names + at}`);

/** How much an errand may take at most, in pages and names: as much as it takes in the end, or as lies there. */
async function needs(errand, work) {
  await lay(errand, work);
  const before = used(dirname(work));
  await yokoten(errand.args(work));
  const after = used(dirname(work));
  const most = (what) => Math.max(after[what] - before[what], before[what]);
  return { room: Math.ceil(most('bytes') / page), names: most('names') };
}

async function tried_here(seed, most, only) {
  return with_errands(async ({ all, work_of }) => {
    const disk = work_of('disk'), work = join(disk, 'work');
    mkdirSync(disk);
    mount(disk, large);
    try {
      return await rows_on(all, work, seed, most, only);
    } finally {
      spawnSync('umount', [disk]);
    }
  });
}

async function rows_on(all, work, seed, most, only) {
  const rows = [];
  for (const name of ['build-over', 'build-new', 'publish-folder', 'publish-back', 'publish-zip']) {
    if (only && only !== name) continue;
    const clean = await undisturbed(all[name], work);
    const need = await needs(all[name], work);
    const possible = Object.entries(need).flatMap(([kind, most_needed]) =>
      Array.from({ length: most_needed }, (_, at) => point(name, kind, at)));
    const words = sample(possible, most, chance(seed, `room ${name}`));
    const wrong = [];
    const exits = {};
    for (const word of words) {
      const result = await disturbed(all[name], clean, word, work);
      exits[result.ended.exit] = (exits[result.ended.exit] ?? 0) + 1;
      if (result.wrong) wrong.push(result);
    }
    rows.push({ trial: 'full-disk', errand: name, points: words.length, of: possible.length, exits, wrong });
  }
  return rows;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [seed, most, only] = process.argv.slice(2);
  process.stdout.write(JSON.stringify(await tried_here(Number(seed), Number(most), only)));
}
