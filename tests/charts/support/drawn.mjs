// What a picture shows, read from its SVG: a flat list of outlines and texts in absolute coordinates, each with
// the part of the chart that it belongs to. Vega's class names (`role-mark`, `role-axis-label`) tell the parts.
import { carried, steps_of_element } from './outline.mjs';
import { first_style, font, gradients_of, inherited, look } from './paint.mjs';
import { elements, read_xml } from './xml.mjs';

const not_drawn = new Set(['title', 'desc', 'defs', 'style', 'script', 'metadata', 'clipPath', 'linearGradient']);
const containers = new Set(['svg', 'g', 'a']);
const identity = [1, 0, 0, 1, 0, 0];
const degrees = 180 / Math.PI;

/** Returns the matrix that first does `inner`, then `outer`. */
function times([a, b, c, d, e, f], inner) {
  const [A, B, C, D, E, F] = inner;
  return [a * A + c * B, b * A + d * B, a * C + c * D, b * C + d * D, a * E + c * F + e, b * E + d * F + f];
}

const rotation = (angle) => [Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), 0, 0];
const matrix_of = {
  translate: ([x, y = 0]) => [1, 0, 0, 1, x, y],
  scale: ([x, y = x]) => [x, 0, 0, y, 0, 0],
  matrix: (numbers) => numbers,
  rotate: ([angle, x = 0, y = 0]) => times(times([1, 0, 0, 1, x, y], rotation(angle / degrees)), [1, 0, 0, 1, -x, -y]),
};

/** Returns the matrix of a `transform` attribute. */
function transformation(text = '') {
  const rest = text.replace(/(\w+)\s*\(([^)]*)\)\s*,?/g, '').trim();
  if (rest !== '') throw new Error(`transform not understood: ${text}`);
  return [...text.matchAll(/(\w+)\s*\(([^)]*)\)/g)].reduce((matrix, [, kind, numbers]) => {
    if (!(kind in matrix_of)) throw new Error(`transform not understood: ${text}`);
    return times(matrix, matrix_of[kind](numbers.trim().split(/[\s,]+/).map(Number)));
  }, identity);
}

const classes_of = ({ attributes }) => (attributes.class ?? '').split(/\s+/);

/** Returns the part of the chart to which something belongs that stands in groups of these roles, outermost first. */
function part_of(roles, is_frame) {
  if (is_frame) return 'frames';
  const role = roles.at(-1) ?? '';
  const header = roles.find((name) => /^(row|column)-(header|footer|title)$/.test(name));
  if (header && role.startsWith('title')) return header.endsWith('title') ? 'header titles' : 'header labels';
  if (role === 'mark') return 'marks';
  return role === '' ? 'background' : role.replace('-', ' ');
}

