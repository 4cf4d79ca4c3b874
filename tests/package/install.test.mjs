// `cmake --install`: the program runs from where it was put, anywhere, for somebody who may not write there.
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import test, { after, before } from 'node:test';
import { differing_folders, paths } from '../support/tree.mjs';
import { home, yokoten } from '../support/yokoten.mjs';
import { is_of_publication, relative_links_in } from '../docs/markdown.mjs';
import { build, given, Installed, odd_permissions, of_source_tree, open_folder, run, work_folder } from './installed.mjs';

const folder = open_folder();
const prefix = join(folder, 'opt/kpi tools'); // no usual place, and a name that has to be quoted
const work = work_folder(folder, 'work');
const installed = new Installed(prefix, work);
const asked = []; // the paths that any verb asked for

/** Runs a verb from the installed tree and returns its standard output. */
function verb(...args) {
  const { stdout, asked: paths } = installed.yokoten(args);
  asked.push(...paths);
  return stdout;
}

before(() => {
  run('cmake', ['--install', build, '--prefix', prefix]);
  given(join(home, 'tests/cases/small-publication/input'), join(work, 'small'));
});
after(() => rmSync(folder, { recursive: true, force: true }));

test('what is installed is for everybody to read', () => assert.deepEqual(odd_permissions(folder + '/opt'), []));

test('new begins a publication, from what was installed', () => {
  verb('new', 'data/tottori', '--kind', 'prefecture', '--prefecture', '鳥取県');
  assert.ok(existsSync(join(work, 'data/tottori/publication.toml')));
  assert.match(verb('check', 'data/tottori', '--format', 'json'), /"publication\.unfilled"/);
});

test('new writes a workbook, and check reads it', () => {
  verb('new', 'book.xlsx', '--kind', 'prefecture', '--prefecture', '鳥取県');
  assert.match(verb('check', 'book.xlsx', '--format', 'json'), /"publication\.unfilled"/);
});

test('build makes the same site as the program that was not installed', () => {
  verb('build', 'small');
  const other = join(folder, 'other');
  const { exit, stderr } = yokoten(['build', join(work, 'small'), '--into', other]);
  assert.equal(exit, 0, stderr);
  assert.ok(readdirSync(other).length > 10);
  assert.deepEqual(differing_folders(join(work, 'site/small'), other), []);
});

test('publish puts it where it is served, with the headers that were installed', () => {
  verb('publish', 'site/small', 'www/small', '--headers');
  const rules = readFileSync(join(work, 'www/small/_headers'), 'utf8');
  assert.ok(rules.startsWith(readFileSync(join(home, 'hosting/_headers'), 'utf8')));
});

test('diff writes its report in the installed style', () => {
  const report = verb('diff', 'www/small', 'site/small', '--format', 'html');
  assert.match(report, /^<!DOCTYPE html>[^]*<style>[^]*\.[a-z]/);
});

test('explain names the cells of a figure', () => {
  const [indicator] = readdirSync(join(work, 'small/indicators')).map((name) => name.replace('.toml', ''));
  assert.match(verb('explain', 'small', indicator, '鳥取県'), /raw\/\S+:\d+:\d+ /);
});

test('table proposes an entry, which takes the areas', () => {
  given(join(home, 'data/national/raw/careplan_link_prefecture_2024-09-13.csv'), join(work, 'table.csv'));
  assert.match(verb('table', 'table.csv', '--propose'), /^\[\[source\]\]\n/);
});

test('chart draws', () => {
  given(join(home, 'data/handbook/charts/offices.vl.json'), join(work, 'offices.vl.json'));
  assert.match(verb('chart', 'offices.vl.json'), /^<svg [^]*<\/svg>\s*$/);
});

test('pull says what a publication has from the web', () => assert.match(verb('pull', 'small'), /\S/));

test('serve answers', async () => {
  asked.push(...await installed.while_served('small', async (address) => {
    const top = await fetch(address);
    assert.equal(top.status, 200);
    assert.match(await top.text(), /<h1[ >]/);
    assert.equal((await fetch(`${address}_yokoten/panel.css`)).status, 200);
  }));
});

test('no verb asked for anything in the tree that the program was compiled from', () => {
  assert.ok(asked.some((path) => path.startsWith(join(prefix, 'share/yokoten/templates'))), 'strace saw nothing');
  assert.deepEqual([...new Set(of_source_tree(asked))], []);
});

test('YOKOTEN_HOME goes before what lies beside the program', () => {
  const empty = join(folder, 'empty');
  mkdirSync(empty);
  const options = installed.options();
  assert.throws(() => run(installed.program, ['check', 'small'], { ...options, env: { ...options.env, YOKOTEN_HOME: empty } }), /empty\//);
});

test('a program without what it runs on says where that would be', () => {
  const alone = join(folder, 'alone/bin');
  mkdirSync(alone, { recursive: true });
  cpSync(installed.program, join(alone, 'yokoten'));
  assert.throws(() => run(join(alone, 'yokoten'), ['check', 'small'], installed.options()), new RegExp(`${join(folder, 'alone')}/share/yokoten/`));
});

// Programs of other presets hold it for debuggers.
if (basename(build) === 'build') {
  test('the program does not hold where it was compiled, so that it is the same from any folder', () => {
    assert.ok(!readFileSync(installed.program).includes(home));
  });
}

test('links between the installed documents lead to a file', () => {
  const documents = join(prefix, 'share/doc/yokoten');
  const pages = paths(documents).filter((path) => path.endsWith('.md') && !is_of_publication(path));
  assert.ok(pages.length > 50, `only ${pages.length}`);
  const dead = pages.flatMap((file) => relative_links_in(readFileSync(join(documents, file), 'utf8')).map((to) => [file, to]))
    .filter(([file, to]) => !existsSync(join(documents, dirname(file), decodeURI(to.split('#')[0]))));
  assert.deepEqual(dead.map(([file, to]) => `${file}: ${to}`), []);
});
