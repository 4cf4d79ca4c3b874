// What came against what the ending of the file, the server and the source say of it.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { expect_refused, open_office, pulled, root, sjis, source } from './support/office.mjs';

open_office();

test('a web page in place of a table is refused', () => expect_refused(source('/page.csv'), 'pull.content'));
test('what is not compared is taken as it is', async () => {
  const { exit, publication } = await pulled(source('/page.csv', { expect: 'anything' }));
  assert.equal(exit, 0);
  assert.match(publication.text('raw/x.csv'), /^<!DOCTYPE html>/);
});
test('nothing at all is refused whatever is expected', () => {
  writeFileSync(join(root, 'empty.csv'), '');
  return expect_refused(source('/empty.csv', { expect: 'anything' }), 'pull.empty');
});

// ---- Characters: a table in CP932

const headers = { right: '/Shift_JIS/sjis.csv', wrong: '/utf-8/sjis.csv', absent: '/bare/sjis.csv' };
const taken = { stderr: /^$/ };
const warned = { stderr: /: warning pull\.charset x: the server says charset=utf-8; it was taken as cp932, as the encoding of the source says\n$/ };
const header_refused = /: the server says charset=utf-8, which the bytes are not \(encoding = "cp932" would fit\)/;
const source_refused = /: the source says encoding = "utf-8", which the bytes are not \(encoding = "cp932" would fit\)/;

for (const [header, encoding, expected] of [
  ['right', 'right', taken], ['right', 'wrong', source_refused], ['right', 'absent', taken],
  ['wrong', 'right', warned], ['wrong', 'wrong', source_refused], ['wrong', 'absent', header_refused],
  ['absent', 'right', taken], ['absent', 'wrong', source_refused], ['absent', 'absent', taken],
]) {
  const keys = { right: { encoding: 'cp932' }, wrong: { encoding: 'utf-8' }, absent: {} }[encoding];
  const outcome = expected instanceof RegExp ? 'refused' : expected === taken ? 'taken' : 'taken with a warning';
  test(`with the header ${header} and the source ${encoding} it is ${outcome}`, async () => {
    const one = source(headers[header], keys);
    if (expected instanceof RegExp) {
      assert.match(await expect_refused(one, 'pull.charset'), expected);
      return;
    }
    const { publication, exit, stderr } = await pulled(one);
    assert.equal(exit, 0, stderr);
    assert.match(stderr, expected.stderr);
    assert.deepEqual(publication.read('raw/x.csv'), sjis);
  });
}

test('a charset that the bytes contradict is refused', () => expect_refused(source('/Shift_JIS/a.csv'), 'pull.charset'));
test('CP932 that is called EUC-JP is refused', () => expect_refused(source('/EUC-JP/sjis.csv'), 'pull.charset'));
test('a warning of the charset is there for --check as well', async () => {
  const { stderr } = await pulled(source(headers.wrong, { encoding: 'cp932' }), { args: ['--check'] });
  assert.match(stderr, warned.stderr);
});
