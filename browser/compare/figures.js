// What is compared: `figures.js` of the page as the program writes it (generator/page/explorer_figures.cpp), made into
// areas and columns. A figure is shown exactly as it came; the numbers read from it only order and place it.

export const level_ids = ['prefecture', 'municipality'];

/** The number in a text as shown: −1,234.5. */
export const number_in = (text) => Number(text.replaceAll(',', '').replace('\u2212', '-'));

function parts_in(text) {
  const [over, under] = (text ?? '').split(' / ').map(number_in);
  return under > 0 ? { over, under } : null;
}

/** A number names a reason; a text is a figure; a list says more of it: parts, tag, lower bound, date, exact value. */
function figure_of(raw, reasons) {
  if (typeof raw === 'number') return { missing: reasons[raw], value: null };
  const [shown, parts = '', tag = '', bound = '', as_of = '', exact = ''] = Array.isArray(raw) ? raw : [raw];
  const number = number_in(exact || shown);
  return { missing: '', shown, parts, tag, bound: bound === 1, as_of, value: number, text: exact || shown, quotient: quotient_of(parts_in(parts), shown) };
}

// Only where the parts are those of the figure: what they give, in ones or in hundredths, must round to it.
function quotient_of(parts, shown) {
  if (!parts) return null;
  const places = (shown.split('.')[1] ?? '').length;
  const near = (factor) => Math.abs((factor * parts.over) / parts.under - number_in(shown)) <= 0.5000001 * 10 ** -places;
  return near(100) || near(1) ? parts : null;
}

const exact_below = 1e9; // a number of up to six decimals below this is told apart from every other one

/** Numbers too long for a number, as texts: by their digits. */
function compare_digits(a, b) {
  const [one, other] = [a, b].map((text) => /^(.*?)(?:\.(\d*))?$/.exec(text.replaceAll(',', '').replace('\u2212', '-')));
  const places = Math.max(one[2]?.length ?? 0, other[2]?.length ?? 0);
  const [left, right] = [one, other].map(([, whole, rest = '']) => BigInt(whole + rest.padEnd(places, '0')));
  return left < right ? -1 : Number(left > right);
}

/** Below, at or above 0 as a lies below, at or above b: by the exact parts where both have them. */
export function compare_figures(a, b) {
  if (a.quotient && b.quotient) return a.quotient.over * b.quotient.under - b.quotient.over * a.quotient.under;
  return a.value - b.value || (Math.abs(a.value) < exact_below ? 0 : compare_digits(a.text, b.text));
}

export const has_value = (figure) => figure.value !== null && !figure.bound;

/** Places as the program gives them: among figures of one date, equals share one (1, 2, 2, 4), bounds, parts and columns without a better direction have none. */
function ranked(figures, better) {
  const ranks = new Array(figures.length).fill(null);
  if (!better) return ranks;
  const known = figures.map((_, at) => at).filter((at) => has_value(figures[at]));
  for (const as_of of new Set(known.map((at) => figures[at].as_of))) rank_among(figures, known.filter((at) => figures[at].as_of === as_of), better, ranks);
  return ranks;
}

function rank_among(figures, order, better, ranks) {
  order.sort((a, b) => better * compare_figures(figures[b], figures[a]));
  let place = 0;
  order.forEach((at, index) => {
    if (index === 0 || compare_figures(figures[order[index - 1]], figures[at]) !== 0) place = index + 1;
    ranks[at] = { place, of: order.length, tied: 0 };
  });
  const tied = new Map();
  for (const at of order) tied.set(ranks[at].place, (tied.get(ranks[at].place) ?? 0) + 1);
  for (const at of order) ranks[at].tied = tied.get(ranks[at].place);
}

/** Made when it is first asked for: most of what is offered is never looked at. */
function lazily(make) {
  let made = null;
  return () => { made ??= make(); return made; };
}

/** Whether figures only say yes or no (1 or 0, a list that an area is on), which makes no order. */
const are_yes_or_no = (figures, unit) => unit !== '%' && figures.every((each) => each.value === null || each.value === undefined || each.value === 0 || each.value === 1);

function level_of(raw, reasons, better, unit) {
  const figures = lazily(() => raw.figures.map((each) => figure_of(each, reasons)));
  const ranks = lazily(() => ranked(figures(), are_yes_or_no(figures(), unit) ? 0 : better));
  return {
    as_of: raw.asOf, source: raw.source, get figures() { return figures(); }, get ranks() { return ranks(); },
    whole: raw.whole === undefined ? null : figure_of(raw.whole, reasons),
  };
}

function column_of(raw, reasons) {
  const levels = {};
  for (const level of level_ids) if (raw[level]) levels[level] = level_of(raw[level], reasons, raw.part ? 0 : raw.better, raw.unit);
  return { ...raw, key: raw.part ? `${raw.id}:${raw.part}` : raw.id, name: raw.label ? `${raw.short} ${raw.label}` : raw.short, levels };
}

/** Pages stand at areas/31/ and areas/31/312029/. */
const path_of = (code, home) => (home ? `areas/${home.code.slice(0, 2)}/${code}/` : `areas/${code.slice(0, 2)}/`);

function area_of([code, name, reading, has_page, home_number, kind_number], index, level, homes, kinds) {
  const home = homes[home_number] ?? null;
  return { code, name, reading, index, level, home, kind: kinds[kind_number]?.id ?? '', path: has_page ? path_of(code, home) : '' };
}

/** Takes the file: areas by level, columns by key, and the classes of size. */
export function taken(raw) {
  const readings = new Map(raw.areas.prefecture.map(([code, , reading]) => [code, reading]));
  const homes = raw.prefectures.map(([code, name]) => ({ code, name, reading: readings.get(code) ?? '' }));
  const kinds = raw.kinds.map(([id, name]) => ({ id, name }));
  const columns = raw.columns.map((each) => column_of(each, raw.reasons));
  const areas = {};
  for (const level of level_ids) areas[level] = raw.areas[level].map((each, index) => area_of(each, index, level, homes, kinds));
  return {
    areas, columns, homes, kinds, whole: raw.whole, size: raw.size,
    levels: level_ids.filter((level) => columns.some((column) => column.levels[level])),
    column: new Map(columns.map((each) => [each.key, each])),
    area: new Map(level_ids.flatMap((level) => areas[level].map((each) => [each.code, each]))),
  };
}

/** The figure of an area in a column; null where the column has nothing at that level. */
export const figure_at = (column, level, area) => column.levels[level]?.figures[area.index] ?? null;

/** Its place; null where it has none, or one that tells nothing apart (tells_apart of the program). */
export function rank_at(column, level, area) {
  const rank = column.levels[level]?.ranks[area.index] ?? null;
  return rank && rank.of > 1 && 3 * rank.tied <= rank.of ? rank : null;
}

/** The class of size that an area lies in: 0 below the first step …; null where its size is not known. */
export function size_class(data, level, area) {
  const figure = data.size && data.column.get(data.size.id) ? figure_at(data.column.get(data.size.id), level, area) : null;
  if (!figure || !has_value(figure)) return null;
  return data.size.steps.filter((step) => figure.value >= step).length;
}
