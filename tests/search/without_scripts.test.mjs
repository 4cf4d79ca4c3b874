// Without scripts the field leads to the index of areas: everything stands there by prefecture and by 五十音.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { changes, municipalities, root } from './search.mjs';

const html = readFileSync(join(root, 'areas/index.html'), 'utf8');
const [by_prefecture, by_kana] = [/<div class="prefectures">[^]*?\n<\/div>/, /<div class="kana-row">\n<h3 id="kana-1"[^]*/].map((part) => part.exec(html)?.[0] ?? '');
const former = changes.filter(({ kind }) => kind !== '区再編' && kind !== '').map((row) => ({
  name: row.old_name.replace(/^.+?[県府都道]/, ''), code: row.new_code, prefecture: row.new_code.slice(0, 2),
}));

/** Returns the names that a part of the index lacks or leads elsewhere. */
const lacking = (part, all) => all.filter(({ prefecture, code, name }) => {
  const at = part.indexOf(`areas/${prefecture}/${code}/"`);
  return at < 0 || !new RegExp(`areas/${prefecture}/${code}/"><small>[^<]*</small><span>${name}<`).test(part);
}).map(({ name }) => name);

for (const [what, part] of [['by prefecture', by_prefecture], ['by 五十音', by_kana]]) {
  test(`all 1,741 municipalities stand in the index ${what}`, () => {
    assert.equal(municipalities.length, 1741);
    assert.deepEqual(lacking(part, municipalities), []);
  });
  test(`former names stand in the index ${what}`, () => {
    assert.equal(former.length, 5);
    assert.deepEqual(lacking(part, former), []);
  });
}

test('the form leads to the index', () => {
  const top = readFileSync(join(root, 'index.html'), 'utf8');
  assert.match(top, /<form class="find" role="search" action="\.\/areas\/" method="get"/);
});
