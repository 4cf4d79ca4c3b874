// Outcomes of effect reports, computed once more from the raw files, and attacked by what the site shows.
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import test, { after } from 'node:test';
import { without_pdf } from '../support/sample.mjs';
import { yokoten } from '../support/yokoten.mjs';
import { columns, programmes } from './reports.mjs';
import { sampleFiles } from './sample.mjs';

const seeds = Number(process.env.YOKOTEN_EVIDENCE_OUTCOMES ?? 2);
const folder = mkdtempSync(join(tmpdir(), 'yokoten-outcomes-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const headings = { hours: '総業務時間', overtime: '残業時間', 'paid-leave': '有給休暇', turnover: '離職率', stress: 'ストレス', engagement: 'エンゲージメント' };
const rises = ['paid-leave', 'engagement'];
const ids = ['technology-carried-2024', 'area-model-carried-2024', 'technology-introduction-2024', 'technology-2023-late', 'technology-2023',
  'area-model-2023', 'robot-2023', 'ict-2023'];

const parsed = (text) => {
  const [head, ...rows] = text.trim().split('\n').map((line) => line.split(','));
  return rows.map((row) => Object.fromEntries(head.map((heading, at) => [heading, row[at]])));
};

/** Builds the sample with other reports and returns the rows of its outcomes.csv. */
function built(files) {
  const [publication, site] = [join(folder, 'p'), join(folder, 's')];
  rmSync(publication, { recursive: true, force: true });
  cpSync('data/prefecture', publication, { recursive: true });
  without_pdf(publication);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(publication, 'raw', name), text);
  const { exit, stderr } = yokoten(['build', publication, '--into', site]);
  assert.equal(exit, 0, stderr);
  return { rows: parsed(readFileSync(join(site, 'data/outcomes.csv'), 'utf8')), site };
}

/** The groups that a report belongs to, as outcomes.csv names them. */
function groups(row) {
  const staff = Number(row['職員数']);
  const nested = ['①', '②', '③'];
  return ['', `service=${row['サービス種別']}`, `programme=${ids[programmes.findIndex(({ name }) => name === row['補助事業名'])]}`,
    `size=${staff < 10 ? '1-9' : staff < 30 ? '10-29' : '30-'}`, ...nested.slice(0, nested.indexOf(row['区分']) + 1).map((each) => `group=${each}`)];
}

const mean = (values) => values.reduce((all, each) => all + each, 0) / values.length;
const quantile = (values, share) => {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  return sorted[Math.floor(at)] + (at % 1) * ((sorted[Math.floor(at) + 1] ?? 0) - sorted[Math.floor(at)]);
};
const near = (text, value, what) => assert.ok(Math.abs(Number(text) - value) < 2e-6, `${what}: ${text} for ${value}`);

/** Pairs by indicator, year and group, with who reported them, from the rows of sound reports. */
function pairs(sample) {
  const found = new Map();
  for (const [year, rows] of Object.entries(sample.years))
    for (const row of rows)
      for (const [indicator, heading] of Object.entries(headings))
        for (const group of groups(row)) {
          const key = `${indicator}|${year}FY|${group}`;
          const [before, later] = [row[`${heading}_前`], row[`${heading}_後`]];
          if (!found.has(key)) found.set(key, []);
          if (before !== '' && later !== '') found.get(key).push({ office: row['事業所番号'], before: Number(before), after: Number(later) });
        }
  return found;
}

test('means, quartiles, changes and improvements are those of the matched pairs', () => {
  const { files, sample } = sampleFiles({ seed: 11, offices: 16, faults: 0 });
  const { rows } = built(files);
  const expected = pairs(sample);
  let compared = 0, spread = 0;
  for (const row of rows) {
    const all = expected.get(`${row.indicator}|${row.period}|${row.breakdown}`);
    if (row.missing_reason !== '') continue;
    const change = all.map((pair) => pair.after - pair.before);
    assert.equal(Number(row.offices), all.length, JSON.stringify(row));
    near(row.before_mean, mean(all.map((pair) => pair.before)), 'before');
    near(row.after_mean, mean(all.map((pair) => pair.after)), 'after');
    near(row.change_mean, mean(change), 'change');
    compared += 1;
    // Also where it would tell of fewer offices by subtraction.
    if (all.length < 10 || row.improved === '') {
      for (const key of ['before_median', 'after_q1', 'change_q3', 'change_low', 'change_high', 'improved']) assert.equal(row[key], '', key);
      continue;
    }
    spread += 1;
    if (row.before_median !== '') near(row.before_median, quantile(all.map((pair) => pair.before), 0.5), 'median');
    near(row.after_q1, quantile(all.map((pair) => pair.after), 0.25), 'quartile');
    near(row.change_q3, quantile(change, 0.75), 'quartile');
    const better = (each) => (rises.includes(row.indicator) ? each > 1e-9 : each < -1e-9);
    assert.equal(Number(row.improved), change.filter(better).length);
    // A bootstrap interval of a mean is close to the normal one.
    const error = Math.sqrt(mean(change.map((each) => (each - mean(change)) ** 2)) / change.length);
    for (const [key, side] of [['change_low', -1], ['change_high', 1]])
      assert.ok(Math.abs(Number(row[key]) - (mean(change) + side * 1.96 * error)) < 0.5 * error + 1e-6, `${key} ${JSON.stringify(row)}`);
  }
  assert.ok(compared > 150 && spread > 100, `${compared} ${spread}`);
  assert.equal(expected.size, rows.length);
});

test('values that are not believed, and reports that do not count, are left out and counted', () => {
  const { files, sample } = sampleFiles({ seed: 12, offices: 16, faults: 0 });
  const row = sample.years[2025][0];
  const spoiled = files['effect_reports_2025.csv'].replace(`,${row['残業時間_前']},${row['残業時間_後']},`, `,1250,${row['残業時間_後']},`);
  assert.notEqual(spoiled, files['effect_reports_2025.csv']);
  const whole = ({ rows }) => rows.find((each) => each.indicator === 'overtime' && each.period === '2025FY' && each.breakdown === '');
  const [sound, left] = [whole(built(files)), whole(built({ ...files, 'effect_reports_2025.csv': spoiled }))];
  assert.deepEqual([Number(left.offices), Number(left.left_out)], [Number(sound.offices) - 1, 1]);
});

/** The rank of 0-1 rows, modulo a prime that the program does not use. */
function rank(rows) {
  const prime = 2147483587n;
  const power = (base, exponent) => {
    let [result, square] = [1n, base];
    for (let left = exponent; left > 0n; left >>= 1n, square = (square * square) % prime) if (left & 1n) result = (result * square) % prime;
    return result;
  };
  const left = rows.map((row) => row.map(BigInt));
  let found = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    const pivot = left.findIndex((row, at) => at >= found && row[column] !== 0n);
    if (pivot < 0) continue;
    [left[found], left[pivot]] = [left[pivot], left[found]];
    const inverse = power(left[found][column], prime - 2n);
    for (let row = found + 1; row < left.length; row += 1) {
      const factor = (left[row][column] * inverse) % prime;
      if (factor !== 0n) for (let at = column; at < left[row].length; at += 1) left[row][at] = (((left[row][at] - factor * left[found][at]) % prime) + prime) % prime;
    }
    found += 1;
  }
  return found;
}

