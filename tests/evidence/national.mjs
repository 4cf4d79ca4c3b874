// The national build killed at moments by chance. Between two kills nothing is laid down anew: each goes on from what the last one left.
import assert from 'node:assert/strict';
import { cpSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { home, program } from '../support/yokoten.mjs';
import { chance } from './chance.mjs';
import { run } from './runs.mjs';
import { hash_of } from './trees.mjs';

const versions = ['one', 'other'];
const kills_between_builds = 10;
const kills_between_hashes = 25;

/** Path, place on the disk, size and last change of every file: nothing can change a file without this. */
function trace(folder) {
  const lines = [];
  const look = (path) => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const full = `${path}/${entry.name}`;
      if (entry.isDirectory()) look(full);
      else {
        const { ino, size, ctimeNs } = lstatSync(full, { bigint: true });
        lines.push(`${full} ${ino} ${size} ${ctimeNs}`);
      }
    }
  };
  look(folder);
  return lines.sort().join('\n');
}

/** Copies the publication to `folder` so that every page differs from that of another version. */
function lay_version(publication, folder, version) {
  cpSync(publication, folder, { recursive: true });
  // Every page names the style. Printing is left out: it takes longer than all else.
  mkdirSync(join(folder, 'templates/styles'), { recursive: true });
  const styles = readFileSync(join(home, 'templates/styles/content.css'), 'utf8');
  writeFileSync(join(folder, 'templates/styles/content.css'), `${styles}\n.${version} { color: inherit }\n`);
  const settings = join(folder, 'publication.toml');
  writeFileSync(settings, readFileSync(settings, 'utf8').replace(/^pdf = true.*$/m, ''));
}

/** Builds each version twice, undisturbed; resolves to their hashes and how long the last took, in ms. */
async function built_twice(build, site) {
  const hashes = {};
  let longest = 0;
  for (const version of [...versions, ...versions]) {
    const begun = Date.now();
    const { exit, stderr } = await build(version);
    assert.equal(exit, 0, stderr);
    longest = Date.now() - begun;
    hashes[version] = hash_of(site);
  }
  return { hashes, longest };
}

/** What stands at `site`, by the two hashes it may have; the trace tells cheaply whether anything changed. */
function watched(site, hashes) {
  let [next, standing] = versions;
  let known = trace(site);
  return {
    next: () => next,
    /** Returns what is wrong, and whether the next version stands now; without `thoroughly` only a site that changed is read. */
    judge(thoroughly, must_be) {
      const now = trace(site);
      if (now === known && !thoroughly) return { wrong: must_be ? ['nothing has changed'] : [], swapped: false };
      const hash = hash_of(site);
      const wrong = [];
      if (hash !== hashes[standing] && hash !== hashes[next]) wrong.push('what stands is neither the old nor the new');
      if (must_be && hash !== hashes[must_be]) wrong.push('the new does not stand');
      const swapped = hash === hashes[next];
      if (swapped) [next, standing] = [standing, next];
      known = now;
      return { wrong, swapped };
    },
  };
}

/** The names beside the site that no build leaves there. */
const left_lying = (folder) => readdirSync(folder)
  .filter((name) => ![...versions, 'site', 'site.release.json', '.site.next', '.site.yokoten-lock', '.site.yokoten-read', '.site.yokoten-pages'].includes(name));

/** Kills builds until `count` or ten wrongs; resolves to { points, killed, swapped, built, longest, wrong: [{ point, wrong }] }. */
async function kill({ folder, site, build, random, count, tell }) {
  const { hashes, longest: at_first } = await built_twice(build, site);
  const stand = watched(site, hashes);
  const done = { points: 0, killed: 0, swapped: 0, built: 0 };
  const wrong = [];
  let longest = at_first;
  const judge = (point, when, must_be = null) => {
    const judged = stand.judge(done.points % kills_between_hashes === 0, must_be);
    if (judged.swapped) done.swapped += 1;
    wrong.push(...judged.wrong.map((what) => ({ point, wrong: `${when}: ${what}` })));
  };
  const build_on = async (point) => {
    const next = stand.next();
    const begun = Date.now();
    const { exit, stderr } = await build(next);
    longest = Date.now() - begun; // the machine may be busier than it was: moments go on reaching the exchange, which is at the end
    if (exit !== 0) wrong.push({ point, wrong: `the next build ended with ${exit}: ${stderr}` });
    judge(point, 'the next build', next);
    done.built += 1;
    const names = left_lying(folder);
    if (names.length > 0) wrong.push({ point, wrong: `after the next build there lies ${names.join(' ')}` });
    tell({ ...done, wrong: wrong.length });
  };
  while (done.points < count && wrong.length < 10) {
    done.points += 1;
    const moment = random.below(Math.round(longest * 1.05));
    const point = `national/${done.points}/${moment}ms`;
    const { exit, stderr } = await build(stand.next(), moment);
    if (exit === 'SIGKILL') done.killed += 1;
    else if (exit !== 0) wrong.push({ point, wrong: `it ended with ${exit}: ${stderr}` });
    judge(point, `killed after ${moment} ms`);
    if (done.points % kills_between_builds === 0) await build_on(point);
  }
  return { ...done, longest, wrong };
}

/** Kills `count` builds of two versions of `publication`; resolves to what `kill` says of them. */
export async function killed_national({ seed, count, publication = join(home, 'data/national'), tell = () => {} }) {
  const folder = mkdtempSync(join(tmpdir(), 'yokoten-national-'));
  const site = join(folder, 'site');
  const build = (version, kill_after = null) => run(program, ['build', join(folder, version), '--into', site], {}, kill_after);
  try {
    for (const version of versions) lay_version(publication, join(folder, version), version);
    return await kill({ folder, site, build, random: chance(seed, 'national'), count, tell });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
