// How long `yokoten serve` takes from a saved file to the page that shows it: another number in a row, another sentence, another
// template. Called by race.mjs, which knows the publication.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { served, states_of } from '../../support/served.mjs';
import { folders_in } from './publication.mjs';

export const median = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Adds or takes 1 of the numerator of the first row, of this month where one is named, behind `share` of the file; returns its area. */
export function change_row(file, share, month = '') {
  const bytes = readFileSync(file);
  let begin = 0, end = Math.floor(bytes.length * share), cells;
  do {
    begin = bytes.indexOf('\n', end) + 1;
    end = bytes.indexOf('\n', begin);
    cells = bytes.toString('utf8', begin, end).split(',');
  } while (!cells[1].endsWith(month));
  cells[3] = String(Number(cells[3]) + (Number(cells[3]) < Number(cells[4]) ? 1 : -1));
  writeFileSync(file, Buffer.concat([bytes.subarray(0, begin), Buffer.from(cells.join(',')), bytes.subarray(end)]));
  return { area: cells[0], says: `${cells[3]},${cells[4]}` };
}

/** Milliseconds (medians of `runs`) until a change is told, and until the page has come that is asked for then. */
export async function preview_times(own, publication, file, runs) {
  const server = await served(publication, 'en', ['env', `YOKOTEN_HOME=${own}`]);
  const folders = folders_in(own), states = states_of(server.address);
  let { version } = (await states.next()).value;
  const shown = async (change) => {
    const asked = change();
    const saved = performance.now();
    let state;
    do state = (await states.next()).value; while (state.version === version);
    const told = performance.now();
    const page = await (await fetch(server.address + asked.page)).text();
    const came = performance.now();
    if (!page.includes(`data-shown="${state.version}"`)) throw new Error(`${asked.page} is not of version ${state.version}`);
    if (asked.says && !(await (await fetch(server.address + asked.csv)).text()).includes(asked.says)) throw new Error(`${asked.csv} does not say ${asked.says}`);
    version = state.version;
    return { told: told - saved, page: came - told, both: came - saved };
  };
  const append = (file, text) => writeFileSync(join(publication, file), readFileSync(join(publication, file), 'utf8') + text);
  const kinds = {
    row: (run) => {
      const { area, says } = change_row(join(publication, file), [0.5, 0.003, 0.99][run % 3], '2026-03');
      const page = folders.get(area);
      return { page, csv: `${page}index.csv`, says };
    },
    markdown: (run) => {
      append('pages/municipality.md', `\n${run} 番目の文。\n`);
      return { page: [...folders.values()][0] };
    },
  };
  const times = [];
  try {
    for (const [kind, change] of Object.entries(kinds)) {
      const all = [];
      for (let run = 0; run < runs; ++run) all.push(await shown(() => change(run)));
      const of = (key) => Number(median(all.map((each) => each[key])).toFixed(1));
      times.push({ changed: kind, runs, told_ms: of('told'), page_ms: of('page'), both_ms: of('both') });
    }
  } finally {
    await states.return();
    server.stop();
  }
  return times;
}
