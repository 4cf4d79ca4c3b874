// The walk of a prefecture's officer in the READMEs, from nothing to the public, and of a corrected figure there and back, by their very lines.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { read_tree } from '../support/tree.mjs';
import { parts_of_zip } from '../support/zip.mjs';
import { Reader } from './steps.mjs';

const folder = mkdtempSync(join(tmpdir(), 'yokoten-walk-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const record = '.yokoten-published.json';
const page = 'link/index.html';
const [old_rate, new_rate] = [/24\.7/, /25\.2/];
/** Named by their contents: those of the site before stay for a while. */
const is_kept = (path) => /^(assets|share)\//.test(path);

/** Asserts that the target holds the site, byte for byte, and besides the record nothing but what is kept of another. */
function expect_published(target, site, when) {
  const tree = read_tree(target);
  for (const [path, bytes] of site) assert.ok(tree.get(path)?.equals(bytes), `${when}: ${path}`);
  assert.deepEqual([...tree.keys()].filter((path) => !site.has(path) && path !== record && !is_kept(path)), [], when);
}

for (const [file, chapter, lang] of [['README.md', 'A prefecture: from a table to the public', 'en'], ['README.ja.md', '都道府県: 表から公表まで', 'ja']]) {
  test(`${file} walks from an empty folder over a table to the public, and with a corrected figure there and back`, async () => {
    const cwd = join(folder, lang), [www, site] = ['www/tottori', 'site/tottori'].map((path) => join(cwd, path));
    mkdirSync(cwd);
    const reader = new Reader(cwd, file, chapter, lang);
    try {
      await reader.steps_before(/^build\/yokoten table/);
      const { stdout: cells } = await reader.step(/^build\/yokoten table \S+$/);
      assert.match(cells, /鳥取県.*948.*234/s);
      const { stdout: findings } = await reader.steps_to(/^build\/yokoten check/);
      assert.equal(findings, '', 'check has nothing to say');
      await reader.step(/^build\/yokoten build/);
      const first = read_tree(site);
      assert.match(first.get(page).toString(), old_rate);
      assert.match(first.get('index.html').toString(), /href="\.\/link\/"/);
      await reader.step(/^build\/yokoten publish/);
      expect_published(www, first, 'to begin with');

      await reader.steps_to(/^sed .*link\.csv$/);
      assert.match((await reader.run('build/yokoten check data/tottori')).stdout, /source\.changed/, 'the checksum is held against the table');
      const { stdout: mended } = await reader.steps_to(/^build\/yokoten check/);
      assert.equal(mended, '', 'the checksum is that of the table');
      await reader.step(/^build\/yokoten build/);
      const second = read_tree(site);
      assert.match(second.get(page).toString(), new_rate);
      expect_published(www, first, 'a build is no publish');

      await reader.step(/--preview$/);
      assert.match(parts_of_zip(readFileSync(join(cwd, 'work/preview.zip'))).get(`preview/${page}`).toString(), new_rate);
      const { stdout: told } = await reader.step(/^build\/yokoten diff \S+ \S+$/);
      assert.match(told, /24\.7.*25\.2/);
      const hash = /^(?:hash|ハッシュ): ([0-9a-f]{64})$/m.exec(told)[1];
      await reader.step(/--format html/);
      assert.ok(reader.text('work/report.html').includes(hash));

      const { text: approval } = await reader.step(/^work\/approval\.toml$/);
      const { stderr: refused, line: publish } = await reader.step(/--approval work\/approval\.toml$/, 1);
      assert.match(refused, /approval\.hash/, 'another hash is approved');
      expect_published(www, first, 'nothing goes out that was not approved');
      writeFileSync(join(cwd, 'work/approval.toml'), approval.replace(/^hash = .*/m, `hash = "${hash}"`));
      assert.equal((await reader.run(publish)).exit, 0);
      expect_published(www, second, 'published');

      await reader.step(/--rollback$/);
      expect_published(www, first, 'rolled back');
      assert.deepEqual(reader.left, []);
    } finally {
      reader.end();
    }
  });
}
