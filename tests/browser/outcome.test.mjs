// What is found becomes the outcome of a criterion: nothing is called met that was broken, not asked or left undecided.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import test, { after } from 'node:test';
import { criteria } from './criteria.mjs';
import { examined_site } from './examined_site.mjs';
import { of_texts } from './texts.mjs';
import { by_hand, kept, Tally, written } from './outcome.mjs';

const rule = (id, tag, more = {}) => ({ id, tags: [tag], count: 1, elements: ['<p>'], ...more });
const said = ({ violations = [], passes = [], incomplete = [] }) => ({ violations, passes, incomplete });

test('there are 55 criteria of WCAG 2.2 and 4.1.1', () => assert.deepEqual([criteria.length, new Set(criteria).size], [56, 56]));

test('a criterion that nothing was asked of is open', () => assert.equal(new Tally().outcome('1.1.1').result, 'open'));

test('rules that pass leave a criterion open that no program can show', () => {
  const tally = new Tally();
  tally.add_axe('a/', said({ passes: [rule('image-alt', 'wcag111')] }));
  const { result, methods, pages } = tally.outcome('1.1.1');
  assert.deepEqual({ result, methods, pages }, { result: 'open', methods: ['axe:image-alt'], pages: 1 });
});

test('a violation on one page breaks a criterion, whatever passes on others', () => {
  const tally = new Tally();
  tally.add('reflow', 'a/', []);
  tally.add('reflow', 'b/', ['8 px: main.wide']);
  const { result, found, examples } = tally.outcome('1.4.10');
  assert.deepEqual({ result, found, examples }, { result: 'not_met', found: 1, examples: ['b/ reflow: 8 px: main.wide'] });
});

test('a violation breaks a criterion that a question has ruled out or shown', () => {
  const tally = new Tally();
  for (const question of ['no-media', 'still', 'language']) tally.add(question, 'a/', []);
  assert.deepEqual(['1.4.2', '2.2.2', '3.1.1'].map((number) => tally.outcome(number).result), ['not_applicable', 'not_applicable', 'met']);
  tally.add_axe('a/', said({ violations: [rule('no-autoplay-audio', 'wcag142'), rule('marquee', 'wcag222'), rule('html-lang-valid', 'wcag311')] }));
  assert.deepEqual(['1.4.2', '2.2.2', '3.1.1'].map((number) => tally.outcome(number).result), ['not_met', 'not_met', 'not_met']);
});

test('what axe leaves undecided keeps a criterion open', () => {
  const tally = new Tally();
  tally.add_axe('a/', said({ passes: [rule('target-size', 'wcag258')] }));
  assert.equal(tally.outcome('2.5.8').result, 'met');
  tally.add_axe('b/', said({ incomplete: [rule('target-size', 'wcag258', { count: 2 })] }));
  assert.deepEqual([tally.outcome('2.5.8').result, tally.outcome('2.5.8').undecided], ['open', 2]);
});

test('a film on a page leaves its criteria open instead of ruling them out', () => {
  const tally = new Tally();
  tally.add('no-media', 'a/', []);
  tally.add('no-media', 'b/', ['<video>']);
  assert.equal(tally.outcome('1.2.2').result, 'open');
});

test('fields that a script makes leave the criteria of forms open', () => {
  const tally = new Tally();
  tally.add('no-fields', 'a/', of_texts['no-fields']('<input type="search">'));
  assert.equal(tally.outcome('3.3.1').result, 'not_applicable');
  tally.add('no-fields', 'compare/', of_texts['no-fields']('<div class="explorer" id="explorer">'));
  assert.equal(tally.outcome('3.3.1').result, 'open');
});

test('what people have written below the line comes back byte by byte', () => {
  const hand = `${by_hand}\n\n[[judged]]\n# まだ\ncriterion = "1.3.3"   \n`;
  const file = written({ date: '2026-11-21', program: '0.1.0', seed: 1, pages: 1, kinds: [''], sample: [], tools: [], tally: new Tally() }, hand);
  assert.ok(file.endsWith(hand));
  assert.equal(kept(file), hand);
});

test('judgements without the line are not overwritten', () => assert.throws(() => kept('[[judged]]\n'), /judgements/));

// ---- A whole site with a page that breaks something

const folder = mkdtempSync(join(tmpdir(), 'yokoten-broken-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const page = (body) => `<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><title>頁</title><meta name="viewport" content="width=device-width"></head>
<body><header class="site"><nav><a href="./">上</a></nav></header><main><h1>頁の見出し</h1>${body}</main><footer>下</footer></body></html>`;
for (const [path, html] of [['index.html', page('<p>文の一つ</p>')], ['broken/index.html', page('<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><p style="width:340px">広い</p><p id="a">一</p><p id="a">二</p>')]]) {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), html);
}
mkdirSync(join(folder, 'assets'));

test('a picture without words, a box too wide and an id twice on one page break their criteria, and no other', async () => {
  const { tally, pages } = await examined_site(folder, 1);
  assert.equal(pages, 2);
  const broken = tally.outcomes().filter(({ result }) => result === 'not_met');
  assert.deepEqual(broken.map(({ number }) => number), ['1.1.1', '1.4.10', '4.1.1']);
  for (const { number, examples } of broken) assert.ok(examples.every((line) => line.startsWith('broken/ ')), `${number} ${examples}`);
  assert.equal(tally.outcome('1.4.5').result, 'open');
});

test('an option that is unknown, or has no value that fits, is wrong usage', () => {
  for (const options of [['--sead', '4'], ['--seed'], ['--seed', 'abc'], ['--date'], ['--date', '2026-02-31'], ['--date', '2026-13-01'], ['--seed', '4', 'extra']]) {
    const { status, stderr } = spawnSync(process.execPath, [fileURLToPath(new URL('accessibility.mjs', import.meta.url)), 'nowhere', ...options], { encoding: 'utf8' });
    assert.deepEqual([status, /usage: scripts\/accessibility/.test(stderr)], [2, true], `${options.join(' ')}: ${stderr}`);
  }
});
