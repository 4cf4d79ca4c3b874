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

/** Kills `count` builds; resolves to { points, kills, builds, swaps, wrong: [{ point, wrong }] }. `publication` is what is built. */
export async function killed_national({ seed, count, publication = join(home, 'data/national'), tell = () => {} }) {
  const folder = mkdtempSync(join(tmpdir(), 'yokoten-national-'));
  const random = chance(seed, 'national');
  const site = join(folder, 'site');
  const draft = (version) => join(folder, version);
  const build = (version, kill_after = null) => run(program, ['build', draft(version), '--into', site], {}, kill_after);
  const wrong = [];
  try {
    const hashes = {};
    for (const version of versions) {
      cpSync(publication, draft(version), { recursive: true });
      // Every page names the style, so every page differs. Printing is left out: it takes longer than all else.
      mkdirSync(join(draft(version), 'templates/styles'), { recursive: true });
      const styles = readFileSync(join(home, 'templates/styles/content.css'), 'utf8');
      writeFileSync(join(draft(version), 'templates/styles/content.css'), `${styles}\n.${version} { color: inherit }\n`);
      const settings = join(draft(version), 'publication.toml');
      writeFileSync(settings, readFileSync(settings, 'utf8').replace(/^pdf = true.*$/m, ''));
    }
    let longest = 0;
    for (const version of [...versions, ...versions]) {
      const begun = Date.now();
      const { exit, stderr } = await build(version);
      assert.equal(exit, 0, stderr);
      longest = Date.now() - begun;
      hashes[version] = hash_of(site);
    }
    let [next, standing] = versions;
    let known = trace(site);
    const done = { points: 0, killed: 0, swapped: 0, built: 0 };
    const judge = (point, when, must_be = null) => {
      const now = trace(site);
      if (now !== known || done.points % kills_between_hashes === 0) {
        const hash = hash_of(site);
        if (hash !== hashes[standing] && hash !== hashes[next]) wrong.push({ point, wrong: `${when}: what stands is neither the old nor the new` });
        if (must_be && hash !== hashes[must_be]) wrong.push({ point, wrong: `${when}: the new does not stand` });
        if (hash === hashes[next]) {
          done.swapped += 1;
          [next, standing] = [standing, next];
        }
        known = now;
      } else if (must_be) wrong.push({ point, wrong: `${when}: nothing has changed` });
    };
    while (done.points < count && wrong.length < 10) {
      done.points += 1;
      const moment = random.below(Math.round(longest * 1.05));
      const point = `national/${done.points}/${moment}ms`;
      const { exit, stderr } = await build(next, moment);
      if (exit === 'SIGKILL') done.killed += 1;
      else if (exit !== 0) wrong.push({ point, wrong: `it ended with ${exit}: ${stderr}` });
      judge(point, `killed after ${moment} ms`);
      if (done.points % kills_between_builds === 0) {
        const begun = Date.now();
        const ended = await build(next);
        longest = Date.now() - begun; // the machine may be busier than it was: moments go on reaching the exchange, which is at the end
        if (ended.exit !== 0) wrong.push({ point, wrong: `the next build ended with ${ended.exit}: ${ended.stderr}` });
        judge(point, 'the next build', next);
        done.built += 1;
        const names = readdirSync(folder).filter((name) => ![...versions, 'site', 'site.release.json', '.site.next', '.site.yokoten-lock', '.site.yokoten-read'].includes(name));
        if (names.length > 0) wrong.push({ point, wrong: `after the next build there lies ${names.join(' ')}` });
        tell({ ...done, wrong: wrong.length });
      }
    }
    return { ...done, longest, wrong };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
