// html-validate on the smallest and the largest page of each kind and on some of all by chance; scripts/accessibility asks it of every page.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { all_pages, kinds_of, sample_of } from './choice.mjs';
import { handbook_root, prefecture_root, root } from './site.mjs';
import { markup_errors } from './validator.mjs';

const seed = 1;
const share = 30;

for (const [name, folder] of [['national site', root], ['sample of a prefecture', prefecture_root], ['handbook', handbook_root]]) {
  test(`html-validate finds no error on the pages of the ${name}`, () => {
    const pages = all_pages(folder);
    const chosen = [...new Set([...kinds_of(folder, pages), ...sample_of(pages, share, seed)])];
    assert.ok(chosen.length > 20, `${chosen.length} pages`);
    const errors = chosen.flatMap((page) => markup_errors(readFileSync(join(folder, page), 'utf8')).map((line) => `${page} ${line}`));
    assert.deepEqual(errors.slice(0, 20), []);
  });
}

test('html-validate finds what is wrong', () => {
  const errors = markup_errors('<!DOCTYPE html><html lang="ja"><head><title>頁</title></head><body><p id="a">文<p id="a">文</p></body></html>');
  assert.ok(errors.some((line) => line.includes('no-dup-id')), errors.join('\n'));
});
