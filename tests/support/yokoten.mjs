// Runs the program as a person would, and lends folders to write into.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const home = fileURLToPath(new URL('../../', import.meta.url));
export const program = process.env.YOKOTEN ?? join(home, 'build/yokoten');
const longest_run = 300_000; // ms; a build of the whole nation takes seconds

const quick = { YOKOTEN_CHROMIUM: join(home, 'tests/support/quick_printer') };

/** For `env`: collections of cases are printed by Chromium itself, which takes seconds. */
export const printed_truly = { YOKOTEN_CHROMIUM: '' };

/** Runs `yokoten ARGUMENTS` in folder `cwd` and returns its exit code and what it printed. */
export function yokoten(args, { cwd = home, env = {} } = {}) {
  const run = spawnSync(program, args, {
    cwd, env: { ...process.env, ...quick, ...env }, encoding: 'utf8', timeout: longest_run, maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (run.error) throw run.error;
  return { exit: run.status ?? `signal ${run.signal}`, stdout: run.stdout, stderr: run.stderr };
}

/** Calls `use` with a new empty folder, removes the folder, and returns what `use` returned. */
export function with_folder(use) {
  const folder = mkdtempSync(join(tmpdir(), 'yokoten-test-'));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same for what takes its time. */
export async function with_folder_async(use) {
  const folder = mkdtempSync(join(tmpdir(), 'yokoten-test-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
