// Every finding of the room check has its row in generator/check/README.md.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { home } from '../support/yokoten.mjs';

const folders = ['generator/check', 'generator/protect'];
const codes = new Set(folders.flatMap((folder) => readdirSync(join(home, folder))
  .filter((name) => name.endsWith('.cpp'))
  .flatMap((name) => [...readFileSync(join(home, folder, name), 'utf8')
    .matchAll(/"((?:[a-z]+\.[a-z_]+)|future)"/g)].map((match) => match[1]))
  .filter((code) => !/\.(toml|csv|json|md)$/.test(code))));
const readme = readFileSync(join(home, 'generator/check/README.md'), 'utf8');
const table = readme.split('\n').filter((line) => line.startsWith('|')).map((line) => line.split('|')[1]).join();

test('the test sees the codes of the checks', () => assert.ok(codes.size > 30, `only ${codes.size}`));

for (const code of [...codes].sort()) {
  test(`the README of the checks explains ${code}`, () => assert.ok(table.includes(`\`${code}\``)));
}
