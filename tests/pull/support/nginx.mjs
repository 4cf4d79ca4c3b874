// Debian's nginx with a configuration of the test's own.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const longest_start = 60_000; // ms

/** Returns a port that nobody listens on. */
export function free_port() {
  return new Promise((done, fail) => {
    const server = createServer().once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

function answers(port) {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1', () => { socket.destroy(); done(true); }).on('error', () => done(false));
  });
}

/** Starts nginx below `folder` with the text of its http block; resolves to a function that ends it. */
export async function start_nginx(folder, http, port) {
  mkdirSync(join(folder, 'temp'), { recursive: true });
  const temps = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/temp/${name};`);
  const configuration = join(folder, 'nginx.conf');
  const errors = join(folder, 'error.log');
  writeFileSync(configuration, `daemon off; master_process off; pid ${folder}/nginx.pid; error_log ${errors};
events {} http { access_log off; ${temps.join(' ')} types { text/csv csv; text/html html; application/json json; } ${http} }\n`);
  const child = spawn('/usr/sbin/nginx', ['-c', configuration, '-p', folder, '-e', errors], { stdio: 'ignore' });
  let ended = false;
  const gone = new Promise((done) => { child.on('exit', () => { ended = true; done(); }); });
  for (const started = Date.now(); !(await answers(port));) {
    if (ended || Date.now() - started > longest_start) throw new Error(`nginx did not start: ${readFileSync(errors)}`);
    await wait(50);
  }
  return () => { child.kill('SIGKILL'); return gone; };
}
