// Runs the program undisturbed, on a system that fails it, and where memory runs out.
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { home, program } from '../support/yokoten.mjs';

const built = dirname(program);
export const faulty_system = join(built, 'faulty_system');
const failing_memory = join(built, 'libfailing_memory.so');
const longest_run = 600_000; // ms; what hangs, not what has to wait on a machine that is busy

/** Resolves to { exit, stdout, stderr }; `exit` is the signal's name where one ended it. */
export function run(command, args, env = {}, kill_after = null) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, {
      cwd: home, stdio: ['ignore', 'pipe', 'pipe'], timeout: longest_run, killSignal: 'SIGKILL',
      env: { ...process.env, LANG: 'C.UTF-8', TZ: 'UTC', ...env },
    });
    const said = { stdout: [], stderr: [] };
    for (const stream of ['stdout', 'stderr']) child[stream].on('data', (bytes) => said[stream].push(bytes));
    const timer = kill_after === null ? null : setTimeout(() => child.kill('SIGKILL'), kill_after);
    child.on('error', fail);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      done({ exit: signal ?? code, stdout: Buffer.concat(said.stdout).toString(), stderr: Buffer.concat(said.stderr).toString() });
    });
  });
}

/** Runs `yokoten ARGUMENTS`. */
export const yokoten = (args, env) => run(program, args, env);

const signals = { 128: 'no signal', 134: 'SIGABRT', 137: 'SIGKILL', 139: 'SIGSEGV', 135: 'SIGBUS', 136: 'SIGFPE', 132: 'SIGILL' };

/**
 * Runs it so that its calls about files below `folders` are counted, and the one with the number `at` is struck:
 * (or the `first` one, as CALL=END OF ITS FILE):
 * the program killed before it, or the call failed with the error that `choice` chooses, `for_good` with all after it.
 * Resolves to the same with `calls` and `struck` ({ call, file, what }; absent where nothing was).
 */
export async function struck(args, { work, folders, at = 0, first = null, kill = false, choice = 0, for_good = false, refuse = [] }) {
  const report = `${work}.report`;
  const words = [...folders.flatMap((folder) => ['--below', folder]), '--report', report, '--at', String(at), '--choice', String(choice),
    ...(first ? ['--first', first] : []), ...(kill ? ['--kill'] : []), ...(for_good ? ['--for-good'] : []), ...refuse.flatMap((each) => ['--refuse', each])];
  const ended = await run(faulty_system, [...words, '--', program, ...args]);
  if (ended.exit === 99) throw new Error(ended.stderr);
  const told = JSON.parse(readFileSync(report, 'utf8'));
  rmSync(report);
  return { ...ended, exit: signals[ended.exit] ?? ended.exit, ...told };
}

/** Runs it so that memory is refused the `at`th time that it is asked for, `for_good` every time from there on; with `asked`. */
export async function starved(args, { work, at = 0, for_good = false }) {
  const report = `${work}.asked`;
  const ended = await run(program, args, {
    LD_PRELOAD: failing_memory, FAILING_MEMORY_AT: String(at), FAILING_MEMORY_REPORT: report, ...(for_good ? { FAILING_MEMORY_FOR_GOOD: '1' } : {}),
  });
  let asked;
  try {
    asked = Number(readFileSync(report, 'utf8'));
    rmSync(report);
  } catch { asked = undefined; } // it was killed, and told nothing
  return { ...ended, asked };
}
