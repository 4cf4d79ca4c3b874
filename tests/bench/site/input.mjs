// Made-up input of the site that generators are raced with: N municipalities with six shares a month, and 200 cases. The
// same N gives the same bytes. Files and columns are those that the peers read: kpis.csv, prefs.csv, areas.csv, data.csv
// (sorted by area, month and share) and cases/*.md.
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { home } from '../../support/yokoten.mjs';

export const shares = [
  ['link', 'データ連携の利用率', 0.9], ['visit', '訪問の記録率', 0.31], ['online', '電子申請率', 0.12],
  ['lift', 'リフト導入率', 0.22], ['course', '研修の受講率', 0.011], ['desk', '相談の回答率', 0.004],
];
const months = 24, cases = 200;
const first = '秋朝泉磯稲岩梅江大岡小片金川北草桜塩白杉高滝千中夏西野橋花東平広福藤松三南宮森山雪';
const middle = '浦尾川木久坂沢島瀬田谷津戸根原浜辺間美';
const last = '市町村';

/** Numbers from 0 to 1, the same for the same seed. */
export function random_from(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function prefectures() {
  const [, ...lines] = readFileSync(join(home, 'data/areas/prefectures.csv'), 'utf8').trim().split('\n');
  return lines.map((line) => {
    const [code, number, name, , , , , column, row] = line.split(',');
    return { code, number, name, column, row };
  });
}

/** The most municipalities that have codes of their own: those that end with 000 are of prefectures. */
export const most_areas = 99 * 999;

/** Six digits, the last of which checks the others. The first two are the prefecture's, unless it has too many for that. */
function code_of(number, at, running) {
  const thousands = running ? String(1 + Math.floor(at / 999)).padStart(2, '0') : number;
  const digits = thousands + String(running ? 1 + (at % 999) : 100 + at).padStart(3, '0');
  const sum = [...digits].reduce((all, digit, place) => all + Number(digit) * (6 - place), 0);
  return digits + ((11 - (sum % 11)) % 10);
}

const letters_of = (at) => {
  const [a, b, c] = [at % first.length, Math.floor(at / first.length) % middle.length, Math.floor(at / first.length / middle.length)];
  return first[a] + middle[b] + (c > 0 ? middle[(c - 1) % middle.length] : '');
};

/** Municipalities over the prefectures in turn of their size, as they are listed. */
export function made_areas(count) {
  const all = prefectures();
  const running = count / all.length > 800;
  const random = random_from(1);
  const areas = [];
  all.forEach((prefecture, place) => {
    const own = Math.floor((count * (place + 1)) / all.length) - Math.floor((count * place) / all.length);
    for (let at = 0; at < own; ++at) {
      const code = code_of(prefecture.number, running ? areas.length : at, running);
      const population = Math.floor(Math.exp(7 + 6 * random()));
      areas.push({ code, name: letters_of(at) + last[at % last.length], prefecture: prefecture.number, population });
    }
  });
  return areas;
}

const month_of = (at) => `${2024 + Math.floor((at + 3) / 12)}-${String(((at + 3) % 12) + 1).padStart(2, '0')}`;

function area_rows(area, random) {
  const state = shares.map(([, , weight]) => ({ whole: Math.max(20, Math.floor(area.population * weight)), start: 0.05 + 0.35 * random(), slope: (0.05 + 0.45 * random()) / months }));
  let rows = '';
  for (let month = 0; month < months; ++month)
    shares.forEach(([id], at) => {
      const { whole, start, slope } = state[at];
      const all = whole + Math.floor(whole * 0.002 * month);
      const part = Math.floor(all * Math.min(0.99, Math.max(0, start + slope * month + 0.03 * (random() - 0.5))));
      rows += `${area.code},${month_of(month)},${id},${part},${all}\n`;
    });
  return rows;
}

function write_data(path, areas) {
  const file = openSync(path, 'w');
  const random = random_from(2);
  let rows = 'area_code,period,kpi,numerator,denominator\n';
  for (const area of areas) {
    rows += area_rows(area, random);
    if (rows.length < 1 << 20) continue;
    writeSync(file, rows);
    rows = '';
  }
  writeSync(file, rows);
  closeSync(file);
}

const sentences = [
  '事業所ごとに使い方を尋ね、つまずく所を一つずつ書き出した。', '月に一度の集まりで、先に始めた事業所が画面を見せながら話した。',
  '紙に書き写していた時間を測り、半分になったことを数字で示した。', '担当が替わっても続くように、手順を一枚の紙にまとめた。',
  '費用は最初の年に集まるが、二年目からは郵送の分で戻る見込みである。', '始めるまでの三か月は、支援員が週に一度訪ねて付き添った。',
  'まだ使っていない事業所には、使わない理由を聞いてから道具を選んだ。', '結果は年に二回、地域の協議会で報告している。',
];

function case_text(number, areas, names, random) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const area = pick(areas), others = [pick(areas), pick(areas), pick(areas)], [kpi, kpi_name] = pick(shares);
  const prefecture = names.get(area.prefecture);
  const text = (count) => Array.from({ length: count }, () => pick(sentences)).join('');
  const title = `${area.name}で${kpi_name}を高めた取組（${number}）`;
  return `---
title: "${title}"
weight: ${number}
area: "${area.code}"
area_name: "${area.name}"
pref_name: "${prefecture}"
kpi: "${kpi}"
kpi_name: "${kpi_name}"
month: "${month_of(Math.floor(random() * months))}"
description: "${area.name}（${prefecture}）が${kpi_name}を高めた取組。"
---

${text(2)}

## はじめの様子

${text(3)}

${text(2)}

## したこと

${text(2)}

${Array.from({ length: 5 }, () => `- ${pick(sentences)}`).join('\n')}

### 順序

${Array.from({ length: 4 }, (_, at) => `${at + 1}. **${pick(['調査', '試行', '研修', '報告', '見直し'])}**を行い、結果を分けた`).join('\n')}

${text(1)}

## 結果

| 項目 | 前 | 後 |
| --- | --- | --- |
${['対象の事業所', '年の件数', '減った時間', '受けた人'].map((word) => `| ${word} | ${100 + Math.floor(random() * 900)} | ${1000 + Math.floor(random() * 9000)} |`).join('\n')}

${text(2)}

## 近い取組

${others.map((other) => `- [${other.name}（${names.get(other.prefecture)}）](/areas/${other.code}/)`).join('\n')}

くわしくは[${area.name}のページ](/areas/${area.code}/)と[事例の一覧](/cases/)にある。
`;
}

export function write_input(count, folder) {
  mkdirSync(join(folder, 'cases'), { recursive: true });
  const areas = made_areas(count);
  const put = (name, lines) => writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
  put('kpis.csv', ['kpi,name', ...shares.map(([id, name]) => `${id},${name}`)]);
  put('prefs.csv', ['pref_code,name,tile_col,tile_row', ...prefectures().map((each) => [each.number, each.name, each.column - 1, each.row - 1].join(','))]);
  put('areas.csv', ['area_code,name,pref_code,population', ...areas.map((each) => [each.code, each.name, each.prefecture, each.population].join(','))]);
  write_data(join(folder, 'data.csv'), areas);
  const names = new Map(prefectures().map(({ number, name }) => [number, name]));
  const random = random_from(3);
  for (let number = 1; number <= cases; ++number)
    writeFileSync(join(folder, 'cases', `case-${String(number).padStart(3, '0')}.md`), case_text(number, areas, names, random));
}
