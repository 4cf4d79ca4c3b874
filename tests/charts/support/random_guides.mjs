// Random looks of axes, legends, titles, headers and of the whole, from the properties that the subset holds.

const colours = ['#333', 'teal', '#c00', 'rgb(10, 80, 160)', 'darkorange', '#1234ab'];
const fonts = { size: [8, 10, 12, 15], weight: ['bold', 'normal', 600] };

/** Returns a random `axis` for a field of type `type`; `at` is "x" or "y". */
export function random_axis(r, type, at) {
  if (r.often(0.05)) return null;
  const formats = {
    quantitative: ['d', ',.1f', '.0%', '~s', '+.2f', '.2e', '.3s', ',d'],
    temporal: ['%Y年%-m月', '%Y年', '%-m/%-d', '%b %Y', '%H時'],
  };
  const common = {
    orient: () => r.pick(at === 'x' ? ['top', 'bottom'] : ['left', 'right']), title: () => r.pick([null, '題', 'とても長い題の見本です']),
    grid: () => r.often(0.5), ticks: () => r.often(0.5), domain: () => r.often(0.5), labels: () => r.often(0.7),
    labelAngle: () => r.pick([0, -45, 45, 90, -90, 30, 300]), labelPadding: () => r.whole(0, 9), labelLimit: () => r.pick([30, 60, 0]),
    labelFontSize: () => r.pick(fonts.size), labelFontWeight: () => r.pick(fonts.weight), labelColor: () => r.pick(colours),
    labelOverlap: () => r.pick([true, false, 'parity', 'greedy']), labelFlush: () => r.pick([true, false, 10]), labelBound: () => r.pick([true, 5]),
    labelSeparation: () => r.whole(0, 20), labelOffset: () => r.whole(-3, 3), labelOpacity: () => 0.5,
    labelAlign: () => r.pick(['left', 'center', 'right']), labelBaseline: () => r.pick(['top', 'middle', 'bottom', 'alphabetic']),
    tickSize: () => r.whole(0, 9), tickWidth: () => r.pick([0.5, 2]), tickColor: () => r.pick(colours), tickOffset: () => r.whole(-2, 3), tickRound: () => r.often(0.5),
    domainColor: () => r.pick(colours), domainWidth: () => r.pick([0.5, 2, 3]), domainDash: () => [3, 1],
    gridColor: () => r.pick(colours), gridDash: () => [2, 2], gridWidth: () => r.pick([0.5, 2]), gridOpacity: () => 0.4,
    titleFontSize: () => r.pick(fonts.size), titleFontWeight: () => r.pick(fonts.weight), titlePadding: () => r.whole(0, 12), titleAngle: () => r.pick([0, 90, 270]),
    titleAnchor: () => r.pick(['start', 'middle', 'end']), titleAlign: () => r.pick(['left', 'center', 'right']), titleColor: () => r.pick(colours),
    titleLimit: () => r.pick([40, 80]), titleBaseline: () => r.pick(['top', 'middle', 'bottom']),
    offset: () => r.whole(0, 10), minExtent: () => r.whole(10, 60), maxExtent: () => r.whole(20, 70), zindex: () => r.pick([0, 1]),
  };
  const by_type = {
    quantitative: { tickCount: () => r.whole(0, 15), format: () => r.pick(formats.quantitative), tickMinStep: () => r.pick([1, 5, 0.25]) },
    temporal: { tickCount: () => r.pick([3, 8, 'month', 'year', { interval: 'month', step: 2 }]), format: () => r.pick(formats.temporal) },
    discrete: { tickBand: () => 'extent', bandPosition: () => r.pick([0, 0.5, 1]) },
  };
  return { ...r.some(common, 0.04), ...r.some(by_type[type] ?? by_type.discrete, 0.15) };
}

const orients = ['left', 'right', 'top', 'bottom', 'top-left', 'top-right', 'bottom-left', 'bottom-right'];

