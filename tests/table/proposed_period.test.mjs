// The period that `yokoten table --propose` takes from titles above the headings: never one that says less or other than they do.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { body, csv_proposal, head, lines_of } from './proposals.mjs';

const period_below = (...titles) => {
  const { stdout } = csv_proposal([...titles.map((title) => [title, '', '']), head, ...body]);
  return lines_of(stdout).find((line) => line.startsWith('period = '));
};

for (const [title, period] of [
  ['令和6年（2024年）3月31日現在', '2024-03-31'],
  ['令和6年(2024年)3月末時点', '2024-03-31'],
  ['令和６年（2024年）10月1日現在', '2024-10-01'],
  ['認定者数（令和6（2024）年9月末現在）', '2024-09-30'],
  ['【令和６年９月末現在】', '2024-09-30'],
  ['認定者数【令和６年９月末現在】', '2024-09-30'],
  ['時点：令和6年（2024年）3月末時点', '2024-03-31'],
  ['利用状況　2024年4月1日（月）', '2024-04-01'],
  ['令和6年度 取得状況', '2024FY'],
  ['令和6年度　第3表', '2024FY'],
  ['令和6年度上半期（4月～9月）', '2024H1'],
  ['2024年度（4月～3月）', '2024FY'],
])
  test(`${title} is ${period}`, () => assert.equal(period_below(title), `period = "${period}"`));

for (const title of ['令和6年（試算）3月31日現在', '令和6年度（4月1日現在）', '令和6年度（4月～9月）', '令和6年4月 ～ 令和7年3月', '令和6年度 第1四半期（速報）から'])
  test(`a year is not all that ${title} says`, () => assert.equal(period_below(title), 'period = ""'));

for (const title of ['作成日：2024/9/13', '最終更新日時 2024年9月13日', '（令和6年9月13日 公表）'])
  test(`${title} is no period of figures`, () => assert.equal(period_below(title), 'period = ""'));

test('the day of the paper does not hide the period of the figures', () => {
  assert.equal(period_below('作成日：2024/9/13', '令和6年8月末現在'), 'period = "2024-08-31"');
});
