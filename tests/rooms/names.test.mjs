// Files of a folder are compiled several at a time (CMakeLists.txt): what their anonymous namespaces declare must differ.
import assert from 'node:assert/strict';
import { dirname } from 'node:path';
import test from 'node:test';
import { files, read } from './tree.mjs';

/** The lines at the left edge inside the anonymous namespaces of a source, as clang-format sets them. */
function declared_lines(text) {
  const lines = [];
  let inside = false;
  for (const line of text.split('\n')) {
    if (/^namespace \{/.test(line)) inside = true;
    else if (/^\}  \/\/ namespace$/.test(line)) inside = false;
    else if (inside && /^[A-Za-z]/.test(line)) lines.push(line);
  }
  return lines;
}

/** What a line declares: a name, and of a function its parameters too, since those of the same name may differ by them. */
function declared_by(line) {
  if (/^using \w+ = .*;$/.test(line) || /^template/.test(line)) return []; // the same type may be named twice
  const type = /^(?:struct|class|enum class|enum) (\w+)/.exec(line);
  if (type) return [type[1]];
  const called = /^[\w:<>,&* ]+?[ &*](\w+)\(([^)]*)/.exec(line);
  if (called && !/=/.test(line.slice(0, called[0].indexOf('(')))) return [`${called[1]}(${called[2].replace(/\s*\w+\s*(?=,|$)/g, '')})`];
  if (!/^(constexpr|const|static|thread_local|std::)[^(]*[={]/.test(line)) return [];
  return [...line.matchAll(/(?:[ *&]|, )(\w+)(?:\[\w*\])? ?(?:=(?!=)|\{)/g)].map((found) => found[1]);
}

test('the test sees what is declared', () => {
  assert.deepEqual(declared_lines('namespace {\nconstexpr int a = 1;\n  b\n}  // namespace\nint c = 2;\n'), ['constexpr int a = 1;']);
  const told = ['constexpr double kA = 1, kB[] = {2};', 'struct Part {', 'bool is_part(const Part& part) {', 'using Cells = int;', 'const Part& first(int at) {'];
  assert.deepEqual(told.flatMap(declared_by), ['kA', 'kB', 'Part', 'is_part(const Part&)', 'first(int)']);
});

test('names of anonymous namespaces differ within a folder', () => {
  const seen = new Map(), twice = [];
  for (const path of files.filter((each) => /^(generator|tests\/unit)\/.*\.cpp$/.test(each))) {
    const names = new Set(declared_lines(read(path)).flatMap(declared_by));
    for (const name of names) {
      const key = `${dirname(path)} ${name}`;
      if (seen.has(key)) twice.push(`${name}: ${seen.get(key)} and ${path}`);
      else seen.set(key, path);
    }
  }
  assert.deepEqual(twice, []);
});
