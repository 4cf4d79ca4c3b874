// Publications of towns with made-up counts of users, and what everybody knows of their sums.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { home } from '../support/yokoten.mjs';

export const services = ['訪問', '通所', '短期'];
const prefectures = { 31: ['310000', '鳥取県'], 18: ['180009', '福井県'] };

export const towns = readFileSync(join(home, 'data/areas/municipalities.csv'), 'utf8').split(/\r?\n/)
  .map((line) => line.split(',')).filter(([, prefecture]) => prefecture in prefectures)
  .map(([code, prefecture, , name]) => ({ code, prefecture, name: prefectures[prefecture][1] + name }));

/** Returns a generator of numbers from 0 up to 1 that the seed decides. */
function random_from(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Returns a row a town: zeros, small counts and large ones, as towns have them. */
export function random_rows(seed) {
  const random = random_from(seed);
  const figure = () => {
    const kind = random();
    if (kind < 0.2) return 0;
    return Math.floor(kind < 0.55 ? 1 + random() * 14 : kind < 0.9 ? 10 + random() * 90 : 100 + random() * 5000);
  };
  return towns.map((town) => ({ town, counts: services.map(figure) }));
}

/**
 * Writes a publication of the rows into a new folder; with `people` a table of how many live in each town as
 * well, with `released` the observations.csv of an earlier release.
 */
export function write_publication(into, rows, rule, { people, released } = {}) {
  for (const each of ['raw', 'indicators', 'pages']) mkdirSync(join(into, each), { recursive: true });
  const write = (name, lines) => writeFileSync(join(into, name), `${lines.join('\n')}\n`);
  const hash = (lines) => createHash('sha256').update(`${lines.join('\n')}\n`).digest('hex');
  const raw = [`市町村,${services.join(',')}`, ...rows.map(({ town, counts }) => `${town.name},${counts.join(',')}`)];
  write('raw/users.csv', raw);
  write('publication.toml', ['title = "見本"', 'publisher = "試験"', 'base_url = "https://example.go.jp/m/"',
    'licence = "PDL1.0"', 'as_of = 2024-12-31', 'notice = "作り物の数値"', ...(released ? ['released = ["before.csv"]'] : [])]);
  if (released) write('before.csv', [released.trimEnd()]);
  write('sources.toml', ['[[source]]', 'id = "users"', 'title = "利用者"', 'url = "file:raw/users.csv"', 'publisher = "試験"',
    'document = "作り物"', 'as_of = 2024-09-30', `sha256 = "${hash(raw)}"`,
    'area = "市町村"', 'level = "municipality"', 'period = 2024-09-30', '[[source.unpivot]]', 'into = "breakdown:service"',
    'measure = "users"', `columns = [${services.map((each) => `"${each}"`)}]`, '[source.disclosure]', rule, ...(people ? ['[[source]]', 'id = "people"',
      'title = "人口"', 'url = "file:raw/people.csv"', 'publisher = "試験"', 'document = "作り物"', 'area = "市町村"',
      'level = "municipality"', 'period = 2024-01-01', `sha256 = "${hash(people)}"`, '[source.columns]', 'people = "人口"'] : [])]);
  if (people) write('raw/people.csv', people);
  const both = 'levels = ["prefecture", "municipality"]';
  write('indicators/users.toml', ['title = "利用者数"', 'unit = "人"', 'decimals = 0', both, 'count = { sum = "users" }', 'by = "service"']);
  write('indicators/home-share.toml', ['title = "訪問の割合"', 'unit = "%"', 'decimals = 1', 'better = "higher"', both,
    `ratio = { numerator = { sum = "users", where = { service = ["${services[0]}"] } }, denominator = "users" }`]);
  write('indicators/two-services.toml', ['title = "訪問と通所"', 'unit = "人"', 'decimals = 0', both,
    `count = { sum = "users", where = { service = ["${services[0]}", "${services[1]}"] } }`]);
  write('pages/index.md', ['---', 'title: 見本', '---', '# 見本', '', '```table', 'indicators = ["users", "home-share", "two-services"]',
    'level = "municipality"', 'caption = "市町村の数"', '```', '', '```ranking', 'indicator = "home-share"',
    'level = "municipality"', 'form = "bars"', 'caption = "訪問の割合"', '```']);
}

const cell = (area, part) => `${area} ${part}`;
const total = (numbers) => numbers.reduce((sum, each) => sum + each, 0);

/**
 * Returns all figures by cell, the sums between them, and what each is at least, since zeros show: so much knows
 * everybody who reads the headings.
 */
export function system(rows) {
  const figures = new Map(), least = new Map(), sums = [];
  const add = (area, counts, some) => {
    for (const [map, numbers] of [[figures, counts], [least, some]]) {
      services.forEach((service, at) => map.set(cell(area, service), numbers[at]));
      map.set(cell(area, 'all'), total(numbers));
      map.set(cell(area, 'two'), numbers[0] + numbers[1]);
    }
    sums.push(new Map([[cell(area, 'all'), -1], ...services.map((each) => [cell(area, each), 1])]));
    sums.push(new Map([[cell(area, 'two'), -1], ...services.slice(0, 2).map((each) => [cell(area, each), 1])]));
  };
  for (const { town, counts } of rows) add(town.code, counts, counts.map(Math.sign));
  for (const [number, [code]] of Object.entries(prefectures)) {
    const inside = rows.filter(({ town }) => town.prefecture === number);
    const column = (at, form) => total(inside.map(({ counts }) => form(counts[at])));
    add(code, services.map((_, at) => column(at, Number)), services.map((_, at) => column(at, Math.sign)));
    for (const part of [...services, 'all', 'two'])
      sums.push(new Map([[cell(code, part), -1], ...inside.map(({ town }) => [cell(town.code, part), 1])]));
  }
  return { figures, sums, least };
}

/** Returns the figures by cell that observations.csv shows. */
export function shown_in(observations) {
  const shown = new Map();
  const add = (area, part, number) => { if (number !== '') shown.set(cell(area, part), Number(number)); };
  for (const line of observations.trimEnd().split('\n').slice(1)) {
    const [indicator, area, , , part, numerator, denominator] = line.split(',');
    if (indicator === 'users') add(area, part === '' ? 'all' : part.replace('service=', ''), numerator);
    if (indicator === 'two-services' && part === '') add(area, 'two', numerator);
    if (indicator !== 'home-share') continue;
    add(area, services[0], numerator);
    add(area, 'all', denominator);
  }
  return shown;
}
