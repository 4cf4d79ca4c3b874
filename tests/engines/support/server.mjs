// Debian's database servers, each with a folder of its own on loopback, gone with the test that started them.
import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';

const longest_start = 120_000; // ms

/** Starts a server that dies with this process, however that ends; resolves to a function that ends it, with its `pid`, once it `is_ready`. */
export async function started(command, args, is_ready, { as = [], ending = 'SIGKILL', why = () => '' } = {}) {
  const child = spawn('setpriv', ['--pdeathsig', 'KILL', ...as, command, ...args], { stdio: 'ignore' });
  let ended = false;
  const gone = new Promise((done) => { child.on('exit', () => { ended = true; done(); }); });
  for (const begun = Date.now(); !(await is_ready());) {
    if (ended || Date.now() - begun > longest_start) {
      child.kill('SIGKILL');
      throw new Error(`${command} did not start: ${why()}`);
    }
    await wait(50);
  }
  return Object.assign(() => { child.kill(ending); return gone; }, { pid: child.pid });
}
