// The collection of cases: one page, and a PDF that Chromium prints of it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { read_tree } from '../support/tree.mjs';
import { home, printed_truly, yokoten } from '../support/yokoten.mjs';
import { pdf_difference } from './pdf_difference.mjs';

const sample = join(home, 'data/prefecture');
const folder = mkdtempSync(join(tmpdir(), 'yokoten-collection-'));
const site = join(folder, 'site');
const place = 'cases/collection/collection.pdf';
after(() => rmSync(folder, { recursive: true, force: true }));
before(() => assert.equal(yokoten(['build', sample, '--into', site], { env: printed_truly }).exit, 0));

const page = () => readFileSync(join(site, 'cases/collection/index.html'), 'utf8');
const pdf = (of = site) => readFileSync(join(of, place));
/** Returns what a program of poppler says of the PDF. */
function poppler(name, args) {
  const run = spawnSync(name, args, { encoding: 'utf8' });
  assert.equal(run.status, 0, run.stderr ?? String(run.error));
  return run.stdout;
}
const info = () => Object.fromEntries(poppler('pdfinfo', [join(site, place)]).trim().split('\n').map((line) => line.split(/:\s+/)));
const titles = () => JSON.parse(readFileSync(join(site, 'data/cases.json'), 'utf8')).cases.map(({ title }) => title);
const bare = (text) => text.replace(/（見本）|\s/g, '');

/** Builds a copy of the sample that `change` has changed; `variables` are the program's. */
function rebuilt(into, change, variables = {}) {
  const copy = join(folder, 'copy');
  rmSync(copy, { recursive: true, force: true });
  cpSync(sample, copy, { recursive: true });
  change(copy);
  return yokoten(['build', copy, '--into', into, '--lang', 'en'], { env: { ...printed_truly, ...variables } });
}
const edit = (copy, path, from, to) => {
  const text = readFileSync(join(copy, path), 'utf8');
  assert.ok(text.includes(from), from);
  writeFileSync(join(copy, path), text.replace(from, to));
};

test('the page has one heading of the first level and each id once', () => {
  assert.equal(page().match(/<h1[ >]/g).length, 1);
  const ids = [...page().matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
  assert.deepEqual(ids.filter((id, at) => ids.indexOf(id) !== at), []);
});

test('the contents lead to every case', () => {
  const contents = page().match(/<nav class="contents"[^]*?<\/nav>/)[0];
  const anchors = [...contents.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]);
  assert.equal(anchors.length, 4);
  for (const anchor of anchors) assert.ok(page().includes(`<article class="collected" id="${anchor}">`), anchor);
});

test('the page names publisher, date and licence', () => {
  const cover = page().match(/<section class="cover"[^]*?<\/section>/)[0];
  for (const word of ['都道府県版の見本', '令和7（2025）年9月30日', 'PDL1.0', '4件']) assert.ok(cover.includes(word), word);
});

test('the link says how many pages and megabytes the PDF has', () => {
  const [, pages, size] = page().match(/<a href="collection\.pdf"[^>]*>[^<]*（PDF、(\d+)ページ、([\d.]+)MB）<\/a>/);
  assert.equal(pages, info().Pages);
  const bytes = statSync(join(site, place)).size / 2 ** 20;
  assert.ok(Number(size) >= bytes && Number(size) < bytes + 0.1, `${size} of ${bytes}`);
});

test('the PDF is tagged, on A4, without scripts, and has title, date, language and bookmarks', () => {
  const facts = info();
  assert.equal(facts.Tagged, 'yes');
  assert.equal(facts.JavaScript, 'no');
  assert.match(facts['Page size'], /A4/);
  assert.match(facts.Title, /^好事例集/);
  assert.match(facts.CreationDate, /Sep 30 .*2025/);
  assert.match(pdf().toString('latin1'), /\/Lang \(ja\)/);
  assert.match(pdf().toString('latin1'), /\/Outlines \d+ 0 R/);
});

test('the PDF has every case, each on a new sheet', () => {
  const sheets = poppler('pdftotext', [join(site, place), '-']).split('\f').map(bare);
  for (const title of titles().map(bare)) assert.ok(sheets.slice(1).some((sheet) => sheet.startsWith(title)), title);
});

test('links of the PDF lead to public addresses', () => {
  const addresses = [...pdf().toString('latin1').matchAll(/\/URI \(([^)]*)\)/g)].map((match) => match[1]);
  assert.ok(addresses.length > 5);
  assert.deepEqual(addresses.filter((address) => !address.startsWith('https://example.jp/tottori/')), []);
});

test('the same publication gives the same PDF in another place, zone and language', () => {
  const other = join(folder, 'other');
  const { exit, stderr } = rebuilt(other, () => {}, { TZ: 'Asia/Tokyo', LC_ALL: 'de_DE.UTF-8' });
  assert.equal(exit, 0, stderr);
  assert.equal(pdf_difference(pdf(other), pdf()), '');
});

