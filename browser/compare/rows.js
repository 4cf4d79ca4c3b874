// The areas that a view shows, in its order.
import { compare_figures, figure_at, size_class } from './figures.js';
import { by_name } from './view.js';

// Readings are hiragana; what is typed may be katakana, full-width or in capitals.
const plain = (text) => text.normalize('NFKC').toLowerCase()
  .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60)).replace(/\s+/g, '');

const holds = (area, typed) => plain((area.home?.name ?? '') + area.name).includes(typed)
  || plain(area.reading).includes(typed) || area.code.startsWith(typed);

/** Whether the area is among those that the filters leave. */
export function fits(area, view, data) {
  const own = view.level === 'municipality';
  if (own && view.home && area.home.code !== view.home) return false;
  if (own && view.kind && area.kind !== view.kind) return false;
  if (view.size && String(size_class(data, view.level, area) ?? 'none') !== view.size) return false;
  if (view.only && !view.chosen.includes(area.code)) return false;
  const typed = plain(view.text);
  return !typed || holds(area, typed);
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
