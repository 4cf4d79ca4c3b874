// What a publication may not do: lead out of its folder, name addresses that run, or keep the program busy.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import test, { after } from 'node:test';
import { home, program } from '../support/yokoten.mjs';

const folder = mkdtempSync(join(tmpdir(), 'yokoten-hostile-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const small = join(home, 'tests/cases/small-publication/input'), sample = join(home, 'data/prefecture');
const cpu_seconds = 4; // the kernel ends what takes more; alone each takes well under two

/** Checks a copy in which `change` was made, with a limit to the time of its processor and to its memory; returns how it ended and its errors. */
function checked(from, change) {
  const copy = join(folder, 'copy');
  rmSync(copy, { recursive: true, force: true });
  cpSync(from, copy, { recursive: true });
  change((path) => join(copy, path));
  const run = spawnSync('bash', ['-c', `ulimit -t ${cpu_seconds} -v 4000000; exec "$@"`, 'bash', program, 'check', copy, '--lang', 'en'], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const errors = run.stdout.split('\n').filter((line) => line.includes(': error ')).map((line) => line.slice(copy.length + 1));
  return { ended: run.signal ?? run.status, errors };
}
const put = (path, text) => { mkdirSync(dirname(path), { recursive: true }); writeFileSync(path, text); };
const page = '---\ntitle: x\n---\n# x\n';

// ---- Links and names

const outside = join(folder, 'outside');
put(join(outside, 'x'), page);
for (const path of ['pages/x.md', 'pages/x', 'indicators/x.toml', 'glossary.toml', 'photos', 'documents/x.csv', 'templates/words/ja.toml', 'releases/2020-01-01.csv', 'look/logo.svg']) {
  test(`a symbolic link is not followed: ${path}`, () => {
    const { ended, errors } = checked(small, (at) => { mkdirSync(dirname(at(path)), { recursive: true }); symlinkSync(path.includes('.') ? join(outside, 'x') : outside, at(path)); });
    assert.equal(ended, 1);
    assert.ok(errors.some((line) => line.startsWith(`${path}: error publication.link `)), errors.join('\n'));
  });
}

test('links beside what a publication is read from are nobody\'s business', () => {
  const { ended } = checked(small, (at) => symlinkSync(join(outside, 'x'), at('notes.txt')));
  assert.equal(ended, 0);
});

for (const [name, code] of [['pages/a b.md', 'page.address'], ['pages/日本.md', 'page.address'], ['pages/A.md', 'page.address'], ["pages/x'.md", 'page.address'], ['pages/%2e%2e.md', 'page.address'],
  ['indicators/...toml', 'indicator.id'], ['indicators/a"b.toml', 'indicator.id']]) {
  test(`a file's name that is no address is refused: ${name}`, () => {
    const { ended, errors } = checked(small, (at) => put(at(name), name.endsWith('.md') ? page : readFileSync(join(small, 'indicators/link-rate.toml'))));
    assert.equal(ended, 1);
    assert.ok(errors.some((line) => line.startsWith(name) && line.includes(` ${code} `)), errors.join('\n'));
  });
}

const with_text = (file, from, to) => (at) => {
  const text = readFileSync(at(file), 'utf8');
  assert.ok(text.includes(from), `${file} has no ${from}`);
  writeFileSync(at(file), text.replace(from, to));
};
for (const [what, file, from, to] of [
  ['a photo', 'cases/ceiling-lift.md', 'photos/ceiling-lift.png', 'photos/../publication.toml'],
  ['a document', 'projects/night-shift-records.md', 'documents/night-shift-checklist.csv', 'documents/../publication.toml'],
  ['a raw file', 'sources.toml', 'file:raw/subsidised_offices.csv', 'file:raw/../../../../etc/passwd'],
  ['a source', 'sources.toml', 'id = "subsidised-offices"', 'id = "../../x"'],
  ['a contact\'s address', 'contacts.toml', 'https://example.jp/tottori/form/', 'javascript:alert(1)'],
  ['a contact\'s address with blanks before it', 'contacts.toml', 'https://example.jp/tottori/centre/', ' javascript:alert(1)'],
  ['an association\'s address', 'contacts.toml', 'https://example.jp/tottori/providers/', 'data:text/html,x'],
  ['the site\'s address', 'publication.toml', 'https://example.jp/tottori/', 'javascript:alert(1)//'],
  ['the navigation', 'publication.toml', 'path = "indicators/"', 'path = "javascript:alert(1)"'],
  ['the navigation to another host', 'publication.toml', 'path = "projects/"', 'path = "//foreign.invalid/"'],
  ['the footer', 'publication.toml', 'path = "about/" },\n  { title = "効果', 'path = "../../etc/" },\n  { title = "効果'],
  ['a link in a page', 'pages/about.md', '# ', '[x](javascript:alert(1)) \n\n# '],
  ['a link in a page, spelled otherwise', 'pages/about.md', '# ', '[x](JaVaScRiPt&#58;alert(1)) \n\n# '],
  ['a picture in a page', 'pages/about.md', '# ', '![x](https://foreign.invalid/x.png) \n\n# '],
]) {
  test(`${what} does not lead out of the site: ${to.trim()}`, () => {
    const { ended, errors } = checked(sample, with_text(file, from, to));
    assert.equal(ended, 1, `${ended}`);
    assert.ok(errors.some((line) => line.startsWith(file)), errors.join('\n'));
  });
}

test('a logo that runs or loads something is refused, at its file', () => {
  for (const inside of ['<script>1</script>', '<a href="javascript:1"/>', '<image href="https://foreign.invalid/x.png"/>']) {
    const { ended, errors } = checked(small, (at) => {
      put(at('look/logo.svg'), `<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`);
      put(at('publication.toml'), `${readFileSync(at('publication.toml'), 'utf8')}\n[look]\nlogo = "look/logo.svg"\nlogo_alt = "x"\n`);
    });
    assert.equal(ended, 1);
    assert.ok(errors.some((line) => line.startsWith('look/logo.svg: error look.logo ')), errors.join('\n'));
  }
});

test('a document that would run in a browser is refused', () => {
  const { ended, errors } = checked(sample, (at) => {
    put(at('documents/x.html'), '<script>1</script>');
    with_text('projects/night-shift-records.md', 'documents/night-shift-checklist.csv', 'documents/x.html')(at);
  });
  assert.equal(ended, 1);
  assert.ok(errors.some((line) => / project\.document .*may run in browsers/.test(line)), errors.join('\n'));
});

// ---- Markdown that is made to be slow

const hostile = {
  '80,000 autolinks': 'http://a.jp '.repeat(80_000),
  '70,000 autolinks in brackets': '<https://a.jp>\n'.repeat(70_000),
  'a wide table': `|${'a|'.repeat(190)}\n|${'-|'.repeat(190)}\n${`|${'a|'.repeat(190)}\n`.repeat(2_000)}`,
  'a narrow table that is filled up': `|${'a|'.repeat(190)}\n|${'-|'.repeat(190)}\n${'a\n'.repeat(400_000)}`,
  'one reference used 100,000 times': `[r]: https://a.jp/${'x'.repeat(400_000)}\n\n${'[r] '.repeat(100_000)}`,
  'a million open brackets': '['.repeat(1_000_000),
  'links that never close': '[a]('.repeat(200_000),
  'emphasis that never closes': '*a_ '.repeat(250_000),
  'lists in lists in one line': '- '.repeat(20_000),
  'quotes in quotes': `${'> '.repeat(190)}a\n`.repeat(2_000),
  'a block of brackets': `\`\`\`cards\nindicators = ${'['.repeat(100_000)}\n\`\`\``,
  'a sentence in a block': `\`\`\`note\ntext = "${'|'.repeat(400_000)}"\n\`\`\``,
};
for (const [what, text] of Object.entries(hostile)) {
  test(`Markdown made to be slow is refused or bounded: ${what}`, () => {
    const { ended, errors } = checked(small, (at) => put(at('pages/hostile.md'), `---\ntitle: x\n---\n# x\n\n${text}\n`));
    assert.ok(ended === 0 || (ended === 1 && errors.some((line) => line.startsWith('pages/hostile.md'))), `${ended} ${errors.slice(0, 3)}`);
  });
}

test('front matter that multiplies itself is refused', () => {
  const levels = 'abcdefgh'.split('').map((name, at) => `${name}: &${name} [${Array(9).fill(at === 0 ? 'x' : `*${'abcdefgh'[at - 1]}`).join(',')}]`);
  const { ended, errors } = checked(small, (at) => put(at('pages/hostile.md'), `---\ntitle: x\n${levels.join('\n')}\n---\n# x\n`));
  assert.equal(ended, 1);
  assert.ok(errors[0].startsWith('pages/hostile.md'));
});
