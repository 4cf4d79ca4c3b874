// What stands in a folder, as one text that tells of every path and byte.
import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';

const sum = (bytes) => createHash('sha256').update(bytes).digest('hex').slice(0, 16);

/** Returns [path, what] of all below `folder` (or of the file), sorted; nothing where it is not there. */
export function listing(folder) {
  const found = [];
  const look = (path) => {
    const full = path ? join(folder, path) : folder;
    const status = lstatSync(full, { throwIfNoEntry: false });
    if (!status) return;
    if (!status.isDirectory()) {
      found.push([path, status.isSymbolicLink() ? `-> ${readlinkSync(full)}` : sum(readFileSync(full))]);
      return;
    }
    const names = readdirSync(full);
    if (names.length === 0 || !path) found.push([`${path}/`, 'folder']);
    for (const name of names) look(path ? `${path}/${name}` : name);
  };
  look('');
  return found.sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The same as one hash, of the paths that are wanted; `absent` where nothing is there. */
export function hash_of(folder, wanted = () => true) {
  const found = listing(folder).filter(([path]) => wanted(path));
  return found.length === 0 ? 'absent' : sum(JSON.stringify(found));
}
