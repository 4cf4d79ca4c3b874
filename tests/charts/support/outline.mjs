// Outlines of SVG shapes as plain steps in absolute coordinates: M L C Q A Z, whatever they were written as.

const operands = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 };
const piece = /\s*,?\s*(?:([A-Za-z])|([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?))/giy;
const corner = 0.448084975506; // where Vega sets the control points of rounded corners, from the corner

/** Yields [command, numbers] of path data; a command that goes on without its letter is repeated. */
function* commands(data) {
  let command = '';
  let numbers = [];
  const text = data.trim();
  for (piece.lastIndex = 0; piece.lastIndex < text.length;) {
    const at = piece.lastIndex;
    const found = piece.exec(text);
    if (!found) throw new Error(`path: not understood: ${text.slice(at, at + 40)}`);
    if (found[1] !== undefined) {
      if (numbers.length > 0) throw new Error(`path: too few numbers after ${command}: ${data.slice(0, 80)}`);
      command = found[1];
      if (!(command.toUpperCase() in operands)) throw new Error(`path: no command ${command}`);
    } else {
      numbers.push(Number(found[2]));
    }
    if (command === '') throw new Error(`path: no command first: ${data.slice(0, 80)}`);
    if (numbers.length < operands[command.toUpperCase()]) continue;
    yield [command, numbers];
    numbers = [];
    if (command === 'M') command = 'L';
    if (command === 'm') command = 'l';
  }
  if (numbers.length > 0) throw new Error(`path: numbers left over: ${data.slice(-80)}`);
}

/** Returns the numbers of a relative command as absolute ones, the pen being at (x, y). */
function absolute(letter, numbers, x, y) {
  if (letter === 'H') return [numbers[0] + x];
  if (letter === 'V') return [numbers[0] + y];
  if (letter === 'A') return [...numbers.slice(0, 5), numbers[5] + x, numbers[6] + y];
  return numbers.map((number, at) => number + (at % 2 === 0 ? x : y));
}

/** Returns the step that a command in absolute numbers makes from pen (x, y), its short forms written out. */
function step_of(letter, numbers, x, y, before) {
  const mirrored = (kind, fallback) => (before?.kind === kind
    ? [2 * x - before.numbers.at(-4), 2 * y - before.numbers.at(-3)] : fallback);
  switch (letter) {
    case 'H': return { kind: 'L', numbers: [numbers[0], y] };
    case 'V': return { kind: 'L', numbers: [x, numbers[0]] };
    case 'S': return { kind: 'C', numbers: [...mirrored('C', [x, y]), ...numbers] };
    case 'T': return { kind: 'Q', numbers: [...mirrored('Q', [x, y]), ...numbers] };
    default: return { kind: letter, numbers };
  }
}

/** Returns the steps { kind, numbers } of path data. */
export function steps_of_path(data) {
  const steps = [];
  let [x, y, start_x, start_y] = [0, 0, 0, 0];
  for (const [command, numbers] of commands(data)) {
    const letter = command.toUpperCase();
    const step = step_of(letter, command === letter ? numbers : absolute(letter, numbers, x, y), x, y, steps.at(-1));
    steps.push(step);
    [x, y] = letter === 'Z' ? [start_x, start_y] : step.numbers.slice(-2);
    if (letter === 'M') [start_x, start_y] = [x, y];
  }
  return steps;
}

const to = (kind, ...numbers) => ({ kind, numbers });

/** Returns the outline of a rectangle as Vega writes it, with rounded corners of radius `r`. */
function steps_of_rect(x, y, width, height, r) {
  const [right, bottom, c] = [x + width, y + height, corner * r];
  if (r <= 0) return [to('M', x, y), to('L', right, y), to('L', right, bottom), to('L', x, bottom), to('Z')];
  return [
    to('M', x + r, y), to('L', right - r, y), to('C', right - c, y, right, y + c, right, y + r),
    to('L', right, bottom - r), to('C', right, bottom - c, right - c, bottom, right - r, bottom),
    to('L', x + r, bottom), to('C', x + c, bottom, x, bottom - c, x, bottom - r),
    to('L', x, y + r), to('C', x, y + c, x + c, y, x + r, y), to('Z')];
}

/** Returns the outline of a circle as Vega writes it: two half turns. */
function steps_of_circle(x, y, r) {
  const half = (end) => to('A', r, r, 0, 1, 1, end, y);
  return [to('M', x + r, y), half(x - r), half(x + r)];
}

/** Returns the steps of a drawn element in its own coordinates; nothing for one that isn't a shape. */
export function steps_of_element({ name, attributes }) {
  const number = (key) => Number.parseFloat(attributes[key] ?? 0);
  switch (name) {
    case 'path': return steps_of_path(attributes.d ?? '');
    case 'line': return [to('M', number('x1'), number('y1')), to('L', number('x2'), number('y2'))];
    case 'circle': return steps_of_circle(number('cx'), number('cy'), number('r'));
    case 'rect': return steps_of_rect(number('x'), number('y'), number('width'), number('height'), number('rx'));
    case 'polyline': return steps_of_path(`M${attributes.points}`);
    case 'polygon': return steps_of_path(`M${attributes.points}Z`);
    default: return undefined;
  }
}

/** Returns the steps with every point carried through the matrix [a b c d e f]; radii are scaled by its size. */
export function carried(steps, [a, b, c, d, e, f]) {
  const scale = Math.sqrt(Math.abs(a * d - b * c));
  return steps.map(({ kind, numbers }) => {
    const head = kind === 'A' ? [numbers[0] * scale, numbers[1] * scale, ...numbers.slice(2, 5)] : [];
    const points = numbers.slice(head.length);
    return { kind, numbers: [...head, ...points.map((number, at) => (at % 2 === 0
      ? a * number + c * points[at + 1] + e : b * points[at - 1] + d * number + f))] };
  });
}

/** Returns steps as text, coordinates to 3 decimals. */
export function steps_as_text(steps) {
  return steps.map(({ kind, numbers }) => kind + numbers.map((number) => +number.toFixed(3)).join(',')).join(' ');
}