/** Whether somebody who knows all memberships can work out a sum over one office or two. */
function told(groupsOfOffices) {
  const offices = [...new Set(groupsOfOffices.flat())];
  const atoms = new Map();
  for (const office of offices) {
    const in_ = groupsOfOffices.map((group) => (group.includes(office) ? 1 : 0)).join('');
    atoms.set(in_, (atoms.get(in_) ?? 0) + 1);
  }
  const few = [...atoms].filter(([, size]) => size <= 2);
  const keys = [...atoms.keys()];
  const rows = (without) => groupsOfOffices.map((_, at) => keys.filter((key) => !without.includes(key)).map((key) => Number(key[at])));
  const whole = rank(rows([]));
  return few.filter(([key]) => rank(rows([key])) < whole);
}

for (let seed = 1; seed <= seeds; seed += 1) {
  test(`no office can be told from the outcomes that go out (seed ${seed})`, () => {
    const { files, sample } = sampleFiles({ seed: 100 + seed, offices: 6, faults: 0 });
    const { rows } = built(files);
    const members = pairs(sample);
    let hidden = 0;
    for (const indicator of Object.keys(headings)) {
      const open = rows.filter((row) => row.indicator === indicator && row.missing_reason === '');
      hidden += rows.filter((row) => row.indicator === indicator && row.missing_reason === 'suppressed').length;
      const of = (row) => members.get(`${row.indicator}|${row.period}|${row.breakdown}`).map(({ office }) => office);
      for (const row of open) assert.ok(of(row).length >= 3, JSON.stringify(row));
      for (const family of [open, open.filter(({ period }) => period === '2025FY'), open.filter(({ period }) => period === '2024FY')])
        assert.deepEqual(told(family.map(of)), [], indicator);
    }
    assert.ok(hidden > 0, 'a sample without anything to hide shows nothing');
  });
}

