// What `--help` says, taken apart: what the manual page and the completions of shells have to agree with.
import { yokoten } from '../support/yokoten.mjs';

const headings = {
  en: { options: 'Options', verbs: 'Subcommands', places: 'Positionals' },
  ja: { options: 'オプション', verbs: 'コマンド', places: '引数' },
};

/** Returns the help of a verb, or of the whole (''): its options with the words that they take, its verbs, its examples. */
export function help_of(verb, language = 'en') {
  const { exit, stdout } = yokoten([...(verb ? [verb] : []), '--help', '--lang', language]);
  if (exit !== 0) throw new Error(`yokoten ${verb} --help ended with ${exit}`);
  const part = (what) => (stdout.split(`\n${headings[language][what]}:\n`)[1] ?? '').split(/\n(?=\n)/)[0];
  const options = [...part('options').matchAll(/^ {2}(-\S+)(?: [^\s:]+(?::\{([^}]+)\})?)?/gm)].map(([, names, words]) => ({ names: names.split(','), words: words?.split(',') ?? [] }));
  const verbs = [...part('verbs').matchAll(/^ {2}(\S+)/gm)].map(([, name]) => name);
  const places = [...part('places').matchAll(/^ {2}(\S+)/gm)].map(([, name]) => name);
  const examples = [...stdout.matchAll(/^ {2}yokoten (.*)$/gm)].map(([, line]) => line.split(' '));
  return { verb, text: stdout, options, verbs, places, examples };
}

export const whole = help_of('');
export const verbs = whole.verbs.map((verb) => help_of(verb));
/** The names of all options that a verb takes, those for all verbs among them, sorted. */
export const names_with = ({ options }) => [...new Set([...options, ...whole.options.filter(({ names }) => !names.includes('--version'))].flatMap(({ names }) => names))].sort();
export const names_of = ({ options }) => options.flatMap(({ names }) => names).sort();
