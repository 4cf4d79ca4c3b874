// What `yokoten serve` makes of other numbers in tables: pages have them at once, and what the checks say of them is told afterwards.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import test from 'node:test';
import { change_unseen, with_draft } from '../support/drafts.mjs';

/** Holds back the checks while `use` goes on: they begin once nothing changes, and what changes meanwhile is not in them. */
async function before_checks({ draft }, use) {
  const again = spawn('sh', ['-c', 'while touch "$0"; do sleep 0.02; done', join(draft, 'pages/index.md')]);
  try {
    return await use();
  } finally {
    again.kill();
  }
}

/** The state in which the checks have said what they have to say. */
const checked_or_wrong = (draft) => draft.until(({ unchecked, shown, version }) => !unchecked || shown !== version);
const checked = (draft) => draft.until(({ unchecked }) => !unchecked);
// There are thousands of them; those of the towns whose numbers change, and of their neighbours, stand for all.
const is_of_other_towns = (path) => /^(en\/)?areas\/\d\d\/\d{6}\//.test(path) && !/areas\/(01\/0143|31)/.test(path);

// Where a number is moved from one row to another, the printed totals stay right.
const moved = [['948,234,24.7', '948,231,24.4'], ['1346,34,2.5', '1346,37,2.7']];
const with_numbers = (text, numbers) => numbers.reduce((all, [before, after]) => {
  assert.ok(all.includes(before), before);
  return all.replace(before, after);
}, text);
const back = (numbers) => numbers.map(([before, after]) => [after, before]).reverse();
const put_numbers = (draft, file, numbers) => draft.put(file, with_numbers(draft.text(file), numbers));

test('another number shows at once, and nothing else is read for it until it is checked', () => with_draft('english', async (draft) => {
  change_unseen(draft, 'publication.toml', (toml) => toml.replace('as_of = 2024-12-31', 'as_of = 2024-12-30'));
  await before_checks(draft, async () => {
    await put_numbers(draft, 'raw/link.csv', moved);
    const told = await draft.until(({ unchecked }) => unchecked);
    assert.equal(told.shown, told.version);
    for (const page of ['', 'en/']) assert.match(await draft.page(page), /231 \/ 948/);
    assert.match(await draft.page('data/catalog.jsonld'), /2024-12-31/);
  });
  await checked(draft);
  assert.match(await draft.page('data/catalog.jsonld'), /2024-12-30/, 'the other file was never changed');
  assert.match(await draft.page(''), /231 \/ 948/);
}));

// Pages that print what checks have found are not asked for: that a file is another one than its checksum says is told later.
for (const [publication, not_asked, changes] of [
  ['english', /^(en\/)?data\/index\.html$/, { 'raw/link.csv': moved }],
  // Every block, and figures that an earlier release has told otherwise.
  ['data/handbook', /^blocks\/(checks|status)\/index\.html$/, {
    'raw/applications.csv': [['北海道,2024-09-30,1742,125', '北海道,2024-09-30,1742,1250'], ['沖縄県,2025-09-30,', '沖縄県,2025-09-30,1']],
    'raw/towns.csv': [['鳥取市,212,125', '鳥取市,202,120'], ['米子市,217,94', '米子市,227,99']],
    'raw/start.csv': [['北海道,30,13,26,69', '北海道,13,30,26,69']],
  }],
  ['data/national', /^(en\/)?((data|status)\/)?index\.html$|\.xlsx$/, {
    'raw/careplan_link_prefecture_2024-09-13.csv': [['13580,980,7.2', '13580,990,7.3'], ['15972,676,4.2', '15972,666,4.2']],
    'raw/careplan_link_municipality_top66_2024-09-13.csv': [['北海道雨竜町,4,3,', '北海道雨竜町,8,6,']],
    'raw/e_application_start_prefecture_2024-11.csv': [['北海道,1,0,18,', '北海道,0,1,18,'], ['青森県,0,1,7,', '青森県,1,0,7,']],
  }],
])
  test(`before it is checked, everything of ${publication} is served as a build makes it after one number and another`, () => with_draft(publication, (draft) => before_checks(draft, async () => {
    for (const path of ['', 'areas/31/', 'areas/47/']) await draft.page(path); // what is made once, such as ranks, is there
    for (const [file, numbers] of Object.entries(changes))
      for (const each of [numbers, back(numbers), numbers]) {
        await put_numbers(draft, file, each);
        await draft.until(({ unchecked }) => unchecked);
      }
    assert.deepEqual(await draft.otherwise((path) => !not_asked.test(path) && !is_of_other_towns(path)), []);
    assert.equal(JSON.parse(await draft.page('_yokoten/findings.json')).unchecked, true, 'it was checked meanwhile');
  })));

