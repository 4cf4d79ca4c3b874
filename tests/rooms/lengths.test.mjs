// How long functions of JavaScript are; those of C++ are counted in rooms.test.mjs, by universal-ctags.
import assert from 'node:assert/strict';
import test from 'node:test';
import { parse } from 'acorn';
import { files, read } from './tree.mjs';

const most_lines = 60;
const is_script = (path) => /\.(mjs|js)$/.test(path) || (/^scripts\/[^/.]+$/.test(path) && read(path).startsWith('#!/usr/bin/env node'));
const sources = files.filter((path) => is_script(path) && !/^tests\/(cases|broken)\//.test(path));

/** Whether a node is what a browser script is wrapped in: a function that the file itself calls at once. It counts by what it holds. */
function is_wrapper(node, parents) {
  const [called, statement] = parents;
  return called?.type === 'CallExpression' && called.callee === node && statement?.type === 'ExpressionStatement' && parents.length === 3;
}

/** What counts: a function, and the body of a loop that a file runs by itself, which is one but for its name. */
function counts(node, parents) {
  if (/Function/.test(node.type)) return !is_wrapper(node, parents);
  return /^(For|While|DoWhile)/.test(node.type) && parents.length === 1;
}

/** Returns [lines, line, name] of every function in a text; `parents` are nearest first. */
function functions(node, parents = []) {
  const { start, end } = node.loc;
  const own = counts(node, parents) ? [[end.line - start.line + 1, start.line, node.id?.name ?? node.type]] : [];
  const inside = Object.values(node).flat().filter((child) => typeof child?.type === 'string');
  return [...own, ...inside.flatMap((child) => functions(child, [node, ...parents]))];
}

const lengths = (text) => functions(parse(text, { ecmaVersion: 'latest', sourceType: 'module', locations: true, allowHashBang: true }));

test('a wrapped script counts by what it holds, a loop of the top level and all else as a whole', () => {
  assert.deepEqual(lengths('(function () {\n  function one() {\n  }\n})();\nfor (const a of b) {\n  c(() => a);\n}\n'),
    [[2, 2, 'one'], [3, 5, 'ForOfStatement'], [1, 6, 'ArrowFunctionExpression']]);
});

test(`no function of JavaScript has more than ${most_lines} lines`, () => {
  const all = sources.flatMap((path) => lengths(read(path)).map(([lines, line, name]) => [lines, `${path}:${line} ${name}`]));
  assert.ok(all.length > sources.length);
  assert.deepEqual(all.filter(([lines]) => lines > most_lines), []);
});
