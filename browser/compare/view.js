// What readers chose, and the address that holds it. It stands behind `#`: that works from a folder as well as from a
// server, loads nothing anew, and no server learns of it. `?` is read too, for links that lose what is behind `#`.

/** Sorted by the areas themselves. No indicator is called so: an id has no colon, and a part's key an id before it. */
export const by_name = ':name';

/** Nothing chosen yet: the indicators that the publication shows first, best on top. */
export function first_view(data, shown) {
  const columns = shown.filter((key) => data.column.has(key));
  if (columns.length === 0 && data.columns.length > 0) columns.push(data.columns[0].key);
  const level = data.levels.find((each) => columns.some((key) => data.column.get(key).levels[each])) ?? data.levels[0];
  return {
    columns, level, home: '', kind: '', size: '', text: '', only: false,
    sort: columns[0] ?? by_name, rising: columns.length > 0 && data.column.get(columns[0]).better < 0, chosen: [], across: '', up: '',
  };
}

export const longest_text = 100; // letters to look for areas by
const letters = { columns: 'i', level: 'l', home: 'p', kind: 'k', size: 's', text: 'q', only: 'f', sort: 'o', chosen: 'a', across: 'x', up: 'y' };
// A part's code may hold any letter; commas stand between keys.
const packed = (key) => key.replace(/[%,]/g, encodeURIComponent);
const unpacked = (key) => key.replace(/%25|%2C/g, decodeURIComponent);
const list_of = (text) => text.split(',').filter(Boolean).map(unpacked);

function spelled(view, key) {
  if (key === 'only') return view.only ? '1' : '';
  if (key === 'sort') return (view.rising ? '' : '-') + view.sort;
  return Array.isArray(view[key]) ? view[key].map(packed).join(',') : view[key];
}

// Commas and colons stay readable; what an address can't hold is written as bytes.
const escaped = (text) => encodeURIComponent(text).replaceAll('%2C', ',').replaceAll('%3A', ':');

/** The part of the address behind `#`; empty for the first view. It tells what the first view, or the indicators that it names, would not tell by themselves. */
export function address_of(view, first, data) {
  const columns = new URLSearchParams({ i: spelled(view, 'columns') });
  const bare = view_of(columns.toString(), data, first).view;
  return Object.entries(letters)
    .filter(([key]) => spelled(view, key) !== spelled(first, key) || spelled(view, key) !== spelled(bare, key))
    .map(([key, letter]) => `${letter}=${escaped(spelled(view, key))}`).join('&');
}

/** Takes what can be chosen, and tells of what can't; nothing is no choice. */
function chosen_of(text, is_there, unknown, take) {
  if (is_there) take();
  else if (text) unknown.push(text);
}

const read = {
  columns: (view, text, data, unknown) => {
    const keys = list_of(text);
    unknown.push(...keys.filter((key) => !data.column.has(key)));
    const known = [...new Set(keys.filter((key) => data.column.has(key)))];
    if (known.length > 0) Object.assign(view, { columns: known, sort: known[0], rising: data.column.get(known[0]).better < 0 });
  },
  level: (view, text, data, unknown) => chosen_of(text, data.levels.includes(text), unknown, () => { view.level = text; }),
  home: (view, text, data, unknown) => chosen_of(text, data.homes.some(({ code }) => code === text), unknown, () => { view.home = text; }),
  // Addresses of before hold what the kind is called in their language.
  kind: (view, text, data, unknown) => {
    const kind = data.kinds.find(({ id, name }) => id === text || name === text);
    chosen_of(text, kind, unknown, () => { view.kind = kind.id; });
  },
  size: (view, text, data, unknown) => chosen_of(text, text === 'none' || (/^\d+$/.test(text) && Number(text) <= data.size?.steps.length), unknown, () => { view.size = text; }),
  text: (view, text) => { view.text = [...text].slice(0, longest_text).join(''); },
  only: (view, text) => { view.only = text === '1'; },
  sort: (view, text, data, unknown) => {
    const key = text.replace(/^-/, '');
    chosen_of(key, key === by_name || view.columns.includes(key), unknown, () => Object.assign(view, { sort: key, rising: key === text }));
  },
  chosen: (view, text, data, unknown) => {
    const codes = list_of(text);
    unknown.push(...codes.filter((code) => !data.area.has(code)));
    view.chosen = [...new Set(codes.filter((code) => data.area.has(code)))];
  },
  across: (view, text, data, unknown) => chosen_of(text, view.columns.includes(text), unknown, () => { view.across = text; }),
  up: (view, text, data, unknown) => chosen_of(text, view.columns.includes(text), unknown, () => { view.up = text; }),
};

/** Whether what stands behind `#` is a view, not a place on the page. */
export const is_view = (hash) => hash.length <= 1 || hash.includes('=');

/** The view that an address holds, and what it names that is not there. */
export function view_of(address, data, first) {
  const values = new URLSearchParams(address.replace(/^[#?]/, '').replaceAll('+', '%2B'));
  const view = { ...first };
  const unknown = [];
  for (const [key, letter] of Object.entries(letters)) if (values.has(letter)) read[key](view, values.get(letter), data, unknown);
  // Where nothing says otherwise, a level at which the chosen indicators have figures.
  const told = (level) => view.columns.some((key) => data.column.get(key).levels[level]);
  if (!values.has(letters.level) && !told(view.level)) view.level = data.levels.find(told) ?? view.level;
  return { view, unknown: [...new Set(unknown)] };
}
