// The files of the whole built site, and its pages as text.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { paths } from '../support/tree.mjs';

export const root = process.env.YOKOTEN_SITE ?? fileURLToPath(new URL('../../site/national', import.meta.url));
export const files = new Set(paths(root));
export const pages = [...files].filter((path) => path.endsWith('.html'));
export const read = (path) => readFileSync(join(root, path), 'utf8');

/** Returns the records of a CSV text by RFC 4180. */
export function records(text) {
  const rows = [[]];
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n)/g)) {
    rows.at(-1).push(quoted?.replaceAll('""', '"') ?? bare);
    if (end !== ',') rows.push([]);
  }
  return rows.slice(0, -1);
}
