// The manual page and the help: they say the same, they can be shown, and what they show as an example runs.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { paths } from '../support/tree.mjs';
import { home, yokoten } from '../support/yokoten.mjs';
import { help_of, names_of, verbs, whole } from './help.mjs';
import { build } from './installed.mjs';

const page = join(build, 'manual/yokoten.1');
const roff = readFileSync(page, 'utf8').replaceAll('\\-', '-');
const folder = mkdtempSync(join(tmpdir(), 'yokoten-manual-'));
before(() => cpSync(join(home, 'data'), join(folder, 'data'), { recursive: true }));
after(() => rmSync(folder, { recursive: true, force: true }));

const japanese_page = join(build, 'manual/ja/yokoten.1');
const japanese_roff = readFileSync(japanese_page, 'utf8').replaceAll('\\-', '-');

/** The options that a part of the page explains, sorted. */
const explained = (part) => [...part.matchAll(/^\.TP\n(\\fB-.*)$/gm)]
  .flatMap(([, line]) => [...line.matchAll(/\\fB(--?[a-z-]+)\\fR/g)].map(([, name]) => name)).sort();
const parts_of = (text, heading) => new Map(text.split(`.SH ${heading}\n`)[1].split('.SH ')[0].split('.SS ').slice(1).map((part) => [part.split('\n')[0], part]));
const parts = parts_of(roff, 'VERBS');
const japanese_parts = parts_of(japanese_roff, 'コマンド');

test('the help lists verbs', () => assert.ok(verbs.length > 5));
test('the manual page has the verbs of the help, in its order', () => assert.deepEqual([...parts.keys()], whole.verbs));
test('the manual page has the options of the help that go with every verb', () => assert.deepEqual(explained(roff.split('.SH OPTIONS')[1].split('.SH ')[0]), names_of(whole)));
for (const each of verbs) {
  test(`the manual page has the options of ${each.verb} and no others`, () => assert.deepEqual(explained(parts.get(each.verb)), names_of(each).filter((name) => !['-h', '--help'].includes(name))));
  test(`the help of ${each.verb} tells the exit codes and shows an example`, () => {
    assert.match(each.text, /\nExit codes: 0 fine; 1 .+; 2 wrong usage\n/);
    assert.equal(each.examples.length, 1);
  });
  test(`the manual page has the words that options of ${each.verb} take`, () => {
    for (const { names, words } of each.options.filter((option) => option.words.length)) {
      assert.ok(parts.get(each.verb).includes(`${names.map((name) => `\\fB${name}\\fR`).join(', ')} ${words.map((word) => `\\fB${word}\\fR`).join('|')}\n`), names[0]);
    }
  });
}

test('the Japanese manual page has the verbs of the English one, in its order', () => assert.deepEqual([...japanese_parts.keys()], whole.verbs));
test('the Japanese manual page has the options of the English one, for all verbs and for each', () => {
  assert.deepEqual(explained(japanese_roff.split('.SH オプション')[1].split('.SH ')[0]), names_of(whole));
  for (const verb of whole.verbs) assert.deepEqual(explained(japanese_parts.get(verb)), explained(parts.get(verb)), verb);
});
test('the Japanese manual page explains with the words of the Japanese help', () => {
  for (const verb of whole.verbs) {
    const [description] = help_of(verb, 'ja').text.split('\n');
    assert.ok(japanese_parts.get(verb).includes(`\n${description}。\n`), verb);
  }
});
test('the Japanese manual page has a section for each of the English one, and names the same variables', () => {
  const sections = (text) => text.split('\n.SH ').length;
  const variables = (text) => [...new Set(text.match(/\b(?:YOKOTEN|LC)_[A-Z]+\b|\b(?:https?|all|no)_proxy\b/g))].sort();
  assert.equal(sections(japanese_roff), sections(roff));
  assert.deepEqual(variables(japanese_roff), variables(roff));
});

for (const [name, path] of [['manual page', page], ['Japanese manual page', japanese_page]]) {
  test(`groff has nothing to say against the ${name}`, () => {
    const { status, stderr } = spawnSync('groff', ['-K', 'utf8', '-man', '-Tutf8', '-ww', '-z', path], { encoding: 'utf8' });
    assert.equal(stderr, '');
    assert.equal(status, 0);
  });
}

const not_looked_at = ['NOTICE', 'HOME']; // a level of rclone's log; what Chromium is given in place of the real one

/** What the sources that look at the environment call variables: texts in capitals, those of proxies, and what libraries read for them. */
function variables_of_sources() {
  const sources = paths(join(home, 'generator')).filter((path) => path.endsWith('.cpp'))
    .map((path) => readFileSync(join(home, 'generator', path), 'utf8')).filter((text) => /\b(getenv|environ|environment|environment_|variable|temp_directory_path)\b/.test(text));
  const named = sources.flatMap((text) => [...text.matchAll(/"([A-Z][A-Z_]{3,}|[a-z]*_proxy)=?"/g)].map(([, name]) => name)).filter((name) => !not_looked_at.includes(name));
  const read_by_library = sources.some((text) => text.includes('temp_directory_path')) ? ['TMPDIR'] : [];
  return [...new Set([...named, ...read_by_library])].flatMap((name) => (name === '_proxy' ? ['http_proxy', 'https_proxy', 'HTTPS_PROXY'] : [name]));
}

test('the manual page names every variable that the program looks at', () => {
  const looked_at = variables_of_sources();
  for (const known of ['YOKOTEN_HOME', 'TMPDIR', 'PATH', 'LC_MESSAGES', 'ALL_PROXY', 'https_proxy', 'ESTAT_APP_ID', 'PGPASSWORD']) assert.ok(looked_at.includes(known), `${known} was not found in the sources`);
  const environment = roff.split('.SH ENVIRONMENT')[1].split('.SH ')[0];
  assert.deepEqual(looked_at.filter((name) => !new RegExp(`(?<![A-Za-z_])${name}${name.endsWith('_') ? '' : '(?![A-Za-z_])'}`).test(environment)), []);
});

// One after the other, as what a verb makes others read.
const order = ['new', 'pull', 'check', 'build', 'publish', 'diff', 'table', 'explain', 'chart'];
test('every verb but serve has its turn', () => assert.deepEqual([...order, 'serve'].sort(), [...whole.verbs].sort()));
for (const args of [...whole.examples, ...order.flatMap((name) => verbs.find(({ verb }) => verb === name).examples)]) {
  test(`the example of the help runs: yokoten ${args.join(' ')}`, () => {
    const { exit, stdout, stderr } = yokoten(args, { cwd: folder });
    assert.equal(exit, 0, stderr);
    assert.ok((stdout + stderr).length > 10 || args[0] === 'publish');
  });
}
