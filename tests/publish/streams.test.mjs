// Standard output and standard error that are full or closed: what can't be told of is done all the same; results that can't be given are no success.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { home, program, with_folder } from '../support/yokoten.mjs';

const small = join(home, 'tests/cases/small-publication/input');
const run = (line, ...args) => spawnSync('bash', ['-c', line, program, ...args], { cwd: home, encoding: 'utf8' });

for (const [what, how] of [['full', '2>/dev/full'], ['closed', '2>&-']])
  test(`a ${what} standard error stops no work`, () => with_folder((folder) => {
    const site = join(folder, 'site'), www = join(folder, 'www');
    assert.equal(run(`"$0" build "$1" --into "$2" ${how}`, small, site).status, 0);
    assert.ok(existsSync(join(site, 'index.html')));
    assert.equal(run(`"$0" publish "$1" "$2" ${how}`, site, www).status, 0);
    assert.deepEqual(readFileSync(join(www, 'manifest.json')), readFileSync(join(site, 'manifest.json')));
    const table = run(`"$0" table "$1" ${how}`, join(small, 'raw/link.csv'));
    assert.equal(table.status, 0);
    assert.ok(table.stdout.split('\n').length > 4);
  }));

for (const [what, how] of [['full', '>/dev/full'], ['closed', '>&-']])
  for (const [verb, line] of [['a work list', '"$0" check data/prefecture --work-list'], ['a table', '"$0" table tests/cases/small-publication/input/raw/link.csv'], ['the help', '"$0" --help']])
    test(`${verb} that goes to a ${what} standard output is told to be lost`, () => {
      const { status, stderr } = run(`${line} --lang en ${how}`);
      assert.equal(status, 1);
      assert.match(stderr, /yokoten: can't write to standard output\n$/);
    });

test('figures and places without a name are wrong usage', () => {
  for (const args of [['link-rate', ''], ['', '鳥取県']]) assert.equal(run('"$0" explain "$1" "$2" "$3"', small, ...args).status, 2);
});

test('an address of IPv6 is told in brackets', () => {
  const { stderr } = run('timeout 2 "$0" serve "$1" --host ::1 --port 18431', small);
  assert.match(stderr, /^http:\/\/\[::1\]:18431\/$/m);
});
