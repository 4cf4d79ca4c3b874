// Servers on loopback that rclone reaches, each with a folder of its own: WebDAV and SFTP by rclone itself, S3 by s3rver.
import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { free_port } from '../pull/support/nginx.mjs';
import { read_tree } from './tree.mjs';

const longest_start = 120_000; // ms
const password = 'p-of-the-test';
const obscured = () => execFileSync('rclone', ['obscure', password], { encoding: 'utf8' }).trim();

async function started(command, args, port) {
  const child = spawn(command, args, { stdio: 'ignore' });
  let ended = false;
  child.on('exit', () => { ended = true; });
  const answers = () => new Promise((done) => {
    const socket = connect(port, '127.0.0.1', () => { socket.destroy(); done(true); }).on('error', () => done(false));
  });
  for (const begun = Date.now(); !(await answers());) {
    if (ended || Date.now() - begun > longest_start) throw new Error(`${command} ${args[0]} did not start`);
    await wait(30);
  }
  return () => child.kill('SIGKILL');
}

const s3_files = /^(.*)\._S3rver_object$/;

/** What s3rver keeps of an object: its bytes beside others about it. */
function bucket_tree(folder) {
  const tree = new Map();
  for (const [path, bytes] of read_tree(folder)) if (s3_files.test(path)) tree.set(s3_files.exec(path)[1], bytes);
  return tree;
}

const served = (kind) => async (folder) => {
  const port = await free_port();
  const stop = await started('rclone', ['serve', kind, folder, '--addr', `127.0.0.1:${port}`, '--user', 'u', '--pass', password, '--dir-cache-time', '0s'], port);
  const name = kind === 'webdav' ? `:webdav,url='http://127.0.0.1:${port}':kpi` : `:sftp,host=127.0.0.1,port=${port}:kpi`;
  const upper = kind.toUpperCase();
  return {
    name, stop, password, place: join(folder, 'kpi'), env: { [`RCLONE_${upper}_USER`]: 'u', [`RCLONE_${upper}_PASS`]: obscured() },
    tree: () => read_tree(join(folder, 'kpi')),
  };
};

/** Each starts a server that keeps its files in `folder`; returns its name for rclone, the environment, and what lies in it. */
export const remotes = {
  webdav: served('webdav'),
  sftp: served('sftp'),
  s3: async (folder) => {
    const port = await free_port();
    const program = createRequire(import.meta.url).resolve('s3rver/bin/s3rver.js');
    const stop = await started(process.execPath, [program, '--directory', folder, '--address', '127.0.0.1', '--port', String(port), '--silent', '--configure-bucket', 'web'], port);
    return {
      name: `:s3,provider=Other,region=us-east-1,access_key_id=S3RVER,endpoint='http://127.0.0.1:${port}':web/kpi`, stop, password: 'S3RVER-SECRET',
      env: { RCLONE_S3_SECRET_ACCESS_KEY: 'S3RVER' }, place: null, tree: () => bucket_tree(join(folder, 'web/kpi')),
      headers: (path) => JSON.parse(readFileSync(join(folder, 'web/kpi', `${path}._S3rver_metadata.json`), 'utf8')),
    };
  },
};
