// Says where two pictures of the same specification differ: marks and lines by more than 0.01 px, texts, legends
// and titles by more than 1 px, and whatever is drawn in one only, in another order or in another colour.
import { drawn } from './drawn.mjs';
import { steps_as_text } from './outline.mjs';
import { paint_as_text } from './paint.mjs';

const exact = 0.01; // px
const near = 1; // px
const exact_parts = new Set(['frames', 'marks', 'axis grid', 'axis tick', 'axis domain']);
const most_shown = 4; // items a part, before the list is cut

const tolerance = (part) => (exact_parts.has(part) ? exact : near) + 1e-9;
const close = (a, b, within) => a === b || Math.abs(a - b) <= within;
const same_list = (a, b, within) => a.length === b.length && a.every((value, at) => close(value, b[at], within));

/** Whether two outlines have the same steps within so many px; a straight line may be drawn from either end. */
function same_steps(a, b, within) {
  if (a.length !== b.length) return false;
  const same = (one, other) => one.every(({ kind, numbers }, at) => kind === other[at].kind && same_list(numbers, other[at].numbers, within));
  const turned = (steps) => [{ kind: 'M', numbers: steps[1].numbers }, { kind: 'L', numbers: steps[0].numbers }];
  return same(a, b) || (b.length === 2 && b[1].kind === 'L' && same(a, turned(b)));
}

/** Whether two paints look the same: colours to the last of 256 steps (within gradients the last but one), opacity to 0.005. */
function same_paint(a, b, steps = 0) {
  if (a === null || b === null) return a === b;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  if (Array.isArray(a)) return same_list(a.slice(0, 3), b.slice(0, 3), steps) && close(a[3], b[3], 0.005);
  return same_list(a.ends, b.ends, 1e-6) && close(a.opacity, b.opacity, 0.005) && a.stops.length === b.stops.length
    && a.stops.every(({ offset, colour }, at) => close(offset, b.stops[at].offset, 0.001) && same_paint(colour, b.stops[at].colour, 1));
}

/** Whether two strokes are as wide and dashed the same way, and joined the same way where the outline has corners. */
function same_line(a, b, has_corners) {
  if (a === null || b === null) return a === b;
  const same_joins = a.join === b.join && (a.join !== 'miter' || a.miter === b.miter);
  return close(a.width, b.width, 0.005) && same_list(a.dash, b.dash, 0.005) && close(a.offset, b.offset, 0.005)
    && a.cap === b.cap && (same_joins || !has_corners);
}

/** Yields what differs between two outlines, in a word or two. */
function* differing_outline(a, b, within) {
  if (!same_steps(a.steps, b.steps, within)) yield `outline${distance(a.steps, b.steps)}`;
}

/** Returns by how much two outlines of the same build differ, in words; nothing when their build differs. */
function distance(a, b) {
  const [one, other] = [a, b].map((steps) => steps.flatMap(({ numbers }) => numbers));
  if (a.length !== b.length) return ` (${a.length} and ${b.length} steps)`;
  if (one.length !== other.length) return '';
  return ` (by ${+Math.max(...one.map((value, at) => Math.abs(value - other[at]))).toFixed(4)} px)`;
}

/** Yields what differs between two texts. */
function* differing_text(a, b, within) {
  if (a.text !== b.text) yield 'text';
  if (!close(a.x, b.x, within) || !close(a.y, b.y, within)) yield `place (by ${+Math.hypot(a.x - b.x, a.y - b.y).toFixed(4)} px)`;
  const turn = Math.abs(a.angle - b.angle) % 360;
  if (Math.min(turn, 360 - turn) > 0.01) yield 'angle';
  if (!close(a.font.size, b.font.size, exact)) yield 'font size';
  for (const key of ['anchor', 'weight', 'style']) if (a.font[key] !== b.font[key]) yield `font ${key}`;
}

/** Returns what differs between two things of a part, as words; empty when they look the same. */
function differing(a, b, { labels }) {
  if ((a.text === undefined) !== (b.text === undefined)) return ['kind'];
  const within = tolerance(a.part);
  const words = a.text === undefined ? [...differing_outline(a, b, within)] : [...differing_text(a, b, within)];
  if (a.part === 'marks' && a.kind !== b.kind) words.push('class of the mark');
  if (!same_paint(a.fill, b.fill)) words.push('fill');
  if (!same_paint(a.stroke, b.stroke)) words.push('stroke');
  else if (!same_line(a.line, b.line, a.text !== undefined || a.steps.length > 2)) words.push('kind of stroke');
  if (a.clips.length !== b.clips.length || !a.clips.every((steps, at) => same_steps(steps, b.clips[at], within))) words.push('clip');
  if (a.link !== b.link) words.push('link');
  if (labels && a.part === 'marks' && a.label !== b.label) words.push('description');
  return words;
}

/** Returns the stroke of a thing as text. */
function stroke_as_text({ stroke, line }) {
  if (!stroke) return '';
  const dash = line.dash.length > 0 ? ` dash ${line.dash}` : '';
  const miter = line.miter === 4 ? '' : ` miter ${line.miter}`;
  return ` stroke ${paint_as_text(stroke)} ${line.width}px${dash} ${line.cap} ${line.join}${miter}`;
}

