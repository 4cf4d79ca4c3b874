// After another number in a row only the pages that show something else are made; the site is as if all had been made.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { home, yokoten } from '../support/yokoten.mjs';
import { write } from '../disclosure/publication.mjs';

const folder = mkdtempSync(join(tmpdir(), 'yokoten-standing-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const towns = ['鳥取市', '米子市', '倉吉市', '境港市', '岩美町', '若桜町', '智頭町', '八頭町'];
const of_town = (block, keys) => ['---', 'title: "{{area.name}}"', 'each: municipality', '---', '# {{area.name}}', '', `\`\`\`${block}`, ...keys, '```'];
const hash_of = (bytes) => createHash('sha256').update(bytes).digest('hex');
const line = (town, count, all) => `鳥取県${town},${count},${all}`;
const usual = () => towns.map((town, at) => line(town, 100 + at, 1000));

let made = 0;
/** A publication of eight towns with a rate, built twice; its pages of towns have one block. */
function built(block, keys, more = {}) {
  const place = join(folder, `pub-${++made}`), site = `${place}-site`;
  const tables = [{ id: 'use', lines: ['市町村,利用,全体', ...usual()], toml: ['area = "市町村"', 'level = "municipality"', 'period = 2024', 'complete = true', '[source.columns]', 'used = "利用"', 'all = "全体"', '[source.symbols]', '"－" = "not_reported"'] }, ...(more.tables ?? [])];
  write(place, {
    tables, top: ['prefecture = "鳥取県"'], files: more.files,
    indicators: { rate: ['unit = "%"', 'decimals = 1', 'levels = ["prefecture", "municipality"]', 'better = "higher"', 'ratio = { numerator = "used", denominator = "all" }'], ...(more.indicators ?? {}) },
    pages: { index: ['---', 'title: 見本', '---', '# 見本', '', '```cards', 'indicators = ["rate"]', '```'], town: of_town(block, keys), ...(more.pages ?? {}) } });
  const build = (...options) => {
    const { exit, stdout, stderr } = yokoten(['build', place, '--into', site, '--format', 'json', ...options]);
    assert.equal(exit, 0, stderr);
    return JSON.parse(stdout.trim().split('\n').at(-1)).summary;
  };
  /** Puts another text into a file of figures, with its hash. */
  const put_text = (path, text) => {
    const file = join(place, path), toml = join(place, 'sources.toml');
    const described = readFileSync(toml, 'utf8').replace(hash_of(readFileSync(file)), hash_of(text));
    writeFileSync(file, text);
    writeFileSync(toml, described);
  };
  const put = (lines) => put_text('raw/use.csv', `${['市町村,利用,全体', ...lines].join('\n')}\n`);
  build();
  return { place, site, build, put, put_text };
}

const files_of = (site) => JSON.parse(readFileSync(join(site, 'manifest.json'), 'utf8')).files;
/** Builds the publication anew beside its site, and holds each file against it. */
function is_as_anew({ place, site }) {
  const other = `${site}-anew`;
  assert.equal(yokoten(['build', place, '--into', other, '--anew']).exit, 0);
  assert.deepEqual(files_of(site), files_of(other));
}
const own = ['indicators = ["rate"]'];

test('a number of one town makes its page, and leaves those of the others', () => {
  const one = built('history', own);
  one.put(usual().with(2, line('倉吉市', 104, 1000)));
  const { pages, kept, changed } = one.build();
  assert.equal(pages - kept, 2, 'of the town and the top');
  assert.ok(changed > 0);
  is_as_anew(one);
});

test('a number that moves the places of others makes their pages too', () => {
  const one = built('cards', [...own, 'pictures = []']);
  one.put(usual().with(0, line('鳥取市', 999, 1000)));
  const { pages, kept } = one.build();
  assert.ok(pages - kept >= towns.length, `${kept} of ${pages} were kept`);
  is_as_anew(one);
});

test('a number that changes no rounded rate but the parts of the sum makes the page that shows them', () => {
  const one = built('history', own);
  one.put(usual().with(5, line('若桜町', 105, 1001)));
  const { kept, pages } = one.build();
  assert.equal(pages - kept, 2);
  is_as_anew(one);
});

test('a page that compares with a sum is made where the difference is another', () => {
  const one = built('compare', ['indicator = "rate"', 'with = ["prefecture"]']);
  for (const count of [106, 107, 130, 500]) {
    one.put(usual().with(3, line('境港市', count, 1000)));
    one.build();
    is_as_anew(one);
  }
});

test('a page with rows of a file is made where that has changed, and is left where another has', () => {
  const desks = ['市町村,窓口', ...towns.map((town) => `鳥取県${town},${town}の窓口`)];
  const one = built('directory', ['sources = ["desks"]', 'title = "窓口"', 'rows = ["窓口"]'],
    { tables: [{ id: 'desks', lines: desks, toml: ['kind = "records"', 'area = "市町村"', 'level = "municipality"', 'shown = ["窓口"]'] }] });
  one.put(usual().with(3, line('境港市', 109, 1000)));
  assert.ok(one.build().kept >= towns.length);
  is_as_anew(one);
  one.put_text('raw/desks.csv', `${desks.join('\n').replace('境港市の窓口', '別の窓口')}\n`);
  assert.equal(one.build().kept, 0);
  is_as_anew(one);
});

test('a finding at a cell makes the page of its town, and leaves those of the others', () => {
  const desks = towns.map((town) => `鳥取県${town},5`);
  const file = (lines) => ['市町村,窓口（か所）', ...lines];
  const one = built('notes', [], { tables: [{ id: 'desks', lines: file(desks), toml: ['area = "市町村"', 'level = "municipality"', 'period = 2024', '[source.columns]', 'desks = "窓口（か所）"'] }] });
  for (const cell of ['5人', '6人', '5']) {
    one.put_text('raw/desks.csv', `${file(desks.with(3, `鳥取県境港市,${cell}`)).join('\n')}\n`);
    const { pages, kept, findings: { warning } } = one.build();
    assert.deepEqual([pages - kept, warning], [1, cell === '5' ? 0 : 1], cell);
    is_as_anew(one);
  }
});

test('a number that a release has said otherwise makes the pages that tell of releases, and leaves those of other towns', () => {
  const plain = built('history', own);
  const telling = {
    releases: ['---', 'title: 公表', '---', '# 公表', '', '```releases', '```'],
    release: ['---', 'title: "{{release.date}}"', 'each: release', '---', '# {{release.date}}', '', '```release', '```'],
    indicator: ['---', 'title: "{{indicator.title}}"', 'each: indicator', '---', '# {{indicator.title}}', '', '```revisions', '```'],
  };
  const one = built('history', own, { pages: telling, files: { 'releases/2025-06-30.csv': readFileSync(join(plain.site, 'data/observations.csv')) } });
  for (const count of [104, 105]) {
    one.put(usual().with(2, line('倉吉市', count, 1000)));
    const { pages, kept } = one.build();
    assert.equal(pages - kept, 7, 'of the town, the top, the indicator, the list of releases and three of a release');
    is_as_anew(one);
  }
});

const others = {
  'another text of a page': (place) => {
    const file = join(place, 'pages/town.md');
    writeFileSync(file, `${readFileSync(file, 'utf8')}\n\n別の文。\n`);
  },
  'another number of decimals': (place) => {
    const file = join(place, 'indicators/rate.toml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('decimals = 1', 'decimals = 2'));
  },
  'another date of the publication': (place) => {
    const file = join(place, 'publication.toml');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/as_of = \S+/, 'as_of = 2025-03-30'));
  },
  'another publisher of a source': (place) => {
    const file = join(place, 'sources.toml');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/publisher = "[^"]*"/, 'publisher = "別の課"'));
  },
};
for (const [what, change] of Object.entries(others))
  test(`${what} makes all pages`, () => {
    const one = built('history', own);
    change(one.place);
    assert.equal(one.build().kept, 0);
    is_as_anew(one);
  });