/** Returns a random `legend` of symbols or of a gradient; of no kind, one that makes sense for both. */
export function random_legend(r, kind) {
  if (r.often(0.08)) return null;
  const common = {
    orient: () => r.pick(orients), direction: () => r.pick(['horizontal', 'vertical']), title: () => r.pick([null, '凡例', '長い凡例の題の見本']),
    offset: () => r.whole(0, 30), padding: () => r.whole(0, 8), labelFontSize: () => r.pick(fonts.size), labelLimit: () => r.pick([30, 80]),
    labelColor: () => r.pick(colours), labelOffset: () => r.whole(0, 9), titleFontSize: () => r.pick(fonts.size),
    titlePadding: () => r.whole(0, 12), titleColor: () => r.pick(colours), titleAnchor: () => r.pick(['start', 'middle', 'end']),
  };
  const by_kind = {
    symbol: {
      columns: () => r.whole(1, 4), rowPadding: () => r.whole(0, 8), columnPadding: () => r.whole(0, 20), symbolSize: () => r.whole(20, 300),
      symbolType: () => r.pick(['circle', 'square', 'diamond', 'triangle-up', 'cross']), symbolStrokeWidth: () => r.pick([0.5, 3]),
    },
    gradient: { gradientLength: () => r.whole(60, 220), gradientThickness: () => r.whole(4, 30), tickCount: () => r.whole(2, 8) },
  };
  return r.some({ ...common, ...by_kind[kind] }, 0.08);
}

/** Returns a random `title`. */
export function random_title(r) {
  if (r.often(0.3)) return '見本の題';
  return {
    text: r.pick(['件数', ['二行の', '題'], '図よりも長くなるかもしれない題の見本']),
    ...r.some({
      subtitle: () => r.pick(['副題', ['副題', '二行目']]), anchor: () => r.pick(['start', 'middle', 'end']), orient: () => r.pick(['top', 'bottom', 'left', 'right']),
      frame: () => r.pick(['group', 'bounds']), fontSize: () => r.pick([9, 14, 20]), offset: () => r.whole(-3, 20), color: () => r.pick(colours), limit: () => r.pick([40, 120]),
      dx: () => r.whole(-5, 9), dy: () => r.whole(-5, 9), fontWeight: () => r.pick(fonts.weight), subtitlePadding: () => r.whole(0, 9), subtitleFontSize: () => r.pick(fonts.size),
    }, 0.2),
  };
}

/** Returns a random `header`. */
export function random_header(r) {
  return r.some({
    title: () => r.pick([null, '見出し']), labels: () => r.often(0.5), labelAngle: () => r.pick([0, -90]), labelFontSize: () => r.pick(fonts.size),
    labelPadding: () => r.whole(0, 20), labelAnchor: () => r.pick(['start', 'middle', 'end']), labelColor: () => r.pick(colours), labelLimit: () => r.pick([20, 60]),
    titleFontSize: () => r.pick(fonts.size), titlePadding: () => r.whole(0, 20), titleAnchor: () => r.pick(['start', 'middle', 'end']), titleColor: () => r.pick(colours),
  }, 0.12);
}

const without_title = ({ title, ...legend }) => legend; // a title belongs to one legend

/** Returns a random `config`. */
export function random_config(r) {
  const axis = () => r.some({
    labelFontSize: () => 12, titleFontSize: () => 12, labelColor: () => '#333', gridColor: () => '#ddd', domain: () => false, ticks: () => r.often(0.5), grid: () => r.often(0.5),
    labelAngle: () => r.pick([0, -30]), tickCount: () => r.whole(2, 9), labelPadding: () => 4,
  }, 0.25);
  const color = () => ({ color: r.pick(colours) });
  return r.some({
    axis, axisX: axis, axisY: axis, axisBand: axis, axisQuantitative: axis, axisTemporal: axis,
    legend: () => without_title(random_legend(r) ?? {}), title: () => r.some({ anchor: () => 'start', fontSize: () => 14, color: () => '#246', offset: () => 12 }, 0.5),
    header: () => r.some({ labelFontSize: () => 13, titleFontSize: () => 9, labelColor: () => 'teal' }, 0.5),
    view: () => r.some({ stroke: () => r.pick([null, 'gray']), fill: () => '#fafafa', continuousWidth: () => 180, step: () => 28, discreteHeight: () => 90, cornerRadius: () => 4 }, 0.4),
    background: () => '#fffdf5', font: () => 'serif', bar: color, point: color, mark: color,
    range: () => ({ category: ['#0b5', '#05b', '#b50', '#505'] }), facet: () => ({ spacing: r.whole(0, 30) }),
    scale: () => r.some({ bandPaddingInner: () => 0.3, barBandPaddingInner: () => 0.4, rectBandPaddingInner: () => 0.1, pointPadding: () => 1, bandPaddingOuter: () => 0.2 }, 0.4),
  }, 0.08);
}
