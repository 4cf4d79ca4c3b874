// Random specifications of the subset, sensible enough that Vega draws them without a warning (most of the time).
import { random_features, random_rows } from './random_data.mjs';
import { random_axis, random_config, random_header, random_legend, random_title } from './random_guides.mjs';

const schemes = { nominal: ['set2', 'category20', 'dark2', 'tableau10'], ordinal: ['blues', 'viridis', 'oranges'], quantitative: ['blues', 'viridis', 'redyellowgreen', 'greens'] };
const is_discrete = (type) => type === 'nominal' || type === 'ordinal';

/** Returns a random `scale` of a position; `log` when its numbers lie above zero. */
function random_scale(r, type, log) {
  if (is_discrete(type)) {
    return r.some({ reverse: () => true, paddingInner: () => r.between(0, 0.6), paddingOuter: () => r.between(0, 0.6), padding: () => r.between(0, 0.5) }, 0.06);
  }
  if (type === 'temporal') return r.some({ reverse: () => true, nice: () => r.often(0.5), clamp: () => true }, 0.08);
  if (log) return { type: 'log', ...r.some({ nice: () => r.often(0.5), base: () => r.pick([2, 10, 5]), reverse: () => true, domain: () => [0.1, 10000] }, 0.15) };
  return r.some({
    zero: () => r.often(0.5), nice: () => r.pick([false, 3, 10]), reverse: () => true, clamp: () => true, domain: () => r.pick([[0, 100], [20, -10], [5, 30]]),
    domainMin: () => -5, domainMax: () => 120, padding: () => r.whole(0, 20),
  }, 0.07);
}

/** Returns a random `sort` of categories. */
function random_sort(r, data, at) {
  const other = at === 'x' ? 'y' : 'x';
  return r.pick(['ascending', 'descending', null, r.shuffled(data.k).slice(0, 3), other, `-${other}`,
    { field: r.pick(['a', 'b', 'c']), op: r.pick(['sum', 'min', 'max', 'mean']), order: r.pick(['ascending', 'descending']) }]);
}

/** Returns a random channel x or y that reads `field`. */
function position(r, at, field, type, data, { log = false, sorted = true } = {}) {
  const channel = { field, type };
  const scale = random_scale(r, type, log);
  const axis = r.often(0.5) ? random_axis(r, type, at) : {};
  if (axis === null || Object.keys(axis).length > 0) channel.axis = axis;
  if (Object.keys(scale).length > 0) channel.scale = scale;
  if (is_discrete(type) && sorted && r.often(0.3)) channel.sort = random_sort(r, data, at);
  if (r.often(0.1)) channel.title = r.pick([null, '見本の軸']);
  return channel;
}

/** Returns a random scale of colours for a field of type `type`. */
function random_colours(r, type) {
  if (type === 'quantitative' && r.often(0.3)) return { type: 'threshold', domain: [10, 30, 60], ...r.pick([{ scheme: 'blues' }, { range: ['#eee', '#bcd', '#68a', '#124'] }]) };
  if (type === 'quantitative' && r.often(0.3)) return { type: 'quantize', ...r.pick([{ scheme: 'greens' }, { range: ['#fee', '#f88', '#a00'] }, { domain: [0, 100], scheme: 'blues' }]) };
  const paints = r.often(0.5) ? { scheme: () => r.pick(schemes[type]) } : { range: () => ['#0a4', '#fa0', '#40a'] };
  return r.some({ ...paints, reverse: () => true }, 0.2);
}

/** Returns a channel that decides how marks look. */
function look(r, field, type, scale = {}) {
  const channel = { field, type };
  const legend = r.often(0.5) ? random_legend(r) : {};
  if (legend === null || Object.keys(legend).length > 0) channel.legend = legend;
  if (Object.keys(scale).length > 0) channel.scale = scale;
  return channel;
}

