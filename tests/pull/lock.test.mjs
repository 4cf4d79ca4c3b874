// pull.lock pins files.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { folder, open_office, pulled, root, source, sum, table, trusted } from './support/office.mjs';
import { Publication } from './support/publication.mjs';

open_office();

test('pull.lock pins what came and refuses another file', async () => {
  writeFileSync(join(root, 'pinned.csv'), table);
  const { publication } = await pulled(source('/pinned.csv'), { args: ['--update-lock'] });
  assert.equal(publication.text('pull.lock'), `[sha256]\nx = "${sum(table)}"\n`);
  writeFileSync(join(root, 'pinned.csv'), 'a,b\n');
  const refused = await publication.pull([], trusted());
  assert.equal(refused.exit, 1);
  assert.match(refused.stderr, /error pull\.locked x: /);
  assert.equal(publication.text('raw/x.csv'), table);
  const updated = await publication.pull(['--update-lock'], trusted());
  assert.equal(updated.exit, 0);
  assert.equal(publication.text('raw/x.csv'), 'a,b\n');
  assert.equal(publication.text('pull.lock'), `[sha256]\nx = "${sum('a,b\n')}"\n`);
});

test('what is pinned for sources that are gone leaves the lock', async () => {
  const { publication } = await pulled(source('/a.csv'), { args: ['--update-lock'] });
  publication.describe([{ ...source('/a.csv'), id: 'y' }]);
  await publication.pull(['--update-lock'], trusted());
  assert.equal(publication.text('pull.lock'), `[sha256]\ny = "${sum(table)}"\n`);
});

test('a source that the lock does not know is taken with a warning', async () => {
  const { publication } = await pulled(source('/a.csv'), { args: ['--update-lock'] });
  publication.describe([source('/a.csv'), { ...source('/big.csv'), id: 'y', file: 'raw/y.csv' }]);
  const { exit, stdout, stderr } = await publication.pull([], trusted());
  assert.equal(exit, 0);
  assert.match(stdout, /^x: unchanged raw\/x\.csv\ny: new raw\/y\.csv /);
  assert.match(stderr, /warning pull\.unpinned y is not in pull\.lock/);
});

test('a lock that can not be read stops the pull', async () => {
  const publication = new Publication(folder, [source('/a.csv')]);
  publication.write('pull.lock', '[sha256]\nx = "abc"\n');
  const { exit, stderr } = await publication.pull([], trusted());
  assert.equal(exit, 1);
  assert.match(stderr, /pull\.lock:2:5: error source\.hash /);
  assert.ok(!publication.has('raw/x.csv'));
});

test('a misspelt heading in the lock stops the pull and leaves the lock', async () => {
  const publication = new Publication(folder, [source('/a.csv')]);
  const lock = `[sha265]\nx = "${sum(table)}"\n`;
  publication.write('pull.lock', lock);
  const { exit, stderr } = await publication.pull(['--update-lock'], trusted());
  assert.equal(exit, 1);
  assert.match(stderr, /pull\.lock:1:2: error toml\.unknown /);
  assert.ok(!publication.has('raw/x.csv'));
  assert.equal(publication.text('pull.lock'), lock);
});

// ---- Sources that share a file

test('what a later source of the file pins holds for the file', async () => {
  const publication = new Publication(folder, [source('/a.csv'), { ...source('/a.csv'), id: 'y' }]);
  const lock = `[sha256]\ny = "${sum('other')}"\n`;
  publication.write('pull.lock', lock);
  const { exit, stderr } = await publication.pull([], trusted());
  assert.equal(exit, 1);
  assert.match(stderr, /error pull\.locked x: /);
  assert.match(stderr, /warning pull\.unpinned x is not in pull\.lock/);
  assert.ok(!publication.has('raw/x.csv'));
});

test('two pins for one file stop the pull until both are pinned anew', async () => {
  const publication = new Publication(folder, [source('/a.csv'), { ...source('/a.csv'), id: 'y' }]);
  publication.write('pull.lock', `[sha256]\nx = "${sum(table)}"\ny = "${sum('other')}"\n`);
  const { exit, stdout, stderr } = await publication.pull([], trusted());
  assert.equal(exit, 1);
  assert.equal(stdout, '');
  assert.match(stderr, /error pull\.locked pull\.lock pins two different files for raw\/x\.csv; /);
  await publication.pull(['--update-lock'], trusted());
  assert.equal(publication.text('pull.lock'), `[sha256]\nx = "${sum(table)}"\ny = "${sum(table)}"\n`);
});
