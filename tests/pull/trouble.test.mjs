// Trouble that passes and trouble that stays, and wrong usage.
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { folder, open_office, pulled, source, table, trusted } from './support/office.mjs';
import { Publication } from './support/publication.mjs';

open_office();

// ---- Trouble that passes, trouble that stays

test('too many requests are repeated after the time that the server asks for', async () => {
  await pulled(source('/busy.csv'));
  const { exit, stdout, stderr, took } = await pulled(source('/busy.csv'));
  assert.equal(exit, 0, stderr);
  assert.match(stdout, /^x: new /);
  assert.ok(took >= 2000, `after ${took} ms`);
});

test('a server in trouble is asked again', async () => {
  await pulled(source('/ill.csv'));
  const { exit, stdout, took } = await pulled(source('/ill.csv'));
  assert.equal(exit, 0);
  assert.match(stdout, /^x: new /);
  assert.ok(took >= 500, `after ${took} ms`);
});

test('a failed pull keeps the last good file and says how old it is', async () => {
  const { publication } = await pulled(source('/a.csv'));
  const provenance = publication.text('raw/x.csv.source.toml');
  const then = Date.now() - 3.5 * 86_400_000, hour = 3_600_000;
  const moment = new Date(then).toISOString().slice(0, 19), day_in_japan = new Date(then + 9 * hour).toISOString().slice(0, 10);
  publication.write('raw/x.csv.source.toml', provenance.replace(/retrieved = .*/, `retrieved = "${moment}Z"`));
  publication.describe([source('/always-ill.csv', { limits: { tries: 1 } })]);
  const { exit, stdout, stderr } = await publication.pull([], trusted());
  assert.equal(exit, 0);
  assert.equal(stdout, 'x: kept raw/x.csv\n');
  assert.match(stderr, new RegExp(`warning pull\\.status x: HTTP 500: .*; raw/x\\.csv is kept \\(taken on ${day_in_japan}, 3 days ago\\)`));
  assert.equal(publication.text('raw/x.csv'), table);
});

test('--strict makes a failed pull an error', async () => {
  const run = await pulled(source('/missing.csv'), { args: ['--strict'], last_good: 'old\n' });
  assert.equal(run.exit, 1);
  assert.match(run.stderr, /error pull\.status x: HTTP 404/);
  assert.equal(run.publication.text('raw/x.csv'), 'old\n');
});

test('one failing source leaves the others alone', async () => {
  const publication = new Publication(folder, [source('/missing.csv'), { ...source('/a.csv'), id: 'y', file: 'raw/y.csv' }]);
  const { exit, stdout } = await publication.pull([], trusted());
  assert.equal(exit, 1);
  assert.match(stdout, /^x: failed raw\/x\.csv\ny: new raw\/y\.csv /);
});

// ---- Usage

test('wrong usage ends with 2', async () => {
  const publication = new Publication(folder, []);
  assert.equal((await publication.pull(['--check', '--update-lock'])).exit, 2);
  assert.equal((await publication.pull(['--no-such-option'])).exit, 2);
});

test('a publication without sources.toml ends with 1', async () => {
  const publication = new Publication(folder, []);
  rmSync(join(publication.folder, 'sources.toml'));
  const { exit, stderr } = await publication.pull();
  assert.equal(exit, 1);
  assert.match(stderr, /sources\.toml: error publication\.missing /);
});
