// Names of areas in the search of English pages.
import assert from 'node:assert/strict';
import test from 'node:test';
import { english_areas, search } from './search.mjs';

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

test('every area is found first, and without doubt, by its name as English pages write it with its prefecture', () => {
  const lost = english_areas.flatMap(({ name, home, path }) => {
    const { list, sure } = find(home ? `${name}, ${home}` : name, 'en');
    return list[0]?.path === path && list[0].name === name && sure === list[0] ? [] : [`${name}, ${home}: ${list[0]?.name}`];
  });
  assert.deepEqual([english_areas.length, lost], [47 + 1741, []]);
});

for (const [typed, wanted] of [
  ['Yonago City, Tottori Prefecture', 'Yonago City'], ['Yonago City Tottori Prefecture', 'Yonago City'], ['Tottori Prefecture, Yonago City', 'Yonago City'],
  ['Noheji Town, Aomori', 'Noheji Town'], ['Tottori City', 'Tottori City'], ['Osaka-city', 'Osaka City'], ['Osaka Pref.', 'Osaka Prefecture'],
  ['Naka Ward, Yokohama City', 'Naka Ward, Yokohama City'], ['Minato Ward, Tokyo', 'Minato City'],
  ['Esashi Town (Hiyama)', 'Esashi Town (Hiyama)'], ['Esashi Town (Soya)', 'Esashi Town (Soya)'],
  ['Minami-Alps City', 'Minami-Alps City'], ['minami alps', 'Minami-Alps City'], ['Minamiarupusu', 'Minami-Alps City'],
]) {
  test(`${typed} is meant without doubt`, () => assert.equal(find(typed, 'en').sure?.name, wanted));
}

test('what is called otherwise than was typed stands behind, and nothing of it is meant without doubt', () => {
  const { list, sure } = find('Shimizu City', 'en');
  assert.deepEqual([sure, list.find(({ name }) => name === 'Shimizu Ward, Shizuoka City')?.path], [null, 'areas/22/221007/']);
});

test('towns that read alike say where they lie', () => {
  assert.deepEqual(find('Esashi', 'en').list.slice(0, 2).map(({ name }) => name), ['Esashi Town (Hiyama)', 'Esashi Town (Soya)']);
});

test('words are found in American and British spelling', () => {
  const find_english = search({ edition: 'en/' });
  for (const [typed, other] of [['center', 'centre'], ['license fee', 'licence fee']]) {
    const paths = (text) => find_english(text, 'en').list.map(({ path }) => path);
    assert.ok(paths(typed).length > 0, typed);
    assert.deepEqual(paths(typed), paths(other));
  }
});
