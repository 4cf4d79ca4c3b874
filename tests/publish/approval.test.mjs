// `publish --approval` takes only what was approved, by the file that the report of `diff` shows.
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { home, yokoten } from '../support/yokoten.mjs';
import { write } from '../disclosure/publication.mjs';

const folder = mkdtempSync(join(tmpdir(), 'yokoten-approval-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Builds the site of a publication of one page. */
function made(name) {
  const place = join(folder, name);
  write(place, { tables: [], indicators: {}, pages: { index: ['---', 'title: 見本', '---', '# 見本', '', `${name}の版です。`] } });
  const run = yokoten(['build', place, '--into', `${place}-site`, '--lang', 'en']);
  assert.equal(run.exit, 0, run.stderr);
  return { site: `${place}-site` };
}
const diff = (...words) => yokoten(['diff', ...words, '--lang', 'en']);
const hash_of = (side) => JSON.parse(diff(side, side, '--format', 'json').stdout).after.hash;
const [first, second] = ['first', 'second'].map(made);

const www = join(folder, 'www');
const approve = (text) => {
  const file = join(folder, 'approval.toml');
  writeFileSync(file, text);
  rmSync(www, { recursive: true, force: true });
  return yokoten(['publish', second.site, www, '--approval', file, '--lang', 'en']);
};
const approval = (hash) => `hash = "${hash}"\ndecided_by = "長寿社会課長"\ndecided_on = 2026-04-01\nnote = ""\n`;

test('what was approved is published', () => {
  const run = approve(approval(hash_of(second.site)));
  assert.equal(run.exit, 0, run.stderr);
  assert.ok(existsSync(join(www, 'index.html')));
});

test('the approval that the page on diff shows is understood', () => {
  const page = readFileSync(join(home, 'generator/difference/diff.md'), 'utf8');
  const [, shown] = /```toml\n([^]*?)```/.exec(page);
  const run = approve(shown.replace(/[0-9a-f]{64}/, hash_of(second.site)));
  assert.equal(run.exit, 0, run.stderr);
});

test('what something else was approved for is not published', () => {
  const run = approve(approval(hash_of(first.site)));
  assert.equal(run.exit, 1);
  assert.match(run.stderr, /approval\.toml:1:\d+: error approval\.hash /);
  assert.ok(!existsSync(www));
});

test('the hash may stand in capitals, as Windows prints it', () => {
  const run = approve(approval(hash_of(second.site).toUpperCase()));
  assert.equal(run.exit, 0, run.stderr);
});

test('the lines that the report prints are an approval as soon as they are filled in', () => {
  const html = diff(first.site, second.site, '--format', 'html').stdout;
  const lines = /<pre><code>([^<]*)<\/code>/.exec(html)[1].replaceAll('&quot;', '"');
  assert.match(approve(lines.replace('decided_by = ""', 'decided_by = "課長"')).stderr, /approval\.toml:3:\d+: error approval\.date /, 'left empty');
  const run = approve(lines.replace('decided_by = ""', 'decided_by = "課長"').replace('decided_on = ""', 'decided_on = "2026-04-01"'));
  assert.equal(run.exit, 0, run.stderr);
});

test('an approval in which something is missing or unknown is none', () => {
  const good = approval(hash_of(second.site));
  for (const [text, found] of [[good.replace(/^decided_by.*\n/m, ''), /toml\.missing .*decided_by/], [good.replace('長寿社会課長', ''), /approval\.toml:2:/],
    [good.replace('2026-04-01', '2026-04'), /:3:\d+: error (approval\.date|toml\.)/], [`${good}by = "x"\n`, /toml\.unknown .*by/], ['', /toml\.missing .*hash/]]) {
    const run = approve(text);
    assert.equal(run.exit, 1, text);
    assert.match(run.stderr, found);
    assert.ok(!existsSync(www), text);
  }
  const run = yokoten(['publish', second.site, www, '--approval', join(folder, 'none.toml'), '--lang', 'en']);
  assert.match(run.stderr, /none\.toml: error approval\.file /);
});
