// Random marks with the channels that they need.
import { color_by_condition, color_of, color_of_number, look, position } from './random_channels.mjs';
import { random_features } from './random_data.mjs';

const chosen = (r, makers) => r.pick(makers)();

/** Returns a mark of a type with some of its properties. */
function mark_of(r, type) {
  const properties = {
    bar: {
      width: () => r.pick([7, { band: 0.6 }]), cornerRadius: () => 3, cornerRadiusEnd: () => 4, stroke: () => '#222', opacity: () => 0.6,
      filled: () => false, size: () => 9,
    },
    line: {
      point: () => r.pick([true, { filled: false, size: 40 }, 'transparent']), strokeDash: () => [4, 2], strokeWidth: () => 3,
      interpolate: () => r.pick(['step', 'step-after', 'step-before', 'monotone', 'linear']), clip: () => true, invalid: () => r.pick(['filter', null]),
    },
    area: { line: () => true, point: () => true, interpolate: () => r.pick(['step', 'monotone', 'step-after']), opacity: () => 0.4 },
    point: {
      filled: () => true, shape: () => r.pick(['square', 'cross', 'diamond', 'triangle-up', 'circle']), size: () => 80, opacity: () => 1,
      strokeWidth: () => 1, invalid: () => null,
    },
    rect: { stroke: () => 'white', cornerRadius: () => 2, opacity: () => 0.8 },
    rule: { strokeWidth: () => 3, strokeDash: () => [4, 4], color: () => '#c00', opacity: () => 0.5 },
    text: {
      align: () => r.pick(['left', 'right', 'center']), baseline: () => r.pick(['top', 'middle', 'bottom', 'alphabetic', 'line-top', 'line-bottom']),
      dx: () => r.whole(-9, 9), dy: () => r.whole(-9, 9), angle: () => r.pick([30, 90, 330]), fontSize: () => r.pick([9, 14, 20]),
      fontWeight: () => r.pick(['bold', 600]), limit: () => 30,
    },
    tick: { thickness: () => 3, opacity: () => 1 },
    geoshape: { stroke: () => 'white', strokeWidth: () => 0.5, filled: () => false, opacity: () => 0.7 },
  };
  return { type, ...r.some(properties[type], 0.12) };
}

/** Returns a field of categories and its type: names, or things in an order. */
const category = (r) => r.pick([['k', 'nominal'], ['k', 'nominal'], ['o', 'ordinal'], ['k', 'ordinal']]);

/** Returns x and y, turned when the chart lies. */
const turned = (lies, along, across) => (lies ? { y: along('y'), x: across('x') } : { x: along('x'), y: across('y') });

