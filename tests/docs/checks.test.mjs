// Every finding of the room check has its row in generator/check/README.md; those of other rooms stand in some document.
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

// The rows of README.md as code → level; the codes that `[source.check]` knows, with theirs.
const levels = new Map(readme.split('\n').filter((line) => line.startsWith('| `')).flatMap((line) => {
  const [, cell, level] = line.split('|');
  return [...cell.matchAll(/`([a-z._]+)`/g)].map(([, code]) => [code, level.trim()]);
}));
const known = new Map([...readFileSync(join(home, 'generator/check/levels.cpp'), 'utf8')
  .matchAll(/KnownCheck\{"([a-z._]+)", Level::([a-z]+)\}/g)].map(([, code, level]) => [code, level]));

// What stands elsewhere than at a source's cells, is left out of the figures with its finding, or has no figure to go on with.
const elsewhere = /^(accessibility|boundary|case|check|event|project|report|source)\.|^(cell\.number|correction\.applied)$/;
const own = readdirSync(join(home, 'generator/check')).filter((name) => name.endsWith('.cpp'))
  .flatMap((name) => [...readFileSync(join(home, 'generator/check', name), 'utf8').matchAll(/"([a-z]+\.[a-z_]+)"/g)].map((match) => match[1]))
  .filter((code) => levels.has(code) && !elsewhere.test(code));

test('[source.check] knows every check whose findings stand at cells', () => {
  assert.deepEqual([...new Set([...own, ...[...levels.keys()].filter((code) => code.startsWith('readable.'))])].filter((code) => !known.has(code)), []);
});

test('[source.check] has the levels of the README', () => {
  assert.deepEqual([...known].filter(([code, level]) => levels.get(code) !== level), []);
});

for (const code of [...codes].sort()) {
  test(`the README of the checks explains ${code}`, () => assert.ok(table.includes(`\`${code}\``)));
}

const filesBelow = (folder, ending) => readdirSync(join(home, folder), { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
  .map((entry) => readFileSync(join(entry.path, entry.name), 'utf8'));
const documents = ['generator', 'data', 'templates'].flatMap((folder) => filesBelow(folder, '.md')).join('\n');
const words = new Set(readFileSync(join(home, 'templates/words/ja.toml'), 'utf8').split(/^\[/m).slice(1)
  .flatMap((table) => [...table.matchAll(/^([a-z_]+) *=/gm)].map(([, key]) => `${table.split(']')[0]}.${key}`)));

// A code stands in a call that reports, with its message behind it.
const reported = /\b(?:\w*(?:error|warning|note|report|finding|refuse|refused)\w*)\s*\([^;]{0,200}?"([a-z]+\.[a-z_]+)"\s*,\s*(?:\{|Message|[a-z_:]+\()/g;
const told = new Set(filesBelow('generator', '.cpp').flatMap((text) => [...text.matchAll(reported)].map(([, code]) => code))
  .filter((code) => !words.has(code) && !/\.(toml|csv|json|html|css|js|h)$/.test(code)));

test('the test sees the codes of all rooms', () => assert.ok(told.size > 250, `only ${told.size}`));

test('every code that is reported stands in a document', () => {
  assert.deepEqual([...told].filter((code) => !documents.includes(`\`${code}\``)).sort(), []);
});
