// Sets this program's charts beside Vega's in Node: from a specification as text to its SVG, fresh each time.
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

/** Returns the charts a second that Vega draws, each from its text. */
async function vegas_rate(specs) {
  const texts = specs.map((spec) => JSON.stringify(spec));
  for (const text of texts.slice(0, vega_warm_up)) await draw(JSON.parse(text));
  const start = performance.now();
  for (const text of texts.slice(vega_warm_up)) await draw(JSON.parse(text));
  return (texts.length - vega_warm_up) / (performance.now() - start) * 1000;
}

const per_second = (report) => report.charts / (report.parse_ms + report.draw_ms) * 1000;
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const column = (text, width) => String(text).padStart(width);
const whole = (number) => Math.round(number).toLocaleString('en');

/** Prints one line of the table: a shape in both renderers. */
async function compare(shape) {
  const [reports, vegas] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    reports.push(ours(specs_of_shape(shape, charts_a_shape), 'fixed'));
    vegas.push(await vegas_rate(specs_of_shape(shape, vega_charts_a_shape + vega_warm_up)));
  }
  const [rate, vega] = [median(reports.map(per_second)), median(vegas)];
  const micro = (key) => whole(median(reports.map((report) => report[key] / report.charts)) * 1000);
  const kilobytes = (reports[0].bytes / reports[0].charts / 1024).toFixed(1);
  console.log(shape.padEnd(24), column(whole(rate), 9), column(whole(vega), 9), column(`${whole(rate / vega)}x`, 7),
    column(micro('parse_ms'), 9), column(micro('draw_ms'), 9), column(kilobytes, 7));
}

/** Prints how long all charts of a site take in one process. */
function site(form) {
  const report = ours(specs_of_site(municipalities, dashboards), form);
  console.log(`${whole(municipalities)} municipality + ${dashboards} dashboard charts, ${form}: ${((report.parse_ms + report.draw_ms) / 1000).toFixed(2)} s`
    + ` (reading JSON ${(report.parse_ms / 1000).toFixed(2)} s, drawing ${(report.draw_ms / 1000).toFixed(2)} s), at most ${(report.most_kib / 1024).toFixed(1)} MB`);
}

try {
  console.log(''.padEnd(24), column('charts/s', 9), column('Vega/s', 9), column('ratio', 7), column('µs JSON', 9), column('µs drawn', 9), column('KB', 7));
  for (const shape of Object.keys(shapes)) await compare(shape);
  site('fixed');
  site('fluid');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
