// A golden that no longer fits shows what was expected and what came out, as text and as pictures.
import assert from 'node:assert/strict';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import test from 'node:test';
import { mismatch } from '../support/mismatch.mjs';
import { home, with_folder } from '../support/yokoten.mjs';

const page = 'expected/about/index.html';

/** Calls `use` with a copy of a case in a folder of its own. */
function with_case(name, use) {
  return with_folder((folder) => {
    const copy = join(folder, name);
    cpSync(join(home, 'tests/cases', name), copy, { recursive: true });
    return use(copy, { into: join(folder, 'pictures') });
  });
}

/** Returns the width and height of a PNG. */
const size_of = (png) => [png.readUInt32BE(16), png.readUInt32BE(20)];

test('a spoiled page is shown before and after, side by side, and its lines are told', () => with_case('small-publication', (folder, options) => {
  const text = readFileSync(join(folder, page), 'utf8');
  const heading = '<h2 id="s1-h">出典</h2>';
  assert.ok(text.includes(heading));
  writeFileSync(join(folder, page), text.replace(heading, '<h2 id="s1-h">むかしの見出し</h2><p>むかしの文。</p>'));
  const why = mismatch(folder, options);
  const both = join(options.into, 'about-index.html.png');
  assert.ok(why.includes(`picture: ${relative(home, both)} `), why);
  assert.match(why, /-.*むかしの見出し/);
  const [before, after] = ['before', 'after'].map((side) => readFileSync(join(options.into, side, 'about/index.html.png')));
  assert.notDeepEqual(before, after);
  const [[width, taller], [other_width, lower], [sheet_width, sheet_height]] = [before, after, readFileSync(both)].map(size_of);
  assert.ok(taller > lower, 'the line that is gone takes room');
  assert.equal(width, other_width);
  assert.ok(sheet_width > 2 * width && sheet_height > taller);
}));

test('pages are drawn with their styles', () => with_case('small-publication', (folder, options) => {
  writeFileSync(join(folder, page), readFileSync(join(folder, page), 'utf8').replace('</main>', '<p>x</p></main>'));
  mismatch(folder, options);
  const drawn = readFileSync(join(options.into, 'before/about/index.html'), 'utf8');
  assert.match(drawn, /href="\.\.\/assets\/style\.[0-9a-f]{12}\.css"/);
}));

test('a case that gives what is expected has nothing to show', () => with_case('small-publication', (folder, options) => {
  assert.equal(mismatch(folder, options), undefined);
}));

test('a golden that is no page is told without a picture', () => with_case('table-as-csv', (folder, options) => {
  writeFileSync(join(folder, 'expected/stdout'), 'old\n');
  const why = mismatch(folder, options);
  assert.match(why, /^differs: stdout\n--- expected\/stdout/);
}));
