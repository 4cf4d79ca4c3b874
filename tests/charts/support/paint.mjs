// Colours and strokes of SVG elements as they end up on the page: inherited, with every opacity multiplied in.
import { rgb } from 'd3-color';
import { elements } from './xml.mjs';

const initial = {
  fill: 'black', stroke: 'none', 'stroke-width': '1', 'stroke-dasharray': 'none', 'stroke-dashoffset': '0',
  'stroke-linecap': 'butt', 'stroke-linejoin': 'miter', 'stroke-miterlimit': '4', 'fill-opacity': '1', 'stroke-opacity': '1',
  'font-size': '16', 'font-weight': 'normal', 'font-style': 'normal', 'text-anchor': 'start', visibility: 'visible',
};
const weights = { normal: 400, bold: 700 };

export const first_style = { values: initial, opacity: 1, shown: true };

/** Returns the declarations of a `style` attribute as name → value. */
function declarations(style = '') {
  return Object.fromEntries(style.split(';').map((line) => line.split(':').map((word) => word.trim()))
    .filter((pair) => pair.length === 2));
}

/** Returns the style of an element that stands in one with style `outer`. */
export function inherited(outer, { attributes }) {
  const own = { ...attributes, ...declarations(attributes.style) };
  const values = { ...outer.values };
  for (const name of Object.keys(initial)) if (own[name] !== undefined && own[name] !== 'inherit') values[name] = own[name];
  return { values, opacity: outer.opacity * Number(own.opacity ?? 1), shown: outer.shown && own.display !== 'none' };
}

/** Returns gradients of the picture by id: { ends, stops }. */
export function gradients_of(svg) {
  const found = [...elements(svg)].filter(({ name }) => name === 'linearGradient');
  return new Map(found.map(({ attributes, children }) => [attributes.id, {
    ends: ['x1', 'y1', 'x2', 'y2'].map((key) => Number.parseFloat(attributes[key] ?? (key === 'x2' ? 1 : 0))),
    stops: children.map((stop) => ({
      offset: Number.parseFloat(stop.attributes.offset) / (stop.attributes.offset.endsWith('%') ? 100 : 1),
      colour: colour(stop.attributes['stop-color'], 1),
    })).filter(({ offset }, at, all) => at === 0 || offset - all[at - 1].offset > 1e-5), // Vega may say one stop twice
  }]));
}

/** Returns [r, g, b, opacity] of a CSS colour. */
function colour(text, opacity) {
  const { r, g, b, opacity: own } = rgb(text);
  if ([r, g, b, own].some(Number.isNaN)) throw new Error(`no colour: ${text}`);
  return [Math.round(r), Math.round(g), Math.round(b), own * opacity];
}

/** Returns a paint as [r, g, b, opacity] or as a gradient; null where nothing can be seen. */
function paint(text, opacity, gradients) {
  if (text === 'none' || text === 'transparent' || opacity <= 0) return null;
  const id = /^url\(#(.+)\)$/.exec(text)?.[1];
  if (id === undefined) return colour(text, opacity).at(-1) <= 0 ? null : colour(text, opacity);
  if (!gradients.has(id)) throw new Error(`no gradient: ${text}`);
  return { ...gradients.get(id), opacity };
}

/** Returns what can be seen of an element's style: fill, and stroke with its width, dashes, cap and join. */
export function look({ values, opacity }, gradients) {
  const width = Number.parseFloat(values['stroke-width']);
  const stroke = width > 0 ? paint(values.stroke, opacity * Number(values['stroke-opacity']), gradients) : null;
  const dash = values['stroke-dasharray'] === 'none' ? [] : values['stroke-dasharray'].split(/[\s,]+/).filter(Boolean).map(Number);
  const line = { width, dash, offset: Number(values['stroke-dashoffset']), cap: values['stroke-linecap'], join: values['stroke-linejoin'], miter: Number(values['stroke-miterlimit']) };
  return { fill: paint(values.fill, opacity * Number(values['fill-opacity']), gradients), stroke, line: stroke ? line : null };
}

/** Returns the font of an element's style. */
export function font({ values }) {
  const weight = weights[values['font-weight']] ?? Number(values['font-weight']);
  return { size: Number.parseFloat(values['font-size']), weight, style: values['font-style'], anchor: values['text-anchor'] };
}

/** Returns a paint as text. */
export function paint_as_text(one) {
  if (one === null) return 'none';
  if (!Array.isArray(one)) return `gradient(${one.stops.map(({ offset, colour: at }) => `${+offset.toFixed(3)} ${paint_as_text(at)}`).join(', ')})`;
  const hex = `#${one.slice(0, 3).map((part) => part.toString(16).padStart(2, '0')).join('')}`;
  return one[3] === 1 ? hex : `${hex}@${+one[3].toFixed(3)}`;
}