/** Returns the words, place and font of a text. */
function words_as_text({ text, x, y, angle, font }) {
  const weight = font.weight === 400 ? '' : ` ${font.weight}`;
  const turn = angle ? ` turned ${+angle.toFixed(2)}` : '';
  return `「${text}」 at ${+x.toFixed(3)},${+y.toFixed(3)} ${font.anchor} ${font.size}px${weight}${turn}`;
}

/** Returns a thing as a line to read. */
function as_text(thing) {
  const shape = thing.text === undefined ? steps_as_text(thing.steps).slice(0, 300) : words_as_text(thing);
  const clip = thing.clips.map((steps) => ` clip ${steps_as_text(steps)}`).join('');
  return `${thing.kind} ${shape} fill ${paint_as_text(thing.fill)}${stroke_as_text(thing)}${clip}${thing.link ? ` to ${thing.link}` : ''}`;
}

const pair = (a, b) => [`    Vega    ${a ? as_text(a) : 'nothing'}`, `    Yokoten ${b ? as_text(b) : 'nothing'}`];
const key = ({ text, steps }) => text ?? steps.map(({ kind }) => kind).join('');

/** Returns the first pair of things that a part of another length no longer shares, as lines. */
function first_apart(a, b) {
  const at = a.findIndex((thing, index) => !b[index] || key(thing) !== key(b[index]));
  const from = at < 0 ? Math.min(a.length, b.length) : at;
  return [`  first apart: number ${from + 1}`, ...pair(a[from], b[from])];
}

/** Returns how one part of the two pictures differs, as lines. */
function part_difference(part, a, b, options) {
  if (a.length !== b.length) return [`${part}: Vega draws ${a.length}, Yokoten ${b.length}`, ...first_apart(a, b)];
  const wrong = a.map((thing, at) => [at, differing(thing, b[at], options)]).filter(([, words]) => words.length > 0);
  if (wrong.length === 0) return [];
  const shown = wrong.slice(0, most_shown).flatMap(([at, words]) => [`  number ${at + 1}: ${words.join(', ')}`, ...pair(a[at], b[at])]);
  return [`${part}: ${wrong.length} of ${a.length} differ`, ...shown];
}

/** Returns the things with those of each axis in the order of their places, whatever the order of drawing. */
function axes_in_order(things) {
  const place = ({ steps, x, y }) => (steps ? steps[0].numbers : [x, y]);
  return things.toSorted((a, b) => {
    const [[x, y], [other_x, other_y]] = [place(a), place(b)];
    return a.axis === undefined ? 0 : a.axis - b.axis || x - other_x || y - other_y;
  });
}

/** Returns a path for each line of a grid or of ticks, where one element draws several. */
function lines_apart(thing) {
  const starts = (thing.steps ?? []).flatMap(({ kind }, at) => (kind === 'M' ? [at] : []));
  if (!/^axis (grid|tick)$/.test(thing.part) || starts.length < 2) return [thing];
  return starts.map((from, at) => ({ ...thing, steps: thing.steps.slice(from, starts[at + 1]) }));
}

/** Returns the parts that overlap in the order of drawing, each run of one part once. */
function layers(things) {
  const parts = things.map(({ part }) => part).filter((part) => exact_parts.has(part));
  return parts.filter((part, at) => part !== parts[at - 1]);
}

/** Returns how the sizes of two pictures differ, as lines. */
function size_difference(a, b) {
  const far = ['width', 'height'].filter((side) => !close(a[side], b[side], near));
  const lines = far.map((side) => `${side}: Vega ${a[side]} px, Yokoten ${b[side]} px`);
  if (!same_list(a.origin, b.origin, near)) lines.push(`origin: Vega ${a.origin}, Yokoten ${b.origin}`);
  const [, , wide, high] = b.box.split(/[\s,]+/).map(Number);
  if (!close(wide, b.width, 1e-6) || !close(high, b.height, 1e-6)) lines.push(`viewBox ${b.box} doesn't fit ${b.width} x ${b.height} px`);
  return lines;
}

/**
 * Returns how the picture `other` differs from the one that Vega drew, as lines to read; nothing when they look the
 * same. With `labels`, descriptions of marks (aria-label) count as well; with `grown`, the order of ticks doesn't: where
 * Vega widens a picture after its first look at it, new ticks come after those that were there.
 */
export function differences(vegas, other, options = {}) {
  const [a, b] = [drawn(vegas), drawn(other)];
  const [in_a, in_b] = [a.things.flatMap(lines_apart), b.things.flatMap(lines_apart)];
  const parts = [...new Set([...in_a, ...in_b].map(({ part }) => part))];
  const of = (things, part) => {
    const own = things.filter((thing) => thing.part === part);
    return options.grown ? axes_in_order(own) : own;
  };
  const lines = parts.filter((part) => part !== 'background')
    .flatMap((part) => part_difference(part, of(in_a, part), of(in_b, part), options));
  const [ground_a, ground_b] = [in_a, in_b].map((things) => of(things, 'background').map(({ fill }) => paint_as_text(fill)).join(' '));
  if (ground_a !== ground_b) lines.push(`background: Vega ${ground_a || 'none'}, Yokoten ${ground_b || 'none'}`);
  lines.push(...size_difference(a, b));
  const [order_a, order_b] = [layers(in_a), layers(in_b)];
  if (lines.length === 0 && order_a.join() !== order_b.join()) lines.push('order of drawing', `    Vega    ${order_a.join(' > ')}`, `    Yokoten ${order_b.join(' > ')}`);
  return lines;
}
