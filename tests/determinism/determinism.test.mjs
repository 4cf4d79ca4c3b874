// The same input gives the same bytes, wherever, whenever and however often it is built.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { differing_folders, paths } from '../support/tree.mjs';
import { yokoten } from '../support/yokoten.mjs';

const folder = mkdtempSync(join(tmpdir(), 'yokoten-same-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Builds the national site into a folder of this name and returns where that is. */
function build(name, jobs, env, ...more) {
  const into = join(folder, name);
  const { exit, stderr } = yokoten(['build', 'data/national', '--into', into, '--jobs', jobs, ...more], { env });
  assert.equal(exit, 0, stderr);
  return into;
}

const japan = { TZ: 'Asia/Tokyo', LANG: 'ja_JP.UTF-8', LC_ALL: 'ja_JP.UTF-8' };
const elsewhere = { TZ: 'America/New_York', LANG: 'C', LC_ALL: 'C' };

test('two builds differ by no byte, whatever time zone, locale and number of jobs', () => {
  const first = build('japan', '1', japan), second = build('elsewhere', '2', elsewhere);
  assert.ok(paths(first).length > 20_000, `only ${paths(first).length} files`);
  assert.deepEqual(differing_folders(first, second), []);
});

test('building again over a standing site changes no byte', () => {
  assert.deepEqual(differing_folders(join(folder, 'japan'), build('elsewhere', '2', japan, '--anew')), []);
});

test('a folder that differs by a byte or a file is told', () => {
  const [a, b] = ['a', 'b'].map((name) => join(folder, name));
  for (const path of [a, b]) mkdirSync(path);
  writeFileSync(join(a, 'same'), '1');
  writeFileSync(join(b, 'same'), '2');
  writeFileSync(join(b, 'more'), '');
  assert.equal(differing_folders(a, b).length, 2);
});
