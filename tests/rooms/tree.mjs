// The files of the repository that people write, by the folder they stand in; also where there is no git.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { home } from '../support/yokoten.mjs';

// What is built, brought by npm or left by a failed test: as .gitignore has it.
const made = /^(\.git|build.*|www|site\/.+|.*\/node_modules|tests\/(cases|broken)\/[^/]+\/actual)$/;

function below(folder) {
  return readdirSync(join(home, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (!entry.isDirectory()) return [path];
    return made.test(path) ? [] : below(path);
  });
}

/** All files, as paths from the top, sorted. */
export const files = below('').sort();

/** Returns the text of a file. */
export const read = (path) => readFileSync(join(home, path), 'utf8');

/** Returns the names of the folders right below `folder` that hold files. */
export function folders_below(folder) {
  const inside = files.filter((path) => path.startsWith(`${folder}/`)).map((path) => path.slice(folder.length + 1));
  return [...new Set(inside.filter((path) => path.includes('/')).map((path) => path.slice(0, path.indexOf('/'))))];
}
