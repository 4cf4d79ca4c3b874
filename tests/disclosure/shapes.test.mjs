// Indicators of many shapes over one table of two breakdowns: no small count is a sum or difference of what they show.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { build, observations } from './publication.mjs';
import { towns } from './sample.mjs';

const publications = Number(process.env.YOKOTEN_EVIDENCE_SHAPES ?? 12);
const threshold = 10;
const folder = mkdtempSync(join(tmpdir(), 'yokoten-shapes-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const tottori = towns.filter(({ prefecture }) => prefecture === '31');
const ages = ['65', '75', '85'], sexes = ['男', '女'];
const atoms = tottori.flatMap((_, town) => ages.flatMap((age) => sexes.map((sex) => ({ town, age, sex }))));
const levels = 'levels = ["prefecture", "municipality"]';
const where = (age, sex) => `, where = { ${[age && `age = ${JSON.stringify(age)}`, sex && `sex = ${JSON.stringify(sex)}`].filter(Boolean).join(', ')} }`;
const term = ({ age, sex }) => `{ sum = "users"${age || sex ? where(age, sex) : ''} }`;
const count = (selection, more = []) => ({ lines: ['unit = "人"', levels, ...more, `count = ${term(selection)}`], above: selection });
const ratio = (above, below) => ({ lines: ['unit = "%"', 'decimals = 1', levels, `ratio = { numerator = ${term(above)}, denominator = ${term(below)} }`], above, below });
const kinds = {
  all: count({}), 'by-age': count({}, ['by = "age"']), 'by-sex': count({}, ['by = "sex"']),
  old: count({ age: ['75', '85'] }), older: count({ age: ['85'] }), young: count({ age: ['65', '75'] }), women: count({ sex: ['女'] }),
  'old-women': count({ age: ['75', '85'], sex: ['女'] }), 'old-by-sex': count({ age: ['75', '85'] }, ['by = "sex"']),
  'women-share': ratio({ sex: ['女'] }, {}), 'old-share': ratio({ age: ['75', '85'] }, {}), 'old-women-share': ratio({ age: ['85'], sex: ['女'] }, { sex: ['女'] }),
};

function random_from(seed) {
  let state = seed * 7919;
  return () => { state = (Math.imul(state, 1664525) + 1013904223) >>> 0; return state / 2 ** 32; };
}

/** The atoms that a row's side adds up, as a row of a matrix. */
function sum_of(area, breakdown, selection, parted) {
  const part = Object.fromEntries(parted && breakdown ? breakdown.split(';').map((each) => each.split('=')) : []);
  const takes = (atom, key) => (!selection[key] || selection[key].includes(atom[key])) && (!part[key] || part[key] === atom[key]);
  return atoms.map((atom) => (['310000', tottori[atom.town].code].includes(area) && takes(atom, 'age') && takes(atom, 'sex') ? 1n : 0n));
}

const prime = 2147483647n;
const mod = (number) => ((number % prime) + prime) % prime;
function inverse(number) {
  let result = 1n;
  for (let power = prime - 2n, base = number; power > 0n; power >>= 1n, base = mod(base * base)) if (power & 1n) result = mod(result * base);
  return result;
}

/** A basis of what sums of the rows can be, each with the column of its first 1. */
function basis_of(rows) {
  const basis = [];
  for (const row of rows) {
    const rest = reduced(row, basis);
    const pivot = rest.findIndex((each) => each !== 0n);
    if (pivot < 0) continue;
    const scale = inverse(rest[pivot]);
    basis.push({ pivot, row: rest.map((each) => mod(each * scale)) });
  }
  return basis;
}
function reduced(row, basis) {
  let rest = row;
  for (const { pivot, row: other } of basis) {
    const times = rest[pivot];
    if (times !== 0n) rest = rest.map((each, at) => mod(each - times * other[at]));
  }
  return rest;
}

for (let seed = 1; seed <= publications; seed += 1) {
  test(`small counts of shapes ${seed} are neither sums nor differences of what is shown`, () => {
    const random = random_from(seed);
    const figures = atoms.map(() => { const kind = random(); return Math.floor(kind < 0.1 ? 0 : kind < 0.4 ? 1 + random() * 12 : 10 + random() * 80); });
    const picked = Object.entries(kinds).filter(() => random() < 0.45);
    if (picked.length < 2) picked.push(['all', kinds.all], ['old', kinds.old]);
    // A second table has the prefecture's whole: none, one under the rule, one that goes out as it is.
    const beside = seed % 3;
    const disclosure = ['[source.disclosure]', `cells = ${threshold}`];
    const whole = { id: 'whole', lines: ['都道府県,人', `鳥取県,${figures.reduce((sum, each) => sum + each, 0)}`],
      toml: ['area = "都道府県"', 'period = 2024-09-30', '[source.columns]', 'users = "人"', ...(beside === 1 ? disclosure : [])] };
    const { tree } = build(join(folder, `s${seed}`), {
      tables: [...(beside > 0 ? [whole] : []), { id: 'users', lines: ['市町村,年齢,性,人', ...atoms.map(({ town, age, sex }, at) => `${tottori[town].name},${age},${sex},${figures[at]}`)],
        toml: ['area = "市町村"', 'level = "municipality"', 'period = 2024-09-30', '[source.columns]', 'users = "人"', '[source.breakdown]',
          'age = "年齢"', 'sex = "性"', ...disclosure] }],
      indicators: Object.fromEntries(picked.map(([id, { lines }]) => [id, lines])) });
    const shown = [], asked = [];
    for (const row of observations(tree)) {
      const kind = kinds[row.indicator];
      if (!row.area_code.startsWith('31')) continue;
      const sides = [[sum_of(row.area_code, row.breakdown, kind.above, true), row.numerator]];
      if (kind.below) sides.push([sum_of(row.area_code, row.breakdown, kind.below, true), row.denominator]);
      for (const [sum, said] of sides) (said === '' ? asked : shown).push({ sum, name: `${row.indicator} ${row.area_code} ${row.breakdown}`, said });
    }
    if (tree.has('data/raw/whole.csv')) shown.push({ sum: atoms.map(() => 1n), name: 'whole', said: String(figures.reduce((sum, each) => sum + each, 0)) });
    assert.equal(tree.has('data/raw/whole.csv'), beside === 2 || (beside === 1 && asked.length === 0));
    const figure = (sum) => sum.reduce((total, each, at) => total + Number(each) * figures[at], 0);
    for (const { sum, said, name } of shown) assert.equal(Number(said), figure(sum), name);
    const basis = basis_of(shown.map(({ sum }) => sum));
    const single = atoms.map((atom, at) => ({ sum: atoms.map((_, other) => (other === at ? 1n : 0n)), name: Object.values(atom).join(' ') }));
    const small = [...asked, ...single].filter(({ sum }) => figure(sum) > 0 && figure(sum) < threshold);
    assert.ok(small.length > 0);
    assert.deepEqual(small.filter(({ sum }) => reduced(sum, basis).every((each) => each === 0n)).map(({ name }) => name), [],
      picked.map(([id]) => id).join());
    assert.ok(shown.length > asked.length / 4, `${asked.length} hidden, ${shown.length} shown`);
  });
}
