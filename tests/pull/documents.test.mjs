// What the room's documents say of findings, keys and files is what the program has.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { blocks, documented_keys } from '../docs/markdown.mjs';
import { home, yokoten } from '../support/yokoten.mjs';
import { folder, open_office, pulled, source } from './support/office.mjs';

open_office();

const room = join(home, 'generator/pull');
const codes = new Set(readdirSync(room).filter((name) => name.endsWith('.cpp'))
  .flatMap((name) => [...readFileSync(join(room, name), 'utf8').matchAll(/"(pull\.[a-z]+)"/g)].map(([, code]) => code)));

/** Returns the codes in the first column of the table of findings. */
function explained(file) {
  const rows = readFileSync(join(room, file), 'utf8').split('\n').filter((line) => line.startsWith('| `pull.'));
  return rows.flatMap((row) => [...row.split('|')[1].matchAll(/`([^`]+)`/g)].map(([, code]) => code));
}

test('README.md explains every finding of a pull, and no other', () => {
  assert.ok(codes.size > 15, [...codes].join(' '));
  assert.deepEqual(explained('README.md').sort(), [...codes].sort());
});

test('pull.ja.md says how to mend every finding of a pull', () => {
  assert.deepEqual(explained('pull.ja.md').sort(), [...codes].sort());
});

test('provenance.md shows the keys that a pull writes, in their order', async () => {
  const { publication } = await pulled(source('/moved.csv', { licence: 'PDL1.0', published: '2024-09' }));
  const keys = (text) => text.trimEnd().split('\n').map((line) => line.split(' = ')[0]);
  const [{ text }] = blocks('generator/pull/provenance.md');
  assert.deepEqual(keys(text), keys(publication.text('raw/x.csv.source.toml')));
  assert.deepEqual(documented_keys('generator/pull/provenance.md').sort(), keys(text).sort());
});

test('provenance.md shows pull.lock as a pull writes it', async () => {
  const { publication } = await pulled(source('/a.csv', { id: 'care', file: 'raw/care.csv' }), { args: ['--update-lock'] });
  const shape = (text) => text.replace(/[0-9a-f]{64}/, 'HASH').trimEnd();
  const [, { text }] = blocks('generator/pull/provenance.md');
  assert.equal(shape(publication.text('pull.lock')), shape(text));
});

test('the sources that pull.ja.md shows are understood', () => {
  const [{ text }] = blocks('generator/pull/pull.ja.md').filter(({ word }) => word === 'toml');
  const input = mkdtempSync(join(folder, 'documented-'));
  cpSync(join(home, 'tests/cases/small-publication/input'), input, { recursive: true });
  const known = readFileSync(join(input, 'sources.toml'), 'utf8');
  writeFileSync(join(input, 'sources.toml'), `${known}\n${text}\n`);
  const { stdout } = yokoten(['check', input, '--format', 'json', '--lang', 'en']);
  const found = stdout.trimEnd().split('\n').map((line) => JSON.parse(line)).filter(({ level }) => level === 'error').map(({ code }) => code);
  assert.deepEqual([...new Set(found)], ['source.missing']);
});

test('the commands that pull.ja.md shows run', () => {
  const lines = blocks('generator/pull/pull.ja.md').filter(({ word }) => word === 'sh').flatMap(({ text }) => text.split('\n'));
  const commands = lines.map((line) => line.replace(/\s+#.*/, '').trim().split(/\s+/)).filter(([name]) => name === 'build/yokoten');
  assert.equal(commands.length, 2);
  for (const [, ...args] of commands) assert.equal(yokoten(args).exit, 0, args.join(' '));
});
