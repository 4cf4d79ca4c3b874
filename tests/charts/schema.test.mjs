// The schema of the subset and the reader say the same: what the program draws is valid by the schema and by
// Vega-Lite's own, and a specification of the corpus with one property spoilt is refused where it is spoilt.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import test from 'node:test';
import Ajv from 'ajv';
import { home, yokoten } from '../support/yokoten.mjs';
import { corpus } from './support/specs.mjs';

const most_shown = 5;
const most_runs = Number(process.env.YOKOTEN_RUNS ?? 600); // of the program; what only the schemas judge costs nothing

const require = createRequire(import.meta.url);
const read_json = (file) => JSON.parse(readFileSync(file, 'utf8'));
const validator = (schema) => new Ajv({ strict: false, logger: false }).compile(schema);
const in_subset = validator(read_json(join(home, 'generator/chart/subset.schema.json')));
const in_vega_lite = validator(read_json(require.resolve('vega-lite/vega-lite-schema.json')));

const judge = process.env.JUDGE_CHARTS ?? join(home, 'build/judge_charts');

/** Returns a specification without backgrounds of null, which Vega takes for none and its schema doesn't know. */
function as_vega_lite_has_it(spec) {
  const copy = structuredClone(spec);
  for (const place of [copy, copy.config]) if (place?.background === null) delete place.background;
  return copy;
}

/** Returns what the renderer says of each of many specifications: { drawn, pointer } with the pointer of what it refuses. */
function judged(list) {
  const run = spawnSync(judge, { input: list.map((spec) => `${JSON.stringify(spec)}\n`).join(''), encoding: 'utf8', maxBuffer: 1 << 28 });
  const lines = (run.stdout ?? '').split('\n').slice(0, -1);
  assert.equal(run.status, 0, `${run.error ?? run.signal ?? run.stderr} at ${JSON.stringify(list[lines.length])}`);
  assert.equal(lines.length, list.length);
  return lines.map((line) => {
    assert.match(line, /^drawn$|^refused(?: \/.*)?\s*$/);
    return { drawn: line === 'drawn', pointer: line.slice('refused '.length) };
  });
}

/** Returns those of the specifications, as `spec` of each item, that are drawn. */
function drawn_of(items) {
  const verdicts = judged(items.map(({ spec }) => spec));
  return items.filter((_, at) => verdicts[at].drawn);
}

/** Says whether what stands at a path is free: rows, names of data, and what Vega-Lite passes by. */
const is_free = (path) => /^(usermeta|datasets|.*data\/values)(\/|$)/.test(path.join('/'));

/** Yields the path of every property of a value, outermost first; of arrays the first two items. */
function* paths(value, path = []) {
  if (is_free(path) || typeof value !== 'object' || value === null) return;
  for (const key of Array.isArray(value) ? [0, 1].filter((at) => at < value.length) : Object.keys(value)) {
    if (!Array.isArray(value)) yield [...path, key];
    yield* paths(value[key], [...path, key]);
  }
}

const at_path = (value, path) => path.reduce((inner, key) => inner[key], value);
const pointer_of = (path) => path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** Returns a copy in which `change(parent, key)` has spoilt one property. */
function spoilt(spec, path, change) {
  const copy = structuredClone(spec);
  change(at_path(copy, path.slice(0, -1)), path.at(-1));
  return copy;
}

const specs = corpus();
const mark_of = ({ mark }) => mark?.type ?? mark ?? '';

/** Returns one place for each property in each context of the corpus: { name, spec, path }. */
function places() {
  const found = new Map();
  for (const { name, spec } of specs) {
    for (const path of paths(spec)) {
      if (is_free(path)) continue;
      const context = `${mark_of(spec)} ${path.filter((key) => typeof key === 'string').join('/')}`;
      if (!found.has(context)) found.set(context, { name, spec, path });
    }
  }
  return [...found.values()];
}

/** Returns every nth of a list, so that at most `most` are left. */
const thinned = (list, most) => list.filter((_, at) => at % Math.ceil(list.length / most) === 0);

/** Fails with the first few of what went wrong. */
function none(wrong) {
  assert.equal(wrong.length, 0, `${wrong.length}:\n${wrong.slice(0, most_shown).join('\n')}`);
}

test('the program draws what the renderer draws', () => {
  const verdicts = judged(specs.map(({ spec }) => spec));
  none(specs.filter(({ file }, at) => (yokoten(['chart', file]).exit === 0) !== verdicts[at].drawn).map(({ name }) => name));
});

test('what the program draws is valid by the schema of the subset and by that of Vega-Lite', () => {
  none(drawn_of(specs).filter(({ spec }) => !(in_subset(spec) && in_vega_lite(as_vega_lite_has_it(spec))))
    .map(({ name }) => name));
});

test('a property that nobody knows is refused where it stands, by the schema and by the program', () => {
  const renamed = thinned(places(), most_runs).map(({ name, spec, path }) => {
    const key = `${path.at(-1)}Zzz`;
    const changed = spoilt(spec, path, (parent, old) => {
      parent[key] = parent[old];
      delete parent[old];
    });
    // Where a property was needed, or the place names a way of saying it, the object around is at fault.
    return { words: `${name} ${pointer_of([...path.slice(0, -1), key])}`, spec: changed, around: pointer_of(path.slice(0, -1)) };
  });
  const verdicts = judged(renamed.map(({ spec }) => spec));
  none(renamed.flatMap(({ words, spec, around }, at) => [
    ...(in_subset(spec) ? [`${words}: the schema takes it`] : []),
    ...(verdicts[at].drawn || !verdicts[at].pointer.startsWith(around) ? [`${words}: the program says ${JSON.stringify(verdicts[at])}`] : []),
  ]));
});

/** Returns what could stand where `value` does by mistake: a word with a letter too many, and other types. */
function mistakes(value) {
  const words = typeof value === 'string' ? [`${value}zzz`] : [];
  return [...words, 'zzz', -7.5, 1e12, true, null, {}, { zzz: 1 }, [[]]].filter((other) => JSON.stringify(other) !== JSON.stringify(value));
}

/** Returns specifications with a mistake, as { words, spec, valid }, valid by the schema or not. */
function with_mistakes() {
  return places().flatMap(({ name, spec, path }) => mistakes(at_path(spec, path)).map((other) => {
    const changed = spoilt(spec, path, (parent, key) => { parent[key] = other; });
    return { words: `${name} ${pointer_of(path)} = ${JSON.stringify(other)}`, spec: changed, valid: in_subset(changed) };
  }));
}

test('a value that the schema refuses is refused by the program', () => {
  const invalid = with_mistakes().filter(({ valid }) => !valid);
  assert.ok(invalid.length > 1000, `${invalid.length} mistakes`);
  none(drawn_of(thinned(invalid, most_runs)).map(({ words }) => words));
});

test('a changed value that the schema takes is valid Vega-Lite where the program draws it', () => {
  const valid = with_mistakes().filter(({ spec, valid }) => valid && !in_vega_lite(as_vega_lite_has_it(spec)));
  none(drawn_of(thinned(valid, most_runs)).map(({ words }) => words));
});