test('a row less, a row more and a reason in place of a number leave nothing behind', () => {
  const one = built('history', own);
  for (const lines of [usual().slice(1), usual(), usual().with(1, '鳥取県米子市,－,1000'), usual().reverse()]) {
    one.put(lines);
    one.build();
    is_as_anew(one);
  }
});

test('a page that somebody edited on the disk is no page to take over', () => {
  const one = built('history', own);
  one.put(usual().with(2, line('倉吉市', 104, 1000)));
  one.build();
  const path = files_of(one.site).find((file) => /areas\/31\/312029\/index\.html/.test(file.path)).path;
  writeFileSync(join(one.site, path), 'edited');
  one.put(usual().with(2, line('倉吉市', 105, 1000)));
  one.build();
  is_as_anew(one);
  assert.notEqual(readFileSync(join(one.site, path), 'utf8'), 'edited');
});

test('what is known of pages that is not whole is not used', () => {
  const one = built('history', own);
  const file = join(folder, `.pub-${made}-site.yokoten-pages`);
  const bytes = readFileSync(file);
  bytes[bytes.length >> 1] ^= 1;
  writeFileSync(file, bytes);
  one.put(usual().with(2, line('倉吉市', 104, 1000)));
  assert.equal(one.build().kept, 0);
  is_as_anew(one);
});

