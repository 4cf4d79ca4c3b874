// Pictures of pages that are not as expected: what was expected on the left, what came out on the right.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { outcome } from './case.mjs';
import { write_tree } from './tree.mjs';
import { home } from './yokoten.mjs';

const longest = 120_000; // ms; npm may have to bring what drives Chromium
const is_svg = (bytes) => /^\s*<svg[\s>]/.test(bytes?.toString() ?? '');

/** Returns the file to show for what a case gives under `name`; nothing where it can't be looked at. */
function shown_as(name, bytes) {
  if (name.endsWith('.html')) return name;
  return is_svg(bytes) ? `${name}.svg` : undefined;
}

/** Returns an expected page with the names of styles and scripts that the site of today has. */
function with_names_of(site, bytes) {
  const assets = [...site.keys()].filter((path) => path.startsWith('assets/'));
  return Buffer.from(bytes.toString().replace(/assets\/([a-z-]+)\.HASH\.([a-z]+)/g,
    (text, name, kind) => assets.find((path) => path.startsWith(`assets/${name}.`) && path.endsWith(`.${kind}`)) ?? text));
}

/**
 * Draws those of `names` that can be looked at, as they are expected and as they came out, below `into`.
 * Returns lines for the message of a failed test: where the pictures are, or why there are none.
 */
export function pictures_of(folder, names, expected, { into = join(home, 'build/pictures', basename(folder)) } = {}) {
  const site = outcome(folder, { hide_hashes: false });
  const seen = names.map((name) => [name, shown_as(name, expected.get(name))]).filter(([, file]) => file);
  if (seen.length === 0) return [];
  rmSync(into, { recursive: true, force: true });
  const before = seen.map(([name, file]) => [file, with_names_of(site, expected.get(name))]);
  const after = seen.map(([name, file]) => [file, site.get(name) ?? Buffer.from('')]);
  write_tree(join(into, 'before'), new Map([...site, ...before]));
  write_tree(join(into, 'after'), new Map([...site, ...after]));
  const { stdout: node } = spawnSync(join(home, 'scripts/test-packages'), { encoding: 'utf8', timeout: longest });
  const draw = join(home, 'tests/browser/draw_before_after.mjs');
  const run = spawnSync((node ?? '').trim(), [draw, into, ...seen.map(([, file]) => file)], { encoding: 'utf8', timeout: longest });
  if (run.error || run.status !== 0) return [`no pictures: ${run.error?.message ?? run.stderr.trim()}`];
  return run.stdout.trim().split('\n').map((path) => `picture: ${relative(home, path)} (left as expected, right as it came out)`);
}
