// The national publication, for tests that change it.
import { appendFileSync, cpSync } from 'node:fs';
import { join } from 'node:path';
import { home } from './yokoten.mjs';

/** Copies it into the folder without pictures for shared links: thousands of them take longer than all the rest of a build. */
export function copy_nation(into) {
  cpSync(join(home, 'data/national'), into, { recursive: true });
  appendFileSync(join(into, 'publication.toml'), '\n[files]\nshare = false\n');
}
