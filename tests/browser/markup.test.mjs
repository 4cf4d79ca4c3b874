// html-validate on every kind of page.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { HtmlValidate } from 'html-validate';
import { file_of, handbook_pages, handbook_root, named, pages, prefecture_pages, prefecture_root } from './site.mjs';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    'long-title': 'off', // a rule for western text: Japanese titles hold an official name
    // A table's scrolling box is a named region, but no section of the text.
    'prefer-native-element': ['error', { exclude: ['region'] }],
    'no-trailing-whitespace': 'off', // no reader sees it
    'void-style': 'off', // SVG closes its empty elements, HTML does not
  },
});

const files = [...pages.map((path) => [named(path), file_of(path)]),
  ...prefecture_pages.map((path) => [`${named(path)} of a prefecture`, file_of(path, prefecture_root)]),
  ...handbook_pages.map((path) => [`${named(path)} of the handbook`, file_of(path, handbook_root)])];
for (const [name, file] of files) {
  test(`html-validate finds no error on ${name}`, () => {
    const report = validator.validateStringSync(readFileSync(file, 'utf8'));
    const errors = report.results.flatMap((result) => result.messages).filter((message) => message.severity === 2);
    const lines = errors.map((message) => `${message.line}:${message.column} ${message.ruleId} ${message.message}`);
    assert.deepEqual(lines.slice(0, 20), []);
  });
}
