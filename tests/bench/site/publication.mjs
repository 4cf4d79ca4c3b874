// Makes a publication of the input that generators are raced with (input.mjs), and the folder that yokoten takes for its
// own (YOKOTEN_HOME): its templates, and the made-up municipalities in place of the real ones.
import { createHash } from 'node:crypto';
import { closeSync, copyFileSync, createReadStream, mkdirSync, openSync, readdirSync, readFileSync, symlinkSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { home } from '../../support/yokoten.mjs';

const rows_of = (path) => {
  const [head, ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n').map((line) => line.split(','));
  return lines.map((cells) => Object.fromEntries(head.map((name, at) => [name, cells[at]])));
};

/** The SHA-256 of a file. */
export async function hash_of(path) {
  const hash = createHash('sha256');
  for await (const part of createReadStream(path)) hash.update(part);
  return hash.digest('hex');
}

const most_rows = 5_000_000, rows_an_area = 144; // six shares, 24 months

/** The file of a publication of `count` municipalities in which a row is changed. */
export const file_of = (count) => (count * rows_an_area <= most_rows ? 'raw/data.csv' : 'raw/link.csv');

const kinds = { 市: '市', 町: '町', 村: '村' };
const kana = 'あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめも';

/** A reading for each made-up name, letter by letter. */
const reading_of = (name) => [...name].map((letter) => kana[letter.codePointAt(0) % kana.length]).join('');

const folder_of = (code, prefecture) => `areas/${prefecture}/${code}/`;

/** The folder of each municipality's page, by code, as the folder that yokoten takes for its own has them. */
export const folders_in = (own) => new Map(rows_of(join(own, 'data/areas/municipalities.csv')).map(({ code, prefecture }) => [code, folder_of(code, prefecture)]));

export function write_home(input, into) {
  mkdirSync(join(into, 'data/areas'), { recursive: true });
  mkdirSync(join(into, 'build'), { recursive: true });
  symlinkSync(join(home, 'templates'), join(into, 'templates'));
  symlinkSync(join(home, 'build/browser'), join(into, 'build/browser'));
  const own = (name) => readFileSync(join(home, 'data/areas', name), 'utf8');
  const put = (name, text) => writeFileSync(join(into, 'data/areas', name), text);
  put('prefectures.csv', own('prefectures.csv'));
  for (const name of readdirSync(join(home, 'data/areas')))
    if (name.endsWith('.csv') && name !== 'prefectures.csv' && name !== 'municipalities.csv') put(name, own(name).split('\n')[0] + '\n');
  const lines = rows_of(join(input, 'areas.csv')).map(({ area_code, name, pref_code }) =>
    `${area_code},${pref_code},,${name},${reading_of(name)},${kinds[name.at(-1)]},0`);
  put('municipalities.csv', `code,prefecture,county,name,reading,kind,designated\n${lines.join('\n')}\n`);
}

const card_list = (ids) => `[${ids.map((id) => `"${id}"`).join(', ')}]`;

// What the peers show and lay beside a page, and no more: no pictures in cards, the specification of the trend, figures as CSV.
const charts = (ids, title) => `\`\`\`cards
indicators = ${card_list(ids)}
pictures = []
\`\`\`

## 推移と比較

\`\`\`\`half
\`\`\`trend
indicator = "${ids[0]}"
\`\`\`
***
\`\`\`compare
indicator = "${ids[0]}"
with = ["prefecture", "nation"]
files = []
\`\`\`
\`\`\`\`

## 期間別の値

\`\`\`history
indicators = ${card_list(ids)}
caption = "${title}の期間別の値"
\`\`\`
`;

function pages_of(ids) {
  return {
    index: `---\ntitle: 全国\ndescription: 都道府県と市町村の値。\n---\n# 全国\n\n\`\`\`cards\nindicators = ${card_list(ids)}\n\`\`\`\n\n## 都道府県\n
\`\`\`map\nindicator = "${ids[0]}"\n\`\`\`\n
\`\`\`table\nindicators = ${card_list(ids)}\nlevel = "prefecture"\n\`\`\`\n`,
    prefecture: `---\ntitle: "{{area.name}}"\neach: prefecture\ndescription: "{{area.name}}の値。"\n---\n# {{area.name}}\n
${charts(ids, '{{area.name}}')}
## 順位\n
\`\`\`table\nindicators = ${card_list(ids)}\nlevel = "municipality"\n\`\`\`\n`,
    municipality: `---\ntitle: "{{area.name}}（{{area.prefecture}}）"\neach: municipality\ndescription: "{{area.name}}の値。"\nas_of: "団体コード {{area.code}}"\n---
# {{area.name}}\n
${charts(ids, '{{area.name}}')}`,
    cases: '---\ntitle: 取組事例\ndescription: 取組の一覧。\n---\n# 取組事例\n\n```cases\nof = "all"\n```\n',
    areas: '---\ntitle: 地域\ndescription: 地域の一覧。\n---\n# 地域\n\n```area-index\n```\n',
    data: '---\ntitle: データ\ndescription: 開いたデータ。\n---\n# データ\n\n```catalogue\n```\n',
    indicator: '---\ntitle: "{{indicator.title}}"\neach: indicator\ndescription: "{{indicator.title}}"\n---\n# {{indicator.title}}\n\n```definition\n```\n',
  };
}

/** A case as the peers read it, with the keys of ours. `folders`: those of the areas' pages, by code. */
function case_text(text, folders) {
  const [, front, body] = text.split(/^---\n/m);
  const value = (key) => front.match(new RegExp(`^${key}: "?(.*?)"?$`, 'm'))[1];
  const paths = body.replaceAll(/\(\/areas\/(\d{6})\/\)/g, (all, code) => `(/${folders.get(code)})`);
  return `---
title: "${value('title')}"
description: "${value('description')}"
summary: "${value('description')}"
area: "${value('area')}"
status: done
order: ${value('weight')}
sources: ["作り物の事例"]
case:
  themes: [説明と体験]
---
# ${value('title')}

${paths}`;
}

const source_text = (file, sha256) => `[[source]]\nid = "${file}"\ntitle = "作り物の数値"\nurl = "file:raw/${file}.csv"\npublisher = "試験"\ndocument = "作り物"\nsha256 = "${sha256}"
area = "area_code"\nlevel = "municipality"\nperiod = "period"\n[source.columns]\nover${measures_of(file)} = "numerator"\nunder${measures_of(file)} = "denominator"\n[source.breakdown]\nkpi = "kpi"\n`;
const measures_of = (file) => (file === 'data' ? '' : `_${file}`);

/** Lays the rows into one file `data`, or where they are more than a table has at most into one a share; returns the files' names. */
async function write_raw(data, into, ids, count) {
  if (count * rows_an_area <= most_rows) {
    copyFileSync(data, join(into, 'data.csv'));
    return ['data'];
  }
  const parts = new Map(ids.map((id) => [id, { file: openSync(join(into, `${id}.csv`), 'w'), text: 'area_code,period,kpi,numerator,denominator\n' }]));
  for await (const line of createInterface({ input: createReadStream(data) })) {
    const part = parts.get(line.split(',', 3)[2]);
    if (part === undefined) continue; // the headings
    part.text += `${line}\n`;
    if (part.text.length < 1 << 20) continue;
    writeSync(part.file, part.text);
    part.text = '';
  }
  for (const { file, text } of parts.values()) {
    writeSync(file, text);
    closeSync(file);
  }
  return ids;
}

export async function write_publication(input, into) {
  for (const folder of ['raw', 'pages', 'indicators', 'cases']) mkdirSync(join(into, folder), { recursive: true });
  const put = (path, text) => writeFileSync(join(into, path), text);
  const kpis = rows_of(join(input, 'kpis.csv'));
  const ids = kpis.map(({ kpi }) => kpi);
  const folders = new Map(rows_of(join(input, 'areas.csv')).map(({ area_code, pref_code }) => [area_code, folder_of(area_code, pref_code)]));
  const files = await write_raw(join(input, 'data.csv'), join(into, 'raw'), ids, folders.size);
  put('publication.toml', `title = "競走のための作り物"\npublisher = "試験"\nbase_url = "https://example.jp/"\nlicence = "PDL1.0"\nas_of = 2026-03-31
notice = "数値はすべて作り物です。"\nheadline = ${card_list(ids)}\n\n[files]\ncharts = ["spec"]\ncards = []\nareas = ["csv"]\nfigures = []\nshare = false\n`);
  const sources = [];
  for (const file of files) sources.push(source_text(file, await hash_of(join(into, 'raw', `${file}.csv`))));
  put('sources.toml', sources.join('\n'));
  for (const { kpi, name } of kpis) {
    const side = (measure) => `{ sum = "${measure}${files.length > 1 ? `_${kpi}` : ''}", where = { kpi = ["${kpi}"] } }`;
    put(`indicators/${kpi}.toml`, `title = "${name}"\nunit = "%"\ndecimals = 1\nbetter = "higher"\nlevels = ["nation", "prefecture", "municipality"]
ratio = { numerator = ${side('over')}, denominator = ${side('under')} }\n`);
  }
  for (const [name, text] of Object.entries(pages_of(ids))) put(`pages/${name}.md`, text);
  for (const name of readdirSync(join(input, 'cases'))) put(`cases/${name}`, case_text(readFileSync(join(input, 'cases', name), 'utf8'), folders));
}
