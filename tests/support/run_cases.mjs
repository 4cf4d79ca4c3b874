// Every folder of tests/cases/ is a test: run it, compare with its `expected/`.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import test from 'node:test';
import { case_folders, has_command, outcome } from './case.mjs';
import { dead_links } from './html.mjs';
import { mismatch } from './mismatch.mjs';

for (const folder of case_folders('cases')) {
  test(`case ${basename(folder)} gives what is expected`, () => {
    assert.ok(existsSync(join(folder, 'expected')), 'no expected/; scripts/golden writes it');
    const why = mismatch(folder);
    if (why) assert.fail(why);
  });

  if (has_command(folder)) continue;
  test(`case ${basename(folder)} has no link that leads nowhere`, () => {
    const tree = outcome(folder, { hide_hashes: false });
    const pages = [...tree.keys()].filter((path) => path.endsWith('.html'));
    assert.ok(pages.length > 0, tree.get('stderr').toString());
    const dead = pages.flatMap((page) => dead_links(tree.get(page).toString(), page, tree).map((to) => `${page}: ${to}`));
    assert.deepEqual(dead, []);
  });
}
