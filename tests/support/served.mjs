// `yokoten serve` beside a test.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { free_port } from '../pull/support/nginx.mjs';
import { program } from './yokoten.mjs';

/** Serves a publication once it answers, run by the words of `by` before the program; returns its port and address and how to stop. */
export async function served(publication, language, by = []) {
  const port = await free_port();
  const [command, ...words] = [...by, program];
  const server = spawn(command, [...words, 'serve', publication, '--port', String(port), '--lang', language], { stdio: ['ignore', 'ignore', 'pipe'] });
  const said = [];
  for await (const line of createInterface({ input: server.stderr })) {
    said.push(line);
    if (!/^http:/.test(line)) continue;
    server.stderr.resume(); // nobody reads on; a full pipe would stop it
    return { port, address: `http://127.0.0.1:${port}/`, stop: () => server.kill('SIGKILL') };
  }
  throw new Error(`serve ended: ${said.join('\n')}`);
}
