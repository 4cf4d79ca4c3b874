// Random specifications of the subset, sensible enough that Vega draws them without a warning (most of the time).
import { is_discrete } from './random_channels.mjs';
import { random_rows } from './random_data.mjs';
import { random_config, random_header, random_title } from './random_guides.mjs';
import { charts } from './random_marks.mjs';

export const marks = Object.keys(charts);
const with_log_axes = ['bar', 'line', 'point'];
const with_series = ['line', 'area', 'bar'];

const bare = ({ field, type }) => ({ field, type });

/** Returns a rule or a text that lies over a chart and shares its axes; nothing for a chart without a measure. */
function overlay(r, { encoding }) {
  const measure = ['x', 'y'].find((at) => encoding[at]?.type === 'quantitative' && encoding[at].field);
  if (measure === undefined) return [];
  if (r.often(0.5)) return [{ mark: { type: 'rule', strokeDash: [4, 4], color: '#c00' }, encoding: { [measure]: { datum: r.whole(1, 90) } } }];
  const places = Object.fromEntries(['x', 'y'].filter((at) => encoding[at]).map((at) => [at, bare(encoding[at])]));
  return [{ mark: { type: 'text', dy: -6 }, encoding: { ...places, text: { ...bare(encoding[measure]), format: '.1f' } } }];
}

/** Returns facets in rows, columns or both. */
function facets(r) {
  const facet = (field, type) => ({
    field, type, ...(r.often(0.4) ? { header: random_header(r) } : {}),
    ...r.some({ sort: () => r.pick(['descending', null]), spacing: () => r.whole(0, 40) }, 0.2),
  });
  const both = { row: facet('g', 'nominal'), column: facet('o', 'ordinal') };
  return r.pick([{ column: facet('g', 'nominal') }, { row: both.row }, both]);
}

/** Returns what stands around a chart: config, title, size, padding, background. */
function surroundings(r, { encoding }) {
  const size = (at, whole, step) => (is_discrete(encoding[at]?.type) && r.often(0.3) ? { step } : r.pick(whole));
  const config = r.often(0.4) ? random_config(r) : {};
  return {
    ...(Object.keys(config).length > 0 ? { config } : {}),
    ...r.some({ title: () => random_title(r), width: () => size('x', [90, 233, 300, 'container'], 25), height: () => size('y', [60, 151, 240], 17) }, 0.33),
    ...r.some({ padding: () => r.pick([0, 20, { left: 3, right: 12, top: 0, bottom: 7 }]), background: () => 'lightyellow' }, 0.1),
  };
}

/** Returns a random specification of a mark. */
export function random_spec(r, mark) {
  const log = with_log_axes.includes(mark) && r.often(0.12);
  const data = random_rows(r, { above_zero: log, series: with_series.includes(mark) && r.often(0.6) });
  const chart = charts[mark](r, data, log);
  const spec = { data: { values: data.rows }, ...surroundings(r, chart) };
  if (mark === 'geoshape') return { ...spec, ...chart };
  if (r.often(0.2)) return { ...spec, layer: [chart, ...overlay(r, chart)] };
  if (r.often(0.15) && spec.width !== 'container') Object.assign(chart.encoding, facets(r));
  return { ...spec, ...chart };
}
