// Who sees to a command that a document shows: each handler holds it against what it names, or runs it; what has none is found.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { names_with, verbs, whole } from '../package/help.mjs';
import { home } from '../support/yokoten.mjs';

const text_of = (path) => readFileSync(join(home, path), 'utf8');
/** What stands for something of the reader's: capitals, Japanese, dots. */
const is_placeholder = (word) => /^[A-Z_.0-9…$/]+$|[^\x20-\x7e]|^[A-Z]/.test(word) || word.includes('NAME');

// ---- yokoten

const verb_of = (name) => verbs.find(({ verb }) => verb === name);

/** The verb is there, and it has each option, which takes the word behind it. */
function expect_verb([name, ...words]) {
  if (name.startsWith('-')) return assert.ok(names_with(whole).concat('--version').includes(name), `yokoten has no ${name}`);
  const verb = verb_of(name);
  assert.ok(verb, `yokoten has no verb ${name}`);
  for (const [at, word] of words.entries()) {
    if (!/^--?[a-z]/.test(word)) continue;
    assert.ok(names_with(verb).includes(word), `${name} has no ${word}`);
    const taken = [...verb.options, ...whole.options].find(({ names }) => names.includes(word))?.words ?? [];
    const given = words[at + 1];
    if (taken.length > 0 && given && !is_placeholder(given)) assert.ok(given.split(',').every((each) => taken.includes(each)), `${word} takes no ${given}`);
  }
}

// ---- scripts

