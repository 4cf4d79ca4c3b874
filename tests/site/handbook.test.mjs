// The manual, built: without a finding, and nowhere to be taken for figures of real places.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { paths } from '../support/tree.mjs';

const home = fileURLToPath(new URL('../../', import.meta.url));
const program = process.env.YOKOTEN ?? join(home, 'build/yokoten');
const folder = mkdtempSync(join(tmpdir(), 'yokoten-handbook-'));
const site = join(folder, 'site');
const built = spawnSync(program, ['build', 'data/handbook', '--into', site], { cwd: home, encoding: 'utf8' });
const pages = built.status === 0 ? paths(site).filter((path) => path.endsWith('.html')) : [];
const read = (path) => readFileSync(join(site, path), 'utf8');
after(() => rmSync(folder, { recursive: true, force: true }));

test('the handbook builds without a finding', () => {
  assert.equal(built.status, 0, built.stderr);
  assert.equal(built.stderr.split('\n').filter((line) => / (error|warning) /.test(line)).join('\n'), '');
});

test('every page of the handbook says that its figures are made up', () => {
  assert.ok(pages.length > 100);
  assert.deepEqual(pages.filter((path) => !/<div class="notice">[^]*?架空[^]*?<\/div>/.test(read(path))), []);
});

test('no example keeps silent on the page that it is shown on', () => {
  const silent = pages.filter((path) => path !== 'cases/collection/index.html' && read(path).includes('この例は、このページの地域について'));
  assert.deepEqual(silent, []);
});

// Of areas it has pages for prefectures alone.
test('no link of the handbook leads nowhere', () => {
  assert.deepEqual(pages.filter((path) => read(path).includes('href=""')), []);
});

test('an example shows the very text that it is made from', () => {
  const shown = [...read('blocks/trend/index.html').matchAll(/<div class="example">[^]*?<code>([^]*?)<\/code>/g)].map(([, text]) => text);
  const written = readFileSync(join(home, 'data/handbook/pages/blocks/trend.md'), 'utf8');
  assert.equal(shown.length, 1);
  assert.ok(written.includes(`\`\`\`\`example\n${shown[0].replaceAll('&quot;', '"')}`), shown[0]);
});
