// The search of the site: templates/scripts/find.js loads this at the first letter, then the index of areas, and the rest
// of the index once areas alone don't fill the list. The program writes both (generator/publish/search_index.cpp).
import { is_latin, joined, romaji, settled } from './letters.js';
import { city_keys_of, Places, prefecture_of } from './places.js';
import { english_name, english_ward, stem_of } from './english.js';
import { Texts } from './texts.js';
import { tiers } from './tiers.js';

const enough = 8; // places of the list
const kinds = ['area', 'indicator', 'case', 'project', 'centre'];
const levels = { prefecture: 0, designated: 1, 市: 2, 区: 3, 町: 4, 村: 5, former: 6 };

const former_kinds = { ward: 0, name: 1, former_ward: 2 };

let prefectures = [];
const names = new Map(); // of areas by path
let areas = null;
let former = null;
let texts = null;

// 全国地方公共団体コード: five digits and one that checks them.
function with_check_digit(digits) {
  const sum = [...digits].reduce((total, digit, at) => total + (6 - at) * Number(digit), 0);
  return digits + String((11 - (sum % 11)) % 10);
}

/** A line of the index: 202 米子市 よなごし Yonago-shi, then * for a designated city, =spelling for other spellings, ^揖斐郡 for the county of
 *  a name that stands more than once, @Hiyama for where it lies if English names alone don't tell it from another. */
function municipality(line, number, prefecture) {
  const [digits, name, reading, hepburn, ...more] = line.split(' ');
  const code = with_check_digit(number + digits);
  return {
    name, reading, hepburn, prefecture, codes: [code, code.slice(0, 5)], path: `areas/${number}/${code}/`,
    inside: more.filter((each) => each[0] === '@').map((each) => romaji(each.slice(1))), told_by: more.find((each) => each[0] === '@')?.slice(1),
    county: joined(more.find((each) => each[0] === '^')?.slice(1) ?? ''),
    level: more.includes('*') ? levels.designated : levels[name.slice(-1)],
    variants: more.filter((each) => each[0] === '=').map((each) => each.slice(1)),
  };
}

/** Takes the index of areas: [number, name, reading, Hepburn, has a page, lines] of each prefecture. */
function take_areas(list) {
  const all = list.map(([number, name, reading, hepburn, has_page, lines]) => {
    const prefecture = prefecture_of(name, reading, hepburn);
    const code = with_check_digit(`${number}000`);
    const own = {
      name, reading, hepburn, prefecture: null, codes: [code, code.slice(0, 5), number], path: `areas/${number}/`,
      level: levels.prefecture, variants: [],
    };
    return { prefecture, own: has_page ? [own] : [], others: lines ? lines.split('\n').map((line) => municipality(line, number, prefecture)) : [] };
  });
  prefectures = all.map(({ prefecture }) => prefecture);
  const places = all.flatMap(({ own }) => own).concat(all.flatMap(({ others }) => others));
  for (const place of places) names.set(place.path, place);
  areas = new Places(places, prefectures);
}

/** 清水市 is 静岡市清水区 today: many a ward was a city before. Of those that never were it means nothing else. */
const city_keys = (name, reading, hepburn) => [joined(`${name.slice(0, -1)}市`), joined(`${reading.slice(0, -1)}し`), romaji(`${stem_of(hepburn)}-shi`)];

/** Takes the rest: former names and wards [name, reading, Hepburn, code, path, kind], texts [kind, title, note, path, words, reading of the title]. */
function take_more({ places, entries }) {
  former = new Places(places.map(([name, reading, hepburn, code, path, kind]) => {
    const now = names.get(path);
    const was_ward = kind !== former_kinds.name;
    const full = kind === former_kinds.name ? name : now.name + name;
    const around = city_keys_of(now);
    return {
      name, full, reading, hepburn, codes: [code, code.slice(0, 5)], path, now: now.name, now_hepburn: now.hepburn, was: kind !== former_kinds.ward,
      prefecture: now.prefecture, level: levels.former, variants: [],
      also: [joined(full), ...around.flatMap((city) => [city + joined(name), city + joined(reading)]), romaji(now.hepburn + hepburn)],
      was_ward, once: was_ward ? city_keys(name, reading, hepburn) : [], inside: [now.hepburn, stem_of(now.hepburn)].map(romaji), around,
    };
  }), prefectures);
  texts = new Texts(entries.map(([kind, title, note, path, words, reading]) => ({ kind, title, note, path, words, reading })));
}

function english_result({ place, tier, score, order }) {
  const { path, level, was, hepburn, now_hepburn } = place;
  const ward = level === levels.former && hepburn.endsWith('-ku');
  const now = now_hepburn && english_name(now_hepburn);
  const own = ward ? english_ward(hepburn) : english_name(hepburn);
  const note = place.prefecture ? english_name(place.prefecture.hepburn) : '';
  const told = place.told_by ? `${own} (${place.told_by})` : own;
  return { kind: 'area', name: ward ? `${own}, ${now}` : told, japanese: place.name, note, path, now, was, tier, level, score, order };
}

function area_result(hit, latin, language) {
  if (language === 'en') return english_result(hit);
  const { place, tier, score, order } = hit;
  const { name, full, path, level, now, was } = place;
  const note = [latin ? place.hepburn : place.reading, place.prefecture?.name].filter(Boolean).join(' ');
  return { kind: 'area', name: full ?? name, note, path, now, was, tier, level, score, order };
}

function text_result({ text: { kind, title, note, path }, tier, score }, order) {
  return { kind, name: title, note, path, tier, level: 0, score, order };
}

// Whole names before beginnings before parts; areas before texts, large areas before small ones.
function compare(a, b) {
  const by_score = a.tier >= tiers.about ? b.score - a.score : 0;
  return a.tier - b.tier || kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || a.level - b.level || by_score || a.order - b.order;
}

/**
 * Returns what fits: list, best first, of {kind, name, note, path, tier} (of wards and former names also `now`, what they
 * belong to, and `was`: it is a former name; of areas in English `japanese`, their official name); sure: the one that is meant without doubt; full: areas alone fill the list.
 */
function find(typed, language = 'ja') {
  const text = settled(typed);
  if (!areas || !text.trim()) return { list: [], sure: null, full: true };
  const latin = is_latin(text);
  const list = areas.find(text).map((hit) => area_result(hit, latin, language));
  const full = list.filter(({ tier }) => tier <= tiers.begins).length >= enough;
  if (former) list.push(...former.find(text).map((hit) => area_result(hit, latin, language)));
  if (texts) list.push(...texts.find(text).map(text_result));
  list.sort(compare);
  const best = list.filter(({ tier }) => tier <= tiers.otherwise && tier === list[0].tier);
  const alone = list.length === 1 && list[0].tier <= tiers.begins ? list[0] : null;
  return { list, sure: best.length === 1 ? best[0] : alone, full };
}

globalThis.yokotenSearch = { areas: take_areas, more: take_more, find };
