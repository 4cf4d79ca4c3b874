// What the documentation of the repository shows: fenced examples, tables, links.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { home } from '../support/yokoten.mjs';

const not_ours = /^(node_modules|site|build.*|\..*)$/;
// Texts of publications follow the grammar of pages; the generator checks their links itself.
const of_publications = /^(data\/(new\/)?[^/]+\/(pages|cases|projects)|tests\/(cases|broken)\/[^/]+)\//;

/** Whether the path, below the repository, is that of a page or case of a publication. */
export const is_of_publication = (path) => of_publications.test(path);

const text_of = (file) => readFileSync(join(home, file), 'utf8');

/** Returns the Markdown files of the repository, relative to it, without those of publications. */
export function documents(folder = '') {
  const entries = readdirSync(join(home, folder), { withFileTypes: true });
  return entries.filter((entry) => !not_ours.test(entry.name)).flatMap((entry) => {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (entry.isDirectory()) return is_of_publication(`${path}/`) ? [] : documents(path);
    return path.endsWith('.md') ? [path] : [];
  });
}

/** Returns the fenced blocks of a document: the word after the fence, the text, the line it begins at, the headings that it stands under. */
export function blocks(file) {
  const found = [];
  let open, headings = [];
  for (const [at, line] of text_of(file).split('\n').entries()) {
    const [, fence, word] = /^(`{3,})(.*)$/.exec(line) ?? [];
    if (!open && fence) {
      open = { fence, word: word.trim(), line: at + 2, headings, lines: [] };
    } else if (open && fence === open.fence && word === '') {
      found.push({ word: open.word, line: open.line, headings: open.headings, text: open.lines.join('\n') });
      open = undefined;
    } else if (open) {
      open.lines.push(line);
    } else {
      const [, signs, title] = /^(##+) (.*)/.exec(line) ?? [];
      if (title) headings = [...headings.slice(0, signs.length - 2), title];
    }
  }
  if (open) throw new Error(`${file}:${open.line}: the fence is not closed`);
  return found;
}

/** Returns the command lines of a document's shell blocks, without remarks: the text, its place, the word after the fence, the headings that it stands under. */
export function shell_lines(file) {
  const shown = blocks(file).filter(({ word }) => ['sh', 'console', 'bash'].includes(word));
  const lines = shown.flatMap(({ word, text, line, headings }) => text.split('\n').map((each, at) => ({ text: each.replace(/\s+#.*/, '').trim(), place: `${file}:${line + at}`, word, headings })));
  return lines.filter(({ text }) => text !== '');
}

/** Returns the code inside of lines, fenced blocks left out: the text and its place. */
export function code_in_lines(file) {
  const without_blocks = text_of(file).replace(/^(`{3,})[^\n]*\n[\s\S]*?^\1$/gm, (block) => block.replace(/[^\n]/g, ''));
  return without_blocks.split('\n').flatMap((line, at) => [...line.matchAll(/(?<!`)`([^`]+)`(?!`)/g)].map(([, text]) => ({ text, place: `${file}:${at + 1}` })));
}

/** Returns a document's text without fenced blocks and without code inside lines. */
function prose(text) {
  const fences = /^(`{3,})[^\n]*\n[\s\S]*?^\1$/gm;
  return text.replace(fences, '').replace(/(`+)[^`\n]+\1/g, '');
}

/** Returns the addresses that a document links to or shows as pictures, relative ones only. */
export const relative_links = (file) => relative_links_in(text_of(file));

/** The same for the text of a document that lies elsewhere. */
export function relative_links_in(text) {
  const found = [...prose(text).matchAll(/\]\(\s*<?([^)\s>]+)>?[^)]*\)|^\[[^\]]+\]:\s*<?([^\s>]+)/gm)];
  return found.map(([, inline, reference]) => inline ?? reference).filter((to) => !/^([a-z]+:|#)/i.test(to));
}

/** Returns the words in backticks in the first column of the document's `nth` table. */
export function documented_keys(file, nth = 0) {
  const tables = prose_with_code(file).split(/\n\s*\n/).filter((part) => /^\|.*\n\|[-| ]+\|/.test(part));
  const rows = tables[nth].split('\n').slice(2).map((row) => row.split('|')[1]);
  return rows.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, key]) => key));
}

function prose_with_code(file) {
  return text_of(file).replace(/^(`{3,})[^\n]*\n[\s\S]*?^\1$/gm, '');
}
