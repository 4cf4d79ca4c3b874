// `yokoten explain`: what it says of the national figures, against the raw files and the built pages.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { read } from './files.mjs';

const home = fileURLToPath(new URL('../..', import.meta.url));
const program = process.env.YOKOTEN ?? join(home, 'build/yokoten');
const figures = [
  ['careplan-link-rate', '鳥取県'],
  ['careplan-link-rate', '米子市'],
  ['centres', '青森県'],
  ['e-application-early', '沖縄県'],
  ['overtime', '全国'],
];

/** Returns what the program explains, as JSON. */
function explained(...words) {
  const run = spawnSync(program, ['explain', 'data/national', ...words, '--format', 'json'],
    { cwd: home, encoding: 'utf8', maxBuffer: 1 << 26 });
  assert.equal(run.status, 0, run.stderr);
  return JSON.parse(run.stdout);
}

/** Returns the cells of a line of CSV whose quotes enclose whole cells. */
const cells = (line) => [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map((match) => match[1].replace(/^"|"$/g, ''));

for (const [indicator, area] of figures) {
  test(`the explanation of ${indicator} of ${area} names cells of the raw files, their sum and the pages that show it`, () => {
    const told = explained(indicator, area);
    let named = 0;
    for (const side of [told.numerator, told.denominator]) {
      if (side.from !== 'cells') continue;
      for (const cell of side.cells) {
        const line = readFileSync(join(home, cell.file), 'utf8').replace(/^\uFEFF/, '').split(/\r?\n/)[cell.row - 1];
        assert.equal(cells(line)[cell.column - 1], cell.text, `${cell.file}:${cell.row}:${cell.column}`);
        named += 1;
      }
      const sum = side.cells.reduce((total, cell) => total + Number(/^[\d.,]+/.exec(cell.text)[0].replaceAll(',', '')), 0);
      assert.ok(Math.abs(sum - Number(side.value)) < 1e-9, `${sum} is not ${side.value}`);
    }
    assert.ok(named > 0, 'no cell named');
    assert.ok(told.pages.length > 0, 'no page named');
    const shown = Number(told.shown).toLocaleString('en', { minimumFractionDigits: told.decimals });
    for (const page of told.pages.slice(0, 40)) {
      const text = read(page.endsWith('.html') ? page : `${page}index.html`);
      assert.ok(text.includes(shown), `${page} does not show ${shown}`);
    }
  });
}