/** Builds a publication of any shape, and again with other lines in the files of its tables; each time as if anew. */
function follows(name, publication, ...changes) {
  const place = join(folder, name), site = `${place}-site`;
  const written = (tables) => write(place, { ...publication, tables });
  written(publication.tables);
  assert.equal(yokoten(['build', place, '--into', site]).exit, 0);
  for (const lines of changes) {
    written(publication.tables.map((table) => ({ ...table, ...(lines[table.id] ?? {}) })));
    assert.equal(yokoten(['build', place, '--into', site]).exit, 0);
    is_as_anew({ place, site });
  }
}
const top_page = ['---', 'title: 見本', '---', '# 見本', ''];

test('a picture that leaves areas out by their exact numbers follows these', () => {
  const columns = (line) => line.split(',');
  const [head, ...areas] = readFileSync(join(home, 'data/areas/municipalities.csv'), 'utf8').trim().split('\n').map(columns);
  const names = areas.filter(([code]) => code.startsWith('01')).map((area) => area[head.indexOf('name')]);
  assert.ok(names.length > 150);
  const lines = (change) => ['市町村,利用,全体', ...names.map((name, at) => `北海道${name},${change[at] ?? at * 5000},1000000`)];
  // Within the same rounded per cent each: the picture has room for 120 of them.
  const moved = [31, 65, 91, 120, 156].map((at) => ({ [at]: at * 5000 + (at % 2 === 0 ? 4900 : -4900) }));
  follows('apart', {
    tables: [{ id: 'use', lines: lines({}), toml: ['area = "市町村"', 'level = "municipality"', 'period = 2024', '[source.columns]', 'used = "利用"', 'all = "全体"'] }],
    top: ['prefecture = "北海道"'],
    indicators: { rate: ['unit = "%"', 'decimals = 0', 'levels = ["prefecture", "municipality"]', 'better = "none"', 'ratio = { numerator = "used", denominator = "all" }'] },
    pages: { index: top_page, town: of_town('cards', ['indicators = ["rate"]', 'pictures = ["strip"]']) },
  }, ...moved.map((change) => ({ use: { lines: lines(change) } })));
});

test('parts that move from one indicator to another are followed', () => {
  const lines = (...rows) => ['市町村,年,期,数', ...rows.map((row) => `鳥取県${row}`)];
  const before = { z: lines('鳥取市,2023,一期,5', '鳥取市,2024,一期,5'), a: lines('八頭町,2024,一期,3', '鳥取市,2024,二期,4'), b: lines('鳥取市,2025,一期,2', '米子市,2025,一期,2', '倉吉市,2025,一期,2') };
  const after = { z: lines('鳥取市,2023,一期,5', '米子市,2023,一期,5'), a: lines('八頭町,2024,一期,3', '鳥取市,2024,一期,4'), b: lines('鳥取市,2024,一期,2', '米子市,2024,二期,2', '倉吉市,2025,一期,2') };
  follows('parts', {
    tables: Object.keys(before).map((id) => ({ id, lines: before[id], toml: ['area = "市町村"', 'level = "municipality"', 'period = "年"', '[source.columns]', `${id}n = "数"`, '[source.breakdown]', 'start = "期"'] })),
    top: ['prefecture = "鳥取県"'],
    indicators: Object.fromEntries(Object.keys(before).map((id, at) => [`i${at}`, ['unit = "団体"', 'decimals = 0', 'levels = ["municipality"]', 'better = "none"', 'by = "start"', 'total = false', `count = { sum = "${id}n" }`]])),
    pages: { index: top_page, town: of_town('parts', ['indicator = "i1"']) },
  }, Object.fromEntries(Object.entries(after).map(([id, rows]) => [id, { lines: rows }])));
});

