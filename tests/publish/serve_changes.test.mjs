// What `yokoten serve` makes of changes: texts of pages, templates and styles are taken in without measuring anew, and come to what a build makes of them.
import assert from 'node:assert/strict';
import { readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { change_unseen, with_draft } from '../support/drafts.mjs';
import { home } from '../support/yokoten.mjs';

const program_template = (path) => readFileSync(join(home, 'templates', path), 'utf8');
const sentence = '<p>2 × 2 = 4</p>';
const layout = program_template('layouts/page.html').replace('</body>', `${sentence}</body>`);

for (const [what, file, change] of [
  ['the text of a page', 'pages/index.md', (text) => `${text}\n2 × 2 = 4\n`],
  ['the text of a page in another language', 'pages/index.en.md', (text) => `${text}\n2 × 2 = 4\n`],
  ['the text of a case', 'cases/tottori.md', (text) => `${text}\n2 × 2 = 4\n`],
  ['a template', 'templates/layouts/page.html', () => layout],
])
  test(`${what} is taken in, and nothing else is read or measured for it`, () => with_draft('english', async (draft) => {
    if (file.startsWith('templates/')) await draft.put(file, program_template('layouts/page.html'));
    change_unseen(draft, 'publication.toml', (toml) => toml.replace('as_of = 2024-12-31', 'as_of = 2024-12-30'));
    await draft.put(file, change(draft.text(file)));
    assert.match(await draft.page({ 'pages/index.en.md': 'en/', 'cases/tottori.md': 'cases/tottori/' }[file] ?? ''), /2 × 2 = 4/);
    assert.match(await draft.page('data/catalog.jsonld'), /2024-12-31/);
    await draft.put('sources.toml', draft.text('sources.toml'));
    assert.match(await draft.page('data/catalog.jsonld'), /2024-12-30/, 'the other file was never changed');
  }));

test('after one change and another, everything is served as a build makes it', () => with_draft('english', async (draft) => {
  const colour = '\n.lead { outline: 0.1rem solid }\n';
  for (const [file, change] of [
    ['pages/index.md', (text) => text.replace('## 要点', '## 今の要点')],
    ['pages/index.en.md', (text) => `${text}\nOne more sentence with [a link](/about/).\n`],
    ['templates/layouts/page.html', () => layout.replace('2 × 2 = 4', '1 + 1 = 2')],
    ['templates/styles/content.css', () => program_template('styles/content.css') + colour],
    ['templates/layouts/page.html', () => program_template('layouts/page.html')],
    ['pages/about.md', (text) => text.replace(/^title: .*$/m, 'title: この見本について（改）')],
    ['cases/tottori.md', (text) => `${text}\nもう一つの文です。\n`],
    ['pages/about.md', (text) => `${text}\n\n\`\`\`corrections\n\`\`\`\n`],
  ]) {
    const before = file.startsWith('templates/') ? '' : draft.text(file);
    assert.notEqual(change(before), before, file);
    const state = await draft.put(file, change(before));
    assert.equal(state.shown, state.version, `${file}: ${JSON.stringify(state.findings)}`);
    assert.deepEqual(await draft.otherwise(), [], file);
  }
}));

for (const [what, file, change, code] of [
  ['a link that leads nowhere', 'pages/index.md', (text) => `${text}\n[ない](/nowhere/)\n`, 'link.missing'],
  ['a place that is to be filled in', 'pages/index.md', (text) => `${text}\n【記入】\n`, 'publication.unfilled'],
  ['a placeholder that the translation has lost', 'pages/index.md', (text) => `${text}\n{{desks.310000.value}}\n`, 'translation.placeholder'],
  ['a template with a tag that is not closed', 'templates/layouts/page.html', () => layout.replace('</body>', '{{#open}}</body>'), 'template.syntax'],
])
  test(`${what} is told once it is written, and is gone once it is mended`, () => with_draft('english', async (draft) => {
    const good = file.startsWith('templates/') ? layout : draft.text(file);
    const told = await draft.put(file, change(good));
    assert.ok(told.findings.some((each) => each.code === code), JSON.stringify(told.findings));
    const mended = await draft.put(file, good);
    assert.equal(mended.shown, mended.version);
    assert.ok(mended.findings.every((each) => each.code !== code), JSON.stringify(mended.findings));
    assert.deepEqual(await draft.otherwise(), []);
  }));

test('a page that an editor puts in the place of the old one is taken in', () => with_draft('english', async (draft) => {
  const other = join(draft.draft, 'pages/index.md.x7Yq');
  const changed = draft.until(() => true);
  writeFileSync(other, `${draft.text('pages/index.md')}\n2 × 2 = 4\n`);
  renameSync(other, join(draft.draft, 'pages/index.md'));
  await changed;
  assert.match(await draft.page(''), /2 × 2 = 4/);
}));

test('a page that becomes a link is refused, as a build refuses it', () => with_draft('english', async (draft) => {
  const file = join(draft.draft, 'pages/about.md'), moved = join(draft.folder, 'about.md');
  renameSync(file, moved);
  symlinkSync(moved, file);
  const told = await draft.until((state) => state.version !== state.shown);
  assert.ok(told.findings.some(({ code }) => code === 'publication.link'), JSON.stringify(told.findings));
}));

test('a model project that says nothing any more is told as a duty', () => with_draft('data/prefecture', async (draft) => {
  const file = 'projects/night-shift-records.md', good = draft.text(file);
  const has_duty = ({ findings }) => findings.some(({ code }) => code === 'duty.missing');
  assert.ok(has_duty(await draft.put(file, good.replace(/^(---\n.*?\n---\n).*$/s, '$1# 夜勤\n'))));
  assert.ok(!has_duty(await draft.put(file, good)));
}));

test('the search knows of the centres that a page shows now', () => with_draft('data/national', async (draft) => {
  const before = await draft.page('search/more.js');
  let state;
  for (const file of ['pages/prefecture.md', 'pages/prefecture.en.md'])
    state = await draft.put(file, draft.text(file).replace(/(```directory\nsources = \["[^"]*").*\]/, '$1]').replace(/^kind = \{ consultation-centres.*\n/m, ''));
  assert.equal(state.version, state.shown, JSON.stringify(state.findings));
  assert.ok(await draft.page('search/more.js') !== before, 'search/more.js is as it was');
}));

test('a page that is taken away while it changes is gone', () => with_draft('english', async (draft) => {
  writeFileSync(join(draft.draft, 'pages/about.md'), `${draft.text('pages/about.md')}\nEin Satz.\n`);
  for (const name of ['about.md', 'about.en.md']) rmSync(join(draft.draft, 'pages', name));
  await draft.until(() => true);
  for (let tries = 0; tries < 600 && (await fetch(`${draft.address}about/`)).status === 200; ++tries) await new Promise((done) => { setTimeout(done, 100); });
  assert.equal((await fetch(`${draft.address}about/`)).status, 404);
}));
