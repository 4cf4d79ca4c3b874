// Faults of names and codes of areas.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { home } from '../support/yokoten.mjs';
import { at, figure, pick } from './choosing.mjs';
import { prefectures, towns } from './publication.mjs';

const changes = readFileSync(join(home, 'data/areas/changes.csv'), 'utf8').split(/\r?\n/).slice(1).filter(Boolean)
  .map((line) => line.split(',')).map(([, kind, old_code, old_name, new_code, new_name]) => ({ kind, old_code, old_name, new_code, new_name }));
const of_towns = changes.filter(({ kind }) => kind !== '区再編');
const shared = [...new Set(towns.map(({ name }) => name))].map((name) => towns.filter((town) => town.name === name)).filter((same) => same.length > 1);
if (shared.length !== 25) throw new Error(`${shared.length} names that several towns have`);
const row_of = (name) => 1 + towns.findIndex((town) => town.prefecture + town.name === name);

export const name_faults = {
  'a misspelt prefecture': figure('shares', 0, (name) => `${name.slice(0, -1)}懸`, 'name.unknown'),
  'a misspelt town': figure('visits', 0, (name) => `${name.slice(0, -2)}〇${name.at(-1)}`, 'name.unknown'),
  'a town in another prefecture': (tables, random) => {
    // One whose name the other prefecture does not have.
    let row, other;
    do {
      row = pick(tables.visits, random);
      other = prefectures[random.below(47)].name;
    } while (towns.some((town) => town.prefecture === other && town.name === towns[row - 1].name));
    tables.visits[row][0] = other + towns[row - 1].name;
    return at('visits', row, 0, 'name.unknown');
  },
  'a town without its prefecture': (tables, random) => {
    const row = pick(tables.visits, random);
    tables.visits[row][0] = towns[row - 1].name;
    return at('visits', row, 0, 'name.prefecture');
  },
  'a code with a wrong check digit': figure('people', 0, (code) => code.slice(0, 5) + (Number(code[5]) + 1) % 10, 'name.code'),
  'a code that lost its leading zero': (tables, random) => {
    const short = tables.people.map(([code], row) => [code, row]).filter(([code]) => code.startsWith('0'));
    const [code, row] = short[random.below(short.length)];
    tables.people[row][0] = code.slice(1);
    return at('people', row, 0, 'name.code');
  },
  'a name that several towns have': (tables, random) => {
    const same = shared[random.below(25)], town = same[random.below(same.length)];
    const row = row_of(town.prefecture + town.name);
    tables.visits[row][0] = town.name;
    return at('visits', row, 0, 'name.prefecture', same[1].prefecture + town.name);
  },
  'a name of before a merger or renaming': (tables, random) => {
    const change = of_towns[random.below(of_towns.length)], row = row_of(change.new_name);
    tables.visits[row][0] = change.old_name;
    return at('visits', row, 0, 'name.unknown', change.new_name);
  },
  'a name of before a merger without its prefecture': (tables, random) => {
    const change = of_towns[random.below(of_towns.length)], row = row_of(change.new_name);
    const town = towns[row - 1];
    tables.visits[row][0] = change.old_name.slice(town.prefecture.length);
    return at('visits', row, 0, 'name.prefecture', change.new_name);
  },
  'a code of before a merger': (tables, random) => {
    const moved = of_towns.filter((each) => each.old_code !== each.new_code);
    const change = moved[random.below(moved.length)], row = row_of(change.new_name);
    tables.people[row][0] = change.old_code;
    return at('people', row, 0, 'name.code', change.new_name);
  },
  'a ward that is no more': (tables, random) => {
    const wards = changes.filter(({ kind }) => kind === '区再編');
    const change = wards[random.below(wards.length)], row = row_of('静岡県浜松市');
    tables.visits[row][0] = change.old_name;
    return at('visits', row, 0, 'name.unknown', '浜松市 (221309)');
  },
  'a code below another prefecture': (tables, random) => {
    const row = pick(tables.coded, random);
    do tables.coded[row][0] = prefectures[random.below(47)].name;
    while (tables.coded[row][0] === towns[row - 1].prefecture);
    return at('coded', row, 0, 'name.prefecture_differs', towns[row - 1].name);
  },
  'a name that is not that of its code': (tables, random) => {
    const row = pick(tables.coded, random);
    tables.coded[row][2] = tables.coded[1 + (row + 700) % 1741][2];
    return at('coded', row, 2, 'name.differs', towns[row - 1].code);
  },
  'a town that is left out': (tables, random) => {
    const [[name]] = tables.visits.splice(pick(tables.visits, random), 1);
    return at('visits', 0, 0, 'area.missing', name);
  },
};
