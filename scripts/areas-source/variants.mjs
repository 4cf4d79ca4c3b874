// Spellings that sources use for a municipality besides its official one.
import { compare_text } from './csv.mjs';

export const variant_columns = ['prefecture', 'official', 'variant', 'kind'];

// ヶ is read か in 六ヶ所村 (ろっかしょ), が elsewhere (鎌ケ谷 かまがや); no name begins with が.
const is_read_ga = (reading) => reading.includes('が');

// Each rule: the letters that stand for one another between two kanji, of names that are read so.
const rules = [
  { kind: 'ヶ・ケ・が', from: 'ヶケ', to: 'ヶケがガ', fits: is_read_ga },
  { kind: 'ヶ・ケ・か', from: 'ヶケ', to: 'ヶケかカ', fits: (reading) => !is_read_ga(reading) },
  { kind: 'の・之', from: 'のノ之', to: 'のノ之', fits: () => true },
];

// Returns the rows of variants.csv in the order of the municipalities' codes; appends to problems
// where a spelling is official itself, names two municipalities or belongs to none.
export function variant_rows(municipalities, mended, spellings, problems) {
  const letter_forms = spellings.map((row) => ({ ...row, kind: '字体' }));
  const written = [...letter_forms, ...post_spellings(municipalities, mended)];
  check_written(municipalities, written, problems);
  const rows = municipalities.flatMap((municipality) => spellings_of(municipality, written));
  check_unique(municipalities, rows, problems);
  return rows;
}

// The spelling of the package that a mended row replaced, without its county.
function post_spellings(municipalities, mended) {
  return mended.map(({ code, given, name, kind }) => {
    const { prefecture, county } = municipalities.find((row) => row.code.startsWith(code));
    return { prefecture, official: name, variant: given.slice(county.length), kind };
  });
}

// Rules apply to the written spellings too: 龍ケ崎市 gives 竜ケ崎市, and that gives 竜ヶ崎市.
function spellings_of({ prefecture, name, reading }, written) {
  const own = written.filter((row) => row.prefecture === prefecture && row.official === name);
  const found = own.map(({ variant, kind }) => ({ variant, kind }));
  const bases = [name, ...own.map((row) => row.variant)];
  for (const base of bases) found.push(...by_rules(base, reading));
  return found
    .map(({ variant, kind }) => ({ prefecture, official: name, variant, kind }))
    .sort((a, b) => compare_text(a.kind, b.kind) || compare_text(a.variant, b.variant));
}

function by_rules(spelling, reading) {
  return rules.filter(({ fits }) => fits(reading)).flatMap(({ kind, from, to }) => {
    const between = new RegExp(`(?<=\\p{Script=Han})[${from}](?=\\p{Script=Han})`, 'u');
    if (!between.test(spelling)) return [];
    const all = [...to].map((letter) => spelling.replace(between, letter));
    return all.filter((variant) => variant !== spelling).map((variant) => ({ variant, kind }));
  });
}

function check_written(municipalities, written, problems) {
  const official = new Set(municipalities.map((row) => row.prefecture + row.name));
  for (const row of written) {
    if (!official.has(row.prefecture + row.official)) {
      problems.push(`spellings.csv: ${row.official} is no municipality of ${row.prefecture}`);
    }
  }
}

function check_unique(municipalities, rows, problems) {
  const taken = new Set(municipalities.map((row) => row.prefecture + row.name));
  for (const { prefecture, variant } of rows) {
    if (taken.has(prefecture + variant)) {
      problems.push(`variants.csv: ${prefecture} ${variant} is an official name or stands twice`);
    }
    taken.add(prefecture + variant);
  }
}
