// The corpus is worth comparing: many specifications, named in words, each of them valid Vega-Lite.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import test from 'node:test';
import Ajv from 'ajv';
import { corpus } from './support/specs.mjs';

const least_specs = 150;
const require = createRequire(import.meta.url);
const specs = corpus();
const schema = JSON.parse(readFileSync(require.resolve('vega-lite/vega-lite-schema.json'), 'utf8'));
const is_valid = new Ajv({ strict: false, logger: false }).compile(schema);

/** Returns a specification without `"background": null`, which Vega takes for none and its schema doesn't know. */
function as_the_schema_has_it(spec) {
  return spec.config?.background === null ? { ...spec, config: { ...spec.config, background: undefined } } : spec;
}

test(`the corpus holds at least ${least_specs} specifications`, () => assert.ok(specs.length >= least_specs, `${specs.length}`));

test('names of specifications are plain words', () => {
  assert.deepEqual(specs.map(({ name }) => name).filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)+$/.test(name)), []);
});

for (const { words, spec } of specs) {
  test(`${words} is valid Vega-Lite`, () => assert.ok(is_valid(as_the_schema_has_it(spec)), JSON.stringify(is_valid.errors?.slice(-3))));
}
