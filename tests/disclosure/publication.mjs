// Small publications of any shape, built, and what an outsider finds in their sites.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { opened_tree } from '../support/tree.mjs';
import { yokoten } from '../support/yokoten.mjs';

/**
 * Writes a publication into the folder. `tables` are sources: `{ id, lines, file, toml }` with the keys that are not always
 * the same; `indicators` and `pages` are lines by name; `files` are others by path.
 */
export function write(into, { tables, indicators, pages = {}, top = [], files = {} }) {
  const put = (path, text) => {
    mkdirSync(dirname(join(into, path)), { recursive: true });
    writeFileSync(join(into, path), text);
  };
  put('publication.toml', ['title = "見本"', 'publisher = "試験"', 'base_url = "https://example.go.jp/m/"', 'licence = "PDL1.0"',
    'as_of = 2025-12-31', 'notice = "作り物の数値"', ...top].join('\n'));
  const entries = tables.map(({ id, lines, file = `raw/${id}.csv`, toml }) => {
    const bytes = `${lines.join('\n')}\n`;
    put(file, bytes);
    return ['[[source]]', `id = "${id}"`, `title = "${id}"`, `url = "file:${file}"`, 'publisher = "試験"', 'document = "作り物"',
      `sha256 = "${createHash('sha256').update(bytes).digest('hex')}"`, ...toml, ''].join('\n');
  });
  put('sources.toml', entries.join('\n'));
  for (const [id, lines] of Object.entries(indicators)) put(`indicators/${id}.toml`, [`title = "${id}"`, ...lines].join('\n'));
  const plain = { index: ['---', 'title: 見本', '---', '# 見本', '', '```status', '```', '', '```sources', '```', '', '```corrections', '```'] };
  for (const [name, lines] of Object.entries({ ...plain, ...pages })) put(`pages/${name}.md`, lines.join('\n'));
  for (const [path, text] of Object.entries(files)) put(path, text);
}

/** Builds it and returns the site and what the program said. */
export function build(folder, publication) {
  write(folder, publication);
  const run = yokoten(['build', folder, '--into', `${folder}-site`, '--lang', 'en']);
  assert.equal(run.exit, 0, run.stderr + run.stdout);
  return { tree: opened_tree(`${folder}-site`), said: run.stderr + run.stdout };
}

/** Returns the rows of observations.csv as objects. */
export function observations(tree) {
  const [head, ...lines] = tree.get('data/observations.csv').toString('utf8').replace(/^\uFEFF/, '').trimEnd().split('\n').map((line) => line.split(','));
  return lines.map((cells) => Object.fromEntries(head.map((name, at) => [name, cells[at]])));
}

/** Returns paths of the files that hold the number, with or without commas, as a number of its own and no part of a hash. */
export function files_with(tree, number) {
  const shown = String(number).replace(/\B(?=(\d{3})+$)/g, ',?');
  return [...tree].filter(([, bytes]) => new RegExp(`(?<![\\w.])${shown}(?!\\w)`).test(bytes.toString('utf8'))).map(([path]) => path);
}
