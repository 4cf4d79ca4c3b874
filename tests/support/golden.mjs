// Writes the expected files of all cases anew, or of those whose folders are named.
import { resolve } from 'node:path';
import { case_folders, refresh, refresh_findings } from './case.mjs';

const chosen = process.argv.slice(2).map((folder) => resolve(folder));
const is_chosen = (folder) => chosen.length === 0 || chosen.includes(folder);
const known = [...case_folders('cases'), ...case_folders('broken')];
const failed = chosen.filter((folder) => !known.includes(folder));
for (const folder of failed) console.error(`scripts/golden: ${folder} is no case`);

/** Calls `write` for the chosen folders and goes on after a failure, so that one run shows them all. */
function refresh_each(kind, write) {
  for (const folder of case_folders(kind).filter(is_chosen)) {
    try {
      write(folder);
    } catch (error) {
      failed.push(folder);
      console.error(`scripts/golden: ${error.message}`);
    }
  }
}

refresh_each('cases', refresh);
refresh_each('broken', refresh_findings);
process.exitCode = failed.length > 0 ? 1 : 0;
