// The sample publication of a prefecture, in copies that tests change.
import assert from 'node:assert/strict';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { home, with_folder } from './yokoten.mjs';

export const sample = join(home, 'data/prefecture');

/** Takes the PDF out of a copy of the sample publication: printing takes longer than all of its pages. */
export function without_pdf(publication) {
  const file = join(publication, 'publication.toml');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^pdf = true.*$/m, ''));
}

/** Calls `use` with a copy of the sample in which `changes` ([file, from, to]) are made, and with the folder around it. */
export function with_sample(changes, use) {
  return with_folder((folder) => {
    const copy = join(folder, 'prefecture');
    cpSync(sample, copy, { recursive: true });
    without_pdf(copy);
    for (const [file, from, to] of changes) {
      const text = readFileSync(join(copy, file), 'utf8');
      assert.ok(text.includes(from), `${file} has no ${from}`);
      writeFileSync(join(copy, file), text.replace(from, to));
    }
    return use(copy, folder);
  });
}
