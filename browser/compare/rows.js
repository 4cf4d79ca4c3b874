// The areas that a view shows, in its order.
import { compare_figures, figure_at, size_class } from './figures.js';
import { english_parts } from '../search/english.js';
import { latin } from '../search/kana.js';
import { is_latin, joined, romaji, words_of } from '../search/letters.js';
import { by_name } from './view.js';

// Texts are compared as in the search of the site: 龍ヶ崎 is 龍ケ崎. Other spellings (檮原) stand behind the reading.
const holds = (area, typed) => joined((area.home?.name ?? '') + area.name).includes(typed)
  || area.reading.split(' ').some((each) => joined(each).includes(typed)) || area.code.startsWith(typed);

const shortest_sound = 3; // letters of romaji; shorter ones are in too many names

/** Kana and romaji in one spelling, for looking in the other language: よなご and Yonago. */
const sound = (text) => romaji(latin(joined(text)));
const sounds = new WeakMap();

/** How an area and its prefecture sound. */
function sounds_of(area) {
  if (!sounds.has(area)) sounds.set(area, [area.home?.reading ?? '', area.reading].map((reading) => sound(reading.replace(/ \S*[^\x00-\x7f].*$/, ''))).join(' '));
  return sounds.get(area);
}

/** Every part of what was typed as it sounds: [yonago, tottori] of Yonago City, Tottori Prefecture; none of kanji. */
function sounds_in(text) {
  const parts = is_latin(text) ? english_parts(text).map(({ words }) => words.join(' ')) : /^[\u3041-\u3096\u30fc]+$/.test(joined(text)) ? [text] : [];
  return parts.map(sound);
}

function sounds_like(area, text) {
  const wanted = sounds_in(text);
  return wanted.length > 0 && wanted.every((each) => each.length >= shortest_sound && sounds_of(area).includes(each));
}

/** Whether each of several words is its name or that of its prefecture: 米子市 鳥取, よなご とっとり. English has words that are no names. */
function holds_each(area, text) {
  const words = words_of(text);
  return words.length > 1 && !is_latin(text) && words.every((word) => holds(area, joined(word)) || sounds_like(area, word));
}

/** Whether the area is among those that the filters leave. */
export function fits(area, view, data) {
  const own = view.level === 'municipality';
  if (own && view.home && area.home.code !== view.home) return false;
  if (own && view.kind && area.kind !== view.kind) return false;
  if (view.size && String(size_class(data, view.level, area) ?? 'none') !== view.size) return false;
  if (view.only && !view.chosen.includes(area.code)) return false;
  const typed = joined(view.text);
  return !typed || holds(area, typed) || sounds_like(area, view.text) || holds_each(area, view.text);
}

// Missing last whichever way it is sorted; equals in the order of their codes.
function sorted(areas, view, data) {
  const way = view.rising ? 1 : -1;
  if (view.sort === by_name) return view.rising ? areas : [...areas].reverse();
  const figure = (area) => figure_at(data.column.get(view.sort), view.level, area);
  const known = areas.filter((area) => (figure(area)?.value ?? null) !== null);
  const missing = areas.filter((area) => (figure(area)?.value ?? null) === null);
  known.sort((a, b) => way * compare_figures(figure(a), figure(b)) || a.index - b.index);
  return known.concat(missing);
}

/** The areas as the table shows them. */
export const rows_of = (view, data) => sorted(data.areas[view.level].filter((area) => fits(area, view, data)), view, data);
