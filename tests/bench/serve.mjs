// How often nginx, with the configuration of hosting/ and TLS, answers from the published national site on this machine, on which
// wrk asks as well: what a reader asks for at first, from pages of all municipalities, as it lies there and packed before.
//   node serve.mjs SITE [SECONDS]
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nginx } from '../hosting/servers.mjs';
import { yokoten } from '../support/yokoten.mjs';

const [site, seconds = '5'] = process.argv.slice(2);
const connections = 64, threads = 2;
const endings = { '': '', gzip: '.gz', br: '.br' };

/** Asks for the paths in turn; returns answers and bytes a second, and the time that 99 of 100 took. */
function asked(address, paths, coding, folder) {
  const script = join(folder, 'ask.lua');
  writeFileSync(script, `local paths = {${paths.map((path) => JSON.stringify(path)).join(',')}}
local at = math.random(#paths)
function request()
  at = at % #paths + 1
  return wrk.format("GET", paths[at], {["Accept-Encoding"] = ${JSON.stringify(coding)}})
end
function done(summary, latency)
  io.write(string.format("%d %d %d %d %d\\n", summary.requests, summary.bytes, summary.duration, latency:percentile(99), summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout))
end
`);
  const said = execFileSync('wrk', ['-t', String(threads), '-c', String(connections), '-d', `${seconds}s`, '-s', script, address], { encoding: 'utf8' });
  const [requests, bytes, microseconds, slowest, errors] = said.trim().split('\n').at(-1).split(' ').map(Number);
  if (errors > 0 || requests === 0) throw new Error(said);
  return { rate: requests / (microseconds / 1e6), bytes: bytes / (microseconds / 1e6), slowest: slowest / 1000 };
}

const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'yokoten-serve-'));
let server;
try {
  chmodSync(folder, 0o755);
  const root = join(folder, 'www');
  const { exit, stderr } = yokoten(['publish', site, join(root, 'kpi'), '--compress', 'gzip,brotli']);
  if (exit !== 0) throw new Error(stderr);
  server = await nginx(join(folder, 'nginx'), root, '/kpi/', 'worker_processes auto;');
  const { pathname } = new URL(server.address);
  const html = readFileSync(join(root, 'kpi/index.html'), 'utf8');
  const assets = [...html.matchAll(/(?:href|src)="\.\/(assets\/[^"]+)"/g)].map(([, path]) => path);
  const towns = readdirSync(join(root, 'kpi/areas')).filter((name) => /^\d\d$/.test(name)).flatMap((prefecture) =>
    readdirSync(join(root, 'kpi/areas', prefecture)).filter((name) => /^\d{6}$/.test(name)).map((town) => `areas/${prefecture}/${town}/index.html`));
  const sets = { 'the front page': ['index.html'], 'pages of municipalities': towns, 'styles and scripts': assets, 'a first visit, file by file': towns.flatMap((town) => [town, ...assets]) };
  const size = (path, ending) => { const packed = join(root, 'kpi', path + ending); return statSync(existsSync(packed) ? packed : join(root, 'kpi', path)).size; };
  console.log(`${connections} connections kept open, ${seconds} s each, nginx and wrk on the same cores`);
  for (const [name, paths] of Object.entries(sets))
    for (const [coding, ending] of Object.entries(endings)) {
      const mean = paths.reduce((sum, path) => sum + size(path, ending), 0) / paths.length;
      const { rate, bytes, slowest } = asked(server.address, paths.map((path) => pathname + path), coding, folder);
      console.log(`${name}, ${coding || 'plain'}: ${Math.round(rate)} answers a second, ${(mean / 1000).toFixed(1)} kB each, ${(bytes / 1e6).toFixed(0)} MB/s, 99 of 100 within ${slowest.toFixed(1)} ms`);
    }
} finally {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
}
