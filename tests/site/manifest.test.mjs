// manifest.json is what an operator checks an upload against.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { files, read, root } from './files.mjs';

const listed = JSON.parse(read('manifest.json')).files;
const by_path = new Map(listed.map((entry) => [entry.path, entry]));

test('the manifest lists every file but itself', () => {
  const missing = [...files].filter((path) => path !== 'manifest.json' && !by_path.has(path));
  assert.deepEqual(missing, []);
});

test('the manifest lists no file that is not there', () => {
  assert.deepEqual([...by_path.keys()].filter((path) => !files.has(path)), []);
});

test('every size and checksum in the manifest is right', () => {
  const wrong = listed.filter(({ path, bytes, sha256 }) => {
    const found = readFileSync(join(root, path));
    return found.length !== bytes || createHash('sha256').update(found).digest('hex') !== sha256;
  });
  assert.deepEqual(wrong, []);
});
