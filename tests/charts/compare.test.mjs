// The comparer itself: it finds two drawings of Vega the same, and each kind of change by its own name.
import assert from 'node:assert/strict';
import test from 'node:test';
import { differences } from './support/compare.mjs';
import { draw } from './support/vega.mjs';
import { read_xml } from './support/xml.mjs';

const spec = {
  data: { values: [{ k: '甲', v: 12.5, g: 'A' }, { k: '乙', v: 30, g: 'B' }, { k: '丙', v: 21, g: 'A' }] },
  width: 210, height: 90, title: '見本', config: { view: { stroke: null } },
  mark: { type: 'bar', stroke: '#222', strokeDash: [4, 2], opacity: 0.8 },
  encoding: {
    x: { field: 'k', type: 'nominal', sort: null, axis: { labelAngle: 0 } }, y: { field: 'v', type: 'quantitative', axis: { tickCount: 3 } },
    color: { field: 'g', type: 'nominal' }, href: { value: 'https://example.jp/' },
  },
};
const { x, y } = spec.encoding;
const curve = { ...spec, mark: { type: 'line', interpolate: 'monotone', clip: true }, encoding: { x, y } };
const shades = { ...spec, encoding: { x, y, color: { field: 'v', type: 'quantitative' } } };
const drawings = await Promise.all([spec, spec, curve, shades].map((one) => draw(one)));
const [bars, again, line, shaded] = drawings.map(({ svg }) => svg);

/** Returns the differences after replacing `from`, which must stand in the picture, by `to`. */
function after_change(from, to, picture = bars) {
  const changed = picture.replace(from, to);
  assert.notEqual(changed, picture, `${from} does not stand in the picture`);
  return differences(picture, changed).join('\n');
}

test('two drawings of one specification look the same', () => assert.deepEqual(differences(bars, again), []));

const changes = [
  ['a bar moved by 0.02 px', /d="M3\.5,/, 'd="M3.52,', /^marks: 1 of 3 differ\n {2}number 1: outline \(by 0\.02 px\)\n/],
  ['a tick moved by 0.02 px', /(role-axis-tick"[^>]*><line transform="translate\(\d+)/, '$1.02', /^axis tick: 1 of 7 differ\n.*outline \(by 0\.02 px\)/],
  ['a label moved by 1.1 px', /(translate\()-7,(?=[^<]*>10<)/, '$1-8.1,', /^axis label: 1 of .* differ\n.*place \(by 1\.1 px\)/],
  ['another label', '>乙<', '>己<', /^axis label: .*\n.*: text\n.*「乙」.*\n.*「己」/],
  ['a label dropped', /<text [^>]*>乙<\/text>/, '', /^axis label: Vega draws 7, Yokoten 6\n.*number 2\n.*「乙」.*\n.*「丙」/],
  ['a label hidden', / opacity="1">乙</, ' opacity="0">乙<', /^axis label: Vega draws 7, Yokoten 6/],
  ['a bar dropped', /<a [^>]*><path [^>]*aria-roledescription="bar"[^>]*\/><\/a>/, '', /^marks: Vega draws 3, Yokoten 2/],
  ['another colour', /fill="#4c78a8"/, 'fill="#4c78a9"', /^marks: .*\n.*number 1: fill\n.*#4c78a8.*\n.*#4c78a9/],
  ['another opacity', / opacity="0\.8"/, ' opacity="0.7"', /^marks: .*\n.*number 1: fill, stroke\n/],
  ['another dash', 'stroke-dasharray="4,2"', 'stroke-dasharray="4,3"', /^marks: .*\n.*number 1: kind of stroke\n/],
  ['another link', 'xlink:href="https://example.jp/"', 'xlink:href="https://example.jp/b"', /^marks: .*\n.*number 1: link\n/],
  ['a smaller title', 'font-size="13px"', 'font-size="12px"', /^title text: .*\n.*number 1: font size\n/],
  ['a lighter title', 'font-weight="bold"', 'font-weight="600"', /number 1: font weight\n/],
  ['a legend entry of another shape', /(role-legend-symbol.*? d="M)-5,/, '$1-6.5,', /^legend symbol: .*\n.*outline \(by 1\.5 px\)/],
  ['another background', 'fill="white"', 'fill="#fffffe"', /^background: Vega #ffffff, Yokoten #fffffe$/],
  ['another height', / height="\d+"/, ' height="300"', /^height: Vega \d+ px, Yokoten 300 px/],
  ['another origin', /(<g fill="none"[^>]*translate\()\d+/, '$190', /^origin: Vega /],
];

for (const [what, from, to, said] of changes) {
  test(`the comparison notices ${what}`, () => assert.match(after_change(from, to), said));
}

test('the comparison notices another colour of a gradient', () => {
  assert.match(after_change(/stop-color="[^"]*"/, 'stop-color="#123456"', shaded), /^legend gradient: 1 of 1 differ\n.*: fill\n/);
});

test('the comparison notices another step of a curve', () => {
  assert.match(after_change(/(aria-roledescription="line mark" d="M[^C]*C\d+)\./, '$19.', line), /^marks: .*\n.*outline/);
});

test('the comparison notices another clip', () => {
  assert.match(after_change(/(<clipPath[^>]*><rect[^>]*width=")\d+/, '$1200', line), /^marks: .*\n.*: clip\n/);
});

test('the comparison notices marks drawn under the axes', () => {
  const marks = /<g class="mark-rect role-mark.*?<\/g>/.exec(bars)[0];
  const under = bars.replace(marks, '').replace('<g class="mark-group role-axis"', `${marks}<g class="mark-group role-axis"`);
  assert.match(differences(bars, under).join('\n'), /^order of drawing\n/);
});

test('descriptions count when they are asked for', () => {
  const changed = bars.replace('aria-label="k: 甲', 'aria-label="k: 申');
  assert.deepEqual(differences(bars, changed), []);
  assert.match(differences(bars, changed, { labels: true }).join('\n'), /number 1: description\n/);
});

test('shorter ways to write the same things look the same', () => {
  const circle = (inner) => `<svg width="9" height="9" viewBox="0 0 9 9"><g fill="none" transform="translate(1,1)"><g class="root"><g transform="translate(0,0)">${inner}</g></g></g></svg>`;
  const long = circle('<g class="mark-rect role-mark"><path transform="translate(1,2)" d="M0,0h3v4h-3Z" fill="#ff0000" stroke="#000" opacity="0.5"/>'
    + '<path d="M4,2A2,2,0,1,1,0,2A2,2,0,1,1,4,2" fill="#ff0000"/><line transform="translate(0,4)" x2="3" y2="0" stroke="rgb(0, 0, 0)" stroke-width="2"/></g>');
  const short = circle('<g class="mark-rect role-mark" fill="red"><rect x="1" y="2" width="3" height="4" fill-opacity=".5" stroke="black" stroke-opacity="50%"/>'
    + '<circle cx="2" cy="2" r="2"/><path d="M3 4H0" stroke="#000" stroke-width="2px" fill="none"/></g>').replace('50%', '.5');
  assert.deepEqual(differences(long, short), []);
});

for (const [what, xml] of [
  ['an element left open', '<svg><g></svg>'], ['an attribute without quotes', '<svg width=3/>'], ['an unknown entity', '<svg>&nbsp;</svg>'],
  ['two roots', '<svg/><svg/>'], ['an attribute twice', '<svg a="1" a="2"/>'], ['a bare &', '<svg>a & b</svg>'],
]) test(`a picture with ${what} is refused`, () => assert.throws(() => read_xml(xml), /^Error: XML: /));