/** Groups of 1 to 9 offices that are one open group less others that lie in it side by side, by the members of each. */
function rests(open) {
  const found = [];
  for (const whole of open) {
    const inside = open.filter((each) => each !== whole && each.of.length < whole.of.length && each.of.every((office) => whole.of.includes(office)));
    const chains = [...inside.map((each) => [each]), ...['service', 'programme', 'size'].map((key) => inside.filter(({ name }) => name.includes(`${key}=`)))];
    for (const parts of chains) {
      const rest = whole.of.length - new Set(parts.flatMap(({ of }) => of)).size;
      if (rest > 0 && rest < 10) found.push(`${whole.name} less ${parts.map(({ name }) => name).join(', ')}: ${rest}`);
    }
  }
  return found;
}

for (let seed = 1; seed <= seeds; seed += 1) {
  test(`quartiles and offices that did better don't tell of fewer than ten by subtraction (seed ${seed})`, () => {
    const { files, sample } = sampleFiles({ seed: 300 + seed, offices: 7, faults: 0 });
    const { rows } = built(files);
    const members = pairs(sample);
    const open = (key, year) => rows.filter((row) => row[key] !== '' && row.period.startsWith(year)).map((row) => ({ indicator: row.indicator,
      name: `${row.period} ${row.breakdown}`, of: members.get(`${row.indicator}|${row.period}|${row.breakdown}`).map(({ office }) => office) }));
    let shown = 0;
    for (const indicator of Object.keys(headings)) {
      const own = (all) => all.filter((each) => each.indicator === indicator);
      for (const key of ['improved', 'change_low', 'after_median', 'before_q1']) for (const year of ['2024', '2025']) {
        shown += own(open(key, year)).length;
        assert.deepEqual(rests(own(open(key, year))), [], `${indicator} ${key}`);
      }
      // What was before is the same in both years.
      assert.deepEqual(rests(own(open('before_median', '20'))), [], `${indicator} before`);
    }
    assert.ok(shown > 60, `${shown} are left`);
  });
}

test('an outcome that is hidden is hidden in the observations too', () => {
  const { rows, site } = built(sampleFiles({ seed: 101, offices: 6, faults: 0 }).files);
  const observations = parsed(readFileSync(join(site, 'data/observations.csv'), 'utf8'));
  const suppressed = rows.filter(({ missing_reason }) => missing_reason === 'suppressed');
  assert.ok(suppressed.length > 0);
  for (const row of suppressed) {
    const seen = observations.find((each) => ['indicator', 'area_code', 'period', 'breakdown'].every((key) => each[key] === row[key]));
    assert.deepEqual([seen.value, seen.numerator, seen.denominator, seen.missing_reason], ['', '', '', 'suppressed']);
    assert.ok(Object.entries(row).slice(6, -1).every(([, text]) => text === ''), JSON.stringify(row));
  }
});

test('the share of offices that do better than all is counted over the nested groups', () => {
  const { files, sample } = sampleFiles({ seed: 13, offices: 16, faults: 0 });
  const { site } = built(files);
  const observations = parsed(readFileSync(join(site, 'data/observations.csv'), 'utf8'));
  const seen = observations.find((each) => each.indicator === 'overtime-better-than-all' && each.period === '2025FY');
  const all = sample.years[2025].map((row) => ({ group: row['区分'], value: Number(row['残業時間_後']) }));
  const second = all.filter(({ group }) => group !== '①');
  const bound = mean(all.map(({ value }) => value));
  assert.deepEqual([Number(seen.numerator), Number(seen.denominator)], [second.filter(({ value }) => value < bound).length, second.length]);
});

