// Which pages of a site stand for the others: one of each kind, and some by chance that can be repeated.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { chance } from '../charts/support/random.mjs';

/** Returns the HTML files of a site, in order. */
export function all_pages(folder) {
  return readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.html')).sort();
}

/** The address of a page's file below the site: `areas/31/` of areas/31/index.html. */
export const address_of = (file) => file.replace(/(^|\/)index\.html$/, '$1');

/** What a page is of: each page right below the top is a kind of its own, so are those one folder further with one parent. */
function kind_of(file) {
  const folders = address_of(file).split('/').filter(Boolean);
  const whole = folders[0] === 'embed';
  return folders.map((name, at) => (at > 0 && (whole || at === folders.length - 1 || /^\d+$/.test(name)) ? '*' : name)).join('/');
}

/** Returns the smallest and the largest page of each kind. */
export function kinds_of(folder, files) {
  const kinds = new Map();
  for (const file of files) kinds.set(kind_of(file), [...(kinds.get(kind_of(file)) ?? []), file]);
  const size = (file) => statSync(join(folder, file)).size;
  const ends = [...kinds.values()].flatMap((list) => {
    const sorted = list.map((file) => [size(file), file]).sort(([a], [b]) => a - b).map(([, file]) => file);
    return [sorted[0], sorted.at(-1)];
  });
  return [...new Set(ends)].sort();
}

/** Returns one in `share` of a list by chance, at least one, in the list's order. */
export function sample_of(list, share, seed) {
  const chosen = new Set(chance(seed).shuffled(list).slice(0, Math.ceil(list.length / share)));
  return list.filter((each) => chosen.has(each));
}
