// html-validate on files, and on all pages below folders: FILE:ROW:COLUMN RULE MESSAGE, a line each. Ends with 1 where there is any.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { all_pages } from './choice.mjs';
import { markup_errors } from './validator.mjs';

const files = process.argv.slice(2).flatMap((path) => (statSync(path).isDirectory() ? all_pages(path).map((page) => join(path, page)) : [path]));
const errors = files.flatMap((file) => markup_errors(readFileSync(file, 'utf8')).map((line) => `${file}:${line}`));
if (files.length === 0) errors.push('no page to look at');
for (const line of errors) console.log(line);
process.exitCode = errors.length > 0 ? 1 : 0;