test('shares of nested groups do not tell by subtraction that a few offices all do better', () => {
  const { files, sample } = sampleFiles({ seed: 301, offices: 7, faults: 0 });
  const share = (group) => ['title = "残業100時間未満"', 'unit = "%"', 'decimals = 0', `share_of_units = { of = "overtime", group = "${group}", than = 100 }`].join('\n');
  const { site } = built({ ...files, '../indicators/below-a.toml': share('①'), '../indicators/below-b.toml': share('②') });
  const observations = parsed(readFileSync(join(site, 'data/observations.csv'), 'utf8'));
  const seen = (id) => observations.find((each) => each.indicator === id && each.period === '2024FY');
  const first = sample.years[2024].filter((row) => row['区分'] === '①').length;
  assert.ok(first >= 3 && first < 10, String(first));
  assert.equal(Number(seen('below-a').numerator), sample.years[2024].length);
  assert.deepEqual([seen('below-b').numerator, seen('below-b').missing_reason], ['', 'suppressed']);
});

test('prefectures are not counted by outcomes that are hidden', () => {
  const { files } = sampleFiles({ seed: 401, offices: 7, faults: 0 });
  const away = files['subsidised_offices.csv'].split('\n').slice(1, 3).map((line) => line.split(',')[1]);
  const moved = (line) => line.replace(/,([^,]{1,4}[市町村]),/, (_, town) => (away.some((office) => line.includes(office)) ? ',北海道函館市,' : `,鳥取県${town},`));
  const publication = join(folder, 'nation');
  cpSync('data/prefecture', publication, { recursive: true });
  without_pdf(publication);
  for (const each of ['pages', 'cases']) rmSync(join(publication, each), { recursive: true, force: true });
  const write = (name, text) => { mkdirSync(dirname(join(publication, name)), { recursive: true }); writeFileSync(join(publication, name), text); };
  for (const [name, text] of Object.entries(files)) write(`raw/${name}`, text.split('\n').map((line, at) => (at === 0 ? line : moved(line))).join('\n'));
  write('publication.toml', readFileSync(join(publication, 'publication.toml'), 'utf8').replace(/^prefecture.*\n/m, '').split('navigation = ')[0]);
  write('indicators/known.toml', ['title = "残業の変化が分かる県"', 'unit = "か所"', 'decimals = 0', 'levels = ["nation"]',
    'share_of_areas = { of = "prefecture", indicator = "overtime", at_least = -1000, as = "number" }'].join('\n'));
  write('pages/index.md', '---\ntitle: 見本\n---\n# 見本\n\n北海道{{overtime.010006.rank}}位');
  const run = yokoten(['build', publication, '--into', join(folder, 'nation-site'), '--lang', 'en']);
  assert.equal(run.exit, 0, run.stderr + run.stdout);
  const observations = parsed(readFileSync(join(folder, 'nation-site/data/observations.csv'), 'utf8'));
  const open = (period) => observations.filter((row) => row.indicator === 'overtime' && row.period === period && row.breakdown === '' && row.value !== '' && row.area_code !== '000000');
  assert.ok(observations.some((row) => row.indicator === 'overtime' && row.area_code === '010006' && row.missing_reason === 'suppressed'));
  for (const period of ['2024FY', '2025FY']) {
    const counted = observations.find((row) => row.indicator === 'known' && row.period === period);
    assert.equal(Number(counted?.numerator ?? 0), open(period).length, period);
  }
});

test('the same reports in another order give the same outcomes', () => {
  const { files } = sampleFiles({ seed: 14, offices: 8, faults: 0 });
  const [head, ...rows] = files['effect_reports_2025.csv'].trim().split('\n');
  const turned = { ...files, 'effect_reports_2025.csv': `${[head, ...rows.reverse()].join('\n')}\n` };
  assert.deepEqual(built(turned).rows, built(files).rows);
  assert.ok(columns.length > 0);
});
