// Times the hiding of small counts: 1,741 municipalities, 5 parts and 6 periods, as they are and as running totals whose
// growth is a count too. Called by scripts/bench protect with the program; prints a line each.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { write } from '../disclosure/publication.mjs';
import { home, yokoten } from '../support/yokoten.mjs';

const services = ['a', 'b', 'c', 'd', 'e'];
const periods = ['2019', '2020', '2021', '2022', '2023', '2024'];
const towns = readFileSync(join(home, 'data/areas/municipalities.csv'), 'utf8').trim().split(/\r?\n/).slice(1).map((line) => line.split(',')[0]);

/** Rows of all towns; figures are those of a period, or what has come together up to then. */
function rows(cumulative) {
  let state = 12345;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return towns.flatMap((code) => {
    const figures = services.map(() => 0);
    const size = Math.exp(7 * random());
    return periods.map((period) => {
      services.forEach((_, at) => {
        const figure = Math.floor(size * (random() + 0.2) * (0.2 + 0.3 * at));
        figures[at] = cumulative ? figures[at] + figure : figure;
      });
      return [code, period, ...figures].join(',');
    });
  });
}

const folder = mkdtempSync(join(tmpdir(), 'yokoten-bench-'));
try {
  for (const cumulative of [false, true]) {
    const publication = join(folder, cumulative ? 'running' : 'plain');
    write(publication, {
      tables: [{ id: 'users', lines: [`市町村,年,${services.join(',')}`, ...rows(cumulative)],
        toml: ['area = "市町村"', 'level = "municipality"', 'period = "年"', '[[source.unpivot]]', 'into = "breakdown:service"', 'measure = "users"',
          `columns = [${services.map((each) => `"${each}"`)}]`, '[source.disclosure]', 'cells = 10', `cumulative = ${cumulative}`] }],
      indicators: { users: ['unit = "人"', 'levels = ["nation", "prefecture", "municipality"]', 'count = { sum = "users" }', 'by = "service"'] } });
    const start = process.hrtime.bigint();
    const run = yokoten(['check', publication, '--lang', 'en']);
    const seconds = Number(process.hrtime.bigint() - start) / 1e9;
    const hidden = run.stdout.match(/(\d+) counts that the rule names are hidden, and (\d+) others/);
    if (run.exit !== 0 || !hidden) throw new Error(run.stdout + run.stderr);
    console.log(`${cumulative ? 'cumulative' : 'plain'}: ${seconds.toFixed(1)} s, ${hidden[1]} small counts hidden and ${hidden[2]} besides`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
