// Random channels of specifications: what stands along the axes, and what decides how marks look.
import { random_axis, random_legend } from './random_guides.mjs';

const schemes = {
  nominal: ['set2', 'category20', 'dark2', 'tableau10'], ordinal: ['blues', 'viridis', 'oranges'],
  quantitative: ['blues', 'viridis', 'redyellowgreen', 'greens'],
};
export const is_discrete = (type) => type === 'nominal' || type === 'ordinal';
const unless_empty = (name, value) => (value !== null && Object.keys(value).length === 0 ? {} : { [name]: value });

/** Returns a random `scale` of a position; `log` when its numbers lie above zero. */
function random_scale(r, type, log) {
  if (is_discrete(type)) {
    const share = () => r.between(0, 0.6);
    return r.some({ reverse: () => true, paddingInner: share, paddingOuter: share, padding: share }, 0.06);
  }
  if (type === 'temporal') return r.some({ reverse: () => true, nice: () => r.often(0.5), clamp: () => true }, 0.08);
  if (log) {
    const log_options = { nice: () => r.often(0.5), base: () => r.pick([2, 10, 5]), reverse: () => true, domain: () => [0.1, 10000] };
    return { type: 'log', ...r.some(log_options, 0.15) };
  }
  return r.some({
    zero: () => r.often(0.5), nice: () => r.pick([false, 3, 10]), reverse: () => true, clamp: () => true,
    domain: () => r.pick([[0, 100], [20, -10], [5, 30]]), domainMin: () => -5, domainMax: () => 120, padding: () => r.whole(0, 20),
  }, 0.07);
}

/** Returns a random `sort` of categories. */
function random_sort(r, data, at) {
  const other = at === 'x' ? 'y' : 'x';
  const by_field = { field: r.pick(['a', 'b', 'c']), op: r.pick(['sum', 'min', 'max', 'mean']), order: r.pick(['ascending', 'descending']) };
  return r.pick(['ascending', 'descending', null, r.shuffled(data.k).slice(0, 3), other, `-${other}`, by_field]);
}

/** Returns a random channel x or y that reads `field`. */
export function position(r, at, field, type, data, { log = false, sorted = true } = {}) {
  return {
    field, type, ...unless_empty('axis', r.often(0.5) ? random_axis(r, type, at) : {}), ...unless_empty('scale', random_scale(r, type, log)),
    ...(is_discrete(type) && sorted && r.often(0.3) ? { sort: random_sort(r, data, at) } : {}),
    ...(r.often(0.1) ? { title: r.pick([null, '見本の軸']) } : {}),
  };
}

/** Returns a random `scale` of colours for a field of type `type`. */
function random_colours(r, type) {
  if (type === 'quantitative' && r.often(0.3)) {
    return { type: 'threshold', domain: [10, 30, 60], ...r.pick([{ scheme: 'blues' }, { range: ['#eee', '#bcd', '#68a', '#124'] }]) };
  }
  if (type === 'quantitative' && r.often(0.3)) {
    const classes = [{ scheme: 'greens' }, { range: ['#fee', '#f88', '#a00'] }, { domain: [0, 100], scheme: 'blues' }];
    return { type: 'quantize', ...r.pick(classes) };
  }
  const paints = r.often(0.5) ? { scheme: () => r.pick(schemes[type]) } : { range: () => ['#0a4', '#fa0', '#40a'] };
  return r.some({ ...paints, reverse: () => true }, 0.2);
}

/** Returns a channel that decides how marks look, its legend of a kind. */
export function look(r, field, type, scale = {}, kind = 'symbol') {
  return { field, type, ...unless_empty('legend', r.often(0.5) ? random_legend(r, kind) : {}), ...unless_empty('scale', scale) };
}

/** Returns a `color` for a field of categories. */
export function color_of(r, field = r.pick(['g', 'g', 'k'])) {
  const type = field === 'o' ? 'ordinal' : 'nominal';
  return look(r, field, type, random_colours(r, type));
}

/** Returns a `color` for a field of numbers. */
export function color_of_number(r, field = 'c') {
  const scale = random_colours(r, 'quantitative');
  return look(r, field, 'quantitative', scale, scale.type === undefined ? 'gradient' : 'symbol');
}

/** Returns a `color` that a test on the row decides. */
export function color_by_condition(r) {
  const test = r.pick(['datum.a > 20', { field: 'k', equal: '甲' }, { field: 'a', lt: 30 }, { field: 'b', valid: true }]);
  return { condition: { test, value: 'crimson' }, value: '#789' };
}
