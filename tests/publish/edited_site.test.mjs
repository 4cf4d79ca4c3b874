// What somebody writes into a site that stands is in none that follows, whatever kind of file it is.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import test, { after, before } from 'node:test';
import { spawnSync } from 'node:child_process';
import { home, program, yokoten } from '../support/yokoten.mjs';

const folder = mkdtempSync(join(tmpdir(), 'yokoten-edited-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const site = join(folder, 'site'), earlier = join(folder, '.site.next'), publication = join(folder, 'small');
const manifest = () => JSON.parse(readFileSync(join(site, 'manifest.json'), 'utf8')).files;
let files;

const build = () => assert.equal(yokoten(['build', publication, '--into', site]).exit, 0);
before(() => {
  cpSync(join(home, 'tests/cases/small-publication/input'), publication, { recursive: true });
  build();
  files = manifest();
});

/** Writes behind the end of files of a site, later than the clock of a disk can tell from the build. */
async function edit(where, paths) {
  await wait(30);
  for (const path of paths) appendFileSync(join(where, path), 'X');
}

/** Asserts that the site says of all its files what the first one said, and that they are so. */
function is_as_it_was() {
  assert.deepEqual(manifest(), files);
  const others = files.filter(({ path, sha256 }) => createHash('sha256').update(readFileSync(join(site, path))).digest('hex') !== sha256);
  assert.deepEqual(others.map(({ path }) => path), []);
}
const of_kind = (ending) => files.filter(({ path }) => path.endsWith(ending)).map(({ path }) => path);

for (const ending of ['.html', '.png', '.xlsx', '.csv', '.json', '.js', '.css', '.xml'])
  test(`files ending in ${ending} that somebody wrote into are made again`, async () => {
    const paths = of_kind(ending);
    assert.ok(paths.length > 0);
    await edit(site, paths);
    build();
    is_as_it_was();
  });

test('a site is built again from what nobody wrote into, which it has in common with the one before', async () => {
  for (let times = 0; times < 2; ++times) assert.equal(yokoten(['build', publication, '--into', site, '--anew']).exit, 0);
  const common = files.filter(({ path }) => statSync(join(site, path)).ino === statSync(join(earlier, path)).ino);
  assert.ok(common.length > files.length / 2, `${common.length} of ${files.length}`);
  await edit(site, common.map(({ path }) => path));
  for (let times = 0; times < 3; ++times) {
    build();
    is_as_it_was();
  }
});

test('a site that others could not read can be read after a build that says so, and after the next ones', () => {
  const other = join(folder, 'closed');
  const built = (umask) => assert.equal(spawnSync('bash', ['-c', `umask ${umask}; exec "${program}" build "${publication}" --into "${other}"`]).status, 0);
  const closed = () => {
    const { stdout } = spawnSync('find', [other, '!', '-perm', '-o=r', '-printf', '%P\n'], { encoding: 'utf8' });
    return stdout.trim().split('\n').filter((path) => path !== '');
  };
  built('077');
  assert.notDeepEqual(closed(), []);
  for (let times = 0; times < 4; ++times) {
    built('022');
    assert.deepEqual(closed(), []);
    if (times === 1) writeFileSync(join(publication, 'pages/index.md'), `${readFileSync(join(publication, 'pages/index.md'), 'utf8')}\n\n別の文。\n`);
  }
});
