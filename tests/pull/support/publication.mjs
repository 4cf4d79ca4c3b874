// A publication with sources to pull, and the verb run beside servers of this process.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { program } from '../../support/yokoten.mjs';
import { paths } from '../../support/tree.mjs';

const most_memory = 256 * 1024 * 1024; // bytes of data, set as the process's limit
const longest_run = 120_000; // ms
// The address sanitizer maps terabytes of its own; there the limit would say nothing of the program.
const bounds = program.includes('asan') ? [] : [`--data=${most_memory}`];

/** Returns `[[source]]` with the lines that all sources need, and those of `keys`. */
function source_text({ id, url, ...keys }) {
  const value = (each) => (typeof each === 'object' && !Array.isArray(each)
    ? `{ ${Object.entries(each).map(([key, one]) => `${JSON.stringify(key)} = ${value(one)}`).join(', ')} }`
    : JSON.stringify(each));
  const all = { id, title: 't', url, publisher: 'p', document: 'd', kind: 'records', ...keys };
  return `[[source]]\n${Object.entries(all).map(([key, each]) => `${key} = ${value(each)}\n`).join('')}`;
}

/** A publication folder inside `parent`. */
export class Publication {
  constructor(parent, sources) {
    this.folder = mkdtempSync(join(parent, 'publication-'));
    mkdirSync(join(this.folder, 'raw'));
    this.describe(sources);
  }

  describe(sources) {
    writeFileSync(join(this.folder, 'sources.toml'), sources.map(source_text).join('\n'));
  }

  write(path, bytes) { writeFileSync(join(this.folder, path), bytes); }
  has(path) { return existsSync(join(this.folder, path)); }
  read(path) { return readFileSync(join(this.folder, path)); }
  text(path) { return this.read(path).toString(); }
  /** All files but the lock that a pull holds. */
  files() { return paths(this.folder).filter((path) => !path.endsWith('.yokoten-lock')); }

  /** Starts `yokoten pull` and returns its process; on standard error are findings alone. */
  start(args = [], env = {}, quiet = ['--quiet']) {
    return spawn('prlimit', [...bounds, program, 'pull', this.folder, ...quiet, ...(args.includes('--lang') ? [] : ['--lang', 'en']), ...args], {
      env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'], timeout: longest_run, killSignal: 'SIGKILL',
    });
  }

  /** Runs `yokoten pull`; resolves to its exit code, what it printed, and how long it took (ms). */
  pull(args = [], env = {}, quiet = ['--quiet']) {
    const started = Date.now();
    const child = this.start(args, env, quiet);
    const said = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr']) child[name].on('data', (bytes) => { said[name] += bytes; });
    return new Promise((done, fail) => {
      child.on('error', fail);
      child.on('close', (code, signal) => done({ exit: code ?? signal, ...said, took: Date.now() - started }));
    });
  }
}

/** Returns a value of a provenance file. */
export function provenance_value(text, key) {
  const line = text.split('\n').find((each) => each.startsWith(`${key} = `));
  return line === undefined ? undefined : JSON.parse(line.slice(key.length + 3));
}
