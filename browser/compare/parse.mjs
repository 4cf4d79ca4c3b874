// Parses the charts of browser/compare/charts/ into dataflows that need no `eval`, written to templates/compare/.
//   node parse.mjs [--check]     Vega's parser comes with the packages of the tests.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, '..', '..', 'templates', 'compare');
const from_tests = createRequire(join(here, '..', '..', 'tests', 'package.json'));
const { parse } = await import(pathToFileURL(from_tests.resolve('vega')).href);

// A chart names its colours by signals, so nothing of Vega's own look is wanted.
const config = { events: { defaults: { allow: ['click', 'mousemove', 'mouseout', 'touchstart', 'touchend'] } } };

/** Returns the dataflow of a chart as one line of JSON. */
function dataflow(file) {
  const chart = JSON.parse(readFileSync(join(here, 'charts', file), 'utf8'));
  return `${JSON.stringify(parse(chart, config, { ast: true }))}\n`;
}

const stale = [];
for (const file of readdirSync(join(here, 'charts')).sort()) {
  const path = join(target, file.replace('.vg.json', '.json'));
  const made = dataflow(file);
  if (!process.argv.includes('--check')) writeFileSync(path, made);
  else if (readFileSync(path, 'utf8') !== made) stale.push(path);
}
for (const path of stale) console.error(`${path} is not what scripts/compare-charts makes`);
process.exitCode = stale.length > 0 ? 1 : 0;
