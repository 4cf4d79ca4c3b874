// The search as a page has it: the bundle and the index of the built national site, without a browser.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runInThisContext } from 'node:vm';

const home = fileURLToPath(new URL('../..', import.meta.url));
export const root = process.env.YOKOTEN_SITE ?? join(home, 'site/national');

/** Returns `find` over the areas alone, or with `more` over all of the site or its English edition (`en/`). */
export function search({ more = true, edition = '' } = {}) {
  const run = (path) => runInThisContext(readFileSync(path, 'utf8'), { filename: path });
  run(join(home, 'build/browser/search.js'));
  run(join(root, 'search/areas.js'));
  if (more) run(join(root, edition, 'search/more.js'));
  return globalThis.yokotenSearch.find;
}

function rows_of(name) {
  const [header, ...lines] = readFileSync(join(home, 'data/areas', name), 'utf8').trimEnd().split('\n').map((line) => line.split(','));
  return lines.map((cells) => Object.fromEntries(header.map((column, at) => [column, cells[at]])));
}

export const prefectures = rows_of('prefectures.csv').map((row) => ({ ...row, path: `areas/${row.number}/` }));
export const municipalities = rows_of('municipalities.csv').map((row) => ({ ...row, path: `areas/${row.prefecture}/${row.code}/` }));
export const changes = rows_of('changes.csv');

/** Areas as the English edition names them: name, home (the prefecture of a municipality), path. */
function named_in_english() {
  let raw = null;
  new Function('yokotenCompare', readFileSync(join(root, 'en/compare/figures.js'), 'utf8'))({ figures: (given) => { raw = given; } });
  const { prefecture, municipality } = raw.areas;
  return [
    ...prefecture.map(([code, name]) => ({ name, home: '', path: `areas/${code.slice(0, 2)}/` })),
    ...municipality.map(([code, name, , , at]) => ({ name, home: raw.prefectures[at][1], path: `areas/${code.slice(0, 2)}/${code}/` })),
  ];
}
export const english_areas = named_in_english();
