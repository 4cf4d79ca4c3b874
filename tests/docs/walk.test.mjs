// The walk of the READMEs from an edited figure to the public and back, with their very commands.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { read_tree } from '../support/tree.mjs';
import { home, program } from '../support/yokoten.mjs';
import { parts_of_zip } from '../support/zip.mjs';

const folder = mkdtempSync(join(tmpdir(), 'yokoten-walk-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const record = '.yokoten-published.json';
const page = 'index.html';
const [old_rate, new_rate] = [/24\.7/, /25\.2/];
/** Named by their contents: those of the site before stay for a while. */
const is_kept = (path) => /^(assets|share)\//.test(path);

/** Asserts that the target holds the site, byte for byte, and besides the record nothing but what is kept of another. */
function expect_published(target, site, when) {
  const tree = read_tree(target);
  for (const [path, bytes] of site) assert.ok(tree.get(path)?.equals(bytes), `${when}: ${path}`);
  assert.deepEqual([...tree.keys()].filter((path) => !site.has(path) && path !== record && !is_kept(path)), [], when);
}

for (const [file, heading, lang] of [['README.md', 'From a figure to the public', 'en'], ['README.ja.md', '数値を直して公表するまで', 'ja']]) {
  test(`${file} walks from an edited figure over preview, difference and approval to the public, and back`, () => {
    const section = new RegExp(`^## ${heading}\\n(.*?)^## `, 'ms').exec(readFileSync(join(home, file), 'utf8'))[1];
    const commands = [...section.matchAll(/```console\n(.*?)```/gs)].flatMap(([, lines]) => lines.trim().split('\n'));
    const [, approval] = /```toml\n(.*?)```/s.exec(section);
    assert.equal(commands.length, 8);
    const [edit, checksum, build, preview, difference, report, publish, back] = commands;

    const cwd = join(folder, lang);
    const [www, site] = ['www/tottori', 'site/tottori'].map((path) => join(cwd, path));
    for (const path of ['build', 'data', 'work']) mkdirSync(join(cwd, path), { recursive: true });
    symlinkSync(program, join(cwd, 'build/yokoten'));
    const publication = join(cwd, 'data/tottori');
    cpSync(join(home, 'tests/cases/small-publication/input'), publication, { recursive: true });
    const run = (line) => spawnSync('bash', ['-c', line], { cwd, encoding: 'utf8', env: { ...process.env, LC_ALL: '', LC_MESSAGES: lang === 'ja' ? 'ja_JP.UTF-8' : 'C.UTF-8' } });
    const done = (line) => {
      const { status, stdout, stderr } = run(line);
      assert.equal(status, 0, `${line}: ${stderr}`);
      return stdout;
    };

    done(`${build} && build/yokoten publish site/tottori www/tottori`);
    const first = read_tree(site);
    assert.match(first.get(page).toString(), old_rate);
    expect_published(www, first, 'to begin with');

    done(edit);
    assert.match(run(build).stderr, /source\.changed/, 'the checksum is held against the table');
    done(checksum);
    const built = run(build);
    assert.equal(built.status, 0, built.stderr);
    assert.doesNotMatch(built.stderr, /source\.changed/);
    const second = read_tree(site);
    assert.match(second.get(page).toString(), new_rate);
    expect_published(www, first, 'a build is no publish');

    done(preview);
    const opened = parts_of_zip(readFileSync(join(cwd, 'work/preview.zip')));
    assert.match(opened.get(`preview/${page}`).toString(), new_rate);
    const told = done(difference);
    assert.match(told, /24\.7.*25\.2/);
    const hash = /^(?:hash|ハッシュ): ([0-9a-f]{64})$/m.exec(told)[1];
    done(report);
    assert.ok(readFileSync(join(cwd, 'work/report.html'), 'utf8').includes(hash));

    writeFileSync(join(cwd, 'work/approval.toml'), approval);
    const refused = run(publish);
    assert.equal(refused.status, 1, 'another hash is approved');
    assert.match(refused.stderr, /approval\.hash/);
    expect_published(www, first, 'nothing goes out that was not approved');
    writeFileSync(join(cwd, 'work/approval.toml'), approval.replace(/^hash = .*/m, `hash = "${hash}"`));
    done(publish);
    expect_published(www, second, 'published');

    done(back);
    expect_published(www, first, 'rolled back');
    assert.match(readFileSync(join(www, page), 'utf8'), old_rate);
  });
}
