// A draft that `yokoten serve` shows while a test changes its files.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, linkSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { served, served_otherwise, states_of } from './served.mjs';
import { read_tree } from './tree.mjs';
import { home, program } from './yokoten.mjs';

/** Serves a copy of a publication (or of a case), called in another way than its plain path, to `use`: how to change a file of it and wait for what is told, and how to ask for a page. */
export async function with_draft(name, use) {
  const folder = mkdtempSync(join(tmpdir(), 'yokoten-changes-'));
  const draft = join(folder, 'draft');
  cpSync(name.startsWith('data/') ? join(home, name) : join(home, 'tests/cases', name, 'input'), draft, { recursive: true });
  for (const part of ['layouts', 'styles']) mkdirSync(join(draft, 'templates', part), { recursive: true });
  const server = await served(`./${relative('.', draft)}/`, 'en');
  const seen = states_of(server.address);
  let told = (await seen.next()).value;
  const text = (path) => readFileSync(join(draft, path), 'utf8');
  const until = async (is_so) => {
    do told = (await seen.next()).value; while (!is_so(told));
    return told;
  };
  const put = (path, bytes) => {
    const { version } = told;
    writeFileSync(join(draft, path), bytes);
    return until((state) => state.version > version);
  };
  // Beside the test, which may have something to do meanwhile.
  const built = () => new Promise((done) => {
    execFile(program, ['build', draft, '--into', join(folder, 'built'), '--lang', 'en'], (error, _, stderr) => done({ exit: error ? error.code : 0, stderr }));
  });
  try {
    await use({
      folder, draft, text, put, until, address: server.address,
      page: async (path) => (await fetch(server.address + path)).text(),
      built,
      otherwise: async (asked = () => true) => {
        const { exit, stderr } = await built();
        assert.equal(exit, 0, stderr);
        return served_otherwise(server.address, new Map([...read_tree(join(folder, 'built'))].filter(([path]) => asked(path))));
      },
    });
  } finally {
    await seen.return();
    server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Changes a file under another name, which `serve` does not notice: what it knows of it then is from before. */
export function change_unseen({ folder, draft }, file, change) {
  const other = join(folder, 'other-name');
  linkSync(join(draft, file), other);
  writeFileSync(other, change(readFileSync(other, 'utf8')));
}
