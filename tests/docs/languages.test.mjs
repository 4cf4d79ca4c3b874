// The READMEs of both languages say the same: headings, pictures, links, commands, examples and tables stand in the same order.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import test from 'node:test';
import { home } from '../support/yokoten.mjs';
import { blocks, relative_links } from './markdown.mjs';
import { lines_outside } from './steps.mjs';

const [english, japanese] = ['README.md', 'README.ja.md'];

/** Asserts that both documents give the same list, of at least so many. */
function expect_alike(list_of, least) {
  const list = list_of(english);
  assert.ok(list.length >= least, `only ${list.length}`);
  assert.deepEqual(list_of(japanese), list);
}

test('both READMEs have headings of the same levels in the same order', () => {
  expect_alike((file) => lines_outside(file).flatMap((line) => /^(#+) /.exec(line)?.[1] ?? []), 20);
});

test('both READMEs show the same commands, the Japanese one for answers in Japanese', () => {
  const commands = (file) => blocks(file).filter(({ word }) => ['sh', 'console'].includes(word)).flatMap(({ text }) => text.split('\n'))
    .map((line) => line.replace(/\s+# .*/, '').replace(/ --lang ja\b/, ''));
  expect_alike(commands, 50);
});

test('both READMEs show the same files', () => {
  expect_alike((file) => blocks(file).filter(({ word }) => !['sh', 'console'].includes(word)).map(({ word, text }) => [word, text]), 12);
});

test('both READMEs have the same entries written into the workbook', () => {
  expect_alike((file) => lines_outside(file).filter((line) => line.startsWith('| ') && !/^\| (sheet|シート) /.test(line)), 30);
});

test('both READMEs show the same pictures, each with words of its own', () => {
  expect_alike((file) => lines_outside(file).flatMap((line) => /^!\[.{20,}\]\((.+)\)$/.exec(line)?.[1] ?? []), 3);
});

/** The English page of what is there in both languages. */
function english_page(to) {
  const [, stem] = /^(.*)\.ja\.md$/.exec(to) ?? [];
  if (!stem) return to;
  return [`${stem}.md`, join(dirname(to), 'README.md')].find((page) => page !== 'generator/read/README.md' && existsSync(join(home, page))) ?? to;
}

test('both READMEs lead to the same pages', () => {
  const pages = (file) => [...new Set(relative_links(file).map((to) => english_page(to.split('#')[0])))].filter((to) => to !== english).sort();
  expect_alike((file) => pages(file).filter((to) => to !== japanese), 30);
});
