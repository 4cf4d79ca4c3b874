// What the reader makes of stored numbers, against JavaScript's own numbers and dates.
import assert from 'node:assert/strict';
import test from 'node:test';
import { cell_name, read_workbook, with_file, xlsx_of } from './reading.mjs';

/** Numbers that are the same on every run. */
function* random(seed) {
  for (let state = seed; ;) {
    state = (state * 1103515245 + 12345) % 2147483648;
    yield state / 2147483648;
  }
}

/** The texts of column A of an XLSX file with these values, in style `s`. */
function texts(values, style = 0) {
  const rows = values.map((value) => `<row><c s="${style}"><v>${value}</v></c></row>`).join('');
  return with_file('a.xlsx', xlsx_of(rows), (path) => {
    const cells = read_workbook(path).cells.get('a');
    return values.map((_, at) => cells.get(cell_name(at + 1, 1))?.text);
  });
}

test('any number is written as JavaScript writes it, whatever digits the file has', () => {
  const next = random(1);
  const numbers = [0.1 + 0.2, 5e-324, Number.MAX_VALUE, 1e21, 1e-7, 123456789.125, -0.000001];
  const draw = () => next.next().value;
  for (let at = 0; at < 5000; at += 1) {
    const digits = Math.floor(draw() * 17);
    numbers.push(Number(((draw() - 0.5) * 10 ** Math.floor(draw() * 40 - 20)).toPrecision(digits + 1)));
  }
  assert.deepEqual(texts(numbers.map((number) => number.toPrecision(17))), numbers.map(String));
  assert.deepEqual(texts(numbers.map(String)), numbers.map(String));
});

const day = 86_400_000;
const epoch = Date.UTC(1899, 11, 30);
const iso = (serial) => new Date(epoch + serial * day).toISOString();

test('any day from March 1900 to 9999 is the one of the calendar', () => {
  const days = [61, 2958465];
  for (let at = 62; at < 2958465; at += 397) days.push(at);
  assert.deepEqual(texts(days, 1), days.map((serial) => iso(serial).slice(0, 10)));
});

test('any second of a day is that of the clock', () => {
  const moments = [];
  for (let second = 0; second < 86400; second += 37) moments.push(45548 + second / 86400);
  const expected = moments.map((_, at) => `2024-09-13T${iso(at * 37 / 86400 + 1 / day / 4).slice(11, 19)}`);
  assert.deepEqual(texts(moments, 2), expected);
});
