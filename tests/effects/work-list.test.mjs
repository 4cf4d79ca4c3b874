// The work list of effect reports: every fault put into made-up reports stands on it, and nothing else does.
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { book_of, write_book } from '../book/book.mjs';
import { opened_tree } from '../support/tree.mjs';
import { yokoten } from '../support/yokoten.mjs';
import { checkDigit } from './reports.mjs';
import { sampleFiles } from './sample.mjs';
import { faults, further } from './faults.mjs';

const seeds = Number(process.env.YOKOTEN_EVIDENCE_REPORTS ?? 3);
const folder = mkdtempSync(join(tmpdir(), 'yokoten-effects-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const raw = 'data/prefecture/raw';

/** A publication like data/prefecture with other files. Their checksums are not those of sources.toml, which is a warning of its own. */
function publicationWith(files) {
  const into = join(folder, 'p');
  rmSync(into, { recursive: true, force: true });
  cpSync('data/prefecture', into, { recursive: true });
  mkdirSync(join(into, 'raw'), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(into, 'raw', name), text);
  return into;
}

function workList(publication, ...more) {
  const { stdout, exit } = yokoten(['--lang', 'ja', 'check', publication, '--work-list', '--format', 'json', ...more]);
  return { ...JSON.parse(stdout), exit };
}

const place = ({ code, file, row, column }) => `${file.replace(/.*\//, '')}:${row}:${column} ${code}`;
const found = (list) => [...list.items, ...list.set_aside].map(({ finding }) => place(finding)).sort();

test('the files of the sample are those that its script makes', () => {
  for (const [name, text] of Object.entries(sampleFiles().files)) assert.equal(readFileSync(join(raw, name), 'utf8'), text, name);
});

test('the sample has at least 40 faults of every class, all of them on the work list and nothing else', () => {
  const { expected } = sampleFiles();
  assert.ok(expected.length >= 40, String(expected.length));
  assert.deepEqual(new Set(expected.map(({ name }) => name)), new Set(Object.keys(faults)));
  const list = workList('data/prefecture');
  assert.deepEqual(found(list), expected.map(place).sort());
  assert.equal(list.exit, 0);
});

for (let seed = 1; seed <= seeds; seed += 1) {
  test(`faults put into made-up reports (seed ${seed}) are on the work list and nothing else is`, () => {
    const { files, expected } = sampleFiles({ seed, offices: 16, faults: 2 });
    assert.deepEqual(found(workList(publicationWith(files))), expected.map(place).sort());
  });
  test(`further faults (seed ${seed}) are on the work list and nothing else is`, () => {
    const { files, expected } = sampleFiles({ seed, offices: 16, faults: 2, of: further });
    assert.deepEqual(found(workList(publicationWith(files))), expected.map(place).sort());
  });
  test(`sound reports (seed ${seed}) leave the work list empty`, () => {
    assert.deepEqual(found(workList(publicationWith(sampleFiles({ seed, offices: 16, faults: 0 }).files))), []);
  });
}

test('progress counts what was reported of what is owed, by programme and by municipality', () => {
  const { files, sample, expected } = sampleFiles();
  const list = workList('data/prefecture');
  const silent = expected.filter(({ code }) => code === 'report.owed').length;
  const sum = (rows, year, key) => rows.filter((row) => row.year === year).reduce((all, row) => all + row[key], 0);
  for (const rows of [list.programmes, list.municipalities]) {
    assert.equal(sum(rows, 2025, 'owed'), sample.offices.length);
    assert.equal(sum(rows, 2025, 'reported'), sample.offices.length - silent);
    assert.equal(sum(rows, 2024, 'owed'), sample.offices.filter((office) => office.programme.executed === 2023).length);
  }
  assert.equal(list.programmes.filter(({ year }) => year === 2025).length, 8);
  assert.ok(files);
});

test('every office of the list owes three years, and the list says which are done, open and ahead', () => {
  const { sample } = sampleFiles();
  const { duties } = workList('data/prefecture');
  assert.equal(duties.length, 3 * sample.offices.length);
  for (const duty of duties) {
    const executed = sample.offices.find((office) => office.office === duty.office).programme.executed;
    assert.equal(duty.report, duty.year - executed);
    assert.ok(duty.year > 2025 ? duty.state === 'ahead' : ['reported', 'owed'].includes(duty.state), JSON.stringify(duty));
  }
});

/** Rows of one sheet of the work list's workbook, as `yokoten table` reads them. */
const sheet = (file, name) => JSON.parse(yokoten(['table', file, '--sheet', name, '--format', 'json', '--header', '1']).stdout);

test('the work list goes out as CSV and as a workbook with the same lines', () => {
  const csv_file = join(folder, 'list.csv');
  const book = join(folder, 'list.xlsx');
  const { items } = workList('data/prefecture', '--work-list-file', csv_file);
  workList('data/prefecture', '--work-list-file', book);
  assert.equal(readFileSync(csv_file, 'utf8').slice(0, 6), '\uFEFF事業所番号');
  const read = JSON.parse(yokoten(['table', csv_file, '--format', 'json', '--header', '1']).stdout);
  assert.equal(read.length, items.length);
  // A text in CSV that a spreadsheet might run has an apostrophe before it; a workbook needs none.
  const plain = read.map((line) => Object.fromEntries(Object.entries(line).map(([key, text]) => [key, text.replace(/^'(?=[-+=@])/, '')])));
  assert.deepEqual(sheet(book, '確認のお願い'), plain);
  assert.ok(items.every(({ office }) => office.length === 10), 'every line names its office');
});

test('the same findings give the same workbook', () => {
  const [first, second] = ['a.xlsx', 'b.xlsx'].map((name) => join(folder, name));
  for (const file of [first, second]) workList('data/prefecture', '--work-list-file', file);
  assert.ok(readFileSync(first).equals(readFileSync(second)));
});

test('a work list in an unknown form is refused before the check', () => {
  const { exit, stdout, stderr } = yokoten(['check', 'data/prefecture', '--work-list-file', join(folder, 'list.pdf')]);
  assert.deepEqual([exit, stdout], [2, '']);
  assert.match(stderr, /work_list\.file/);
});

for (const name of ['raw/effect_reports_2025.csv', 'list.csv', 'new/list.csv'])
  test(`a work list is not written into the publication: ${name}`, () => {
    const into = publicationWith({});
    const before = opened_tree(into);
    const { exit, stderr } = yokoten(['check', into, '--work-list-file', join(into, name)]);
    assert.equal(exit, 1);
    assert.match(stderr, /work_list\.file/);
    assert.deepEqual(opened_tree(into), before);
  });

test('a work list is not written over the workbook, nor into raw/ beside it', () => {
  const into = publicationWith({});
  const book = join(into, 'p.xlsx');
  assert.equal(yokoten(['new', book, '--from', into]).exit, 0);
  const before = opened_tree(into);
  for (const name of ['p.xlsx', 'raw/effect_reports_2025.csv'])
    assert.match(yokoten(['check', book, '--work-list-file', join(into, name)]).stderr, /work_list\.file/);
  assert.deepEqual(opened_tree(into), before);
  workList(book, '--work-list-file', join(into, 'list.xlsx'));
  assert.ok(opened_tree(into).size > before.size, 'beside a workbook there may be one');
});

for (const ending of ['csv', 'xlsx'])
  test(`answers in a work list are not written over (.${ending})`, () => {
    const publication = publicationWith(sampleFiles().files);
    const file = join(folder, `answers.${ending}`);
    const written = () => yokoten(['--lang', 'ja', 'check', publication, '--work-list-file', file]);
    assert.equal(written().exit, 0);
    assert.equal(written().exit, 0, 'without answers it is written anew');
    if (ending === 'csv') {
      writeFileSync(file, readFileSync(file, 'utf8').replace(/,\r\n$/, ',電話で確かめた\r\n'));
    } else {
      const book = book_of(file);
      book.get('確認のお願い').set('K2', { kind: 'text', text: '電話で確かめた' });
      write_book(file, book);
    }
    const before = readFileSync(file);
    const { exit, stderr } = written();
    assert.equal(exit, 1);
    assert.match(stderr, /work_list\.file 回答が1行に書き込まれた作業リスト/);
    assert.ok(readFileSync(file).equals(before));
  });

test('a file that is no work list is not written over', () => {
  const publication = publicationWith({});
  for (const name of ['own.csv', 'own.xlsx', 'own.json']) {
    writeFileSync(join(folder, name), 'a,b\n1,2\n');
    const { exit, stderr } = yokoten(['check', publication, '--work-list-file', join(folder, name)]);
    assert.equal(exit, 1);
    assert.match(stderr, /work_list\.file/);
    assert.equal(readFileSync(join(folder, name), 'utf8'), 'a,b\n1,2\n');
  }
});

test('a value that somebody confirmed leaves the work list', () => {
  const { expected } = sampleFiles();
  const { row } = expected.find(({ code, column }) => code === 'report.turnover' && column === 17);
  const into = publicationWith(sampleFiles().files);
  writeFileSync(join(into, 'corrections.toml'), `[[correction]]\nsource = "effect-reports-2025"\nrow = ${row}\ncolumn = "離職率_前"\nprinted = "112.5"\ncorrected = "112.5"\nreason = "電話で確かめた"\ndecided_by = "見本"\ndecided_on = 2025-09-01\n`);
  const wanted = expected.filter((each) => !(each.code === 'report.turnover' && each.row === row)).map(place).sort();
  assert.deepEqual(found(workList(into)), wanted);
});

test('no office, no number of one and no file of reports stands in the site', () => {
  const into = join(folder, 'site');
  const { exit, stderr } = yokoten(['build', 'data/prefecture', '--into', into]);
  assert.equal(exit, 0, stderr);
  const { sample } = sampleFiles();
  const words = sample.offices.flatMap(({ name, office, subsidy }) => [name, office, subsidy]);
  for (const [path, bytes] of opened_tree(into)) {
    assert.ok(!/effect_reports|subsidised_offices/.test(path), path);
    const text = bytes.toString('utf8');
    for (const word of words) assert.ok(!text.includes(word), `${word} in ${path}`);
  }
});

test('office numbers that a spreadsheet took for numbers are read with their zeros', () => {
  const into = join(folder, 'hokkaido');
  rmSync(into, { recursive: true, force: true });
  yokoten(['new', into, '--kind', 'prefecture', '--prefecture', '北海道']);
  const { files } = sampleFiles({ seed: 5, offices: 4, faults: 0 });
  for (const name of ['subsidised_offices.csv', 'effect_reports_2025.csv']) {
    const [head, ...rows] = files[name].trim().split('\n');
    const lost = rows.map((row) => row.replace(/,[^,]{1,4}[市町村],/, ',札幌市,').replace(/\b31([5679]99\d{4})\d\b/, (_, rest) => `1${rest}${checkDigit(`01${rest}`)}`));
    if (name.startsWith('effect')) lost.push(lost[0].replace(/,1[5679]99\d{5},/, ',0,'));
    writeFileSync(join(into, 'raw', name), `${[head, ...lost].join('\n')}\n`);
  }
  const list = workList(into);
  assert.deepEqual(list.items, []);
  assert.deepEqual(list.set_aside.map(({ finding }) => finding.code).sort(), ['office.test', 'office.zero', 'office.zero']);
  assert.ok(list.duties.filter(({ year }) => year === 2025).every(({ state, office }) => state === 'reported' && office.length === 10));
});

test('without a list of offices, a report without a subsidy number is still asked about', () => {
  const { files, expected } = sampleFiles({ seed: 8, offices: 16, faults: 1 });
  const into = publicationWith({ ...files, 'subsidised_offices.csv': files['subsidised_offices.csv'].split('\n')[0] + '\n' });
  const codes = found(workList(into));
  for (const item of expected.filter(({ code }) => code === 'report.subsidy_missing')) assert.ok(codes.includes(place(item)), place(item));
  assert.ok(!codes.some((each) => /unlisted|owed/.test(each)));
});