test('what has not changed is not printed again', () => {
  const other = join(folder, 'kept');
  cpSync(site, other, { recursive: true });
  const { exit, stderr } = rebuilt(other, (copy) => edit(copy, 'pages/about.md', '# ', '# 新しい'), { YOKOTEN_CHROMIUM: '/no/such/program' });
  assert.equal(exit, 0, stderr);
  assert.deepEqual(pdf(other), pdf());
});

test('a case that has changed is printed anew', () => {
  const other = join(folder, 'changed');
  cpSync(site, other, { recursive: true });
  assert.equal(rebuilt(other, (copy) => edit(copy, 'cases/ceiling-lift.md', 'before: 41', 'before: 43')).exit, 0);
  assert.match(bare(poppler('pdftotext', [join(other, place), '-'])), /43%/);
});

/** Returns a program that does what `lines` of a shell say. */
function program(name, lines) {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${lines}\n`);
  chmodSync(path, 0o755);
  return path;
}

test('numbers that Chromium gives to cells otherwise each time it prints are the same in the PDF', () => {
  const printed = [[168, 7, 350], [169, 8, 350]].map((numbers, at) => {
    const names = [0, 1, 0, 2].map((each) => `(node${String(numbers[each]).padStart(8, '0')})`).join(' ');
    const chromium = program(`chromium-${at}`, `for word; do case $word in --print-to-pdf=*) echo "%PDF-1.4 /Type /Page (node1) (nodes000000) ${names}" >"\${word#*=}" ;; esac; done`);
    const other = join(folder, `numbered-${at}`);
    const { exit, stderr } = rebuilt(other, () => {}, { YOKOTEN_CHROMIUM: chromium });
    assert.equal(exit, 0, stderr);
    return pdf(other).toString('latin1');
  });
  assert.match(printed[0], /\(node1\) \(nodes000000\) \(node00000002\) \(node00000001\) \(node00000002\) \(node00000003\)/);
  assert.equal(printed[1], printed[0]);
});

for (const [what, lines, pattern] of [
  ['is not there', null, /collection\.pdf .*install chromium/],
  ['fails', 'echo no display >&2; exit 3', /collection\.pdf .*no display/],
  ['says that all is well and prints nothing', 'exit 0', /collection\.pdf /],
]) {
  test(`where Chromium ${what}, the build says so and the site stays as it was`, () => {
    const other = join(folder, 'stays');
    rmSync(other, { recursive: true, force: true });
    cpSync(site, other, { recursive: true });
    const was = read_tree(other);
    const chromium = lines === null ? '/no/such/program' : program('chromium-fake', lines);
    const { exit, stderr } = rebuilt(other, (copy) => edit(copy, 'cases/ceiling-lift.md', 'before: 41', 'before: 44'), { YOKOTEN_CHROMIUM: chromium });
    assert.equal(exit, 1);
    assert.match(stderr, pattern);
    assert.deepEqual(read_tree(other), was);
  });
}

test('what is printed waits for every picture, also for the later ones of a case', () => {
  const seen = join(folder, 'printed.html');
  const chromium = program('chromium-looks', `for word; do case $word in file://*) cp "\${word#file://}" ${seen};; esac; done; exit 3`);
  const { exit } = rebuilt(join(folder, 'looked-at'), (copy) => edit(copy, 'cases/ceiling-lift.md', '  photos:\n', '  photos:\n    - { file: photos/night-shift.png, alt: 夜の廊下を歩く職員の絵, credit: 見本 }\n'), { YOKOTEN_CHROMIUM: chromium });
  assert.equal(exit, 1);
  const html = readFileSync(seen, 'utf8');
  assert.equal(html.match(/<img /g).length, 3);
  assert.doesNotMatch(html, /loading="lazy"/);
});

test('without pdf in publication.toml there is no PDF and no link to one', () => {
  const other = join(folder, 'none');
  const { exit } = rebuilt(other, (copy) => edit(copy, 'publication.toml', 'pdf = true', 'pdf = false'), { YOKOTEN_CHROMIUM: '/no/such/program' });
  assert.equal(exit, 0);
  assert.ok(!existsSync(join(other, place)));
  assert.doesNotMatch(readFileSync(join(other, 'cases/collection/index.html'), 'utf8'), /collection\.pdf/);
});

test('the site differs in nothing from its publication, of which nothing is printed to compare them', () => {
  for (const sides of [[site, sample], [sample, site]]) {
    const run = yokoten(['diff', ...sides, '--exit-code', '--lang', 'en']);
    assert.equal(run.exit, 0, run.stdout);
  }
});
