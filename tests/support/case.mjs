// A case is a folder: what goes in stands in `input/`, what has to come out in `expected/`.
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { paths, read_tree, write_tree } from './tree.mjs';
import { home, with_folder, yokoten } from './yokoten.mjs';

const printed = ['exit', 'stderr', 'stdout'];
// The names of styles and scripts change with every stroke in them; no case is about that.
const hashed_names = /(\bassets\/[a-z]+\.)[0-9a-f]{12}\./g;
// How long a build took is nothing to hold against anything; that it is told is.
const times_taken = /^(time|時間) \d.*$/gm;
const is_page = /\.html$|^files\.txt$/;

/** Returns the folders of all cases of a kind (`cases`, `broken`), sorted. */
export function case_folders(kind) {
  const parent = join(home, 'tests', kind);
  return readdirSync(parent, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    .map((entry) => join(parent, entry.name)).sort();
}

/** Whether a case runs another command than a build of its `input`. */
export function has_command(folder) {
  return existsSync(join(folder, 'command'));
}

/** Returns the arguments of a case, with the folder to write into in place of $OUT. */
function arguments_of(folder, out) {
  if (!has_command(folder)) return ['build', 'input', '--into', out];
  const words = readFileSync(join(folder, 'command'), 'utf8').trim().split(/\s+/);
  return words.map((word) => word.replace('$INPUT', 'input').replace('$OUT', out));
}

/** Returns a page or a list of files with HASH in the names of styles and scripts. */
function without_hashes(bytes) {
  return Buffer.from(bytes.toString().replace(hashed_names, '$1HASH.'));
}

/** Runs a case and returns all that `expected/` may hold: name → bytes. */
export function outcome(folder, { hide_hashes = true } = {}) {
  return with_folder((parent) => {
    const out = join(parent, 'site');
    const run = yokoten(arguments_of(folder, out), { cwd: folder });
    const files = read_tree(out);
    const text = (of) => Buffer.from(String(of).replaceAll(out, '$OUT'));
    const all = [...files,
      ['files.txt', text([...files.keys()].map((path) => `${path}\n`).join(''))],
      ['exit', text(`${run.exit}\n`)], ['stdout', text(run.stdout)], ['stderr', text(run.stderr.replace(times_taken, '$1 …'))]];
    return new Map(all.map(([name, bytes]) => [name, hide_hashes && is_page.test(name) ? without_hashes(bytes) : bytes]));
  });
}

/** Returns what a case has to give; the exit code is 0 unless its folder says otherwise. */
export function expectation(folder) {
  const expected = read_tree(join(folder, 'expected'));
  if (!expected.has('exit')) expected.set('exit', Buffer.from('0\n'));
  return expected;
}

/** Returns the findings of `check` on the case's input, with its exit code. */
export function findings(folder) {
  const run = yokoten(['check', 'input', '--lang', 'en'], { cwd: folder });
  return { exit: run.exit, text: run.stdout, stderr: run.stderr };
}

/** Builds a broken input over a standing site; returns the exit code and the tree before and after. */
export function build_over_standing_site(folder) {
  return with_folder((parent) => {
    const out = join(parent, 'site');
    write_tree(out, [['index.html', 'old'], ['areas/31/index.html', 'old too'], ['manifest.json', '{"files": []}']]);
    const before = read_tree(parent);
    const run = yokoten(['build', 'input', '--into', out], { cwd: folder });
    return { exit: run.exit, stderr: run.stderr, before, after: read_tree(parent) };
  });
}

/** Keeps what came out beside what was expected, for a closer look; nothing for an empty tree. */
export function keep_actual(folder, tree) {
  rmSync(join(folder, 'actual'), { recursive: true, force: true });
  write_tree(join(folder, 'actual'), tree);
}

/** Writes anew what stands in `expected/`; a new case gets its list of files and what was printed. */
export function refresh(folder) {
  const got = outcome(folder);
  const standing = paths(join(folder, 'expected'));
  const first = ['files.txt', ...printed].filter((name) => !['', '0\n'].includes(got.get(name).toString()));
  const names = standing.length > 0 ? standing : first;
  const gone = names.filter((name) => !got.has(name));
  if (gone.length > 0) throw new Error(`${basename(folder)} no longer makes ${gone.join(' ')}; remove it from expected/`);
  write_tree(join(folder, 'expected'), names.map((name) => [name, got.get(name)]));
  keep_actual(folder, []);
}

/** Writes anew the findings of a broken case, which must still block. */
export function refresh_findings(folder) {
  const { exit, text } = findings(folder);
  if (exit !== 1) throw new Error(`${basename(folder)} ended with ${exit}: nothing in it blocks`);
  write_tree(join(folder, 'expected'), [['findings.txt', text]]);
  keep_actual(folder, []);
}
