// Reads the generator's folders as text: which room includes which, and how large files grow.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { files as written } from './tree.mjs';

const generator = fileURLToPath(new URL('../../generator/', import.meta.url));
const composing = new Set(['command', '.']);
const below_all = { base: [], model: ['base'] };
const rooms = readdirSync(generator).filter((name) => statSync(join(generator, name)).isDirectory());
const most_lines = 400, most_lines_of_function = 60;

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

test('only main and the pipeline in its parts stand outside the rooms', () => {
  const outside = sources.filter((path) => room_of(path) === '.' && !/^(main\.cpp|(pipeline|examined|build_request|compiled_look|compiled_site|written_site|written_data|shown_site|changed_texts|changed_rows|standing_pages|known_pages|rest_mark)\.(cpp|h))$/.test(path));
  assert.deepEqual(outside, []);
});

test('no header includes itself by way of others', () => {
  const open = new Set(), done = new Set(), circles = [];
  const follow = (path, way) => {
    if (open.has(path)) circles.push([...way.slice(way.indexOf(path)), path].join(' > '));
    if (open.has(path) || done.has(path)) return;
    open.add(path);
    for (const [, target] of includes(path)) follow(target, [...way, path]);
    open.delete(path);
    done.add(path);
  };
  for (const path of sources) follow(path, []);
  assert.equal(done.size, sources.length);
  assert.deepEqual(circles, []);
});

/** Whether a file is code that people write here: no data, no prose, no list that a program keeps. */
const is_code = (path) => /\.(cpp|h|mjs|js|css|html|cmake|in)$|^(scripts|\.ci)\/[^/.]+$|CMakeLists\.txt$/.test(path);

test(`no file has more than ${most_lines} lines`, () => {
  const code = written.filter((path) => is_code(path) && !/^tests\/(cases|broken)\//.test(path));
  assert.ok(code.length > sources.length);
  const long = code.map((path) => [path, readFileSync(join(generator, '..', path), 'utf8').split('\n').length - 1])
    .filter(([, lines]) => lines > most_lines);
  assert.deepEqual(long, []);
});

/** Returns what universal-ctags sees of these kinds in files of C++. */
function tags(cpp, kinds, fields) {
  const listed = execFileSync('ctags', ['--output-format=json', `--fields=${fields}`, '--languages=C++', '--map-C++=+.h', `--kinds-C++=${kinds}`, '-f', '-', '-L', '-'],
    { cwd: join(generator, '..'), input: cpp.join('\n'), encoding: 'utf8', maxBuffer: 1 << 26 });
  return listed.trimEnd().split('\n').map((line) => JSON.parse(line));
}

test(`no function has more than ${most_lines_of_function} lines`, () => {
  const cpp = written.filter((path) => /^(generator|packaging|tests)\/.*\.(cpp|h)$/.test(path));
  const all = tags(cpp, 'f', '+ne').map(({ path, name, line, end }) => [end - line + 1, `${path}:${line} ${name}`]);
  assert.ok(all.length > sources.length && all.every(([lines]) => lines > 0), 'ctags tells no lengths');
  assert.deepEqual(all.filter(([lines]) => lines > most_lines_of_function), []);
});

test('no two types have one name: the linker would take the functions of either for both', () => {
  const types = tags(sources.map((path) => `generator/${path}`), 'csu', '+s').filter(({ scope = '', name }) => !`${scope}${name}`.includes('__anon'));
  assert.ok(types.length > 300);
  const places = new Map();
  for (const { scope = '', name, path } of types) places.set(`${scope}::${name}`, (places.get(`${scope}::${name}`) ?? new Set()).add(path));
  const twice = [...places].filter(([, paths]) => paths.size > 1).map(([name, paths]) => `${name}: ${[...paths].join(' ')}`);
  assert.deepEqual(twice, []);
});

test('no name says nothing', () => {
  const vague = files().filter((path) => /(^|\/)(utils?|helpers?|common|misc)(\.|\/)/i.test(path));
  assert.deepEqual(vague, []);
});
