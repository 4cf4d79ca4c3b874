// Every folder of tests/broken/ holds a publication with one mistake, and the findings that name it.
// `mistake.txt` is written by hand: words that one of the findings must hold, so that writing the
// expected findings anew can't bless findings about something else.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import test from 'node:test';
import { build_over_standing_site, case_folders, findings, keep_actual } from './case.mjs';
import { difference, differing } from './tree.mjs';

for (const folder of case_folders('broken')) {
  const name = basename(folder);

  test(`check gives exactly the expected findings of ${name}`, () => {
    const expected = readFileSync(join(folder, 'expected/findings.txt'), 'utf8');
    const { exit, text, stderr } = findings(folder);
    const same = text === expected;
    keep_actual(folder, same ? [] : [['findings.txt', text]]);
    if (!same) assert.fail(difference('findings.txt', expected, text) + (text ? '' : `\n${stderr}`));
    assert.equal(exit, 1, 'exit code of check');
  });

  test(`one finding names what is wrong in ${name}`, () => {
    const words = readFileSync(join(folder, 'mistake.txt'), 'utf8').trimEnd().split('\n');
    const { text, stderr } = findings(folder);
    const named = text.split('\n').some((line) => words.every((word) => line.includes(word)));
    assert.ok(named, `no line holds all of ${words.join(' | ')}\n${text}${stderr}`);
  });

  test(`build refuses ${name} and leaves the standing site as it is`, () => {
    const { exit, stderr, before, after } = build_over_standing_site(folder);
    assert.equal(exit, 1, `exit code of build\n${stderr}`);
    assert.deepEqual(differing(before, after), [], 'files that build touched');
  });
}
