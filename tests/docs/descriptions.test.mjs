// What the descriptions of formats show is understood: each example is laid where it belongs, and every finding about it is known.
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import test, { after } from 'node:test';
import { home, with_folder, yokoten } from '../support/yokoten.mjs';
import { blocks, documented_keys, documents } from './markdown.mjs';

const small = join(home, 'tests/cases/small-publication/input');
const folder = mkdtempSync(join(tmpdir(), 'yokoten-descriptions-'));
after(() => rmSync(folder, { recursive: true, force: true }));

// ---- Laying an example where it belongs

/** Returns the findings of `check` on a publication with these files laid over it; small unless `sample` says otherwise. */
function findings_with(files, sample = small) {
  return with_folder((parent) => {
    cpSync(sample, parent, { recursive: true });
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(parent, path)), { recursive: true });
      writeFileSync(join(parent, path), text);
    }
    const { exit, stdout, stderr } = yokoten(['check', parent, '--format', 'json', '--lang', 'en']);
    assert.ok(exit === 0 || exit === 1, stderr);
    return stdout.split('\n').filter(Boolean).map((line) => JSON.parse(line));
  });
}

/** Returns the codes of errors, each once, sorted. */
function errors_with(files, sample) {
  const errors = findings_with(files, sample).filter(({ level }) => level === 'error');
  return [...new Set(errors.map(({ code }) => code))].sort();
}

const file_of = (publication) => (path) => readFileSync(join(publication, path), 'utf8');
const [national, prefecture] = ['data/national', 'data/prefecture'].map((path) => join(home, path));
const [small_file, national_file, prefecture_file] = [small, national, prefecture].map(file_of);

const documented = `[[source]]
id = "documented"
title = "説明書の例"
publisher = "試験のための発行者"
document = "説明書"
url = "file:raw/documented.csv"
sha256 = "${'0'.repeat(64)}"
`;

/** A source that has `keys`, the example and a table of these lines. */
const source_of = (keys, lines, text) => ({ 'sources.toml': `${small_file('sources.toml')}\n${documented}${keys}\n${text}\n`, 'raw/documented.csv': `${lines.join('\n')}\n` });
const of_prefectures = 'area = "都道府県"\nperiod = 2023-09-13\n'; // another than that of the small publication's own table
const counted = (...measures) => `[source.columns]\n${measures.map((each) => `${each} = "${each}"`).join('\n')}\n`;
const shapes = () => readFileSync(join(home, 'tests/cases/map-of-real-shapes/input/raw/borders.json'), 'utf8')
  .replace('"prefs"', '"municipalities"').replaceAll('"prefecture_code"', '"lg_code"').replaceAll('"prefecture_name"', '"city_name"');

/** The table that a source's example begins with, or its first key, and what it stands on. */
const sources = {
  '[source.group]': (text) => source_of('area = "市区町村コード"\nlevel = "municipality"\nperiod = "月"\n', ['月,市区町村コード,サービス種類,申請', '2024-09,312011,訪問介護,3'], `${text}\n[source.breakdown]\nservice = "サービス種類"`),
  '[source.columns]': (text) => source_of(of_prefectures, ['都道府県,事業所件数,申請件数,費目,第一期,第二期,回答数合計,申請率_印字(%),事業所番号', '鳥取県,10,5,人件費,2,1,3,50.0,3179900018'], text),
  '[source.check]': (text) => source_of(of_prefectures + counted('offices'), ['都道府県,offices', '鳥取県,10'], text),
  '[source.disclosure]': (text) => source_of(of_prefectures + counted('users', 'offices', 'people'), ['都道府県,users,offices,people', '鳥取県,10,5,500000'], text),
  object: (text) => ({ 'sources.toml': `${small_file('sources.toml')}\n${documented.replace('.csv', '.json')}kind = "boundaries"\n${text}`, 'raw/documented.json': shapes() }),
};
const indicator = 'title = "説明書の例"\nunit = "件"\nlevels = ["nation", "prefecture"]\n';
const untranslated = ['translation.missing']; // the national sample is in two languages, the example in one
const of_reports = /^(outcome|share_of_units) /;