const color_of = (r, field = r.pick(['g', 'g', 'k'])) => {
  const type = field === 'o' ? 'ordinal' : 'nominal';
  return look(r, field, type, random_colours(r, type));
};
const gradient_of = (r) => look(r, 'c', 'quantitative', random_colours(r, 'quantitative'));
const condition = (r) => ({ condition: { test: r.pick(['datum.a > 20', { field: 'k', equal: '甲' }, { field: 'a', lt: 30 }, { field: 'b', valid: true }]), value: 'crimson' }, value: '#789' });

/** Returns the categories' field and type: names, or things in an order. */
const category = (r) => (r.often(0.6) ? ['k', 'nominal'] : r.often(0.5) ? ['o', 'ordinal'] : ['k', 'ordinal']);

/** Returns x and y, turned when the chart lies. */
const turned = (r, lies, along, across) => (lies ? { y: along('y'), x: across('x') } : { x: along('x'), y: across('y') });

/** Returns the parts of a chart of one mark: mark and encoding. */
const charts = {
  bar(r, data, log) {
    const [field, type] = r.often(0.15) ? ['t', 'temporal'] : category(r);
    const split = r.often(0.4);
    const encoding = turned(r, r.often(0.4), (at) => position(r, at, field, type, data), (at) => ({
      ...position(r, at, 'a', 'quantitative', data, { log: log && !split }), ...(split && r.often(0.5) ? { stack: r.pick(['zero', 'normalize', 'center', null, true, false]) } : {}),
    }));
    if (split) encoding.color = color_of(r, 'g');
    else if (r.often(0.3)) encoding.color = r.pick([color_of(r, 'k'), gradient_of(r), condition(r), { value: 'teal' }]);
    if (split && r.often(0.2)) encoding.order = r.pick([{ field: 'c', type: 'quantitative' }, { field: 'g', type: 'nominal', sort: 'descending' }]);
    return { mark: { type: 'bar', ...r.some({ width: () => r.pick([7, { band: 0.6 }]), cornerRadius: () => 3, cornerRadiusEnd: () => 4, stroke: () => '#222', opacity: () => 0.6, filled: () => false, size: () => 9, clip: () => true }, 0.05) }, encoding };
  },
  line(r, data, log) {
    const [field, type] = r.pick([['t', 'temporal'], ['t', 'temporal'], ['a', 'quantitative'], ['o', 'ordinal'], ['k', 'nominal']]);
    const encoding = { x: position(r, 'x', field, type, data), y: position(r, 'y', 'b', 'quantitative', data, { log }) };
    if (r.often(0.5)) encoding.color = color_of(r, 'g');
    else if (r.often(0.3)) encoding.detail = { field: 'g', type: 'nominal' };
    if (r.often(0.1)) encoding.order = { field: 'c', type: 'quantitative' };
    return { mark: { type: 'line', ...r.some({ point: () => r.pick([true, { filled: false, size: 40 }, 'transparent']), interpolate: () => r.pick(['step', 'step-after', 'step-before', 'monotone', 'linear']), strokeDash: () => [4, 2], strokeWidth: () => 3, clip: () => true, invalid: () => r.pick(['filter', null]) }, 0.12) }, encoding };
  },
  area(r, data) {
    const [field, type] = r.pick([['t', 'temporal'], ['t', 'temporal'], ['o', 'ordinal']]);
    const encoding = turned(r, false, (at) => position(r, at, field, type, data), (at) => ({
      ...position(r, at, 'b', 'quantitative', data), ...(r.often(0.4) ? { stack: r.pick(['zero', 'normalize', 'center', null]) } : {}),
    }));
    if (r.often(0.5)) encoding.color = color_of(r, 'g');
    else if (r.often(0.2)) encoding.y2 = { field: 'a' };
    if (encoding.y2) delete encoding.y.stack;
    return { mark: { type: 'area', ...r.some({ line: () => true, point: () => true, interpolate: () => r.pick(['step', 'monotone', 'step-after']), opacity: () => 0.4 }, 0.12) }, encoding };
  },
  point(r, data, log) {
    const encoding = { x: position(r, 'x', 'a', 'quantitative', data, { log }), y: position(r, 'y', ...r.pick([['b', 'quantitative'], ['b', 'quantitative'], ['k', 'nominal'], ['t', 'temporal']]), data, { log }) };
    if (r.often(0.5)) encoding.color = r.pick([() => color_of(r), () => gradient_of(r), () => color_of(r, 'o'), () => condition(r)])();
    if (r.often(0.3)) encoding.size = look(r, 'c', 'quantitative', r.some({ range: () => [10, 200] }, 0.3));
    if (r.often(0.15)) encoding.opacity = look(r, 'b', 'quantitative');
    return { mark: { type: 'point', ...r.some({ filled: () => true, shape: () => r.pick(['square', 'cross', 'diamond', 'triangle-up', 'circle']), size: () => 80, opacity: () => 1, strokeWidth: () => 1, invalid: () => null }, 0.12) }, encoding };
  },
  rect(r, data) {
    const y = r.pick([['g', 'nominal'], ['o', 'ordinal']]);
    return { mark: { type: 'rect', ...r.some({ stroke: () => 'white', cornerRadius: () => 2, opacity: () => 0.8 }, 0.12) },
      encoding: { x: position(r, 'x', 'k', r.pick(['nominal', 'ordinal']), data, { sorted: false }), y: position(r, 'y', ...y, data, { sorted: false }), color: gradient_of(r) } };
  },
  rule(r, data) {
    const encoding = r.pick([
      () => ({ y: position(r, 'y', 'a', 'quantitative', data) }), () => ({ x: position(r, 'x', 't', 'temporal', data) }),
      () => ({ x: position(r, 'x', 'k', 'nominal', data), y: position(r, 'y', 'a', 'quantitative', data), y2: { field: 'b' } }),
      () => ({ y: position(r, 'y', 'k', 'nominal', data), x: position(r, 'x', 'a', 'quantitative', data), x2: { field: 'b' } }),
      () => ({ y: { datum: r.whole(-5, 90), type: 'quantitative' }, x: position(r, 'x', 'k', 'nominal', data) }),
    ])();
    if (r.often(0.3)) encoding.color = color_of(r);
    return { mark: { type: 'rule', ...r.some({ strokeWidth: () => 3, strokeDash: () => [4, 4], color: () => '#c00', opacity: () => 0.5 }, 0.15) }, encoding };
  },
  text(r, data) {
    const encoding = { x: position(r, 'x', ...category(r), data), y: position(r, 'y', 'a', 'quantitative', data), text: r.pick([
      { field: 'a', type: 'quantitative', format: r.pick(['.1f', ',d', '.0%', '~s', '+.2e']) }, { field: 'k', type: 'nominal' }, { field: 't', type: 'temporal', format: '%Y年%-m月' }, { field: 'a', type: 'quantitative' }, { value: '印' }]) };
    if (r.often(0.3)) encoding.color = r.pick([() => color_of(r), () => gradient_of(r), () => condition(r)])();
    return { mark: { type: 'text', ...r.some({ align: () => r.pick(['left', 'right', 'center']), baseline: () => r.pick(['top', 'middle', 'bottom', 'alphabetic', 'line-top', 'line-bottom']), dx: () => r.whole(-9, 9), dy: () => r.whole(-9, 9), angle: () => r.pick([30, 90, 330]), fontSize: () => r.pick([9, 14, 20]), fontWeight: () => r.pick(['bold', 600]), limit: () => 30 }, 0.15) }, encoding };
  },
  tick(r, data) {
    const encoding = turned(r, r.often(0.4), (at) => position(r, at, 'k', 'nominal', data), (at) => position(r, at, 'a', 'quantitative', data));
    if (r.often(0.3)) encoding.color = color_of(r);
    return { mark: { type: 'tick', ...r.some({ thickness: () => 3, opacity: () => 1 }, 0.2) }, encoding };
  },
  geoshape(r) {
    const turn = () => r.some({ rotate: () => [-136, r.pick([0, -36])], center: () => [0, 36], parallels: () => r.pick([[33, 43], [20, 50]]) }, 0.6);
    const projection = r.often(0.4) ? { type: 'mercator' } : { type: r.pick(['conicConformal', 'conicEqualArea', 'conicEquidistant', 'albers']), ...turn() };
    const colour = r.pick([
      () => ({ color: look(r, 'properties.v', 'quantitative', random_colours(r, 'quantitative')) }),
      () => ({ color: look(r, 'properties.name', 'nominal') }), () => ({}),
    ])();
    const mark = { type: 'geoshape', ...r.some({ stroke: () => 'white', strokeWidth: () => 0.5, filled: () => false, opacity: () => 0.7 }, 0.2) };
    return { data: { values: random_features(r) }, projection, mark, encoding: colour };
  },
};

