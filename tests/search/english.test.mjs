// Names of areas in the search of English pages.
import assert from 'node:assert/strict';
import test from 'node:test';
import { search } from './search.mjs';

const find = search();
const first = (typed) => find(typed, 'en').list[0];

test('areas are found by romaji and by their English names, and shown in English', () => {
  for (const typed of ['yonago', 'Yonago City', 'yonago-shi', '米子', 'よなご', '312029'])
    assert.deepEqual([first(typed).name, first(typed).japanese, first(typed).path], ['Yonago City', '米子市', 'areas/31/312029/'], typed);
  assert.equal(first('tottori prefecture').name, 'Tottori Prefecture');
  assert.equal(first("Shin'onsen").name, "Shin'onsen Town");
  assert.equal(first('minato tokyo').name, 'Minato City');
});

test('wards and former names lead to what they belong to', () => {
  const ward = find('Naka ward', 'en').list.find(({ now }) => now === 'Yokohama City');
  assert.equal(ward.name, 'Naka Ward, Yokohama City');
  const former = find('iwafune', 'en').list.find(({ was }) => was);
  assert.deepEqual([former.name, former.now], ['Iwafune Town', 'Tochigi City']);
});
