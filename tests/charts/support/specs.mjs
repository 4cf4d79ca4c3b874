// The corpus: every file of specs/ is one specification.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../specs/', import.meta.url));
const ending = '.vl.json';

/** Returns the specifications as { name, words, file, spec }, in the order of their names. */
export function corpus() {
  return readdirSync(folder).filter((file) => file.endsWith(ending)).sort().map((file) => ({
    name: file.slice(0, -ending.length),
    words: file.slice(0, -ending.length).replaceAll('-', ' '),
    file: join(folder, file),
    spec: JSON.parse(readFileSync(join(folder, file), 'utf8')),
  }));
}
