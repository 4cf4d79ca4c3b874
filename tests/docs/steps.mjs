// What a chapter of a document has its reader do, in order, and a reader who does exactly that in a copy of the repository.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { files } from '../rooms/tree.mjs';
import { home, program } from '../support/yokoten.mjs';
import { blocks } from './markdown.mjs';

const longest_wait = 180_000; // ms until a server that was started says where it is

/** Returns the lines of a document; those of fenced blocks are empty. */
export function lines_outside(file) {
  const lines = readFileSync(join(home, file), 'utf8').split('\n');
  for (const { line, text } of blocks(file)) lines.fill('', line - 2, line + text.split('\n').length);
  return lines;
}

/** The path that the text before a block ends in: "… `PATH`:". */
function named_before(lines, line) {
  const before = lines.slice(0, line - 2).findLast((each) => each !== '');
  const [, path] = /`([^`]+)`:$/.exec(before) ?? [];
  assert.ok(path, `line ${line}: nothing says where this stands`);
  return path;
}

/** Returns the steps of a chapter (`## …`): { run: a line of a shell } or { write: a path, text }. */
export function steps(file, chapter) {
  const lines = lines_outside(file);
  const begin = lines.indexOf(`## ${chapter}`);
  assert.ok(begin >= 0, `${file} has no chapter ${chapter}`);
  const end = lines.findIndex((line, at) => at > begin && line.startsWith('## '));
  return blocks(file).filter(({ line }) => line > begin && line < end).flatMap(({ word, line, text }) => (word === 'console'
    ? text.split('\n').map((run) => ({ run }))
    : [{ write: named_before(lines, line), text: `${text}\n` }]));
}

/** Somebody who has cloned the repository to `cwd` and built the program, and does step after step in one shell. `instead` changes what others on the machine may hold: a port. */
export class Reader {
  constructor(cwd, file, chapter, lang, instead = (text) => text) {
    for (const path of files.filter((each) => each.startsWith('data/'))) {
      mkdirSync(dirname(join(cwd, path)), { recursive: true });
      cpSync(join(home, path), join(cwd, path));
    }
    mkdirSync(join(cwd, 'build'));
    symlinkSync(program, join(cwd, 'build/yokoten'));
    this.cwd = cwd;
    this.left = steps(file, chapter).map((step) => Object.fromEntries(Object.entries(step).map(([what, text]) => [what, instead(text)])));
    const locale = { LANG: '', LC_ALL: '', LC_MESSAGES: lang === 'ja' ? 'ja_JP.UTF-8' : 'C.UTF-8' };
    // A group of its own, so that servers end with it.
    this.shell = spawn('bash', ['--noprofile', '--norc'], { cwd, detached: true, env: { ...process.env, ...locale, YOKOTEN_CHROMIUM: join(home, 'tests/support/quick_printer') } });
    this.said = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr']) this.shell[name].setEncoding('utf8').on('data', (text) => { this.said[name] += text; this.heard?.(); });
  }

  /** Runs a line and returns its exit code and what it printed. */
  async run(line) {
    const end = /\n@@(\d+)\n$/;
    this.shell.stdin.write(`{\n${line}\n} </dev/null\n__exit=$?; for __to in 1 2; do printf '\\n@@%d\\n' $__exit >&$__to; done\n`);
    await new Promise((done) => {
      this.heard = () => { if (end.test(this.said.stdout) && end.test(this.said.stderr)) done(); };
      this.heard();
    });
    const exit = Number(end.exec(this.said.stdout)[1]);
    const [stdout, stderr] = [this.said.stdout, this.said.stderr].map((text) => text.replace(end, ''));
    this.said = { stdout: '', stderr: '' };
    return { exit, stdout, stderr };
  }

  /** Does the next step, whose line or path is to match; returns what ran. */
  async step(expected, exit = 0) {
    const { run, write, text } = this.left.shift() ?? {};
    assert.match(run ?? write ?? 'no step is left', expected);
    if (write) {
      mkdirSync(dirname(join(this.cwd, write)), { recursive: true });
      writeFileSync(join(this.cwd, write), text);
      return { text };
    }
    const ran = await this.run(run);
    assert.equal(ran.exit, exit, `${run}: ${ran.stderr}${ran.stdout}`);
    return { ...ran, line: run };
  }

  /** Does all steps before the next one that matches. */
  async steps_before(expected) {
    while (this.left.length > 0 && !expected.test(this.left[0].run ?? this.left[0].write)) await this.step(/./);
  }

  /** Does all steps up to the next one that matches, which is the last. */
  async steps_to(expected, exit = 0) {
    await this.steps_before(expected);
    return this.step(expected, exit);
  }

  /** Waits until a file has the word. */
  async until_has(path, word) {
    const text = () => (existsSync(join(this.cwd, path)) ? this.text(path) : '');
    for (const late = Date.now() + longest_wait; !text().includes(word);) {
      assert.ok(Date.now() < late, `${path}: ${text().slice(-2000)}`);
      await new Promise((done) => { setTimeout(done, 50); });
    }
  }

  text(path) { return readFileSync(join(this.cwd, path), 'utf8'); }

  end() { process.kill(-this.shell.pid, 'SIGKILL'); }
}

/** Returns the words of a page without its marks. */
export const words_of = (page) => page.replace(/<(script|style|title|desc)\b.*?<\/\1>/gs, ' ').replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
