// What is tried at many points: every call that ends the program, calls that fail, memory that runs out.
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { chance, sample } from './chance.mjs';
import { errands, prepare } from './errands.mjs';
import { disturbed, point, undisturbed } from './points.mjs';
import { made_sites } from './sites.mjs';

const upto = (count) => Array.from({ length: count }, (_, at) => at + 1);
const choices = [0, 1, 2, 3]; // no call fails in more ways than these
const ways = ['once', 'on'];

/** trial → the points of an errand; null where it is not tried. */
const points_of = {
  // Diff and pull write one file at a time, by replacing it.
  killed: (name, { calls }) => upto(calls).map((at) => point(name, 'kill', at)),
  'killed-without-exchange': (name, { calls }) =>
    (/^(build-over|publish-folder)$/.test(name) ? upto(calls + 2).map((at) => point(name, 'kill-plain', at)) : []),
  failing: (name, { calls }) => upto(calls).flatMap((at) => choices.flatMap((choice) => ways.map((how) => point(name, 'fail', at, choice, how)))),
  memory: (name, { asked }) => upto(asked).flatMap((at) => ways.map((how) => point(name, 'memory', at, 0, how))),
};

export const trials = Object.keys(points_of);

/** Calls `use` with { all, work_of(worker), clean_of(name, worker) }: the errands, a folder for each worker, and what is undisturbed there. */
export async function with_errands(use) {
  const folder = mkdtempSync(join(tmpdir(), 'yokoten-evidence-'));
  const sites = await made_sites();
  try {
    await prepare(sites, folder);
    const all = errands(sites);
    const work_of = (worker) => join(folder, `work-${worker}`);
    const known = new Map();
    // What is said names the folder, so each worker knows what is said in its own.
    const clean_of = async (name, worker) => {
      const key = `${name} ${worker}`;
      if (!known.has(key)) known.set(key, await undisturbed(all[name], work_of(worker)));
      return known.get(key);
    };
    return await use({ all, work_of, clean_of });
  } finally {
    sites.web?.end();
    sites.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Does the points of one errand side by side; resolves to those where something is wrong. */
async function wrong_points(errand, words, work_of, clean_of, workers, exits) {
  const wrong = [];
  let next = 0;
  const work_on = async (worker) => {
    for (let at = next++; at < words.length; at = next++) {
      const result = await disturbed(errand, clean_of(worker), words[at], work_of(worker));
      exits[result.ended.exit] = (exits[result.ended.exit] ?? 0) + 1;
      if (result.wrong) wrong.push(result);
    }
  };
  await Promise.all(upto(workers).map(work_on));
  return wrong;
}

/**
 * Tries each errand at up to `most` points, which the seed chooses; resolves to
 * [{ trial, errand, points, of, exits, wrong }], and calls `tell` with each as it is done: `exits` counts how they ended.
 */
export async function tried({ all, work_of, clean_of }, trial, { seed, most, workers = availableParallelism(), tell = () => {} }) {
  const rows = [];
  for (const [name, errand] of Object.entries(all)) {
    const clean = [];
    for (const worker of upto(workers)) clean[worker] = await clean_of(name, worker);
    const possible = points_of[trial](name, clean[1]);
    if (possible.length === 0) continue;
    const words = sample(possible, most, chance(seed, `${trial} ${name}`));
    const exits = {};
    const wrong = await wrong_points(errand, words, work_of, (worker) => clean[worker], workers, exits);
    rows.push({ trial, errand: name, points: words.length, of: possible.length, exits, wrong });
    tell(rows.at(-1));
  }
  return rows;
}

/** Does one point again; resolves to what disturbed() tells. */
export function once_more(word) {
  return with_errands(async ({ all, work_of, clean_of }) => {
    const name = word.split('/')[0];
    if (!all[name]) throw new Error(`${word}: no such errand`);
    return disturbed(all[name], await clean_of(name, 1), word, work_of(1));
  });
}
