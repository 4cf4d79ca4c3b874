// What `yokoten explain` says of an area that was asked for.
import assert from 'node:assert/strict';
import test from 'node:test';
import { yokoten } from '../support/yokoten.mjs';

const asked = (area) => yokoten(['explain', 'data/national', 'careplan-link-rate', area, '--lang', 'ja']);

test('a ward that many cities have is told to be one', () => {
  const { stderr } = asked('南区');
  assert.match(stderr, /南区 は市の区で、値は市ごとです: 北海道札幌市, .* …/);
  assert.doesNotMatch(stderr, /なりました/);
});

test('a ward behind its city leads to the city', () => {
  for (const word of ['大阪市北区', '大阪府大阪市北区', '271276']) assert.match(asked(word).stderr, /大阪府大阪市/, word);
});

test('parts of names lead to no area of the past', () => {
  for (const word of ['山市', '村', '川町']) assert.doesNotMatch(asked(word).stderr, /なりました/, word);
});

test('whole names and codes of the past do, to all that they became', () => {
  for (const word of ['福岡県那珂川町', '福岡県筑紫郡那珂川町', '403059', '40305']) assert.match(asked(word).stderr, /2018-10-01に福岡県那珂川市になりました/, word);
  for (const word of ['浜松市北区', '静岡県浜松市北区', '221350']) assert.match(asked(word).stderr, /静岡県浜松市中央区、静岡県浜松市浜名区になりました/, word);
});

test('a county in front is understood', () => {
  for (const word of ['広島県安芸郡府中町', '安芸郡府中町']) assert.equal(asked(word).exit, 0, word);
});
