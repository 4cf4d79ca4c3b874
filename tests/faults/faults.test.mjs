// Faults in otherwise sound tables: each is found where it is, and sound tables give no alarm.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { home, yokoten } from '../support/yokoten.mjs';
import { faults } from './faults.mjs';
import { clean_tables, random_from, write_publication } from './publication.mjs';

const of_each = Number(process.env.YOKOTEN_EVIDENCE_FAULTS ?? 1); // faults of each class
const sound = Number(process.env.YOKOTEN_EVIDENCE_SOUND ?? 2); // publications without a fault
const most_findings = 5; // what follows from a fault, as sums and rates that no longer fit, is told too
const folder = mkdtempSync(join(tmpdir(), 'yokoten-faults-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Returns the findings that are no notes of the tables, with places below the publication. */
function findings_of(tables) {
  const into = join(folder, 'p');
  rmSync(into, { recursive: true, force: true });
  write_publication(into, tables);
  const { stdout, stderr } = yokoten(['check', into, '--format', 'json', '--lang', 'ja']);
  assert.equal(stderr, '');
  return stdout.split('\n').filter(Boolean).map((line) => JSON.parse(line)).filter(({ level }) => level !== 'note')
    .map((finding) => ({ ...finding, file: finding.file.replace(`${into}/`, '') }));
}

const fits = (finding, wanted) => finding.code === wanted.code && finding.file.endsWith(wanted.file) &&
  (wanted.row === undefined || finding.row === wanted.row) &&
  (wanted.column === undefined || finding.column === wanted.column) && finding.message.includes(wanted.said);

for (const [name, inject] of Object.entries(faults)) {
  test(`${name} is found where it is`, () => {
    for (let each = 0; each < of_each; each += 1) {
      const tables = clean_tables(1000 + each);
      const wanted = inject(tables, random_from(each + 17 * name.length));
      const found = findings_of(tables);
      assert.ok(found.length <= most_findings, `one fault, ${found.length} findings: ${JSON.stringify(found.slice(0, 9), null, 1)}`);
      assert.ok(found.some((finding) => fits(finding, wanted)),
        `wanted ${JSON.stringify(wanted)}, found ${JSON.stringify(found.slice(0, 4), null, 1)}`);
    }
  });
}

test('sound tables give at most one alarm in a thousand rows', () => {
  let rows = 0;
  const alarms = [];
  for (let seed = 1; seed <= sound; seed += 1) {
    const tables = clean_tables(seed);
    for (const table of Object.values(tables)) rows += table.length - 1;
    alarms.push(...findings_of(tables));
  }
  assert.ok(rows > 3000 * sound, `only ${rows} rows`);
  assert.ok(alarms.length * 1000 <= rows, `${alarms.length} alarms in ${rows} rows: ${JSON.stringify(alarms.slice(0, 5))}`);
});

test('README.md names each class with the code that the fault gives', () => {
  const rows = readFileSync(join(home, 'tests/faults/README.md'), 'utf8').split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
  const named = new Map(rows.flatMap(([, , classes, code]) => (classes ?? '').split(' · ').map((name) => [name, code])));
  for (const [name, inject] of Object.entries(faults))
    assert.equal(named.get(name), `\`${inject(clean_tables(1), random_from(1)).code}\``, name);
});

test('the README of the checks explains every code that a fault gives', () => {
  const checks = readFileSync(join(home, 'generator/check/README.md'), 'utf8');
  for (const inject of Object.values(faults)) {
    const { code } = inject(clean_tables(1), random_from(1));
    assert.ok(checks.includes(`\`${code}\``), code);
  }
});
