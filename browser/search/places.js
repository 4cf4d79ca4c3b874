// Areas, and the wards and old names that lead to them: found by name, reading, romaji and code.
import MiniSearch from 'minisearch';
import { english_parts } from './english.js';
import { latin } from './kana.js';
import { folded, is_latin, joined, romaji, words_of } from './letters.js';
import { tiers } from './tiers.js';

// How the last letter of a name may be read: many people don't know which it is in theirs.
const endings = { 市: ['し'], 町: ['ちょう', 'まち'], 村: ['むら', 'そん'], 区: ['く'], 県: ['けん'], 府: ['ふ'], 都: ['と'] };
const latin_endings = { し: 'shi', ちょう: 'cho', まち: 'machi', むら: 'mura', そん: 'son', く: 'ku', けん: 'ken', ふ: 'fu', と: 'to' };
const shortest_fuzzy = 4; // letters of romaji; shorter ones are a slip away from too much

/** Returns the reading without its ending, and all endings that it may have. */
function parted(name, reading) {
  const known = endings[name.slice(-1)] ?? [];
  const own = known.find((ending) => reading.endsWith(ending) && reading.length > ending.length);
  return own ? { stem: reading.slice(0, -own.length), known } : { stem: reading, known: [] };
}

/** Returns everything that is the whole name of a place: `own`, and `other` spellings and endings. */
function whole_keys({ name, reading, hepburn, codes, variants, also = [] }) {
  const { stem, known } = parted(name, reading);
  const latin_stem = known.length ? hepburn.replace(/-[a-z]+$/, '') : hepburn;
  const without_ending = (text) => (known.length ? [text, text.slice(0, -1)] : [text]);
  const own = [
    ...without_ending(joined(name)), joined(stem), joined(reading),
    romaji(latin_stem), romaji(hepburn), romaji(latin(stem)), romaji(latin(reading)), ...codes, ...also,
  ];
  const endings_of = (ending) => [joined(stem + ending), romaji(latin_stem) + romaji(latin_endings[ending])];
  const other = [...variants.map(joined).flatMap(without_ending), ...known.flatMap(endings_of)];
  return { own: new Set(own), other: other.filter((key) => !own.includes(key)) };
}

/** What English calls places whose names end so; a special ward is a city, and many call it a ward. */
const called = { 市: ['city'], 区: ['city', 'ward'], 町: ['town'], 村: ['village'], 都: ['prefecture', 'city'], 道: ['prefecture'], 府: ['prefecture'], 県: ['prefecture'] };
const is_of = ({ name, was_ward }, kind) => !kind || (was_ward ? kind === 'ward' : (called[name.slice(-1)] ?? []).includes(kind));

/** What a place lies in, in romaji; and in kanji and kana. */
const inside = ({ prefecture, inside: more = [] }) => [...(prefecture?.latin ?? []), ...more];
const around = ({ prefecture, around: more = [] }) => [...(prefecture?.keys ?? []), ...more];

/** Returns what a name and a reading go on with after their first letters, without the last letter alone. */
function inner_keys({ name, reading }) {
  const rests = (text, ending) => Array.from({ length: Math.max(text.length - ending - 1, 0) }, (_, at) => text.slice(at + 1));
  const { stem, known } = parted(name, reading);
  return [...rests(joined(name), known.length ? 1 : 0), ...rests(joined(reading), reading.length - stem.length)];
}

export class Places {
  /**
   * `places`: {name, reading, hepburn, codes, variants, also (keys), once (keys of what it may have been called, which count as beginnings),
   * inside (keys in romaji of what it lies in, beside its prefecture), around (the same in kanji and kana), county (of names that stand more than once), prefecture, level}
   * in the order of results; `prefectures`: names.
   */
  constructor(places, prefectures) {
    this.places = places;
    this.prefectures = prefectures;
    this.index = new MiniSearch({
      fields: ['whole', 'inner'], tokenize: (text) => text.split('\n'), processTerm: (term) => term,
      searchOptions: { tokenize: (text) => [text], prefix: true },
    });
    this.own = places.map(() => null);
    this.index.addAll(places.map((place, id) => {
      const { own, other } = whole_keys(place);
      this.own[id] = own;
      return { id, whole: [...own, ...other, ...(place.once ?? [])].join('\n'), inner: inner_keys(place).join('\n') };
    }));
  }

  /** Returns {place, tier, score, order} of all places that fit what was typed. */
  find(text) {
    const found = new Map();
    for (const wish of this.wishes(text)) {
      for (const hit of this.hits(wish)) if (!(found.get(hit.place)?.tier <= hit.tier)) found.set(hit.place, hit);
    }
    if (![...found.values()].some(({ tier }) => tier <= tiers.begins)) this.add_similar(text, found);
    return [...found.values()];
  }

