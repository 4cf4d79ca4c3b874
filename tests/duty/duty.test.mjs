// What a prefecture's programmes bind to publish: told by `check --duty`, shown by the block
// checklist, and kept back by `publish` as long as it is missing and not waived.
import assert from 'node:assert/strict';
import { appendFileSync, existsSync, lstatSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { sample, with_sample } from '../support/sample.mjs';
import { read_tree } from '../support/tree.mjs';
import { with_folder, yokoten } from '../support/yokoten.mjs';

const region = 'area-model-carried-2024';
const link = 'data-link-2023';
const night_shift = 'projects/night-shift-records.md';

const with_copy = (use) => with_sample([], use);
const edit = (folder, path, change) => {
  const file = join(folder, path);
  const [before, after] = [readFileSync(file, 'utf8'), change(readFileSync(file, 'utf8'))];
  assert.notEqual(after, before, `${path} was not changed`);
  writeFileSync(file, after);
};
const without = (folder, path) => rmSync(join(folder, path), { recursive: true });
const duties = (folder) => {
  const { exit, stdout } = yokoten(['check', folder, '--duty', '--format', 'json']);
  return { exit, all: JSON.parse(stdout).duties };
};
const with_state = (all, state) => all.filter((each) => each.binding && each.state === state).map(({ programme, item }) => `${programme} ${item}`).sort();
const waiver = (programme, item) => `
[[waiver]]
programme = "${programme}"
item = "${item}"
reason = "来年度に行うため"
decided_by = "担当課"
decided_on = 2025-09-30
`;

/** Returns what was published without the program's own record of it. */
function without_record(www) {
  const tree = read_tree(www);
  assert.ok(tree.delete('.yokoten-published.json'));
  return tree;
}

test('the sample publishes all that its programmes bind to', () => {
  const { exit, all } = duties(sample);
  assert.equal(exit, 0);
  assert.deepEqual(with_state(all, 'missing'), []);
  assert.deepEqual(new Set(all.map(({ programme }) => programme)), new Set([region, link]));
});

test('every address of the list is a page of the site', () => with_folder((folder) => {
  assert.equal(yokoten(['build', sample, '--into', join(folder, 's')]).exit, 0);
  const addresses = duties(sample).all.flatMap(({ pages }) => pages.map(({ address }) => address.replace('https://example.jp/tottori/', '')));
  assert.ok(addresses.length >= 12, addresses.join(' '));
  for (const address of addresses) assert.ok(existsSync(join(folder, 's', address, 'index.html')), address);
}));

test('the page of the list links to every one of them', () => with_folder((folder) => {
  yokoten(['build', sample, '--into', join(folder, 's')]);
  const html = readFileSync(join(folder, 's/duty/index.html'), 'utf8');
  for (const { pages } of duties(sample).all)
    for (const { address } of pages) {
      const path = address.replace('https://example.jp/tottori/', '');
      assert.ok(html.includes(`href="../${path}"`), path);
    }
}));

/** What is taken away → what is missing then, and nothing else. */
const taken_away = {
  'the page of a model project': [(folder) => without(folder, night_shift), [`${region} results`, `${region} visits`]],
  'the figures of a model project': [
    (folder) => edit(folder, night_shift, (text) => text.replace(/\n  results:\n(?:    .*\n)+/, '\n')), [`${region} results`]],
  'the text of a model project': [
    (folder) => edit(folder, 'projects/care-plan-data-link.md', (text) => `${text.slice(0, text.indexOf('\n---\n', 5))}\n---\n`), [`${link} results`]],
  'the visits of a model facility': [
    (folder) => edit(folder, night_shift, (text) => text.replace(/visit:\n    how:.*/, 'visit:\n    none: 改修中')), [`${region} visits`]],
  'all contacts': [
    (folder) => { without(folder, 'contacts.toml'); edit(folder, 'pages/contact.md', (text) => text.replace(/```[a-z]*\n```/g, '')); },
    [`${region} associations`, `${region} contact`, `${link} associations`, `${link} contact`]],
  'the associations': [
    (folder) => { edit(folder, 'contacts.toml', (text) => text.slice(0, text.indexOf('[[association]]'))); edit(folder, 'pages/contact.md', (text) => text.replace('```associations\n```', '')); },
    [`${region} associations`, `${link} associations`]],
  'the place of the associations': [
    (folder) => edit(folder, 'pages/contact.md', (text) => text.replace('```associations\n```', '')), [`${region} associations`, `${link} associations`]],
  'the place of centre and department': [
    (folder) => edit(folder, 'pages/contact.md', (text) => text.replace('```centre\n```', '').replace('```department\n```', '')),
    [`${region} contact`, `${link} contact`]],
  'the training of one programme': [
    (folder) => { for (const name of read_tree(join(folder, 'events')).keys()) { const file = join(folder, 'events', name); writeFileSync(file, readFileSync(file, 'utf8').replace(`programme = "${link}"`, '')); } },
    [`${link} training`]],
  'the year of the training': [
    (folder) => { for (const name of read_tree(join(folder, 'events')).keys()) { const file = join(folder, 'events', name); const text = readFileSync(file, 'utf8'); if (text.includes(link)) writeFileSync(file, text.replace(/= \d{4}-/g, '= 2015-')); } },
    [`${link} training`]],
  'the sentences under the headings of a model project': [
    (folder) => edit(folder, 'projects/care-plan-data-link.md', (text) => `${text.slice(0, text.indexOf('\n---\n', 5))}\n---\n# 進め方\n\n## 結果\n`), [`${link} results`]],
  'the calendar': [(folder) => edit(folder, 'pages/events.md', (text) => text.replace('```events\n```', '')), [`${region} training`, `${link} training`]],
  'the outcomes by service of the top page': [(folder) => edit(folder, 'pages/index.md', (text) => text.replace('by = "service"', 'by = "size"')), []],
  'all outcomes by service': [
    (folder) => { for (const name of ['index', 'indicator']) edit(folder, `pages/${name}.md`, (text) => text.replace('by = "service"', 'by = "size"')); }, [`${region} effects`]],
  'all outcomes by year': [(folder) => edit(folder, 'pages/indicator.md', (text) => text.replace('by = "year"', 'by = "size"')), [`${region} effects`]],
  'the list of sources': [(folder) => edit(folder, 'pages/data.md', (text) => text.replace('```sources\n```', '')), [`${region} sources`, `${link} sources`]],
};

for (const [what, [take, missing]] of Object.entries(taken_away)) {
  test(`without ${what} ${missing.length === 0 ? 'nothing' : 'exactly that'} is missing`, () => with_copy((folder) => {
    take(folder);
    const { exit, all } = duties(folder);
    assert.deepEqual(with_state(all, 'missing'), missing);
    assert.equal(exit, missing.length === 0 ? 0 : 1);
  }));
}

test('a finding stands at the programme for everything that is missing', () => with_copy((folder) => {
  without(folder, night_shift);
  const findings = yokoten(['check', folder, '--format', 'json']).stdout.split('\n').filter(Boolean).map((line) => JSON.parse(line));
  const found = findings.filter(({ code }) => code === 'duty.missing');
  assert.deepEqual(found.map(({ level, message }) => [level, message.split(':')[0]]), [['warning', `${region}, results`], ['warning', `${region}, visits`]]);
  const line = readFileSync(join(folder, 'programmes.toml'), 'utf8').split('\n')[found[0].row - 1];
  assert.match(line, /\[\[programme\]\]/);
}));

test('a site that lacks something is built, but not published', () => with_copy((folder, out) => {
  without(folder, night_shift);
  assert.equal(yokoten(['build', folder, '--into', join(out, 's')]).exit, 0);
  const { exit, stderr } = yokoten(['publish', join(out, 's'), join(out, 'www')]);
  assert.equal(exit, 1);
  assert.equal(stderr.match(/publish\.duty/g).length, 2);
  assert.ok(!existsSync(join(out, 'www')));
}));

test('with a reason for each it is published, and readers see the reason', () => with_copy((folder, out) => {
  without(folder, night_shift);
  writeFileSync(join(folder, 'duty.toml'), waiver(region, 'results') + waiver(region, 'visits'));
  const { exit, all } = duties(folder);
  assert.equal(exit, 0);
  assert.deepEqual(with_state(all, 'waived'), [`${region} results`, `${region} visits`]);
  assert.equal(yokoten(['build', folder, '--into', join(out, 's')]).exit, 0);
  assert.equal(yokoten(['publish', join(out, 's'), join(out, 'www')]).exit, 0);
  assert.deepEqual(without_record(join(out, 'www')), read_tree(join(out, 's')));
  assert.match(readFileSync(join(out, 'www/duty/index.html'), 'utf8'), /来年度に行うため（担当課、令和7（2025）年9月30日）/);
}));

test('a waiver of one programme does not excuse the other', () => with_copy((folder) => {
  edit(folder, 'pages/events.md', (text) => text.replace('```events\n```', ''));
  writeFileSync(join(folder, 'duty.toml'), waiver(region, 'training'));
  assert.deepEqual(with_state(duties(folder).all, 'missing'), [`${link} training`]);
}));

for (const [what, text, code] of [
  ['something that is published', waiver(region, 'training'), 'waiver.met'],
  ['a programme without a clause', waiver('technology-2023', 'training'), 'waiver.programme'],
  ['no programme', waiver('nothing', 'training'), 'waiver.programme'],
  ['no item', waiver(region, 'trainings'), 'waiver.item'],
  ['the same thing twice', waiver(region, 'training') + waiver(region, 'training'), 'waiver.twice'],
  ['something without a reason', waiver(region, 'training').replace(/reason.*/, ''), 'toml.missing'],
]) {
  test(`a waiver of ${what} is ${code}`, () => with_copy((folder) => {
    writeFileSync(join(folder, 'duty.toml'), text);
    const codes = yokoten(['check', folder, '--format', 'json']).stdout.split('\n').filter(Boolean).map((line) => JSON.parse(line)).filter(({ file }) => file.endsWith('duty.toml')).map(({ code: found }) => found);
    assert.ok(codes.includes(code), codes.join(' '));
  }));
}

test('before the year of the first report its effects are not due', () => with_copy((folder) => {
  edit(folder, 'programmes.toml', (text) => `${text}\n[[programme]]\nid = "late"\ntitle = "後の事業"\nexecuted = 2025\nclause = "model-region"\nbudget = 2024\n`);
  const [late] = duties(folder).all.filter(({ programme, item }) => programme === 'late' && item === 'effects');
  assert.equal(late.state, 'later');
}));

test('a publication without such a programme has no duties', () => {
  const { exit, stdout } = yokoten(['--lang', 'en', 'check', 'data/national', '--duty']);
  assert.equal(exit, 0);
  assert.match(stdout, /no programme in programmes\.toml has a clause/);
});

test('what still says 【記入】 is not published', () => with_folder((folder) => {
  yokoten(['new', join(folder, 'p')]);
  assert.equal(yokoten(['build', join(folder, 'p'), '--into', join(folder, 's')]).exit, 0);
  const { exit, stderr } = yokoten(['publish', join(folder, 's'), join(folder, 'www')]);
  assert.equal(exit, 1);
  assert.match(stderr, /publish\.unfilled/);
}));

test('a failed publish leaves what stands there', () => with_copy((folder, out) => {
  yokoten(['build', folder, '--into', join(out, 's')]);
  assert.equal(yokoten(['publish', join(out, 's'), join(out, 'www')]).exit, 0);
  const before = read_tree(join(out, 'www'));
  appendFileSync(join(out, 's/index.html'), ' ');
  assert.equal(yokoten(['publish', join(out, 's'), join(out, 'www')]).exit, 1);
  assert.deepEqual(read_tree(join(out, 'www')), before);
}));

test('a site is found by any of its names', () => with_folder((folder) => {
  assert.equal(yokoten(['build', sample, '--into', join(folder, 's')]).exit, 0);
  symlinkSync('s', join(folder, 'link'));
  for (const [site, cwd, to] of [['.', 's', '../a'], ['./', 's', '../b'], ['../s', 's', '../c'], ['../link/', 's', '../d'], ['link', '.', 'e']]) {
    const { exit, stderr } = yokoten(['publish', site, to], { cwd: join(folder, cwd) });
    assert.equal(exit, 0, `${site}: ${stderr}`);
  }
  assert.deepEqual(read_tree(join(folder, 'a')), read_tree(join(folder, 'e')));
  assert.equal(yokoten(['publish', '.', 'inside'], { cwd: join(folder, 's') }).exit, 1);
}));

test('a link to a folder stays, and the folder has the site', () => with_folder((folder) => {
  assert.equal(yokoten(['build', sample, '--into', join(folder, 's')]).exit, 0);
  mkdirSync(join(folder, 'real'));
  symlinkSync('real', join(folder, 'www'));
  for (const slash of ['', '/']) {
    assert.equal(yokoten(['publish', join(folder, 's'), join(folder, 'www') + slash]).exit, 0);
    assert.ok(lstatSync(join(folder, 'www')).isSymbolicLink());
    assert.deepEqual(without_record(join(folder, 'real')), read_tree(join(folder, 's')));
  }
}));

const file = (path) => writeFileSync(path, 'mine'), link_to_nothing = (path) => symlinkSync('nowhere', path);
for (const [verb, what, make] of [['build', 'a file', file], ['publish', 'a file', file], ['publish', 'a link to nothing', link_to_nothing]])
  test(`${verb} does not replace ${what}`, () => with_folder((folder) => {
    assert.equal(yokoten(['build', sample, '--into', join(folder, 's')]).exit, 0);
    const target = join(folder, 'www');
    make(target);
    const before = lstatSync(target).ino;
    const { exit, stderr } = yokoten(verb === 'build' ? ['build', sample, '--into', target] : ['publish', join(folder, 's'), target]);
    assert.equal(exit, 1, stderr);
    assert.equal(lstatSync(target).ino, before);
  }));

test('publishing elsewhere than to a folder is wrong usage', () => with_folder((folder) => {
  mkdirSync(join(folder, 's'));
  assert.equal(yokoten(['publish', join(folder, 's'), 's3://bucket/site']).exit, 2);
}));
