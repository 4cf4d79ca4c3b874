// A raw file that changes while a site is built from it.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import test, { after } from 'node:test';
import { copy_nation } from '../support/nation.mjs';

const folder = mkdtempSync(join(tmpdir(), 'yokoten-changing-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const publication = join(folder, 'national'), site = join(folder, 'site');
copy_nation(publication);
const raw = join(publication, 'raw/careplan_link_prefecture_2024-09-13.csv');

/** Builds with one thread; `meanwhile` is done while pages are written, before anything else is. */
async function build(meanwhile = () => {}) {
  const run = spawn(process.env.YOKOTEN, ['build', publication, '--into', site, '--jobs', '1', '--anew', '--lang', 'en']);
  let said = '';
  for (const stream of [run.stdout, run.stderr]) stream.on('data', (piece) => { said += piece; });
  const ended = once(run, 'close');
  while (run.exitCode === null && !existsSync(join(folder, '.site.next/index.html'))) await wait(5);
  if (run.exitCode === null) {
    run.kill('SIGSTOP');
    meanwhile();
    run.kill('SIGCONT');
  }
  const [exit] = await ended;
  return { exit, said };
}

test('a raw file that changes while pages are written ends the build, and the site stays as it was', async () => {
  const first = await build();
  assert.equal(first.exit, 0, first.said);
  rmSync(join(folder, '.site.next'), { recursive: true, force: true });
  const before = readFileSync(join(site, 'manifest.json'), 'utf8');
  const text = readFileSync(raw);
  for (const change of [() => appendFileSync(raw, '\n'), () => truncateSync(raw, 100), () => rmSync(raw)]) {
    writeFileSync(raw, text);
    const next = await build(change);
    assert.equal(next.exit, 1, next.said);
    assert.match(next.said, /careplan_link_prefecture_2024-09-13\.csv.*error file\.changed it changed during the build/);
    assert.equal(readFileSync(join(site, 'manifest.json'), 'utf8'), before);
  }
});
