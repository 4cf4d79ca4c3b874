// Sets this program's charts beside Vega's in Node: from a specification to its SVG, fresh each time, and the same
// with reading the specification's text before.
// Called by scripts/bench charts with the benchmark program; prints a table.
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shapes, specs_of_shape, specs_of_site } from './specs.mjs';
import { draw } from '../charts/support/vega.mjs';

const [program] = process.argv.slice(2);
const rounds = 3; // of both renderers in turn; the median of their rates counts
const charts_a_shape = 500;
const vega_charts_a_shape = 40;
const vega_warm_up = 10; // charts before the clock starts: Node compiles what runs often
const municipalities = 5000;
const dashboards = 350;

const folder = mkdtempSync(join(tmpdir(), 'yokoten-bench-'));

/** Draws the specifications with this program and returns its report. */
function ours(specs, form) {
  const file = join(folder, 'specs.jsonl');
  writeFileSync(file, [...specs].map((spec) => `${JSON.stringify(spec)}\n`).join(''));
  const input = openSync(file, 'r');
  const run = spawnSync(program, [form], { stdio: [input, 'pipe', 'inherit'], encoding: 'utf8' });
  closeSync(input);
  if (run.status !== 0) throw new Error(`${program} ended with ${run.status ?? run.signal}`);
  return JSON.parse(run.stdout);
}

/** Returns the milliseconds that Vega and V8 take for each chart: to draw it, and to read its text before. */
async function vegas(specs) {
  const texts = specs.map((spec) => JSON.stringify(spec));
  for (const text of texts.slice(0, vega_warm_up)) await draw(JSON.parse(text));
  const start = performance.now();
  const read = texts.slice(vega_warm_up).map((text) => JSON.parse(text));
  const middle = performance.now();
  for (const spec of read) await draw(spec);
  return { parse: (middle - start) / read.length, draw: (performance.now() - middle) / read.length };
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const column = (text, width) => String(text).padStart(width);
const whole = (number) => Math.round(number).toLocaleString('en');

/** Prints one line of the table: a shape in both renderers. */
async function compare(shape) {
  const [own, theirs] = [[], []];
  let bytes = 0;
  for (let round = 0; round < rounds; round += 1) {
    const report = ours(specs_of_shape(shape, charts_a_shape), 'fixed');
    own.push({ parse: report.parse_ms / report.charts, draw: report.draw_ms / report.charts });
    theirs.push(await vegas(specs_of_shape(shape, vega_charts_a_shape + vega_warm_up)));
    bytes = report.bytes / report.charts;
  }
  const of = (reports, key) => median(reports.map((report) => report[key]));
  const both = (reports) => of(reports, 'parse') + of(reports, 'draw');
  console.log(shape.padEnd(24), column(whole(1000 / of(own, 'draw')), 9), column(whole(1000 / of(theirs, 'draw')), 9),
    column(`${whole(of(theirs, 'draw') / of(own, 'draw'))}x`, 7), column(`${whole(both(theirs) / both(own))}x`, 10),
    column(whole(of(own, 'parse') * 1000), 9), column(whole(of(own, 'draw') * 1000), 9), column((bytes / 1024).toFixed(1), 7));
}

/** Prints how long all charts of a site take in one process. */
function site(form) {
  const report = ours(specs_of_site(municipalities, dashboards), form);
  console.log(`${whole(municipalities)} municipality + ${dashboards} dashboard charts, ${form}: ${((report.parse_ms + report.draw_ms) / 1000).toFixed(2)} s`
    + ` (reading JSON ${(report.parse_ms / 1000).toFixed(2)} s, drawing ${(report.draw_ms / 1000).toFixed(2)} s), at most ${(report.most_kib / 1024).toFixed(1)} MB`);
}

try {
  console.log(''.padEnd(24), column('charts/s', 9), column('Vega/s', 9), column('ratio', 7), column('with JSON', 10), column('µs JSON', 9), column('µs drawn', 9), column('KB', 7));
  for (const shape of Object.keys(shapes)) await compare(shape);
  site('fixed');
  site('fluid');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