/** Mark → maker of a chart of it: mark and encoding, for a map its data and projection as well. */
export const charts = {
  bar(r, data, log) {
    const [field, type] = r.often(0.15) ? ['t', 'temporal'] : category(r);
    const split = r.often(0.4);
    const stack = split && r.often(0.5) ? { stack: r.pick(['zero', 'normalize', 'center', null, true, false]) } : {};
    const encoding = turned(r.often(0.4), (at) => position(r, at, field, type, data),
      (at) => ({ ...position(r, at, 'a', 'quantitative', data, { log: log && !split }), ...stack }));
    if (split) encoding.color = color_of(r, 'g');
    else if (r.often(0.3)) {
      encoding.color = chosen(r, [() => color_of(r, 'k'), () => color_of_number(r), () => color_by_condition(r), () => ({ value: 'teal' })]);
    }
    const orders = [{ field: 'c', type: 'quantitative' }, { field: 'g', type: 'nominal', sort: 'descending' }];
    if (split && r.often(0.2)) encoding.order = r.pick(orders);
    return { mark: mark_of(r, 'bar'), encoding };
  },

  line(r, data, log) {
    const along = r.pick([['t', 'temporal'], ['t', 'temporal'], ['a', 'quantitative'], ['o', 'ordinal'], ['k', 'nominal']]);
    const encoding = { x: position(r, 'x', ...along, data), y: position(r, 'y', 'b', 'quantitative', data, { log }) };
    if (r.often(0.5)) encoding.color = color_of(r, 'g');
    else if (r.often(0.3)) encoding.detail = { field: 'g', type: 'nominal' };
    if (r.often(0.1)) encoding.order = { field: 'c', type: 'quantitative' };
    return { mark: mark_of(r, 'line'), encoding };
  },

  area(r, data) {
    const along = r.pick([['t', 'temporal'], ['t', 'temporal'], ['o', 'ordinal']]);
    const encoding = { x: position(r, 'x', ...along, data), y: position(r, 'y', 'b', 'quantitative', data) };
    if (r.often(0.2)) encoding.y2 = { field: 'a' };
    else if (r.often(0.4)) encoding.y.stack = r.pick(['zero', 'normalize', 'center', null]);
    if (!encoding.y2 && r.often(0.6)) encoding.color = color_of(r, 'g');
    return { mark: mark_of(r, 'area'), encoding };
  },

  point(r, data, log) {
    const across = r.pick([['b', 'quantitative'], ['b', 'quantitative'], ['k', 'nominal'], ['t', 'temporal']]);
    const encoding = { x: position(r, 'x', 'a', 'quantitative', data, { log }), y: position(r, 'y', ...across, data, { log }) };
    const colours = [() => color_of(r), () => color_of_number(r), () => color_of(r, 'o'), () => color_by_condition(r)];
    if (r.often(0.5)) encoding.color = chosen(r, colours);
    if (r.often(0.3)) encoding.size = look(r, 'c', 'quantitative', r.some({ range: () => [10, 200] }, 0.3));
    if (r.often(0.15)) encoding.opacity = look(r, 'b', 'quantitative');
    return { mark: mark_of(r, 'point'), encoding };
  },

  rect(r, data) {
    const unsorted = { sorted: false };
    const x = position(r, 'x', 'k', r.pick(['nominal', 'ordinal']), data, unsorted);
    const y = position(r, 'y', ...r.pick([['g', 'nominal'], ['o', 'ordinal']]), data, unsorted);
    return { mark: mark_of(r, 'rect'), encoding: { x, y, color: color_of_number(r) } };
  },

  rule(r, data) {
    const measure = (at) => position(r, at, 'a', 'quantitative', data);
    const names = (at) => position(r, at, 'k', 'nominal', data);
    const encoding = chosen(r, [
      () => ({ y: measure('y') }), () => ({ x: position(r, 'x', 't', 'temporal', data) }),
      () => ({ x: names('x'), y: measure('y'), y2: { field: 'b' } }), () => ({ y: names('y'), x: measure('x'), x2: { field: 'b' } }),
      () => ({ x: names('x'), y: { datum: r.whole(-5, 90), type: 'quantitative', scale: { domain: [-10, 100] } } }),
    ]);
    if (r.often(0.3)) encoding.color = color_of(r);
    return { mark: mark_of(r, 'rule'), encoding };
  },

  text(r, data) {
    const text = r.pick([
      { field: 'a', type: 'quantitative', format: r.pick(['.1f', ',d', '.0%', '~s', '+.2e']) }, { field: 'k', type: 'nominal' },
      { field: 't', type: 'temporal', format: '%Y年%-m月' }, { field: 'a', type: 'quantitative' }, { value: '印' },
    ]);
    const encoding = { x: position(r, 'x', ...category(r), data), y: position(r, 'y', 'a', 'quantitative', data), text };
    if (r.often(0.3)) encoding.color = chosen(r, [() => color_of(r), () => color_of_number(r), () => color_by_condition(r)]);
    return { mark: mark_of(r, 'text'), encoding };
  },

  tick(r, data) {
    const encoding = turned(r.often(0.4), (at) => position(r, at, 'k', 'nominal', data), (at) => position(r, at, 'a', 'quantitative', data));
    if (r.often(0.3)) encoding.color = color_of(r);
    return { mark: mark_of(r, 'tick'), encoding };
  },

  geoshape(r) {
    const turn = { rotate: () => [-136, r.pick([0, -36])], center: () => [0, 36], parallels: () => r.pick([[33, 43], [20, 50]]) };
    const conic = () => ({ type: r.pick(['conicConformal', 'conicEqualArea', 'conicEquidistant', 'albers']), ...r.some(turn, 0.6) });
    const colours = [() => ({ color: color_of_number(r, 'properties.v') }), () => ({ color: look(r, 'properties.name', 'nominal') }), () => ({})];
    return {
      data: { values: random_features(r) }, projection: r.often(0.4) ? { type: 'mercator' } : conic(),
      mark: mark_of(r, 'geoshape'), encoding: chosen(r, colours),
    };
  },
};
