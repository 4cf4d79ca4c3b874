// Reads the generator's folders as text: which room includes which, and how large files grow.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

const generator = fileURLToPath(new URL('../../generator/', import.meta.url));
const composing = new Set(['command', '.']);
const below_all = { base: [], model: ['base'] };
const rooms = readdirSync(generator).filter((name) => statSync(join(generator, name)).isDirectory());
const most_lines = 400;

/** Returns the paths of all files below `folder`, relative to the generator. */
function files(folder = '') {
  return readdirSync(join(generator, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    return entry.isDirectory() ? files(path) : [path];
  });
}

const sources = files().filter((path) => /\.(cpp|h)$/.test(path));
const present = new Set(files());
const room_of = (path) => (path.includes('/') ? path.slice(0, path.indexOf('/')) : '.');

/** Returns [line number, included path] of every include with quotes. */
function includes(path) {
  const lines = readFileSync(join(generator, path), 'utf8').split('\n');
  return lines.flatMap((line, at) => {
    const found = /^\s*#\s*include\s+"([^"]+)"/.exec(line);
    return found ? [[at + 1, found[1]]] : [];
  });
}

/** Returns the offending includes of `room`, as `file:line includes what`. */
function strays(room) {
  const allowed = new Set([room, ...(below_all[room] ?? ['model', 'base'])]);
  return sources.filter((path) => room_of(path) === room).flatMap((path) => includes(path)
    .filter(([, target]) => !allowed.has(room_of(target)))
    .map(([line, target]) => `generator/${path}:${line} includes "${target}"`));
}

test('the test sees the rooms', () => assert.ok(rooms.includes('base') && rooms.includes('model')));

for (const room of rooms.filter((name) => !composing.has(name))) {
  test(`${room} includes only itself and the rooms below it`, () => assert.deepEqual(strays(room), []));
}

test('paths of includes start at the generator folder', () => {
  const relative = sources.flatMap((path) => includes(path)
    .filter(([, target]) => target.startsWith('.') || !present.has(target))
    .map(([line, target]) => `generator/${path}:${line} includes "${target}"`));
  assert.deepEqual(relative, []);
});

test('only main and the pipeline in four parts stand outside the rooms', () => {
  const outside = sources.filter((path) => room_of(path) === '.' && !/^(main\.cpp|(pipeline|compiled_site|written_site|shown_site)\.(cpp|h))$/.test(path));
  assert.deepEqual(outside, []);
});

test(`no file has more than ${most_lines} lines`, () => {
  const long = sources.map((path) => [path, readFileSync(join(generator, path), 'utf8').split('\n').length - 1])
    .filter(([, lines]) => lines > most_lines);
  assert.deepEqual(long, []);
});

test('no name says nothing', () => {
  const vague = files().filter((path) => /(^|\/)(utils?|helpers?|common|misc)(\.|\/)/i.test(path));
  assert.deepEqual(vague, []);
});
