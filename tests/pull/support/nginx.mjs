// Debian's nginx with a configuration of the test's own.
import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const longest_start = 60_000; // ms

const can_listen = (port) => new Promise((done) => {
  const server = createServer().once('error', () => done(false));
  server.listen(port, '127.0.0.1', () => server.close(() => done(true)));
});

/** Returns a port that nobody listens on, from below those that the system gives to connections and to servers that take any. */
export async function free_port() {
  for (let tries = 0; tries < 1000; ++tries) {
    const port = randomInt(11_000, 32_000);
    if (await can_listen(port)) return port;
  }
  throw new Error('no port is free');
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
  // nginx writes its number when it has all of its ports: what answers before is not nginx.
  for (const started = Date.now(); !existsSync(`${folder}/nginx.pid`) || !(await answers(port));) {
    if (ended || Date.now() - started > longest_start) throw new Error(`nginx did not start: ${readFileSync(errors)}`);
    await wait(50);
  }
  return () => { child.kill('SIGKILL'); return gone; };
}
