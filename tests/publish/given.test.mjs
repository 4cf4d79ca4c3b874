// Raw files that hold more than a site shows: they go out unless somebody says that they don't.
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { yokoten } from '../support/yokoten.mjs';
import { read_tree } from '../support/tree.mjs';
import { write } from '../disclosure/publication.mjs';

const folder = mkdtempSync(join(tmpdir(), 'yokoten-given-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const phone = '090-1111-2222';
const lines = ['都道府県,窓口名,担当者携帯', `鳥取県,東部の窓口,${phone}`];
const page = ['---', 'title: 見本', '---', '# 見本', '', '```directory', 'title = "窓口名"', 'sources = ["desks"]', 'rows = ["窓口名"]', '```', '', '```sources', '```'];

let made = 0;
/** A publication that shows one column of a list of desks; `says` is what its source says of the file. */
function checked(...says) {
  const place = join(folder, `pub-${++made}`), site = `${place}-site`;
  write(place, { tables: [{ id: 'desks', lines, toml: ['kind = "records"', 'area = "都道府県"', 'shown = ["窓口名"]', ...says] }], indicators: {}, pages: { index: page } });
  const { exit, stdout } = yokoten(['check', place, '--lang', 'en']);
  assert.equal(exit, 0, stdout);
  assert.equal(yokoten(['build', place, '--into', site]).exit, 0);
  return { findings: stdout, site };
}
const is_told = (site) => [...read_tree(site).values()].some((bytes) => bytes.includes(phone));

test('a column that is not shown goes out with its file, and is told before', () => {
  const { findings, site } = checked();
  assert.match(findings, /sources\.toml:\d+:\d+: warning source\.given .*\(担当者携帯\).*raw\/desks\.csv/);
  assert.ok(existsSync(join(site, 'data/raw/desks.csv')) && is_told(site));
});

test('a file that is kept back goes out nowhere, and its page says so', () => {
  const { findings, site } = checked('publish_file = false');
  assert.doesNotMatch(findings, /source\.given/);
  assert.ok(!existsSync(join(site, 'data/raw/desks.csv')) && !is_told(site));
  assert.match(read_tree(site).get('index.html').toString(), /desks\.csv（公開していません）/);
  assert.match(read_tree(site).get('index.html').toString(), /東部の窓口/);
});

test('the checksum of a file that is kept back is not told by explain', () => {
  const tables = (...says) => [{ id: 'desks', lines: ['都道府県,件数', '鳥取県,3'], toml: ['area = "都道府県"', 'period = 2024-03-31', ...says, 'columns = { desks = "件数" }'] }];
  const explained = (...says) => ['text', 'json'].map((format) => {
    const place = join(folder, `pub-${++made}`);
    write(place, { tables: tables(...says), indicators: { desks: ['unit = "か所"', 'levels = ["prefecture"]', 'count = { sum = "desks" }'] }, pages: {} });
    const { exit, stdout } = yokoten(['explain', place, 'desks', '鳥取県', '--format', format]);
    assert.equal(exit, 0, stdout);
    return /[0-9a-f]{64}/.test(stdout);
  });
  assert.deepEqual(explained(), [true, true]);
  assert.deepEqual(explained('publish_file = false'), [false, false]);
});

test('a file that may go out is no finding', () => {
  const { findings, site } = checked('publish_file = true');
  assert.doesNotMatch(findings, /source\.given/);
  assert.ok(is_told(site));
});
