// PostgreSQL, as a user who is not root, in a folder which that user can reach.
import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { free_port } from '../../pull/support/nginx.mjs';
import { started } from './server.mjs';

export const password = 'p-of "the" test';

const versions = '/usr/lib/postgresql';
const programs = () => join(versions, readdirSync(versions).sort((a, b) => Number(a) - Number(b)).pop(), 'bin');
const number_of = (option) => Number(execFileSync('id', [option, 'postgres'], { encoding: 'utf8' }));
const is_root = process.getuid() === 0;
const as = is_root ? ['--reuid=postgres', '--regid=postgres', '--clear-groups'] : [];

/** A folder of the server's user; that of the tests is closed to others. */
function own_folder() {
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : '/tmp', 'yokoten-postgres-'));
  if (is_root) chownSync(folder, number_of('-u'), number_of('-g'));
  return folder;
}

/** Starts a server with an empty database; `tls`: { key, certificate } that it shows. */
export async function start_postgres({ tls } = {}) {
  const folder = own_folder();
  const data = join(folder, 'data');
  const word = join(folder, 'word');
  writeFileSync(word, password);
  chmodSync(word, 0o644);
  execFileSync('setpriv', [...as, '--', join(programs(), 'initdb'), '-D', data, '-U', 'yokoten', `--pwfile=${word}`, '-A', 'scram-sha-256',
    '--locale=C.UTF-8', '--encoding=UTF8', '--no-sync', '--no-instructions'], { stdio: ['ignore', 'ignore', 'pipe'], cwd: folder });
  const port = await free_port();
  appendFileSync(join(data, 'postgresql.conf'), `port = ${port}\nlisten_addresses = '127.0.0.1'\nunix_socket_directories = '${folder}'
fsync = off\nautovacuum = off\nmax_connections = 10\nlog_destination = stderr\n`);
  if (tls) {
    for (const [name, from] of [['server.key', tls.key], ['server.crt', tls.certificate]]) {
      writeFileSync(join(data, name), readFileSync(from), { mode: 0o600 });
      if (is_root) chownSync(join(data, name), number_of('-u'), number_of('-g'));
    }
    appendFileSync(join(data, 'postgresql.conf'), 'ssl = on\n');
  }
  // It listens before it can be asked.
  const is_ready = () => spawnSync(join(programs(), 'pg_isready'), ['-q', '-h', '127.0.0.1', '-p', String(port)]).status === 0;
  const stop = await started(join(programs(), 'postgres'), ['-D', data], is_ready, { as, ending: 'SIGQUIT' });
  const env = { PGHOST: '127.0.0.1', PGPORT: String(port), PGUSER: 'yokoten', PGDATABASE: 'postgres', PGPASSWORD: password };
  const run = (sql, input) => {
    const { status, stdout, stderr } = spawnSync(join(programs(), 'psql'), ['-X', '-q', '-v', 'ON_ERROR_STOP=1', '-A', '-t', '-c', sql],
      { env: { ...process.env, ...env }, input, encoding: 'utf8', maxBuffer: 1 << 28 });
    if (status !== 0) throw new Error(stderr);
    return stdout;
  };
  return {
    port, env, folder, run,
    stop: async () => { await stop(); rmSync(folder, { recursive: true, force: true, maxRetries: 5 }); },
    source: (keys) => ({ id: 'x', url: 'postgres:', query: 'queries/x.sql', ...keys }),
  };
}
