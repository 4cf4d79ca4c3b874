// A publication for every prefecture in one call: each has its site, and those that fail are named and stop nobody.
import assert from 'node:assert/strict';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { differing, paths, read_tree } from '../support/tree.mjs';
import { home, yokoten } from '../support/yokoten.mjs';

const folder = mkdtempSync(join(tmpdir(), 'yokoten-many-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const prefectures = readFileSync(join(home, 'data/areas/prefectures.csv'), 'utf8').trimEnd().split('\n').slice(1).map((line) => line.split(','));

/** Makes the publication of a prefecture that says which one it is. */
function draft([code, , name]) {
  const publication = join(folder, code);
  cpSync(join(home, 'tests/cases/small-publication/input'), publication, { recursive: true });
  const file = join(publication, 'publication.toml');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^title = .*$/m, `title = "${name}の見本"`));
  return publication;
}

/** Mistakes, each of another kind, and what has to be said of the publication. */
const mistakes = {
  '040002': [(publication) => appendFileSync(join(publication, 'publication.toml'), '= ['), 'publication.toml:8:1: error toml.syntax'],
  '130001': [(publication) => rmSync(join(publication, 'raw/link.csv')), 'error source.missing raw/link.csv is not there'],
  '310000': [(publication) => appendFileSync(join(publication, 'raw/link.csv'), '北海道,1,x,0\n'), 'error total.differs'],
  '470007': [(publication) => rmSync(publication, { recursive: true }), 'error publication.missing'],
};

test('47 publications are built in one call, each by itself, and those that fail are named', () => {
  const publications = prefectures.map(draft);
  const sites = join(folder, 'sites');
  const all = ['build', ...publications, '--into', sites, '--lang', 'en', '--quiet'];
  const first = yokoten(all);
  assert.equal(first.exit, 0, first.stderr);
  const before = read_tree(sites);
  for (const [code, , name] of prefectures) assert.ok(before.get(`${code}/index.html`).toString().includes(`${name}の見本`), name);

  for (const publication of publications) appendFileSync(join(publication, 'pages/index.md'), '\n二度目の本文。\n');
  for (const [code, [spoil]] of Object.entries(mistakes)) spoil(join(folder, code));
  const { exit, stderr } = yokoten(all);
  assert.equal(exit, 1);
  const named = stderr.split('\n').filter((line) => line.endsWith(' was not built; the site stays as it was')).map((line) => line.split(' ')[0]);
  assert.deepEqual(named, Object.keys(mistakes).sort().map((code) => join(folder, code)));
  for (const [code, [, words]] of Object.entries(mistakes)) {
    assert.ok(stderr.split('\n').some((line) => line.startsWith(join(folder, code)) && line.includes(words)), `${code} ${words}`);
  }
  const now = read_tree(sites);
  for (const [code] of prefectures) {
    const is_new = now.get(`${code}/index.html`).toString().includes('二度目の本文。');
    assert.equal(is_new, !(code in mistakes), code);
  }
  const of_failed = (tree) => new Map([...tree].filter(([path]) => path.split(/[/.]/)[0] in mistakes));
  assert.deepEqual(differing(of_failed(now), of_failed(before)), []);
});

test('a site from among many is the one that it would be alone', () => {
  const alone = join(folder, 'alone');
  assert.equal(yokoten(['build', join(folder, '320005'), '--into', alone, '--quiet']).exit, 0);
  assert.ok(paths(alone).length > 10);
  assert.deepEqual(differing(read_tree(join(folder, 'sites/320005')), read_tree(alone)), []);
});
