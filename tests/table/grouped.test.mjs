// Rows that are added up while they are read take memory by groups and not by rows, and a file that was read so is known again by its mark.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { program, with_folder, yokoten } from '../support/yokoten.mjs';

// The address sanitizer takes memory of its own; there the peak would say nothing of the program.
const skip = program.includes('asan');
const heading = '月,都道府県,事業所番号,申請\n';

/** A publication of one file that is added up by month and prefecture; `text` comes `times` times behind the heading. */
function publication(folder, text, times = 1) {
  const hash = createHash('sha256');
  for (const each of ['raw', 'pages', 'indicators']) mkdirSync(join(folder, each));
  const raw = join(folder, 'raw/a.csv');
  for (const [at, bytes] of [heading, ...Array(times).fill(text)].entries()) {
    hash.update(bytes);
    (at === 0 ? writeFileSync : appendFileSync)(raw, bytes);
  }
  const files = {
    'publication.toml': 'title = "試験"\npublisher = "県"\nbase_url = "https://example.jp/kpi/"\nlicence = "PDL1.0"\nas_of = 2024-12-31\n',
    'pages/index.md': '---\ntitle: 全国\n---\n# 全国\n\n鳥取県は{{applications.310000.value}}です。\n',
    'indicators/applications.toml': 'title = "申請"\nunit = "件"\nlevels = ["prefecture"]\ncount = { sum = "applications" }\n',
    'sources.toml': `[[source]]\nid = "a"\ntitle = "申請"\nurl = "file:raw/a.csv"\npublisher = "県"\ndocument = "資料"\nsha256 = "${hash.digest('hex')}"
area = "都道府県"\nperiod = "月"\ncomplete = true\n[source.columns]\napplications = "申請"\n[source.group]\nby = ["月", "都道府県"]\nsum = ["申請"]\n`,
  };
  for (const [path, bytes] of Object.entries(files)) writeFileSync(join(folder, path), bytes);
  return folder;
}

const office = (at) => `2024-0${1 + (at % 9)},${at % 2 ? '鳥取県' : '島根県'},31700${String(at).padStart(5, '0')},1\n`;
const megabyte = Array.from({ length: 25_000 }, (_, at) => office(at)).join('');

test('a file of a hundred megabytes with few groups is added up in a fraction of its size', { skip }, () => with_folder((folder) => {
  const times = Math.ceil(100e6 / Buffer.byteLength(megabyte));
  publication(folder, megabyte, times);
  const run = spawnSync('time', ['-f', '%M', program, 'explain', folder, 'applications', '鳥取県', '2024-02', '--lang', 'en'], { encoding: 'utf8', timeout: 60_000 });
  assert.equal(run.status, 0, run.stderr);
  const counted = megabyte.split('\n').filter((line) => line.startsWith('2024-02,鳥取県')).length * times;
  assert.match(run.stdout, new RegExp(`^value: ${counted.toLocaleString('en')}件$`, 'm'));
  assert.match(run.stdout, new RegExp(`\\(the sum of ${counted} rows, this the first\\)`));
  const had = 1024 * Number(run.stderr.trimEnd().split('\n').at(-1));
  assert.ok(had < 60e6, `${had} bytes`);
}));

test('a build after one that read the file as it is does nothing, and one after a change reads it again', () => with_folder((parent) => {
  const folder = join(parent, 'few');
  mkdirSync(folder);
  publication(folder, office(1) + office(3));
  const build = () => {
    const { exit, stdout, stderr } = yokoten(['build', folder, '--into', join(parent, 'site'), '--format', 'json', '--quiet']);
    assert.equal(exit, 0, stderr);
    return JSON.parse(stdout.trimEnd().split('\n').at(-1)).summary;
  };
  build();
  // What was written within two seconds before a build is read once more.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2200);
  build();
  const idle = build();
  appendFileSync(join(folder, 'raw/a.csv'), office(1));
  const changed = build();
  assert.ok(idle.unchanged, JSON.stringify(idle));
  assert.ok(changed.changed > 0, JSON.stringify(changed));
}));
