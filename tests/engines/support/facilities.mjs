// Made-up offices of the whole nation: which of them use the care-plan data link in which month, and what subsidised ones report.
// One seed gives the same rows always.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkDigit } from '../../effects/reports.mjs';
import { home } from '../../support/yokoten.mjs';

export const month_columns = ['month', 'prefecture', 'area', 'service', 'office', 'offices', 'applications'];
export const report_columns = ['year', 'prefecture', 'area', 'service', 'office', 'programme', 'executed', 'answered', 'staff',
  ...['hours', 'overtime', 'paid_leave', 'turnover'].flatMap((outcome) => [`${outcome}_before`, `${outcome}_after`])];

/** Service types and how many of a hundred offices are of them. */
export const services = [['居宅介護支援', 20], ['訪問介護', 18], ['通所介護', 22], ['訪問看護', 8], ['介護老人福祉施設', 6], ['介護老人保健施設', 3],
  ['認知症対応型共同生活介護', 9], ['短期入所生活介護', 8], ['小規模多機能型居宅介護', 4], ['福祉用具貸与', 2]];
export const programme_of = (year) => `介護テクノロジー導入支援事業（${year - 1}年度）`;

/** A number from 0 to below 1 for each of `words`, which are whole numbers. */
function chance(...words) {
  let state = 0x9e3779b9;
  for (const word of words) {
    state = Math.imul(state ^ (word >>> 0), 0x85ebca6b);
    state ^= state >>> 13;
    state = Math.imul(state, 0xc2b2ae35);
    state ^= state >>> 16;
  }
  return (state >>> 0) / 4294967296;
}

const lines = (path) => readFileSync(join(home, path), 'utf8').trimEnd().split('\n').slice(1).map((line) => line.split(','));

function service_of(luck) {
  let left = luck * 100;
  return services.findIndex(([, share]) => (left -= share) < 0);
}

/** The prefectures with as many of `offices` as they have of the nation's, their rate, and their municipalities with weights. */
function prefectures(offices, seed) {
  const codes = new Map(lines('data/areas/prefectures.csv').map(([code, number, name]) => [name, { code, number }]));
  const towns = lines('data/areas/municipalities.csv');
  const printed = lines('data/national/raw/careplan_link_prefecture_2024-09-13.csv').filter(([name]) => codes.has(name));
  const all = printed.reduce((sum, [, count]) => sum + Number(count), 0);
  let before = 0;
  return printed.map(([name, count, applications]) => {
    const from = Math.floor((before * offices) / all);
    before += Number(count);
    const { code, number } = codes.get(name);
    let sum = 0;
    const areas = towns.filter(([, prefecture]) => prefecture === number)
      .map(([area]) => ({ area, upto: (sum += 0.05 + chance(seed, 1, Number(area)) ** 4) }));
    return { code, number, areas, all: sum, count: Math.floor((before * offices) / all) - from, rate: Number(applications) / Number(count) };
  });
}

/** Returns `count` offices with their service types; some have two types under one number. Districts from 99 down are no real ones. */
export function made_offices(count, seed) {
  return prefectures(count, seed).flatMap(({ code, number, areas, all, count: own, rate }) => {
    let serial = 0;
    return Array.from({ length: own }, (_, at) => {
      const luck = (what) => chance(seed, what, Number(number), at - shared);
      const shared = at > 0 && chance(seed, 2, Number(number), at) < 0.25 && chance(seed, 2, Number(number), at - 1) >= 0.25 ? 1 : 0;
      serial += 1 - shared;
      const nine = `${number}7${99 - Math.floor(serial / 10000)}${String(serial % 10000).padStart(4, '0')}`;
      const place = luck(3) * all;
      const first = service_of(luck(4));
      return {
        prefecture: code, area: areas.find(({ upto }) => place < upto).area, service: services[(first + shared) % services.length][0],
        office: nine + checkDigit(nine), rate, luck: chance(seed, 5, Number(number), at), opens: chance(seed, 6, Number(number), at), key: [Number(number), at],
      };
    });
  });
}

/** `2020-04` and the months behind it. */
export function months_from(first, count) {
  const [year, month] = first.split('-').map(Number);
  return Array.from({ length: count }, (_, at) => `${year + Math.floor((month - 1 + at) / 12)}-${String(((month - 1 + at) % 12) + 1).padStart(2, '0')}`);
}

/** The text of a month: a line an office and service type that is open then. Use grows, to the printed rates in the last month. */
export function* month_lines(offices, months) {
  for (const [at, month] of months.entries()) {
    const grown = ((at + 1) / months.length) ** 2;
    for (const { prefecture, area, service, office, rate, luck, opens } of offices) {
      if (opens < 0.05 && at < months.length * opens * 20) continue;
      yield `${month},${prefecture},${area},${service},${office},1,${luck < rate * grown ? 1 : 0}\n`;
    }
  }
}

const tenths = (value) => value.toFixed(1);

/** What a twelfth of the offices report in each fiscal year, with some cells left empty. Values stay within a power of ten of each other. */
export function* report_lines(offices, years, seed) {
  for (const year of years) {
    const told = new Set();
    for (const { prefecture, area, service, office, key } of offices) {
      const luck = (what) => chance(seed, 7, year, ...key, what);
      if (luck(0) >= 1 / 12 || told.has(office)) continue;
      told.add(office);
      const pair = (what, low, span, change) => {
        const before = low + span * luck(what);
        const cells = [tenths(before), tenths(before * (1 + change * (luck(what + 1) - 0.35)))];
        return luck(what + 2) < 0.04 ? [cells[0], ''] : cells;
      };
      yield [year, prefecture, area, service, office, programme_of(year), year - 1, `${year}-08-${10 + Math.floor(15 * luck(2))}`, 5 + Math.floor(60 * luck(1)),
        ...pair(10, 150, 25, -0.1), ...pair(20, 8, 14, -0.4), ...pair(30, 7, 7, 0.4), ...pair(40, 8, 14, -0.4)].join(',') + '\n';
    }
  }
}

/** The text of a part as ClickHouse reads it: there an empty cell is 0. */
export const with_nulls = (text) => text.replaceAll(/,(?=[,\n])/g, ',\\N');

/** Tables for both databases; `engine` is what ClickHouse keeps them in. */
export const clickhouse_tables = (engine = { months: 'MergeTree() ORDER BY (month, area, service) PARTITION BY tuple()', reports: 'MergeTree() ORDER BY (year, prefecture, service) PARTITION BY tuple()' }) => [
  `CREATE TABLE facility_months (month String, prefecture String, area String, service String, office String, offices UInt8, applications UInt8) ENGINE = ${engine.months}`,
  `CREATE TABLE effect_reports (year UInt16, prefecture String, area String, service String, office String, programme String, executed UInt16, answered Date, staff UInt16, ${
    report_columns.slice(9).map((name) => `${name} Nullable(Decimal(9, 1))`).join(', ')}) ENGINE = ${engine.reports}`];
export const postgres_tables = [
  'CREATE TABLE facility_months (month text, prefecture text, area text, service text, office text, offices smallint, applications smallint)',
  `CREATE TABLE effect_reports (year int, prefecture text, area text, service text, office text, programme text, executed int, answered date, staff int, ${
    report_columns.slice(9).map((name) => `${name} numeric(9, 1)`).join(', ')})`];
