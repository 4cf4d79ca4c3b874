// Ways to type, and what has to come first.
import assert from 'node:assert/strict';
import test from 'node:test';
import { search } from './search.mjs';

const find = search();

const table = [
  // kanji, kana, half letters
  ['米子市', '米子市'], ['米子', '米子市'], ['よなご', '米子市'], ['ヨナゴ', '米子市'], ['よなg', '米子市'], ['　米子　市　', '米子市'],
  ['ﾖﾅｺﾞ', '米子市'], ['よなこ\u3099', '米子市'], ['よなこ゛', '米子市'], ['かﾞまごおり', '蒲郡市'], ['ハ\u3099ンタ\u3099イ', '磐梯町'],
  ['ニセコ', 'ニセコ町'], ['にせこ', 'ニセコ町'], ['つがる市', 'つがる市'],
  // Hepburn and Kunrei, with and without endings
  ['Yonago', '米子市'], ['yonago-shi', '米子市'], ['Yonago City', '米子市'], ['ＹＯＮＡＧＯ', '米子市'], ['Tottori', '鳥取県'], ['tottori-ken', '鳥取県'],
  ['Setouchi', '瀬戸内市'], ['setouti', '瀬戸内市'], ['Setouchi Town', '瀬戸内市'], ['setouchi-cho', '瀬戸内町'], ['hujisawa', '藤沢市'], ['huzisawa', '藤沢市'], ['fujisawa', '藤沢市'],
  ["Shin'onsen", '新温泉町'], ['shinonsen', '新温泉町'], ['sinnonsen', '新温泉町'], ['Ōita', '大分県'], ['Oita', '大分県'], ['ooita', '大分県'], ['Ohita', '大分県'],
  ['Hyôgo', '兵庫県'], ['hyougo', '兵庫県'], ['kyoto', '京都府'], ['tyôhu', '調布市'], ['chofu', '調布市'], ['Gumma', '群馬県'], ['gunma', '群馬県'], ['Kamisu', '神栖市'],
  ['Katsuura', '勝浦市'], ['Toyooka', '豊岡市'], ['Nan’yō', '南陽市'], ['Yonago, Tottori', '米子市'], ['Fuchu Hiroshima', '府中市'],
  // slips in romaji
  ['yonogo', '米子市'], ['totori', '鳥取県'], ['fujisowa', '藤沢市'],
  // codes
  ['312029', '米子市'], ['31202', '米子市'], ['３１２０２９', '米子市'], ['31', '鳥取県'], ['310000', '鳥取県'],
  // other endings and spellings
  ['もりちょう', '森町'], ['森町', '森町'], ['檮原町', '梼原町'], ['袖ヶ浦市', '袖ケ浦市'], ['袖が浦市', '袖ケ浦市'], ['龍ヶ崎', '龍ケ崎市'], ['竜ケ崎市', '龍ケ崎市'],
  // former names, former codes, wards
  ['岩舟町', '岩舟町', true], ['いわふね', '岩舟町', true], ['iwafune', '岩舟町', true], ['093670', '岩舟町', true], ['篠山市', '篠山市', true], ['浜松市北区', '浜松市北区', true],
  ['横浜市青葉区', '横浜市青葉区', true], ['よこはましあおばく', '横浜市青葉区', true],
  // behind a prefecture or county
  ['広島県府中市', '府中市'], ['東京都府中市', '府中市'], ['鳥取 米子', '米子市'], ['鳥取県日野郡日野町', '日野町'], ['とっとりけんよなごし', '米子市'], ['静岡県森町', '森町'],
  // indicators, cases, centres
  ['利用申請率', 'ケアプランデータ連携システム利用申請率'], ['ケアプランデータ', 'ケアプランデータ連携システム利用申請率'], ['けあぷらんでーた連携', 'ケアプランデータ連携システム利用申請率'],
  ['年間の離職率', '年間の離職率'], ['ICT 介護ロボット', 'ICT・介護ロボット等の導入事業者割合'], ['腰痛', '抱え上げない介護で腰痛を減らす'], ['ライセンス料', 'ライセンス料を市区が負担する'],
  ['伴走支援', '支援員が事業所を訪ね、そばで支える'], ['あおもり介護', 'あおもり介護生産性向上総合センター'], ['千葉 相談センター', '千葉県介護業務効率アップセンター'], ['介護DX', '福岡県介護DX支援センター'],
];

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
