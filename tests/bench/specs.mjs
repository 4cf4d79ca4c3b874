// Specifications to time: the five shapes of the corpus and the small trend of a municipality, each with other data
// every time.
import { readFileSync } from 'node:fs';
import { chance } from '../charts/support/random.mjs';

const read = (name) => JSON.parse(readFileSync(new URL(`../charts/specs/${name}.vl.json`, import.meta.url), 'utf8'));
const six_bars = read('shape-six-bars-of-years');

/** Shape → a specification of it, whose rows carry their figure in `v`. */
export const shapes = {
  'line 24 x 3 with target': read('shape-line-of-three-series-with-a-target'),
  '47 bars with labels': read('shape-47-bars-with-labels'),
  'tile map': read('shape-tile-map-of-47-prefectures'),
  '47 x 7 stack': read('shape-47-stacks-of-seven-kinds'),
  '6 bars': six_bars,
};
const small_trend = { ...six_bars, description: '年度別の推移（見本の数値）', mark: { type: 'line', point: true } };
const dashboard = Object.values(shapes).slice(0, 4);

/** Returns a specification with other figures between 0 and 100, to one decimal. */
function with_other_figures(spec, seed) {
  const r = chance(seed);
  return { ...spec, data: { ...spec.data, values: spec.data.values.map((row) => ({ ...row, v: r.between(0, 100) })) } };
}

/** Returns `count` specifications of a shape. */
export function specs_of_shape(shape, count) {
  return Array.from({ length: count }, (_, seed) => with_other_figures(shapes[shape], seed));
}

/** Yields what a site needs: so many charts of municipalities (six bars or a small trend) and of dashboards. */
export function* specs_of_site(municipalities, dashboards) {
  for (let at = 0; at < municipalities; at += 1) yield with_other_figures(at % 2 ? small_trend : six_bars, at);
  for (let at = 0; at < dashboards; at += 1) yield with_other_figures(dashboard[at % dashboard.length], at);
}
