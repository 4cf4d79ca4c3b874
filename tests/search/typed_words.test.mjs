// Ways to type, and what has to come first.
import assert from 'node:assert/strict';
import test from 'node:test';
import { old_letters } from '../../browser/search/letters.js';
import { search } from './search.mjs';
import { table } from './ways.mjs';

const find = search();

test('the table has more than forty ways to type', () => assert.ok(table.length > 40));

for (const [typed, wanted, last] of table) {
  test(`${JSON.stringify(typed)} finds ${wanted}`, () => {
    const [first] = find(typed).list;
    assert.equal(first?.name, wanted);
    if (last) assert.ok(first.now, 'leads to the area of today');
  });
}

test('two cities of one name stand one after the other, each with its prefecture', () => {
  const { list, sure } = find('府中市');
  assert.deepEqual(list.slice(0, 2).map(({ name, note }) => [name, note]), [['府中市', 'ふちゅうし 東京都'], ['府中市', 'ふちゅうし 広島県']]);
  assert.equal(sure, null);
  assert.deepEqual(find('伊達市').list.slice(0, 2).map(({ path }) => path.slice(0, 8)), ['areas/01', 'areas/07']);
});

test('Enter opens nothing of which what was typed is only an inner part', () => {
  for (const typed of ['清水市', '大宮市', '古川市']) assert.equal(find(typed).sure, null, typed);
  assert.deepEqual(find('古川市').list.map(({ name }) => name), ['加古川市']);
});

test('the county tells which of several towns of one name is meant, without doubt', () => {
  for (const [typed, path] of [['揖斐郡池田町', 'areas/21/214043/'], ['日野郡日野町', 'areas/31/314021/'], ['下益城郡美里町', 'areas/43/433489/']]) {
    const { list, sure } = find(typed);
    assert.deepEqual([list[0]?.path, sure?.path], [path, path], typed);
  }
});

test('in a county there are no cities', () => assert.equal(find('日高郡日高').list[0].path, 'areas/30/303828/'));

test('a county in which no town of the name lies hides none of them', () => {
  assert.ok(find('揖斐郡日野町').list.some(({ path }) => path === 'areas/31/314021/'));
});

test('no old letter stands for two letters of today', () => {
  assert.deepEqual(old_letters.filter((letter, at) => old_letters.indexOf(letter) !== at), []);
});

test('a prefecture stands before its city, a designated city before others', () => {
  assert.deepEqual(find('広島').list.slice(0, 2).map(({ name }) => name), ['広島県', '広島市']);
  const levels = find('かわ').list.filter(({ tier }) => tier === find('かわ').list[0].tier).map(({ level }) => level);
  assert.deepEqual(levels, [...levels].sort((a, b) => a - b));
});

test('か is not found in the middle of が', () => {
  for (const [typed, other] of [['なかさき', '長崎県'], ['かまごおり', '蒲郡市'], ['はんだい', '磐梯町']]) {
    assert.ok(!find(typed).list.some(({ name }) => name === other), typed);
  }
});

test('a typed half of a letter with its mark finds nothing else than the whole letter', () => {
  const names = (typed) => find(typed).list.map(({ path }) => path);
  for (const typed of ['が', 'ば', 'ぷ', 'じ']) assert.deepEqual(names(typed.normalize('NFD')), names(typed));
});

test('what is no name finds nothing', () => assert.deepEqual(find('ゑゑゑゑ').list, []));

test('a blank finds nothing', () => assert.deepEqual(find(' 　').list, []));