  /** What may be meant: the whole, or a name behind its prefecture or county, or before what it lies in. */
  wishes(text) {
    if (is_latin(text)) return this.latin_wishes(text);
    const key = joined(text);
    const all = [{ key }];
    for (const prefecture of this.prefectures) {
      for (const name of prefecture.keys) {
        const rest = key.startsWith(name) ? key.slice(name.length) : '';
        const within = (place) => place.prefecture === prefecture;
        if (rest.length >= (prefecture.full.includes(name) ? 1 : 2)) all.push({ key: rest, within, strict: true });
      }
    }
    // A county's towns are those of its prefecture, where one is named; 京都郡 names none: it lies in 福岡県.
    const is_county = all.some(({ key: rest, within }) => within && /^(?:郡|ぐん)/.test(rest));
    return [...all.flatMap((wish) => [wish, ...(wish.within || all.length === 1 || is_county ? this.behind_county(wish) : [])]), ...this.wishes_before(text)];
  }

  /** 府中市 広島, 中央区 札幌, よなご とっとり: a name before what it lies in. */
  wishes_before(text) {
    const [key, ...rest] = words_of(text);
    if (rest.length === 0) return [];
    const within = (place) => rest.every((each) => around(place).some((name) => name.startsWith(each)));
    return [{ key, within, strict: true }];
  }

  behind_county({ key, within }) {
    const [, county, rest] = /^(.{1,5}?(?:郡|ぐん))(.{2,})$/.exec(key) ?? [];
    return rest ? [{ key: rest, within, county, strict: true }] : [];
  }

  /** Yonago City, Tottori Prefecture; Naka Ward, Yokohama; Fuchu Hiroshima: a name, and what it lies in before or behind it. */
  latin_wishes(text) {
    const parts = english_parts(text);
    if (parts.length === 0) return [];
    if (parts.length === 1) return this.latin_wishes_of(parts[0], () => true, false);
    const last = parts.length - 1;
    return [[parts[0], parts.slice(1)], [parts[last], parts.slice(0, last)]].flatMap(([name, rest]) => {
      const keys = rest.map(({ words }) => romaji(words.join(' ')));
      return this.latin_wishes_of(name, (place) => keys.every((key) => inside(place).some((each) => each.startsWith(key))), true);
    });
  }

  latin_wishes_of({ words, kind }, within, strict) {
    const all = [{ key: romaji(words.join(' ')), kind, within, strict }];
    for (const [at, rest] of [[0, words.slice(1)], [words.length - 1, words.slice(0, -1)]]) {
      const prefecture = rest.length ? this.prefectures.find((each) => each.latin.includes(romaji(words[at]))) : null;
      if (prefecture) all.push({ key: romaji(rest.join(' ')), kind, within: (place) => place.prefecture === prefecture && within(place), strict: true });
    }
    return all;
  }

  hits(wish) {
    const found = wish.key ? this.fitting(wish) : [];
    // 揖斐郡池田町 is none of the others that are called so, and no city; a county that none of them lies in tells nothing.
    const lies_there = ({ place }) => place.county && place.county === wish.county;
    const may_lie_there = (hit) => (hit.place.county ? lies_there(hit) : /[町村]$/.test(hit.place.name));
    return found.some(lies_there) ? found.filter(may_lie_there) : found;
  }

  fitting({ key, kind, within, strict }) {
    return this.index.search(key).flatMap(({ id, score, match }) => {
      const place = this.places[id];
      if (within && !within(place)) return [];
      const whole = Object.entries(match).filter(([, fields]) => fields.includes('whole')).map(([term]) => term);
      const best = whole.includes(key) ? this.tier_of(id, key) : whole.length ? tiers.begins : tiers.inside;
      const tier = is_of(place, kind) ? best : Math.max(best, tiers.begins);
      return strict && tier === tiers.inside ? [] : [{ place, tier, score, order: id }];
    });
  }

  /** How well a key fits that is one of the whole keys of a place. */
  tier_of(id, key) {
    if (this.own[id].has(key)) return tiers.whole;
    return this.places[id].once?.includes(key) ? tiers.begins : tiers.otherwise;
  }

  // Slips in romaji; kana and kanji are never bent, since か is another letter than が.
  add_similar(text, found) {
    const key = romaji(english_parts(text)[0]?.words.join(' ') ?? '');
    if (!is_latin(text) || key.length < shortest_fuzzy) return;
    const options = { fields: ['whole'], prefix: false, fuzzy: key.length < 8 ? 1 : 2 };
    for (const { id, score } of this.index.search(key, options)) {
      const place = this.places[id];
      if (!found.has(place)) found.set(place, { place, tier: tiers.similar, score, order: id });
    }
  }
}

/** How a city stands before the name of its ward: its name and its reading, with and without the ending. */
export function city_keys_of({ name, reading }) {
  const { stem, known } = parted(name, reading);
  return [name, reading, ...(known.length ? [name.slice(0, -1), stem] : [])].map(joined);
}

/** How a prefecture stands before a name: its name, its short name and both readings. */
export function prefecture_of(name, reading, hepburn) {
  const { stem, known } = parted(name, reading);
  const full = [folded(name), folded(reading)];
  const short = known.length ? [folded(name).slice(0, -1), folded(stem)] : [];
  const latin = [hepburn, hepburn.replace(/-[a-z]+$/, '')].map(romaji);
  return { name, hepburn, full, keys: [...full, ...short], latin };
}
