// Every folder of tests/cases/ is a test: run it, compare with its `expected/`.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import test from 'node:test';
import { case_folders, expectation, has_command, keep_actual, outcome } from './case.mjs';
import { dead_links } from './html.mjs';
import { difference } from './tree.mjs';

const nothing = Buffer.alloc(0);

for (const folder of case_folders('cases')) {
  test(`case ${basename(folder)} gives what is expected`, () => {
    assert.ok(existsSync(join(folder, 'expected')), 'no expected/; scripts/golden writes it');
    const expected = expectation(folder);
    const actual = outcome(folder);
    const wrong = [...expected.keys()].filter((name) => !actual.get(name)?.equals(expected.get(name)));
    keep_actual(folder, wrong.map((name) => [name, actual.get(name) ?? nothing]));
    const shown = wrong.slice(0, 5).map((name) => difference(name, expected.get(name), actual.get(name) ?? nothing));
    const why = wrong.includes('exit') && !wrong.includes('stderr') ? [actual.get('stderr').toString()] : [];
    if (wrong.length > 0) assert.fail([`differs: ${wrong.join(' ')}`, ...why, ...shown].join('\n'));
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
