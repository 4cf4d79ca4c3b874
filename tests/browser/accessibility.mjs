// Builds a publication, examines its site and writes the outcome: accessibility.mjs PUB [--seed N] [--date YYYY-MM-DD].
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { with_folder_async, yokoten } from '../support/yokoten.mjs';
import { examined_site } from './examined_site.mjs';
import { kept, written } from './outcome.mjs';

const require = createRequire(import.meta.url);
const version_of = (name) => `${name} ${JSON.parse(readFileSync(join(require.resolve(name).split('/node_modules/')[0], 'node_modules', name, 'package.json'), 'utf8')).version}`;
// axe-core's own package.json tells no version.
const axe_version = () => `axe-core ${/axe v([\d.]+)/.exec(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'))[1]}`;

const is_date = (text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00Z`).toJSON()?.startsWith(text) === true;
const forms = { '--date': is_date, '--seed': (text) => /^\d{1,15}$/.test(text) };
const say = (words) => process.stderr.write(`${words}\n`);

/** The options by name; ends with 2 where one is unknown or has no value that fits. */
function options_of(args) {
  const pairs = Array.from({ length: Math.ceil(args.length / 2) }, (_, at) => [args[2 * at], args[2 * at + 1] ?? '']);
  const wrong = pairs.find(([name, value]) => !Object.hasOwn(forms, name) || !forms[name](value));
  if (wrong) {
    say(`scripts/accessibility: ${wrong.join(' ')} is not understood\nusage: scripts/accessibility PUBLICATION [--seed N] [--date YYYY-MM-DD]`);
    process.exit(2);
  }
  return new Map(pairs);
}

const [publication, ...rest] = process.argv.slice(2);
const options = options_of(rest);
const date = options.get('--date') ?? new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Tokyo' });
const seed = Number(options.get('--seed') ?? date.replaceAll('-', ''));

const found = await with_folder_async(async (folder) => {
  const { exit, stderr } = yokoten(['build', publication, '--into', join(folder, 'site')]);
  if (exit !== 0) throw new Error(stderr);
  const file = join(publication, 'accessibility.toml');
  const hand = kept(existsSync(file) ? readFileSync(file, 'utf8') : '');
  const seen = await examined_site(join(folder, 'site'), seed, say);
  const program = yokoten(['--version']).stdout.trim();
  const tools = [...seen.tools, axe_version(), version_of('html-validate')];
  writeFileSync(file, written({ ...seen, date, seed, program, tools }, hand));
  const outcomes = seen.tally.outcomes();
  const counts = ['met', 'not_applicable', 'open', 'not_met'].map((each) => `${each} ${outcomes.filter(({ result }) => result === each).length}`);
  say(`${file}: ${counts.join(', ')}`);
  return outcomes.flatMap(({ number, result, examples }) => (result === 'not_met' ? examples.map((line) => `${number} ${line}`) : []));
});
for (const line of found) say(line);
process.exitCode = found.length > 0 ? 1 : 0;
