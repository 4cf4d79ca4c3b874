// Each room says what comes in, what goes out and what it must not know, and names its files.
import assert from 'node:assert/strict';
import { basename, dirname } from 'node:path';
import test from 'node:test';
import { files, folders_below, read } from './tree.mjs';

const generator_rooms = folders_below('generator').map((room) => `generator/${room}`);
const chart_rooms = folders_below('generator/chart').map((room) => `generator/chart/${room}`);
const rooms = [...generator_rooms, 'generator/page/blocks', 'data', ...folders_below('data').map((name) => `data/${name}`),
  'browser', 'hosting', 'packaging', 'pictures', 'scripts', 'site', 'templates', 'tests'];
const readme = (room) => (files.includes(`${room}/README.md`) ? read(`${room}/README.md`) : '');

test('the test sees the rooms', () => assert.ok(rooms.includes('generator/base') && rooms.includes('data/areas')));

test('every folder of the repository is a room that is looked at here', () => {
  const top = new Set(files.filter((path) => path.includes('/')).map((path) => path.slice(0, path.indexOf('/'))));
  assert.deepEqual([...top].filter((folder) => !rooms.includes(folder) && !['generator', '.ci'].includes(folder)), []);
});

for (const room of [...rooms, ...chart_rooms, 'packaging/manual', 'scripts/areas-source']) {
  test(`${room}/README.md says what comes in, what goes out and what must not be known`, () => {
    const text = readme(room);
    const said = { in: /(^|\s)In: ./m, out: /(^|\s)Out: ./m, 'must not know': /must\s+not\s+know\s+\S/ };
    assert.deepEqual(Object.entries(said).filter(([, words]) => !words.test(text)).map(([what]) => what), []);
  });
}

/** Returns what the first cells of a README's tables name, as expressions: `workbook_*` is each that begins so. */
function named(text) {
  const cells = text.split('\n').filter((line) => line.startsWith('|')).map((line) => line.split('|')[1]);
  const names = cells.flatMap((cell) => [...cell.matchAll(/`([a-z_0-9*…]+)`/g)].map(([, name]) => name));
  return names.map((name) => [name, new RegExp(`^${name.replace(/[*…]/g, '.*')}$`)]);
}

/** Returns the names of a room's own sources without their endings. */
function stems(room) {
  const sources = files.filter((path) => dirname(path) === room && /\.(cpp|h)$/.test(path));
  return [...new Set(sources.map((path) => basename(path).replace(/\.\w+$/, '')))];
}

for (const room of generator_rooms) {
  test(`${room}/README.md names every file of the room`, () => {
    const known = named(readme(room));
    const prose = [...readme(room).matchAll(/`(\w+)`/g)].map(([, name]) => name);
    const left_out = stems(room).filter((stem) => !prose.includes(stem) && !known.some(([, words]) => words.test(stem)));
    assert.deepEqual(left_out, []);
  });
}

for (const room of [...generator_rooms, ...chart_rooms]) {
  test(`${room}/README.md names no file that is not there`, () => {
    const tables = readme(room).split('\n\n').filter((part) => /^\| (file|step) \|/m.test(part)).join('\n');
    const gone = named(tables).filter(([, words]) => !stems(room).some((stem) => words.test(stem))).map(([name]) => name);
    assert.deepEqual(gone, []);
  });
}

test('tests/README.md has a row for every folder of tests', () => {
  const rows = readme('tests').split('\n').filter((line) => line.startsWith('| `')).map((line) => /`([a-z]+)/.exec(line)?.[1]);
  const missing = folders_below('tests').filter((folder) => !rows.includes(folder));
  assert.deepEqual(missing, []);
});

test('scripts/README.md has a row for every script, and for no other', () => {
  const rows = readme('scripts').split('\n').filter((line) => line.startsWith('| `'));
  const said = rows.flatMap((row) => [...row.split('|')[1].matchAll(/`([a-z-]+)`/g)].map(([, name]) => name));
  const there = files.filter((path) => dirname(path) === 'scripts' && !path.endsWith('.md')).map((path) => basename(path));
  assert.deepEqual([...said].sort(), there);
});
