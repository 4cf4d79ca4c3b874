// Runs the program from an installed tree, as somebody who may not write there, and tells which files it asked for.
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { free_port } from '../pull/support/nginx.mjs';
import { paths } from '../support/tree.mjs';
import { home, program } from '../support/yokoten.mjs';

export const build = dirname(program);
export const nobody = 65534;
const is_root = process.getuid() === 0;
const longest_run = 600_000; // ms
const other_user = is_root ? { uid: nobody, gid: nobody } : {};

/** Returns a folder that others get into as well, which the one that tests usually have is not. */
export function open_folder() {
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : '/tmp', 'yokoten-package-'));
  chmodSync(folder, 0o755);
  return folder;
}

/** Returns what ran; throws with what it said where it did not end with 0. */
export function run(command, args, options = {}) {
  const { status, signal, error, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', timeout: longest_run, maxBuffer: 1 << 28, ...options });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status ?? signal}: ${stderr}${stdout}`);
  return { stdout, stderr };
}

/** A folder to work in that belongs to somebody who owns nothing else. */
export function work_folder(parent, name) {
  const folder = join(parent, name);
  mkdirSync(folder);
  if (is_root) chownSync(folder, nobody, nobody);
  return folder;
}

/** Copies a folder so that the other user may write in it. */
export function given(from, to) {
  cpSync(from, to, { recursive: true });
  if (is_root) run('chown', ['-R', `${nobody}:${nobody}`, to]);
}

// Nothing of the surroundings of the tests: no YOKOTEN_HOME, no stand-ins. Under strace the sanitizers can't look for leaks.
const surroundings = (work) => ({ PATH: '/usr/local/bin:/usr/bin:/bin', HOME: work, TMPDIR: work, LC_ALL: 'C.UTF-8', ASAN_OPTIONS: 'detect_leaks=0' });

/** The program of an installed tree (`…/usr`), run in folder `work`. */
export class Installed {
  constructor(prefix, work) {
    this.program = join(prefix, 'bin/yokoten');
    this.work = work;
    this.trace = join(work, 'trace');
  }

  options() {
    return { cwd: this.work, env: surroundings(this.work), ...other_user };
  }

  /** The command that runs it, watched for the paths that it asks the system for. */
  watched(args) {
    return ['strace', ['-f', '--seccomp-bpf', '-qq', '-s', '4096', '-e', 'trace=%file', '-o', this.trace, this.program, ...args]];
  }

  /** The paths that what was watched asked for. */
  asked() {
    const paths = [...readFileSync(this.trace, 'utf8').matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, path]) => path);
    rmSync(this.trace);
    return paths;
  }

  /** Runs it and returns what it printed, with the paths that it asked for. */
  yokoten(args) {
    const said = run(...this.watched(args), this.options());
    return { ...said, asked: this.asked() };
  }

  /** Calls `use` with the address at which a publication is served, and returns the paths that were asked for. */
  async while_served(publication, use) {
    const port = await free_port();
    const address = `http://127.0.0.1:${port}/`;
    // A group of its own, so that strace and what it watches end together.
    const child = spawn(...this.watched(['serve', publication, '--port', String(port)]), { ...this.options(), detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
    try {
      await said(child, address);
      await use(address);
    } finally {
      const ended = new Promise((done) => { child.removeAllListeners('exit').on('exit', done); });
      process.kill(-child.pid, 'SIGTERM');
      await ended;
    }
    return this.asked();
  }
}

/** Resolves when the child's diagnostics have `word`. */
function said(child, word) {
  let text = '';
  return new Promise((done, fail) => {
    child.on('error', fail).on('exit', (code) => fail(new Error(`ended with ${code}: ${text}`)));
    child.stderr.on('data', (bytes) => {
      text += bytes;
      if (text.includes(word)) done();
    });
  });
}

/** The paths that lie in the source tree: its parent folders and what is only named alike do not. */
export const of_source_tree = (paths) => paths.filter((path) => `${path}/`.startsWith(home));

/** Returns the paths below `folder` whose permissions are not those of files for everybody to read. */
export function odd_permissions(folder) {
  const files = paths(folder);
  const folders = new Set(files.flatMap((file) => file.split('/').slice(0, -1).map((name, at, all) => all.slice(0, at + 1).join('/'))));
  return [...files, ...folders].filter((path) => {
    const wanted = folders.has(path) || dirname(path).endsWith('bin') ? 0o755 : 0o644;
    return (lstatSync(join(folder, path)).mode & 0o7777) !== wanted;
  });
}