/** What a piece of a description stands on, by the document that shows it: `files`, in `sample`, with the errors that are `allowed`. */
const laid_out = {
  'generator/read/publication.md': (text) => ({ files: { 'publication.toml': `${small_file('publication.toml')}\n${text}`, 'look/mark.svg': mark, 'look/mark-dark.svg': mark } }),
  'generator/read/sources.md': (text) => (text.startsWith('[source.framework]')
    ? { sample: national, files: { 'sources.toml': with_table(national_file('sources.toml'), text) } } : { files: sources[/^(\[[^\]]+\]|\w+)/.exec(text)[0]](text) }),
  'generator/read/effect-reports.md': (text) => ({ sample: prefecture, files: { 'sources.toml': with_table(prefecture_file('sources.toml'), text) } }),
  'generator/read/programmes.md': (text) => ({ files: { 'programmes.toml': text } }),
  'generator/read/events.md': (text) => ({ sample: prefecture, files: { 'events/documented.toml': text } }),
  'generator/read/glossary.md': (text) => ({ files: { 'glossary.toml': text } }),
  'generator/read/contacts.md': (text) => ({ files: { 'contacts.toml': text } }),
  'generator/read/duty.md': (text) => ({ sample: prefecture, files: { 'duty.toml': text } }),
  'generator/read/accessibility.md': (text) => ({ files: { 'accessibility.toml': text }, allowed: ['accessibility.missing'] }), // 55 criteria less one
  'generator/read/cases.md': (text) => ({ files: { 'publication.toml': `${small_file('publication.toml')}\n${text}` } }),
  'generator/read/corrections.md': (text) => ({ sample: national, files: { 'corrections.toml': national_file('corrections.toml').replace(/\[\[correction\]\][^]*?(?=\n\[\[)/, text) }, allowed: untranslated }),
  'generator/read/indicators.md': (text) => ({ sample: of_reports.test(text) ? prefecture : national, files: { 'indicators/documented.toml': indicator + text }, allowed: of_reports.test(text) ? [] : untranslated }),
  'generator/publish/outcomes.md': (text) => ({ files: text.startsWith('#') ? { 'indicators/overtime.toml': text, 'sources.toml': with_outcomes() } : { 'sources.toml': `${small_file('sources.toml')}\n${text}` } }),
  'generator/publish/observations.md': (text) => ({ files: source_of(`area = "area_code"\nperiod = "period"\n${text}`, ['indicator,area_code,period,breakdown,numerator', 'overtime,310000,2024,,7'], '[source.columns]\nchange = "numerator"') }),
  'generator/pull/databases.md': (text) => ({ files: { 'sources.toml': `${small_file('sources.toml')}\n${text}`, 'queries/adoption.sql': asked_query }, allowed: ['source.missing'] }), // nobody has asked the database
};
const mark = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>';
const shown_as = (file, word) => blocks(file).filter((block) => block.word === word).map(({ text }) => text);
const with_outcomes = () => `${small_file('sources.toml')}\n${shown_as('generator/publish/outcomes.md', 'toml')[0]}`;
const [asked_query] = shown_as('generator/pull/databases.md', 'sql');

/** Returns the text with its last table of the example's name replaced by the example. */
function with_table(text, example) {
  const name = example.split(/\s/)[0];
  const at = text.lastIndexOf(name);
  const end = text.indexOf('\n\n', at);
  return text.slice(0, at) + example + (end < 0 ? '' : text.slice(end));
}

const errors_of = (file, text) => { const { files, sample } = laid_out[file](text); return errors_with(files, sample); };

/** What tells where a file was pulled from is held against what a pull writes: tests/engines/postgres.test.mjs. */
const is_provenance = (text) => text.startsWith('address = ');
/** Returns [line, text] of what a document shows as TOML; of formulas an indicator has one, so each stands alone. */
function examples(file) {
  const shown = blocks(file).filter(({ word, text }) => word === 'toml' && !is_provenance(text));
  if (!file.endsWith('indicators.md')) return shown.map(({ line, text }) => [line, text]);
  return shown.flatMap(({ line, text }) => text.split('\n').map((formula, at) => [line + at, formula]));
}

// ---- Descriptions

for (const file of Object.keys(laid_out)) {
  test(`${file} shows something`, () => assert.ok(examples(file).length > 0));

  for (const [line, text] of examples(file)) {
    const { allowed = [] } = laid_out[file](text);
    test(`the example at ${file}:${line} is understood`, () => assert.deepEqual(errors_of(file, text), allowed));
    test(`a key too many in the example at ${file}:${line} is found`, () => assert.ok(errors_of(file, with_unknown_key(text)).includes('toml.unknown')));
  }
}

/** Returns the example with a key that does not exist, in its first table; tables of sources have names of the publisher's own. */
const with_unknown_key = (text) => (/^(\[source\.|object)/.test(text) ? `${text}\n[source.no_such_key]\n` : text.replace(/^((#.*\n|\[[^\n]*\n)*)/, '$1no_such_key = 1\n'));

// Its keys are texts of the publication, so none is unknown.
const translations = 'generator/read/translations.md';
const not_taken = (text) => errors_with({ 'publication.toml': small_file('publication.toml').replace('language = "ja"', 'language = ["ja", "en"]'), 'translations/en.toml': text });
for (const [line, text] of examples(translations)) {
  test(`the example at ${translations}:${line} is understood`, () => {
    assert.ok(not_taken('= [\n').includes('toml.syntax'), 'it is read');
    assert.deepEqual(not_taken(text), ['translation.page']); // the small publication has no English pages
  });
}

/** Returns the files with one key set, in place of what the small publication says for it. */
const with_key = {
  'generator/read/publication.md': (key) => ({
    'publication.toml': small_file('publication.toml').replace(new RegExp(`^${key} =.*$`, 'm'), '') + `\n${key} = "x"\n`,
  }),
  'generator/read/sources.md': (key) => ({
    'sources.toml': (small_file('sources.toml') + documented).replace(new RegExp(`^${key} =.*\\n(?![\\s\\S]*^${key} =)`, 'm'), '') + `${key} = "x"\n`,
  }),
  'generator/read/indicators.md': (key) => ({
    'indicators/documented.toml': indicator.replace(new RegExp(`^${key} =.*\\n`, 'm'), '') + `${key} = "x"\n`,
  }),
};

for (const [file, files] of Object.entries(with_key)) {
  test(`every key in the table of ${file} is known to the program`, () => {
    const keys = documented_keys(file);
    assert.ok(keys.length > 10, keys.join(' '));
    const unknown = keys.filter((key) => errors_with(files(key)).includes('toml.unknown'));
    assert.deepEqual(unknown, []);
  });
}

test('the model project that projects.md shows is understood', () => {
  const [{ text }] = blocks('generator/read/projects.md').filter(({ word }) => word === 'yaml');
  const codes = (front) => errors_with({ 'projects/documented.md': `---\n${front}\n---\n# 例\n` });
  assert.deepEqual(codes(text), ['project.document']); // its file is not there
  assert.deepEqual(codes(text.replace('contact:', 'contacts:')), ['project.document', 'project.unknown']);
});

test('the case that cases.md shows is understood', () => {
  const [{ text }] = blocks('generator/read/cases.md').filter(({ word }) => word === 'yaml');
  const codes = (front) => errors_with({ 'cases/documented.md': `---\n${front}\n---\n# 例\n` });
  assert.deepEqual(codes(text), ['case.photo']); // its file is not there
  assert.deepEqual(codes(text.replace('themes:', 'theme:')), ['case.missing', 'case.photo', 'case.unknown']);
});

test('the words that cases.md lists are those of the program', () => {
  const rows = readFileSync(join(home, 'generator/read/cases.md'), 'utf8').split('\n')
    .filter((line) => /^\| `(technology|themes|size)`/.test(line));
  assert.equal(rows.length, 3);
  const said = rows.map((row) => [...row.split('|')[2].matchAll(/`([a-z0-9-]+)` ([^,:|]+)/g)]);
  const source = readFileSync(join(home, 'generator/model/case_words.cpp'), 'utf8');
  const known = [...source.matchAll(/\{"([a-z0-9-]+)", "([^"]+)", "[^"]+"\}/g)].map(([, code, title]) => `${code} ${title}`);
  assert.deepEqual(said.flat().map(([, code, title]) => `${code} ${title.trim()}`), known);
});

// ---- Pages: what generator/page/pages.md shows

const pages = 'generator/page/pages.md';
const front = '---\ntitle: "説明書の例"\n---\n# 説明書の例\n\n';

test('every block in the table of the page grammar is known to the program', () => {
  const names = documented_keys(pages, 2);
  assert.ok(names.length > 20, names.join(' '));
  const unknown = findings_with({ 'pages/documented.md': front + names.map((name) => `\`\`\`${name}\n\`\`\`\n`).join('\n') })
    .filter(({ code }) => code === 'block.unknown').map(({ message }) => message);
  assert.deepEqual(unknown, []);
});

test('the program names what is no block', () => {
  const found = findings_with({ 'pages/documented.md': `${front}\`\`\`no-such-block\n\`\`\`\n` });
  assert.ok(found.some(({ code }) => code === 'block.unknown'));
});

test('the columns that the page grammar shows can be built in the national publication', () => {
  const [{ text }] = blocks(pages);
  const publication = join(folder, 'national');
  cpSync(join(home, 'data/national'), publication, { recursive: true });
  for (const name of ['documented.md', 'documented.en.md']) writeFileSync(join(publication, 'pages', name), `${front}## 例\n\n${text}\n`);
  const run = yokoten(['check', publication, '--lang', 'en']);
  assert.equal(run.exit, 0, run.stdout);
});