/** Returns the state in which the children of an element stand: matrix, style, roles, clips, link. */
function below(state, element, picture) {
  const classes = classes_of(element);
  const role = classes.find((name) => name.startsWith('role-'))?.slice('role-'.length);
  const { attributes } = element;
  const matrix = times(state.matrix, transformation(attributes.transform));
  const clip = /^url\(#(.+)\)$/.exec(attributes['clip-path'] ?? '')?.[1];
  return {
    matrix,
    style: inherited(state.style, element),
    roles: role && role !== 'scope' && role !== 'frame' ? [...state.roles, role] : state.roles,
    kind: classes.find((name) => name.startsWith('mark-') && name !== 'mark-group')?.slice('mark-'.length) ?? state.kind,
    clips: clip ? [...state.clips, ...picture.clips.get(clip).map((steps) => carried(steps, matrix))] : state.clips,
    link: element.name === 'a' ? attributes['xlink:href'] ?? attributes.href : state.link,
    axis: role === 'axis' ? (picture.axes += 1) : state.axis,
  };
}

/** Returns the lines of a text element as [line, x, y] in its own coordinates: its own text, then one a tspan. */
function lines_of({ attributes, children }) {
  const place = (from, x, y) => [Number(from.x ?? x) + Number(from.dx ?? 0), Number(from.y ?? y) + Number(from.dy ?? 0)];
  let [x, y] = place(attributes, 0, 0);
  return children.map((child) => {
    if (typeof child === 'string') return [child, x, y];
    if (child.name !== 'tspan') throw new Error(`<${child.name}> in a text`);
    [x, y] = place(child.attributes, x, y);
    return [child.children.join(''), x, y];
  });
}

/** Returns the texts that a text element shows, one a line. */
function texts_of(element, state, shared) {
  const [a, b, c, d, e, f] = state.matrix;
  return lines_of(element).filter(([text]) => text !== '').map(([text, x, y]) => ({
    ...shared, text, x: a * x + c * y + e, y: b * x + d * y + f, angle: Math.atan2(b, a) * degrees, font: font(state.style),
  }));
}

/** Returns what a shape or text element shows; nothing when none of it can be seen. */
function things_of(element, state, picture) {
  const steps = steps_of_element(element);
  if (!steps && element.name !== 'text') throw new Error(`what is <${element.name}> in a picture?`);
  const { fill, stroke, line } = look(state.style, picture.gradients);
  if (!state.style.shown || state.style.values.visibility === 'hidden' || (!fill && !stroke)) return [];
  const is_frame = classes_of(element).some((name) => name === 'background' || name === 'foreground');
  const shared = {
    part: part_of(state.roles, is_frame), kind: state.kind, fill, stroke, line, clips: state.clips, link: state.link, axis: state.axis,
    label: element.attributes['aria-label'],
  };
  if (!steps) return texts_of(element, state, shared);
  return steps.length === 0 ? [] : [{ ...shared, steps: carried(steps, state.matrix) }];
}

/** Adds what an element and all below it show to `found`, in the order of drawing. */
function gather(element, outer, picture, found) {
  if (not_drawn.has(element.name)) return;
  const state = below(outer, element, picture);
  if (classes_of(element).includes('root')) picture.origin = origin_of(element, state.matrix);
  if (!containers.has(element.name)) found.push(...things_of(element, state, picture));
  else for (const child of element.children) if (typeof child !== 'string') gather(child, state, picture, found);
}

/** Returns where the plot begins: Vega's root group has one item, a group that carries its own translation. */
function origin_of(root, matrix) {
  const item = root.children.find(({ name }) => name === 'g');
  const bare = item && item.attributes.class === undefined;
  return (bare ? times(matrix, transformation(item.attributes.transform)) : matrix).slice(4);
}

/** Returns clip outlines of the picture by id, each in the coordinates of what it clips. */
function clips_of(svg) {
  const found = [...elements(svg)].filter(({ name }) => name === 'clipPath');
  return new Map(found.map(({ attributes, children }) => [attributes.id, children.map((shape) => (
    carried(steps_of_element(shape), transformation(shape.attributes.transform))))]));
}

/** Returns a thing with its coordinates counted from (x, y). */
function seen_from([x, y], thing) {
  const back = [1, 0, 0, 1, -x, -y];
  const clips = thing.clips.map((steps) => carried(steps, back));
  return thing.steps ? { ...thing, clips, steps: carried(thing.steps, back) } : { ...thing, clips, x: thing.x - x, y: thing.y - y };
}

/**
 * Returns { width, height, origin, things } of a picture: its size in px, where its plot begins, and everything
 * that can be seen in the order of drawing, in px from the plot's beginning.
 */
export function drawn(svg_text) {
  const svg = read_xml(svg_text);
  if (svg.name !== 'svg') throw new Error(`<${svg.name}> is no picture`);
  const [width, height] = ['width', 'height'].map((key) => Number(svg.attributes[key]));
  const picture = { gradients: gradients_of(svg), clips: clips_of(svg), origin: undefined, axes: 0 };
  const found = [];
  gather(svg, { matrix: identity, style: first_style, roles: [], kind: '', clips: [], link: undefined }, picture, found);
  if (!picture.origin) throw new Error('the picture has no group of class root');
  const box = svg.attributes.viewBox ?? `0 0 ${width} ${height}`;
  return { width, height, box, origin: picture.origin, things: found.map((thing) => seen_from(picture.origin, thing)) };
}
