// The recipes of the READMEs: what they have added is to be seen where they say, and what they name in the program is there.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import test, { after } from 'node:test';
import { files } from '../rooms/tree.mjs';
import { home } from '../support/yokoten.mjs';
import { Reader, lines_outside, steps, words_of } from './steps.mjs';

const folder = mkdtempSync(join(tmpdir(), 'yokoten-recipes-'));
after(() => rmSync(folder, { recursive: true, force: true }));

for (const [file, chapter, lang] of [['README.md', 'How to add', 'en'], ['README.ja.md', '足し方', 'ja']]) {
  test(`what ${file} adds is to be seen where it says`, async () => {
    const cwd = join(folder, lang);
    mkdirSync(cwd);
    const reader = new Reader(cwd, file, chapter, lang);
    try {
      const seen = (path) => words_of(reader.text(`site/try/${path}`));
      assert.doesNotMatch((await reader.steps_to(/^build\/yokoten check/)).stdout, / error |sources\.toml.*link/);
      const { stdout: explained } = await reader.steps_to(/^build\/yokoten explain/);
      assert.match(explained, /24\.7[^]*raw\/link\.csv:\d+:\d+ /);
      assert.match(seen('data/index.html'), /利用申請の状況/, 'the source');
      assert.match(seen('indicators/link-rate/index.html'), /利用申請率.*24\.7/, 'the indicator');
      assert.ok(!existsSync(join(cwd, 'site/try/link')));
      await reader.steps_to(/^build\/yokoten build/);
      assert.match(seen('link/index.html'), /全国で6\.0%です.*鳥取県.*24\.7/, 'the page');
      await reader.steps_to(/^build\/yokoten build/);
      assert.match(reader.text('site/try/spread/index.html'), /<svg[^>]*>.*利用申請率（%）.*<\/svg>/s, 'the chart');
      assert.deepEqual(reader.left, []);
    } finally {
      reader.end();
    }
  });

  test(`every file, folder and word of the program that the recipes of ${file} name is there`, () => {
    const lines = lines_outside(file), begin = lines.indexOf(`## ${chapter}`);
    const end = lines.findIndex((line, at) => at > begin && line.startsWith('## '));
    const named = [...lines.slice(begin, end).join('\n').matchAll(/`([^`\n]+)`/g)].map(([, each]) => each);
    const written = steps(file, chapter).map(({ write }) => write);
    const paths = named.filter((each) => /^(generator|tests)\//.test(each) && !written.includes(each));
    const is_there = (path) => {
      const wanted = new RegExp(`^${path.replace('.', '\\.').replace('NAME', '\\w+')}(/|$)`);
      return files.some((each) => wanted.test(each));
    };
    assert.ok(paths.length > 8, paths.join(' '));
    assert.deepEqual(paths.filter((path) => !is_there(path)), []);
    const program = files.filter((path) => /^generator\/.*\.(cpp|h)$/.test(path)).map((path) => readFileSync(join(home, path), 'utf8')).join('\n');
    const symbols = ['Subject', 'kChecks', 'ChartKind', 'layer_of'];
    for (const symbol of symbols) assert.ok(named.includes(symbol) && new RegExp(`\\b${symbol}\\b`).test(program), symbol);
    assert.deepEqual(named.filter((each) => /^(k?[A-Z]\w+|[a-z]+_\w+)$/.test(each) && !new RegExp(`\\b${each}\\b`).test(program)), []);
  });
}

// That of README.ja.md is the same: languages.test.mjs.
test('the check that README.md shows compiles', () => {
  for (const { write, text } of steps('README.md', 'How to add').filter((step) => /\.(h|cpp)$/.test(step.write))) {
    mkdirSync(dirname(join(folder, write)), { recursive: true });
    writeFileSync(join(folder, write), text);
  }
  const includes = [folder, home].flatMap((place) => ['-I', join(place, 'generator')]);
  const { status, stderr } = spawnSync('g++', ['-std=c++20', '-Wall', '-Wextra', '-Werror', '-fsyntax-only', ...includes, join(folder, 'generator/check/descriptions.cpp')], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
});
