// What `diff` says of two sides.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { free_port } from '../pull/support/nginx.mjs';
import { yokoten } from '../support/yokoten.mjs';
import { write } from '../disclosure/publication.mjs';

const folder = mkdtempSync(join(tmpdir(), 'yokoten-diff-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const towns = ['鳥取市', '米子市', '倉吉市', '境港市'];
const index = ['---', 'title: 見本', '---', '# 見本', '', '締切は4月30日です。', '', '```ranking', 'indicator = "users"', 'level = "municipality"', '```'];
const guide = ['---', 'title: 手引き', '---', '# 手引き', '', '読み方の説明です。'];
const publication = (counts, { pages = {}, files = {}, rule = [], unit = '人', more = [], top = [] } = {}) => ({
  tables: [{ id: 'users', lines: ['市町村,人', ...towns.map((town, at) => `鳥取県${town},${counts[at]}`)],
    toml: ['area = "市町村"', 'level = "municipality"', 'period = 2024', '[source.columns]', 'users = "人"', ...rule] }],
  indicators: { users: [`unit = "${unit}"`, 'levels = ["municipality"]', 'better = "higher"', 'count = { sum = "users" }', ...more] },
  pages: { index, guide, ...pages }, files, top });

const first_counts = [40, 30, 20, 15];
/** Writes a publication and builds its site; returns both places. */
function made(name, ...words) {
  const place = join(folder, name);
  const site = `${place}-site`;
  write(place, publication(...words));
  const run = yokoten(['build', place, '--into', site, '--lang', 'en']);
  assert.equal(run.exit, 0, run.stderr);
  return { place, site };
}
const diff = (...words) => yokoten(['diff', ...words, '--lang', 'en']);
const json = (...words) => {
  const run = diff(...words, '--format', 'json');
  assert.equal(run.exit, 0, run.stderr);
  return JSON.parse(run.stdout);
};
const hash_of = (side) => json(side, side).after.hash;

const first = made('first', first_counts);
const second = made('second', [41, 30, 45, 15]);

test('two sides that are the same are said to be so, as site, as publication and as one of each', () => {
  for (const [before, after_it] of [[first.site, first.site], [first.place, first.place], [first.site, first.place], [first.place, first.site]]) {
    const run = diff(before, after_it, '--exit-code');
    assert.equal(run.exit, 0, run.stdout);
    assert.match(run.stdout, /^no difference$/m);
  }
});

test('a workbook differs in nothing from the folder that it was made from', () => {
  const book = join(folder, 'book.xlsx');
  assert.equal(yokoten(['new', book, '--from', first.place]).exit, 0);
  const found = json(first.place, book);
  assert.deepEqual([found.indicators, found.ranks], [[], []]);
  assert.deepEqual([found.pages.added, found.pages.removed, found.pages.texts], [[], [], []]);
});

test('a difference is an exit of 1 only where that is asked for', () => {
  assert.equal(diff(first.site, second.site).exit, 0);
  assert.equal(diff(first.site, second.site, '--exit-code').exit, 1);
});

test('revised figures stand with both values, the step and the reason, the largest change first', () => {
  const { indicators: [users] } = json(first.site, second.site);
  assert.deepEqual(users.revised.map(({ area_code, before, after: now, by, reasons }) => [area_code, before.value, now.value, by, reasons]),
    [['312037', '20', '45', '25', [{ cause: 'source_file', detail: 'users' }]], ['312011', '40', '41', '1', [{ cause: 'source_file', detail: 'users' }]]]);
  assert.match(diff(first.site, second.site).stdout, /鳥取県倉吉市 {2}2024 {2}20人 {2}45人 {2}\+25人 {2}another file of the source: users/);
});

test('places that are not the same stand with both', () => {
  const { ranks: [ranks] } = json(first.site, second.site);
  assert.deepEqual(ranks.areas.map(({ area_code, before, after: now }) => [area_code, before, now]), [['312037', 3, 1], ['312011', 1, 2], ['312029', 2, 3]]);
});

test('two publications tell the same of figures, ranks and pages as their sites do', () => {
  const of_sites = json(first.site, second.site);
  const of_publications = json(first.place, second.place);
  for (const part of ['indicators', 'ranks', 'findings']) assert.deepEqual(of_publications[part], of_sites[part], part);
  for (const part of ['added', 'removed', 'moved', 'texts', 'numbers']) assert.deepEqual(of_publications.pages[part], of_sites.pages[part], part);
});

test('a corrected cell is the reason of the figure that it stands in', () => {
  const correction = ['[[correction]]', 'source = "users"', 'row = 2', 'column = "人"', 'printed = "40"', 'corrected = "44"', 'reason = "誤記"', 'decided_by = "係"', 'decided_on = 2026-01-01'];
  const corrected = made('corrected', first_counts, { files: { 'corrections.toml': correction.join('\n') } });
  const { indicators: [users] } = json(first.site, corrected.site);
  assert.deepEqual(users.revised.map(({ after: now, reasons }) => [now.value, reasons]), [['44', [{ cause: 'correction', detail: 'users:2 人: 40 → 44' }]]]);
});

test('figures that a rule hides now are said to be hidden, and what was there is not lost', () => {
  const hidden = made('hidden', first_counts, { rule: ['[source.disclosure]', 'cells = 16'] });
  const { indicators: [users] } = json(first.site, hidden.site);
  const town = users.revised.find(({ area_code }) => area_code === '312045');
  assert.equal(town.after.missing_reason, 'suppressed');
  assert.equal(town.before.value, '15');
  assert.ok(town.reasons.some(({ cause }) => cause === 'disclosure'));
});

test('another unit is another definition', () => {
  const { indicators: [users] } = json(first.site, made('unit', first_counts, { unit: '名' }).site);
  assert.equal(users.revised.length, 4);
  for (const { reasons } of users.revised) assert.deepEqual(reasons, [{ cause: 'definition', detail: 'users' }]);
});

test('a site without the record of its build is compared, and what can\'t be told is said', () => {
  const bare = join(folder, 'bare');
  cpSync(second.site, bare, { recursive: true });
  const run = diff(first.site, bare);
  assert.match(run.stdout, /lacks the record of its build/);
  assert.match(run.stdout, /\+25人 {2}unknown$/m);
  assert.equal(json(first.site, bare).findings.known, false);
});

test('what stands at a target is known by the record of what was published there', () => {
  const target = join(folder, 'target');
  const { place, site } = made('published', first_counts);
  assert.equal(yokoten(['publish', site, target]).exit, 0);
  made('published', [41, 30, 45, 15]);
  for (const now of [site, target]) assert.equal(json(now, now).before.has_record, now === site, now);
  const { indicators: [users], ranks, findings } = json(target, site);
  assert.deepEqual(users.revised[0].reasons, [{ cause: 'source_file', detail: 'users' }]);
  assert.deepEqual([ranks.length, findings.known], [1, true]);
  assert.ok(existsSync(place));
});

test('words that are not the same are marked, and a date is a word', () => {
  const later = made('later', first_counts, { pages: { index: index.map((line) => line.replace('4月30日', '5月31日')) } });
  assert.match(diff(first.site, later.site).stdout, /^ {2}締切は\[-4-\]\{\+5\+\}月\[-30-\]\{\+31\+\}日です。 {2}\[\/\]$/m);
  const lines = json(first.site, later.site).pages.texts;
  assert.deepEqual(lines, [{ before: '締切は4月30日です。', after: '締切は5月31日です。', pages: [''] }]);
});

test('the same change in lines of many pages is told once, with how many they are', () => {
  const pages = (day) => Object.fromEntries(Array.from({ length: 5 }, (_, at) => [`page-${at}`, ['---', `title: 頁${at}`, '---', `# 頁${at}`, '', `${'あいうえお'[at]}の受付は${day}日までです。`]]));
  const [early, late] = [30, 31].map((day) => made(`day-${day}`, first_counts, { pages: pages(day) }));
  assert.match(diff(early.site, late.site).stdout, /の受付は\[-30-\]\{\+31\+\}日までです。 {2}\[5 lines with the same change, \/page-0\/, \/page-1\/, \/page-2\/ and 2 more\]/);
  assert.equal(json(early.site, late.site).pages.texts.length, 5);
});

test('findings that are new and gone stand with their places', () => {
  const stale = made('stale', first_counts, { more: ['stale_after = "P1M"'] });
  const { findings } = json(first.site, stale.site);
  assert.deepEqual(findings.gone, []);
  assert.deepEqual([...new Set(findings.new.map(({ code }) => code))], ['indicator.stale']);
  assert.deepEqual(json(stale.site, first.site).findings.gone, findings.new);
});

// ---- What is signed has to be seen

test('an amount that changed in prose stands in every form, though only numbers are other ones', () => {
  const with_amount = (amount) => ({ pages: { guide: [...guide, '', `補助の上限は${amount}万円です。`] } });
  const [then, now] = [['100'], ['1,000']].map(([amount], at) => made(`amount-${at}`, first_counts, with_amount(amount)));
  for (const [format, line] of [['text', '補助の上限は[-100-]{+1,000+}万円です。'], ['markdown', '補助の上限は<del>100</del><ins>1,000</ins>万円です。'], ['html', '補助の上限は<del>100</del><ins>1,000</ins>万円です。']])
    assert.ok(diff(then.site, now.site, '--format', format).stdout.includes(line), format);
  assert.deepEqual(json(then.site, now.site).pages.numbers.map(({ explained, pages }) => [explained, pages]), [[false, ['guide/']]]);
});

test('lines that say what revised figures say are only counted', () => {
  const { pages: { numbers } } = json(first.site, second.site);
  const towns_alone = numbers.filter(({ before }) => /市/.test(before));
  assert.ok(towns_alone.length > 0 && towns_alone.every(({ explained }) => explained), JSON.stringify(numbers));
  assert.match(diff(first.site, second.site).stdout, /as figures that changed say: \d+ \(all by --format json\)/);
});

test('a target that is another one stands with its year, and so do decimals', () => {
  const target = (least) => ['target = [{ by = 2029, at_least = ' + least + ' }]'];
  const [then, now] = [90, 80].map((least) => made(`target-${least}`, first_counts, { more: target(least) }));
  assert.match(diff(then.site, now.site).stdout, /\(users\) {2}target for fiscal year 2029 {2}90以上 {2}80以上$/m);
  assert.deepEqual(json(then.place, now.place).definitions.map(({ indicator, what, year, before, after: after_it }) => [indicator, what, year, before, after_it]),
    [['users', 'target', 2029, '90以上', '80以上']]);
  const finer = made('finer', first_counts, { more: ['decimals = 1'] });
  assert.deepEqual(json(first.site, finer.site).definitions.map(({ what, before, after: after_it }) => [what, before, after_it])[0], ['decimals', '0', '1']);
});

test('a file that was replaced is named in every form, between sites and between publications', () => {
  const image = (colour) => ({ files: { 'look/mark.svg': `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><rect width="1" height="1" fill="${colour}"/></svg>` }, top: ['[look]', 'logo = "look/mark.svg"', 'logo_alt = "県"'] });
  const [then, now] = ['red', 'blue'].map((colour) => made(`logo-${colour}`, first_counts, image(colour)));
  for (const [one, other] of [[then.site, now.site], [then.place, now.place], [then.site, now.place], [then.place, now.site]]) {
    assert.deepEqual(json(one, other).pages.other_files, { added: [], removed: [], changed: ['look/mark.svg'] });
    assert.equal(diff(one, other, '--exit-code').exit, 1);
  }
  for (const format of ['text', 'markdown', 'html']) assert.match(diff(then.site, now.site, '--format', format).stdout, /changed \/look\/mark\.svg/, format);
});

test('figures of an indicator that only one side has say so', () => {
  const more = publication(first_counts);
  more.indicators.others = [...more.indicators.users];
  write(join(folder, 'more'), more);
  for (const [sides, list, cause] of [[[first.place, join(folder, 'more')], 'added', 'new_indicator'], [[join(folder, 'more'), first.place], 'removed', 'no_indicator']]) {
    const { indicators: [others] } = json(...sides);
    assert.equal(others.id, 'others');
    assert.deepEqual([...new Set(others[list].flatMap(({ reasons }) => reasons.map((each) => each.cause)))], [cause]);
  }
});

test('a figure that falls out is withdrawn, and an empty row is no figure', () => {
  const empty = made('empty', [40, 30, 20, '']);
  const { indicators: [users] } = json(first.site, empty.site);
  assert.deepEqual([users.revised, users.added], [[], []]);
  assert.deepEqual(users.removed.map(({ area_code, after: now, reasons }) => [area_code, now?.missing_reason, reasons]),
    [['312045', 'not_published', [{ cause: 'source_file', detail: 'users' }]]]);
});

// ---- Pages that have moved

const renamed = publication(first_counts);
renamed.pages.reading = renamed.pages.guide;
delete renamed.pages.guide;
write(join(folder, 'renamed'), renamed);
assert.equal(yokoten(['build', join(folder, 'renamed'), '--into', join(folder, 'renamed-site')]).exit, 0);

test('a page under another address is neither new nor gone', () => {
  const { pages } = json(first.site, join(folder, 'renamed-site'));
  assert.deepEqual([pages.added, pages.removed], [[], []]);
  assert.deepEqual(pages.moved.map(({ from, to }) => [from, to]), [['guide/', 'reading/']]);
});

test('redirects are written for each kind of server, by the name of their file', () => {
  for (const [name, line] of [['moved.conf', 'location = /m/guide/ { return 301 /m/reading/; }'], ['.htaccess', 'RedirectMatch 301 "^/m/guide/$" "/m/reading/"'],
    ['_redirects', '/m/guide/ /m/reading/ 301']]) {
    const file = join(folder, name);
    assert.equal(diff(first.site, join(folder, 'renamed-site'), '--redirects', file).exit, 0);
    assert.ok(readFileSync(file, 'utf8').split('\n').includes(line), name);
  }
  assert.equal(diff(first.site, first.site, '--redirects', join(folder, 'moved.txt')).exit, 2);
});

test('redirects are not written over what somebody else wrote, and keep those of releases before', () => {
  const foreign = join(folder, 'foreign', '.htaccess');
  mkdirSync(join(folder, 'foreign'));
  writeFileSync(foreign, 'Options -Indexes\n');
  const refused = diff(first.site, join(folder, 'renamed-site'), '--redirects', foreign);
  assert.equal(refused.exit, 1);
  assert.match(refused.stderr, /\.htaccess: error diff\.redirects /);
  assert.equal(readFileSync(foreign, 'utf8'), 'Options -Indexes\n');
  const kept = join(folder, 'foreign', '_redirects');
  writeFileSync(kept, '# Pages that have moved, by yokoten diff\n/m/manual/ /m/guide/ 301\n');
  assert.equal(diff(first.site, join(folder, 'renamed-site'), '--redirects', kept).exit, 0);
  const lines = readFileSync(kept, 'utf8').split('\n');
  assert.deepEqual(lines.slice(1, 3), ['/m/manual/ /m/reading/ 301', '/m/guide/ /m/reading/ 301']);
  assert.equal(diff(first.site, first.site, '--redirects', kept).exit, 0);
  assert.ok(readFileSync(kept, 'utf8').includes('/m/manual/ /m/reading/ 301\n'), 'with nothing moved they stay');
});

const asked = (port, path) => new Promise((done, fail) => {
  request({ port, path, host: '127.0.0.1' }, (answer) => { answer.resume(); done([answer.statusCode, answer.headers.location]); }).on('error', fail).end();
});

/** Starts a server in the foreground, asks it once it answers, and ends it. */
async function answer_of(program, args, port, path) {
  const server = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  server.stderr.on('data', (bytes) => { said += bytes; });
  try {
    for (let tries = 0; tries < 1200; tries += 1) {
      try {
        return await asked(port, path);
      } catch {
        await wait(50);
      }
    }
    throw new Error(`${program} does not answer: ${said}`);
  } finally {
    server.kill('SIGTERM');
    await new Promise((done) => { if (server.exitCode === null) server.on('exit', done); else done(); });
  }
}

test('nginx redirects by the file', async () => {
  const port = await free_port();
  const place = join(folder, 'nginx');
  mkdirSync(place);
  assert.equal(diff(first.site, join(folder, 'renamed-site'), '--redirects', join(place, 'moved.conf')).exit, 0);
  writeFileSync(join(place, 'nginx.conf'), `daemon off; pid ${place}/pid; error_log stderr; events {}
http { access_log off; client_body_temp_path ${place}/a; proxy_temp_path ${place}/b; fastcgi_temp_path ${place}/c; uwsgi_temp_path ${place}/d; scgi_temp_path ${place}/e;
server { listen 127.0.0.1:${port}; absolute_redirect off; include ${place}/moved.conf; } }`);
  const answer = await answer_of('nginx', ['-c', join(place, 'nginx.conf'), '-p', place], port, '/m/guide/');
  assert.deepEqual(answer, [301, '/m/reading/']);
});

// ---- What is no side

test('what is neither a site nor a publication is refused with its name', () => {
  const run = diff(first.site, join(folder, 'nothing'));
  assert.equal(run.exit, 1);
  assert.match(run.stderr, /nothing: error diff\.neither /);
  assert.equal(run.stdout, '');
  assert.equal(diff(first.site).exit, 2);
});

test('a publication that can\'t be built is refused with its errors', () => {
  write(join(folder, 'unsound'), publication([40, 30, 'x', 15]));
  const run = diff(first.site, join(folder, 'unsound'));
  assert.equal(run.exit, 1);
  assert.match(run.stderr, /raw\/users\.csv:4:2: error [\s\S]*error diff\.publication /);
});

test('a site in which something was changed by hand is refused', () => {
  const changed = join(folder, 'changed');
  for (const file of ['data/observations.csv', 'index.html']) {
    rmSync(changed, { recursive: true, force: true });
    cpSync(second.site, changed, { recursive: true });
    writeFileSync(join(changed, file), 'x');
    const run = diff(first.site, changed);
    assert.equal(run.exit, 1, file);
    assert.match(run.stderr, new RegExp(`${file}: error diff\\.changed `));
    assert.match(diff(second.site, changed).stderr, new RegExp(`${file}: error diff\\.changed `), 'also where the manifests are the same');
  }
});

// ---- Reports

test('a long list is cut with a word on how many are left out, and JSON has all', () => {
  const many = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`page-${at}`, ['---', `title: 頁${at}`, '---', `# 頁${at}`]]));
  const larger = made('larger', first_counts, { pages: many });
  assert.match(diff(first.site, larger.site).stdout, /^ {2}20 more \(all of them by --format json\)$/m);
  assert.equal(json(first.site, larger.site).pages.added.length, 60);
});

