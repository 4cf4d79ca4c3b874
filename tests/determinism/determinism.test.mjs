// The same input gives the same bytes, wherever, whenever and however often it is built.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { differing, read_tree } from '../support/tree.mjs';
import { yokoten } from '../support/yokoten.mjs';

const folder = mkdtempSync(join(tmpdir(), 'yokoten-same-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Builds the national site into a folder of this name and returns its tree. */
function build(name, jobs, env) {
  const into = join(folder, name);
  const { exit, stderr } = yokoten(['build', 'data/national', '--into', into, '--jobs', jobs], { env });
  assert.equal(exit, 0, stderr);
  const tree = read_tree(into);
  assert.ok(tree.size > 1_788, `only ${tree.size} files`);
  return tree;
}

const japan = { TZ: 'Asia/Tokyo', LANG: 'ja_JP.UTF-8', LC_ALL: 'ja_JP.UTF-8' };
const elsewhere = { TZ: 'America/New_York', LANG: 'C', LC_ALL: 'C' };
let first = new Map();

test('two builds differ by no byte, whatever time zone, locale and number of jobs', () => {
  first = build('japan', '1', japan);
  assert.deepEqual(differing(first, build('elsewhere', '2', elsewhere)), []);
});

test('building again over a standing site changes no byte', () => {
  assert.deepEqual(differing(first, build('japan', '2', elsewhere)), []);
  assert.deepEqual(differing(first, build('japan', '2', japan)), []);
});