/** The text of a script and of the program that it hands on to. */
function script_text(name) {
  const text = text_of(`scripts/${name}`);
  const programs = [...text.matchAll(/node "?(?:\$\(dirname "\$\{BASH_SOURCE\[0\]\}"\)\/\.\.\/|\$here\/)?([\w/.-]+\.mjs)/g)].map(([, path]) => path);
  return [`scripts/${name}`, ...programs, `scripts/${name}-source/${name}.mjs`].filter((path) => existsSync(join(home, path))).map(text_of).join('\n');
}

/** The words that a script says it takes: its list of parts, else those of its usage. */
function words_of_script(name) {
  const text = text_of(`scripts/${name}`);
  const [, list] = /^(?:parts|all)=\((.*)\)$/m.exec(text) ?? [];
  const presets = [...text.matchAll(/\^\(([a-z|]+)\)\$/g)].flatMap(([, words]) => words.split('|'));
  if (list) return [...list.split(' '), ...presets];
  return [...text.matchAll(/^# {3}scripts\/\S+ (.*)$/gm)].flatMap(([, usage]) => usage.split(/ {2,}/)[0].split(/[\s[\]|…]+/));
}

/** The script can be started, has the options, and takes the words. */
function expect_script([path, ...words]) {
  const name = path.replace(/^(\.\/)?scripts\//, '');
  assert.ok(readdirSync(join(home, 'scripts')).includes(name), `there is no scripts/${name}`);
  accessSync(join(home, 'scripts', name), constants.X_OK);
  const text = script_text(name);
  for (const word of words.filter((each) => each !== "''" && !is_placeholder(each))) {
    if (word.startsWith('-')) assert.ok(text.includes(word) && new RegExp(`${word}(?![a-z-])`).test(text), `scripts/${name} has no ${word}`);
    else if (word.startsWith('tests/')) assert.ok(existsSync(join(home, dirname(word))), word);
    else if (!/[\d/]/.test(word)) assert.ok(words_of_script(name).includes(word), `scripts/${name} takes no ${word}`);
  }
}

// ---- others

const packages = () => `${text_of('scripts/install')}\n${text_of('packaging/package.cmake')}`;

/** Each package is one that scripts/install brings or that ours depends on, or the one that scripts/package makes. */
function expect_packages(names) {
  for (const name of names) {
    if (name.startsWith('./build/package/')) assert.ok(text_of('scripts/package').includes('build/package/*.deb'), name);
    else assert.match(packages(), new RegExp(`(?<![\\w-])${name}(?![\\w-])`), `no script installs ${name}`);
  }
}

/** Runs a line by bash; returns what it printed. */
export function run_line(line, { cwd = home, input } = {}) {
  const { status, stdout, stderr } = spawnSync('bash', ['-c', line], { cwd, input, encoding: 'utf8' });
  assert.equal(status, 0, `${line}: ${stderr}`);
  return stdout;
}

const test_has = (path, text) => assert.ok(text_of(path).includes(text), `${path} does not run it any more`);
const has_manifest = (folder) => assert.ok(existsSync(join(home, folder, 'package.json')), `${folder} has no package.json`);

/** First words of commands, and what holds of them; the words of the command are handed over without that one, and the document. */
const handlers = {
  yokoten: (words) => expect_verb(words),
  'apt-get': ([, ...names]) => expect_packages(names),
  cmake: ([option]) => { assert.equal(option, '--install'); test_has('tests/package/install.test.mjs', "run('cmake', ['--install', build, '--prefix', prefix])"); },
  git: ([verb, option]) => { assert.deepEqual([verb, option], ['tag', '-a']); test_has('tests/package/version.test.mjs', "git('tag', '-am'"); },
  man: ([page]) => { assert.equal(page, 'yokoten'); test_has('tests/package/manual.test.mjs', "spawnSync('groff'"); },
  a2enmod: (modules) => { for (const each of modules) accessSync(`/usr/lib/apache2/modules/mod_${each}.so`); },
  iconv: (words) => assert.equal(run_line(`iconv ${words.join(' ')} | tr -d '\\n'`, { input: Buffer.from([0x8c, 0xa7]) }), '県'),
  'dpkg-query': (words) => assert.match(run_line(`dpkg-query ${words.join(' ').replace('yokoten', 'bash')}`), /<\S+@\S+>/),
  export: ([setting]) => test_has('packaging/yokoten.1.in', setting.split('=')[0]),
  npm: ([verb, option, folder], document) => { assert.ok(['ci', 'install'].includes(verb)); has_manifest(option === '--prefix' ? folder : folder_of_packages[document]); },
  node: ([option, path]) => { assert.equal(option, '--test'); accessSync(join(home, path)); },
};
/** Where the documents that say `npm install` without a folder mean it. */
const folder_of_packages = { 'browser/README.md': 'browser', 'data/areas/README.md': 'scripts/areas-source' };
/** Programs of others for what is the reader's own; nothing of the project knows them. */
const of_others = ['convert', 'exiftool', 'unzip'];

/** Returns the command's words, without settings of variables before it. */
function words_of(text) {
  const words = text.match(/(?:[^\s'"]|'[^']*'|"[^"]*"|['"])+/g) ?? [];
  while (/^[A-Z_]+=/.test(words[0] ?? '')) words.shift();
  return words;
}

/** Returns a check of the command, or undefined where nobody has one. */
export function handler_of(text, document) {
  const [first, ...words] = words_of(text);
  if (/^(\.\/)?scripts\/[a-z-]+$/.test(first)) return () => expect_script([first, ...words]);
  const name = first.replace(/^build\/(?=yokoten$)/, '');
  if (of_others.includes(name)) return () => {};
  if (handlers[name]) return () => handlers[name](words, document);
  if (verb_of(name)) return () => expect_verb([name, ...words]);
  return undefined;
}

/** Whether code inside of a line is a command: of a program that is known here, a verb with more, or something with an option. */
export function is_command(text) {
  const [first, ...words] = words_of(text);
  if (first === undefined) return false;
  if (/^(\.\/)?scripts\/[a-z-]+$/.test(first)) return true;
  if (words.length === 0) return false;
  return first in handlers || first === 'build/yokoten' || verb_of(first) !== undefined || (/^[a-z][a-z0-9.-]*$/.test(first) && words.some((word) => /^--?[a-z]/.test(word)));
}