test('the same sides give the same bytes in every form', () => {
  for (const format of ['text', 'markdown', 'json', 'html']) {
    const [one, two] = [0, 1].map(() => diff(first.site, second.site, '--format', format).stdout);
    assert.ok(one.length > 0 && one === two, format);
  }
});

test('the report to be signed names the hash and needs nothing beside it', () => {
  const { stdout } = yokoten(['diff', first.site, second.site, '--format', 'html', '--lang', 'ja']);
  assert.match(stdout, /決裁欄/);
  assert.ok(stdout.includes(`<code>${hash_of(second.site)}</code>`));
  assert.doesNotMatch(stdout, /<script|<link rel="stylesheet|src=|url\(/);
  assert.doesNotMatch(yokoten(['diff', first.place, second.place, '--format', 'html', '--lang', 'ja']).stdout, /決裁欄<\/h2>/, 'what is not built has no hash to approve');
});

test('what a publication says runs in no report', () => {
  const hostile = made('hostile', first_counts, { pages: { guide: [...guide, '', '&lt;script&gt;alert(1)&lt;/script&gt; `<img src=x onerror=alert(2)>` \\| \\[x\\](javascript:alert(3))'] } });
  const html = diff(first.site, hostile.site, '--format', 'html').stdout;
  assert.match(html, /&lt;script&gt;alert\(1\)/);
  assert.doesNotMatch(html, /<script|<img/);
  const markdown = diff(first.site, hostile.site, '--format', 'markdown').stdout;
  assert.match(markdown, /\\<script\\>alert/);
  assert.doesNotMatch(markdown, /(?<!\\)<(script|img)|(?<!\\)\]\(javascript/);
});
