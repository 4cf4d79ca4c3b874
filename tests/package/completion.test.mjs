// Completions of bash, zsh and fish, each asked in its own shell.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { names_with, verbs, whole } from './help.mjs';
import { build, run } from './installed.mjs';

const folder = mkdtempSync(join(tmpdir(), 'yokoten-completion-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const work = join(folder, 'work');
mkdirSync(join(work, 'my site'), { recursive: true });
writeFileSync(join(work, 'my book.xlsx'), '');

const manual = join(build, 'manual');
const asked_of_bash = 'source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _yokoten; (( ! ${#COMPREPLY[@]} )) || printf "%s\\n" "${COMPREPLY[@]}"';
/** What bash offers for the last word. */
const bash = (...words) => run('bash', ['-c', asked_of_bash, 'bash', join(manual, 'yokoten.bash'), 'yokoten', ...words], { cwd: work }).stdout.split('\n').filter(Boolean).sort();
/** What fish offers for the end of a line. */
const fish = (line) => run('fish', ['--no-config', '-c', `source '${join(manual, 'yokoten.fish')}'; complete -C ${JSON.stringify(line)}`], { cwd: work, env: { ...process.env, HOME: folder } })
  .stdout.split('\n').filter(Boolean).map((offer) => offer.split('\t')[0]).sort();

test('bash knows who completes yokoten', () => {
  assert.match(run('bash', ['-c', `source '${join(manual, 'yokoten.bash')}'; complete -p yokoten`]).stdout, /-F _yokoten yokoten/);
});
test('bash offers the verbs', () => assert.deepEqual(bash(''), [...whole.verbs].sort()));
test('bash offers the verbs after an option with its word', () => assert.deepEqual(bash('--lang', 'ja', 'p'), ['publish', 'pull']));
for (const each of verbs) {
  test(`bash offers the options of ${each.verb} and no others`, () => assert.deepEqual(bash(each.verb, '-'), names_with(each)));
  test(`bash offers the words that options of ${each.verb} take`, () => {
    for (const { names, words } of each.options.filter((option) => option.words.length)) {
      assert.deepEqual(bash(each.verb, names[0], ''), [...words].sort());
      assert.deepEqual(bash(each.verb, names[0], '=', words[0].slice(0, 1)), words.filter((word) => word.startsWith(words[0][0])).sort());
    }
  });
  test(`fish offers the options of ${each.verb} and no others`, () => {
    // With the short ones, which it offers only after one hyphen.
    const offered = new Set([...fish(`yokoten ${each.verb} --`), '-h']);
    assert.deepEqual([...offered].filter((name) => name !== '--version').sort(), names_with(each));
  });
}
test('bash offers folders where only a folder will do', () => assert.deepEqual(bash('build', 'data/kpi', '--into', ''), ['my site']));
test('bash offers folders and workbooks as publications', () => assert.deepEqual(bash('check', 'my'), ['my book.xlsx', 'my site']));
test('bash offers nothing where any word will do', () => assert.deepEqual(bash('explain', 'data/kpi', ''), []));
test('fish offers the words that an option takes', () => assert.deepEqual(fish('yokoten chart --theme '), ['both', 'dark', 'light']));

// zsh completes only where somebody types: on a terminal of its own.
const typed_in_zsh = `
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell "PS1= RPS1=; unsetopt zle_bracketed_paste prompt_cr; fpath=($1 \\$fpath); autoload -Uz compinit; compinit -u -D; LISTMAX=10000 COLUMNS=60 LINES=500; zstyle ':completion:*' list-rows-first yes; echo read\\y"
zpty -r shell said '*ready*'
zpty -w -n shell "$2"$'\\t\\t'
offered=''
for try in {1..200}; do
  zpty -rt shell part && offered+=$part && continue
  [[ $offered == *"$3"* ]] && break
  sleep 0.05
done
print -r -- "$offered"
zpty -d shell`;
/** What zsh shows for a line once `word` is there, or after ten seconds. */
const zsh = (line, word) => run('zsh', ['-f', '-c', typed_in_zsh, 'zsh', manual, line, word], { cwd: work, env: { ...process.env, TERM: 'xterm', HOME: folder } }).stdout;

test('zsh offers the options of build', () => {
  const offered = zsh('yokoten build --', '--quiet');
  const build_verb = verbs.find(({ verb }) => verb === 'build');
  assert.deepEqual(names_with(build_verb).filter((name) => name.startsWith('--') && !offered.includes(name)), [], offered);
});
test('zsh has the options of every verb and no others', () => {
  const script = readFileSync(join(manual, '_yokoten'), 'utf8');
  for (const each of verbs) {
    const branch = script.split(`\n        ${each.verb})\n`)[1].split(';;')[0];
    assert.deepEqual([...branch.matchAll(/^ +'(-[a-z-]+)/gm)].map(([, name]) => name).sort(), names_with(each));
  }
});
