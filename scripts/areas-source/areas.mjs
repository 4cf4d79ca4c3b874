// Writes data/areas/, or with --check tells whether it is what its sources give.
// Exit codes: 0 written or equal, 1 differing or sources that disagree, 2 wrong arguments.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { csv_text, read_csv } from './csv.mjs';
import { check_changes, check_unions } from './hand_written.mjs';
import { municipality_columns, municipality_rows, ward_columns, ward_rows } from './municipalities.mjs';
import { post_municipalities, post_prefectures } from './post.mjs';
import { prefecture_columns, prefecture_rows } from './prefectures.mjs';
import { variant_columns, variant_rows } from './variants.mjs';

const lines_shown = 5;

const beside = (name) => read_csv(new URL(name, import.meta.url));
const area_file = (name) => new URL(`../../data/areas/${name}`, import.meta.url);

// Returns file name → text of all that is generated; appends to problems.
function generate(problems) {
  const post = post_municipalities();
  const mended = beside('mended.csv');
  const prefectures = prefecture_rows(post_prefectures(), beside('prefectures.csv'), problems);
  const designated = beside('designated_cities.csv');
  const municipalities = municipality_rows(post, mended, designated, problems);
  const variants = variant_rows(municipalities, mended, beside('spellings.csv'), problems);
  check_unions(read_csv(area_file('unions.csv')), municipalities, problems);
  check_changes(read_csv(area_file('changes.csv')), prefectures, municipalities, post, problems);
  return new Map([
    ['prefectures.csv', csv_text(prefecture_columns, prefectures)],
    ['municipalities.csv', csv_text(municipality_columns, municipalities)],
    ['variants.csv', csv_text(variant_columns, variants)],
    ['wards.csv', csv_text(ward_columns, problems.length > 0 ? [] : ward_rows(post, designated))],
  ]);
}

// Returns the lines of a that b lacks, the first few of them marked, and how many more there are.
function lines_lacking(a, b, mark) {
  const known = new Set(b.split('\n'));
  const lacking = a.split('\n').filter((line) => !known.has(line));
  const rest = lacking.length - lines_shown;
  const shown = lacking.slice(0, lines_shown).map((line) => `  ${mark} ${line}`);
  return rest > 0 ? [...shown, `  ${mark} … and ${rest} more`] : shown;
}

function differences(name, text) {
  const committed = existsSync(area_file(name)) ? readFileSync(area_file(name), 'utf8') : '';
  if (committed === text) return [];
  const lines = [...lines_lacking(committed, text, '-'), ...lines_lacking(text, committed, '+')];
  return [`data/areas/${name} differs:`, ...(lines.length ? lines : ['  order or line ends'])];
}

// Written beside and renamed: a failure leaves the old file whole.
function write_whole(name, text) {
  const partial = area_file(`${name}.partial`);
  writeFileSync(partial, text);
  renameSync(partial, area_file(name));
}

function fail(lines, exit_code) {
  for (const line of lines) console.error(line);
  process.exit(exit_code);
}

const [option, ...more] = process.argv.slice(2);
if (more.length > 0 || (option !== undefined && option !== '--check')) {
  fail(['usage: scripts/areas [--check]'], 2);
}
const problems = [];
const files = generate(problems);
if (problems.length > 0) fail(problems.map((problem) => `areas: ${problem}`), 1);
if (option === '--check') {
  const found = [...files].flatMap(([name, text]) => differences(name, text));
  if (found.length > 0) fail([...found, 'Run scripts/areas to write them.'], 1);
} else {
  for (const [name, text] of files) write_whole(name, text);
}
for (const [name, text] of files) console.log(`${name}: ${text.split('\n').length - 2} rows`);