export const marks = Object.keys(charts);

/** Returns a rule or a text that lies over a chart and shares its axes. */
function overlay(r, { encoding }) {
  const measure = Object.keys(encoding).find((at) => encoding[at].type === 'quantitative' && (at === 'x' || at === 'y'));
  if (r.often(0.5) || measure === undefined) return { mark: { type: 'rule', strokeDash: [4, 4], color: '#c00' }, encoding: { [measure ?? 'y']: { datum: r.whole(1, 90), ...(measure ? {} : { type: 'quantitative' }) } } };
  const { x, y } = encoding;
  return { mark: { type: 'text', dy: -6 }, encoding: { ...(x ? { x: bare(x) } : {}), ...(y ? { y: bare(y) } : {}), text: { field: encoding[measure].field, type: 'quantitative', format: '.1f' } } };
}
const bare = ({ field, type, datum, value }) => JSON.parse(JSON.stringify({ field, type, datum, value }));

/** Returns a random specification of a mark for a seed. */
export function random_spec(r, mark) {
  const log = ['bar', 'line', 'point'].includes(mark) && r.often(0.12);
  const data = random_rows(r, { above_zero: log, series: ['line', 'area', 'bar'].includes(mark) && r.often(0.6) });
  const chart = charts[mark](r, data, log);
  const spec = { data: { values: data.rows } };
  const config = r.often(0.4) ? random_config(r) : {};
  if (Object.keys(config).length > 0) spec.config = config;
  if (r.often(0.3)) spec.title = random_title(r);
  const is_stepped = (at) => is_discrete(chart.encoding[at]?.type) && r.often(0.3);
  if (r.often(0.35)) spec.width = is_stepped('x') ? { step: 25 } : r.pick([90, 233, 300, 'container']);
  if (r.often(0.35)) spec.height = is_stepped('y') ? { step: 17 } : r.pick([60, 151, 240]);
  if (r.often(0.1)) spec.padding = r.pick([0, 20, { left: 3, right: 12, top: 0, bottom: 7 }]);
  if (r.often(0.08)) spec.background = 'lightyellow';
  if (mark === 'geoshape') return { ...spec, ...chart };
  if (r.often(0.2)) return { ...spec, layer: [chart, overlay(r, chart)] };
  if (r.often(0.15) && spec.width !== 'container') Object.assign(chart.encoding, facets(r));
  return { ...spec, ...chart };
}

/** Returns facets in rows, columns or both. */
function facets(r) {
  const facet = (field, type) => ({ field, type, ...(r.often(0.4) ? { header: random_header(r) } : {}), ...(r.often(0.2) ? { sort: r.pick(['descending', null]) } : {}), ...(r.often(0.2) ? { spacing: r.whole(0, 40) } : {}) });
  return r.pick([() => ({ column: facet('g', 'nominal') }), () => ({ row: facet('g', 'nominal') }), () => ({ row: facet('g', 'nominal'), column: facet('o', 'ordinal') })])();
}