test('a union that gives its place to a municipality is followed by the proof of the sum', () => {
  const lines = (one) => ['都道府県,市町村', '高知県,高知市', `高知県,${one}`, '高知県,安芸市', ...['奈半利町', '田野町', '安田町', '北川村', '馬路村'].map((town) => `高知県,${town}`)];
  follows('union', {
    tables: [{ id: 'not-ready', lines: lines('中芸広域連合'), toml: ['kind = "list"', 'area = { prefecture = "都道府県", municipality = "市町村" }', 'level = "municipality"', 'period = 2024', 'complete = true', '[source.check]', '"name.union" = { level = "off", reason = "知っている" }'] }],
    top: ['prefecture = "高知県"'],
    indicators: { listed: ['unit = "団体"', 'decimals = 0', 'levels = ["prefecture", "municipality"]', 'better = "lower"', 'count = { sum = "listed" }'] },
    pages: { index: top_page, pref: of_town('evidence', ['indicators = ["listed"]']).map((line) => line.replace('each: municipality', 'each: prefecture')) },
  }, { 'not-ready': { lines: lines('室戸市') } });
});

test('where all figures of an indicator are from is followed by the page that offers them', () => {
  const upper = (used) => `都道府県,利用,全体\n鳥取県,${used},539\n`;
  const one = built('history', own, {
    tables: [{ id: 'upper', lines: upper(451).trim().split('\n'), toml: ['area = "都道府県"', 'level = "prefecture"', 'period = 2021', '[source.columns]', 'used = "利用"', 'all = "全体"'] }],
    indicators: { thirty: ['unit = "%"', 'levels = ["prefecture"]', 'share_of_areas = { of = "municipality", indicator = "rate", at_least = 30 }'] },
    pages: { indicator: ['---', 'title: "{{indicator.title}}"', 'each: indicator', '---', '# {{indicator.title}}', '', '```downloads', 'indicator = true', '```'] } });
  const sources = () => readFileSync(join(one.site, 'indicators/thirty/index.html'), 'utf8').match(/"isBasedOn": (\[.*?\])/)[1];
  assert.match(sources(), /"upper"/);
  one.put_text('raw/upper.csv', upper(0));
  one.build();
  assert.doesNotMatch(sources(), /"upper"/);
  is_as_anew(one);
});

test('what a source says is followed, even where it looks like the hash of a file', () => {
  const toml = (of) => ['note = """', 'もとの表', `sha256 = "${hash_of(of)}"`, '"""', 'area = "市町村"', 'level = "municipality"', 'period = 2024', '[source.columns]', 'used = "利用"', 'all = "全体"'];
  follows('note', {
    tables: [{ id: 'use', lines: ['市町村,利用,全体', ...usual()], toml: toml('a') }],
    top: ['prefecture = "鳥取県"'],
    indicators: { rate: ['unit = "%"', 'decimals = 1', 'levels = ["prefecture", "municipality"]', 'better = "higher"', 'ratio = { numerator = "used", denominator = "all" }'] },
    pages: { index: top_page, town: of_town('evidence', own) },
  }, { use: { toml: toml('b') } });
});

/** Another number in one of the cells of the file that hold one. */
function with_another_number(text, random) {
  const cells = [...text.matchAll(/(?<=,)[1-9]\d{0,3}(?=,|\r?\n)/g)];
  if (cells.length === 0) return text;
  const [{ 0: number, index }] = [cells[random % cells.length]];
  return text.slice(0, index) + String(Number(number) + 1) + text.slice(index + number.length);
}

for (const name of ['national', 'prefecture', 'handbook'])
  test(`the ${name} site after other numbers is as if built anew`, () => {
    const place = join(folder, name), site = `${place}-site`;
    cpSync(join(home, 'data', name), place, { recursive: true });
    assert.equal(yokoten(['build', place, '--into', site]).exit, 0);
    const toml = join(place, 'sources.toml');
    let built = 0;
    for (const [, file] of readFileSync(toml, 'utf8').matchAll(/url = "file:(raw\/[^"]+\.csv)"/g)) {
      const path = join(place, file), before = readFileSync(path, 'utf8'), described = readFileSync(toml, 'utf8');
      const text = with_another_number(before, 7919 * ++built);
      writeFileSync(path, text);
      writeFileSync(toml, described.replaceAll(hash_of(before), hash_of(text)));
      const { exit } = yokoten(['build', place, '--into', site]);
      if (exit === 0 && built % 3 === 0) is_as_anew({ place, site });
      if (exit === 0) continue; // a total that differs now, and the like
      writeFileSync(path, before);
      writeFileSync(toml, described);
    }
    assert.equal(yokoten(['build', place, '--into', site]).exit, 0);
    is_as_anew({ place, site });
  });
