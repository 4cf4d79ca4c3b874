// What `--help` says, taken apart: what the manual page and the completions of shells have to agree with.
import { yokoten } from '../support/yokoten.mjs';

/** Returns the help of a verb, or of the whole (''): its options with the words that they take, its verbs, its examples. */
export function help_of(verb) {
  const { exit, stdout } = yokoten([...(verb ? [verb] : []), '--help']);
  if (exit !== 0) throw new Error(`yokoten ${verb} --help ended with ${exit}`);
  const part = (title) => (stdout.split(`\n${title}:\n`)[1] ?? '').split(/\n(?=\n)/)[0];
  const options = [...part('Options').matchAll(/^ {2}(-\S+)(?: ([A-Z]+)(?::\{([^}]+)\})?)?/gm)].map(([, names, value, words]) => ({ names: names.split(','), value, words: words?.split(',') ?? [] }));
  const verbs = [...part('Subcommands').matchAll(/^ {2}(\S+)/gm)].map(([, name]) => name);
  const places = [...part('Positionals').matchAll(/^ {2}(\S+)/gm)].map(([, name]) => name);
  const examples = [...stdout.matchAll(/^ {2}yokoten (.*)$/gm)].map(([, line]) => line.split(' '));
  return { verb, text: stdout, options, verbs, places, examples };
}

export const whole = help_of('');
export const verbs = whole.verbs.map(help_of);
/** The names of all options that a verb takes, those for all verbs among them, sorted. */
export const names_with = ({ options }) => [...new Set([...options, ...whole.options.filter(({ names }) => !names.includes('--version'))].flatMap(({ names }) => names))].sort();
export const names_of = ({ options }) => options.flatMap(({ names }) => names).sort();