test('a number that is taken back shows as it was', () => with_draft('english', (draft) => before_checks(draft, async () => {
  for (const numbers of [moved, back(moved)]) {
    await put_numbers(draft, 'raw/link.csv', numbers);
    await draft.until(({ unchecked }) => unchecked);
  }
  assert.match(await draft.page(''), /234 \/ 948/);
})));

test('what the checks say of a number is told after it shows, and is gone once it is mended', () => with_draft('english', async (draft) => {
  const good = draft.text('raw/link.csv');
  await draft.put('raw/link.csv', with_numbers(good, [['948,234,24.7', '948,949,24.7']]));
  const wrong = await checked_or_wrong(draft);
  assert.notEqual(wrong.shown, wrong.version);
  assert.ok(wrong.findings.some(({ code }) => code === 'ratio.over'), JSON.stringify(wrong.findings));
  assert.match(wrong.note, /have a mistake/);
  assert.match(await draft.page(''), /949 \/ 948/, 'the number is hidden from whoever is to mend it');
  await draft.put('raw/link.csv', with_numbers(good, moved));
  const mended = await checked(draft);
  assert.equal(mended.shown, mended.version);
  assert.ok(mended.findings.every(({ level }) => level !== 'error'), JSON.stringify(mended.findings));
  assert.deepEqual(await draft.otherwise(), []);
}));

test('after a number that blocks, a text that changes is checked with it', () => with_draft('english', async (draft) => {
  await draft.put('raw/link.csv', with_numbers(draft.text('raw/link.csv'), [['948,234,24.7', '948,949,24.7']]));
  await checked_or_wrong(draft);
  const told = await draft.put('pages/index.md', `${draft.text('pages/index.md')}\n2 × 2 = 4\n`);
  assert.match(told.note, /yet to come/);
  assert.match(await draft.page(''), /2 × 2 = 4/);
  const wrong = await draft.until(({ note }) => !/yet to come/.test(note));
  assert.match(wrong.note, /have a mistake/);
}));

for (const [what, change] of [
  ['a row more', (text) => text.replace('岡山県,', '広島県,10,1,10.0\n岡山県,').replace(/合計,(\d+),(\d+)/, (all, below, above) => `合計,${Number(below) + 10},${Number(above) + 1}`)],
  ['a row about another area', (text) => text.replace('岡山県,', '広島県,')],
  ['a number that is none any more', (text) => text.replace('3041,157,5.2', '3041,,').replace(/合計,(\d+),(\d+)/, (all, below, above) => `合計,${below},${Number(above) - 157}`)],
  ['another heading', (text) => text.replace('申請率_印字(%)', '備考')],
])
  test(`${what} is read and measured anew, as a build does it`, () => with_draft('english', async (draft) => {
    const text = draft.text('raw/link.csv');
    assert.notEqual(change(text), text);
    const told = await draft.put('raw/link.csv', change(text));
    assert.equal(told.unchecked, false);
    const { exit } = await draft.built();
    assert.equal(exit === 0, told.shown === told.version, JSON.stringify(told.findings));
    if (exit === 0) assert.deepEqual(await draft.otherwise(), []);
  }));

test('numbers that change again and again end as a build has them', () => with_draft('english', async (draft) => {
  for (const milliseconds of [0, 30, 60, 90, 120, 5]) {
    await new Promise((done) => { setTimeout(done, milliseconds); });
    for (const [file, numbers] of [['raw/link.csv', moved], ['raw/link.csv', back(moved)]])
      await put_numbers(draft, file, numbers);
  }
  await put_numbers(draft, 'raw/link.csv', moved);
  await checked(draft);
  assert.deepEqual(await draft.otherwise(), []);
}));
