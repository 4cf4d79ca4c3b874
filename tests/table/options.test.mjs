// Every option of `yokoten table` against every format: it changes what is read, or is refused by name.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { xlsx_of } from '../spreadsheets/reading.mjs';
import { yokoten } from '../support/yokoten.mjs';
import { zip_of } from '../support/zip.mjs';

const folder = mkdtempSync(join(tmpdir(), 'yokoten-table-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const urn = 'urn:oasis:names:tc:opendocument:xmlns:';
const ods = zip_of([
  ['mimetype', 'application/vnd.oasis.opendocument.spreadsheet'],
  ['content.xml', `<office:document-content xmlns:office="${urn}office:1.0" xmlns:table="${urn}table:1.0" xmlns:text="${urn
  }text:1.0"><office:body><office:spreadsheet><table:table table:name="a">${[['県', '件数'], ['鳥取県', '1'], ['島根県', '2']].map((row) => `<table:table-row>${
    row.map((cell) => `<table:table-cell office:value-type="string"><text:p>${cell}</text:p></table:table-cell>`).join('')}</table:table-row>`).join('')
  }</table:table></office:spreadsheet></office:body></office:document-content>`],
]);
const cell = (text) => `<c t="str"><v>${text}</v></c>`;
const xlsx = xlsx_of(['県,件数', '鳥取県,1', '島根県,2'].map((row) => `<row>${row.split(',').map(cell).join('')}</row>`).join(''));
const estat = JSON.stringify({
  GET_STATS_DATA: {
    RESULT: { STATUS: 0 },
    STATISTICAL_DATA: {
      CLASS_INF: { CLASS_OBJ: { '@id': 'area', '@name': '地域', CLASS: { '@code': '31000', '@name': '鳥取県' } } },
      DATA_INF: { VALUE: [{ '@area': '31000', $: '492' }] },
    },
  },
});

/** What a format's file holds, and the options that it has a use for. */
const formats = {
  csv: ['県,件数\n鳥取県,1\n島根県,2\n', ['encoding', 'header', 'skip', 'range']],
  tsv: ['県\t件数\n鳥取県\t1\n島根県\t2\n', ['encoding', 'header', 'skip', 'range']],
  xlsx: [xlsx, ['sheet', 'header', 'skip', 'range']],
  ods: [ods, ['sheet', 'header', 'skip', 'range']],
  json: ['[{"県":"鳥取県","件数":1},{"県":"島根県","件数":2}]', ['encoding', 'rows-at']],
  estat: [estat, ['encoding']],
  'sdmx-csv': ['DATAFLOW,OBS_VALUE\n県,1\n市,2\n', ['encoding', 'header', 'skip', 'range']],
};
const options = { encoding: 'euc-jp', sheet: 'b', header: '2', skip: '2', range: 'B1:B9', 'rows-at': '/0' };

for (const [format, [bytes, used]] of Object.entries(formats)) {
  const path = join(folder, format);
  writeFileSync(path, bytes);
  const table = (...more) => yokoten(['table', path, '--from', format, '--lang', 'en', ...more]);
  const plain = table();

  test(`${format} is read by its name alone`, () => assert.equal(plain.exit, 0, plain.stderr));

  for (const [option, value] of Object.entries(options)) {
    test(`--${option} is ${used.includes(option) ? 'used' : 'refused'} for ${format}`, () => {
      const run = table(`--${option}`, value);
      const refusal = `${option.replace('-', '_')} has no meaning for ${format}\n`;
      if (used.includes(option)) assert.notDeepEqual([run.stdout, run.exit], [plain.stdout, plain.exit]);
      assert.equal(run.stderr.endsWith(refusal), !used.includes(option), run.stderr);
      if (!used.includes(option)) assert.equal(run.exit, 1);
    });
  }

  test(`${format} is printed as JSON too`, () => {
    const rows = JSON.parse(table('--format', 'json').stdout);
    assert.equal(rows.length, plain.stdout.trimEnd().split('\n').length - 1);
  });
}

// ---- Options that contradict each other

const csv = join(folder, 'csv');
for (const [words, message] of [
  [['--range', 'A2:B9'], 'the headings in row 1 are not in range'],
  [['--header', '9', '--range', 'A2:B9'], 'the headings in row 9 are not in range'],
  [['--header', '2,3', '--skip', '3-5'], 'skip leaves out row 3, which holds headings'],
  [['--header', '3,2'], "--header can't be 3,2"],
  [['--skip', 'x'], "--skip can't be x"],
  [['--encoding', 'latin1'], "--encoding can't be latin1"],
  [['--rows-at', 'a'], "--rows-at can't be a"],
  [['--sheet', ''], 'it is empty'],
  [['--propose', '--format', 'json'], 'excludes'],
]) {
  test(`${words.join(' ')} is wrong usage`, () => {
    const run = yokoten(['table', csv, '--from', 'csv', '--lang', 'en', ...words]);
    assert.equal(run.exit, 2);
    assert.equal(run.stdout, '');
    assert.ok(run.stderr.includes(message), run.stderr);
  });
}

// ---- Files that are too large

test('a file of more than 256 MiB is refused before it is read', () => {
  const path = join(folder, 'large.csv');
  writeFileSync(path, '');
  truncateSync(path, 50e9);
  const run = yokoten(['table', path, '--lang', 'en']);
  assert.equal(run.exit, 1);
  assert.equal(run.stderr, `${path}: error table.limit the file has more than 268435456 bytes\n`);
});

test('a source of more than 256 MiB is refused before it is read, and is not said to be missing or changed', () => {
  const publication = join(folder, 'publication');
  mkdirSync(join(publication, 'raw'), { recursive: true });
  mkdirSync(join(publication, 'pages'));
  writeFileSync(join(publication, 'publication.toml'), 'title = "t"\npublisher = "p"\nlanguage = "ja"\nbase_url = "https://example.go.jp/a/"\nlicence = "PDL1.0"\nas_of = 2024-12-31\n');
  writeFileSync(join(publication, 'pages/index.md'), '---\ntitle: t\n---\n\nt\n');
  writeFileSync(join(publication, 'sources.toml'), ['records', 'boundaries'].map((kind, at) => `[[source]]\nid = "s${at}"\ntitle = "t"\npublisher = "p"\ndocument = "d"\nkind = "${kind}"\nurl = "file:raw/${at}.json"\nsha256 = "${'0'.repeat(64)}"\n`).join(''));
  for (const name of ['0.json', '1.json']) {
    writeFileSync(join(publication, 'raw', name), '');
    truncateSync(join(publication, 'raw', name), 50e9);
  }
  const run = yokoten(['check', publication, '--lang', 'en']);
  assert.deepEqual(run.stdout.split('\n').filter((line) => / error | warning /.test(line)), ['0.json', '1.json'].map((name) =>
    `${publication}/raw/${name}: error table.limit the file has more than 268435456 bytes`));
});

test('a file that is not there is told in the language that was asked for', () => {
  for (const verb of ['table', 'chart']) {
    assert.match(yokoten([verb, 'nowhere.csv', '--lang', 'ja']).stderr, /^nowhere\.csv: ファイルがありません$/m);
    assert.match(yokoten([verb, 'nowhere.csv', '--lang', 'en']).stderr, /^nowhere\.csv: No such file or directory$/m);
  }
});

const told = (name, bytes, ...more) => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return yokoten(['table', path, '--lang', 'en', ...more]);
};

test('a file whose name says no format is answered with the option that does', () => {
  assert.match(told('x.txt', '県,件数\n').stderr, /--from/);
});

test('an encoding may be written in capitals', () => {
  assert.equal(told('capitals.csv', '県,件数\n鳥取県,1\n', '--encoding', 'UTF-8').exit, 0);
});

test('a folder is told in the language that was asked for', () => {
  assert.match(yokoten(['table', folder, '--lang', 'ja']).stderr, /ファイルではありません/);
});

test('a web page is no JSON', () => {
  assert.match(told('page.json', '<!DOCTYPE html><html></html>').stderr, /this is a web page/);
});
