// Made-up effect reports of made-up offices of 鳥取県, and faults to put into them. One seed gives the same files always.
export const columns = ['回答日時', '事業所番号', '事業所名', '市町村', 'サービス種別', '職員数', '補助事業名', '実施年度', '区分', '補助No.',
  '総業務時間_前', '総業務時間_後', '残業時間_前', '残業時間_後', '有給休暇_前', '有給休暇_後', '離職率_前', '離職率_後',
  'ストレス_前', 'ストレス_後', 'エンゲージメント_前', 'エンゲージメント_後'];
export const listColumns = ['補助No.', '事業所番号', '事業所名', '市町村', 'サービス種別', '補助事業名', '実施年度'];
export const outcomes = columns.slice(10);
const second = columns.slice(18);

/** The subsidies of the letter of 2025: four whose first report was due then, four whose second was. */
export const programmes = [
  { name: '介護テクノロジー定着支援事業（令和5年度からの繰越分）', executed: 2024 },
  { name: '面的支援によるモデル施設の育成・モデル地域づくり事業（繰越分）', executed: 2024 },
  { name: '介護テクノロジー導入支援事業', executed: 2024 },
  { name: '介護テクノロジー定着支援事業（令和5年度予算・令和6年度実施）', executed: 2024 },
  { name: '介護テクノロジー定着支援事業（令和5年度予算・令和5年度実施）', executed: 2023 },
  { name: '面的支援によるモデル施設の育成・モデル地域づくり事業', executed: 2023 },
  { name: '介護ロボット導入支援事業', executed: 2023 },
  { name: 'ICT導入支援事業', executed: 2023 },
];
const municipalities = ['鳥取市', '米子市', '倉吉市', '境港市', '岩美町', '若桜町', '智頭町', '八頭町', '三朝町', '湯梨浜町', '琴浦町', '北栄町',
  '日吉津村', '大山町', '南部町', '伯耆町', '日南町', '日野町', '江府町'];
const services = [['居宅介護支援', '7'], ['訪問介護', '7'], ['通所介護', '7'], ['介護老人福祉施設', '7'], ['介護老人保健施設', '5'],
  ['認知症対応型共同生活介護', '9'], ['小規模多機能型居宅介護', '9'], ['訪問看護', '6']];
// Words that no office uses as its name: who reads a sample must see that it is one.
const words = ['見本', '架空', '例示', '仮想', '模擬'];
const kinds = { '居宅介護支援': 'ケアプラン', '訪問介護': 'ヘルパー', '通所介護': 'デイ', '介護老人福祉施設': '特養', '介護老人保健施設': '老健',
  '認知症対応型共同生活介護': 'グループホーム', '小規模多機能型居宅介護': '小規模多機能', '訪問看護': '訪問看護' };

/** mulberry32: 0 to below 1. */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export function checkDigit(nine) {
  const letters = '0123456789ABCDEFGHJKLMNPRSTUVWXYZ';
  let sum = 0;
  [...nine].reverse().forEach((letter, at) => {
    const product = letters.indexOf(letter) * (at % 2 === 0 ? 2 : 1);
    for (const digit of String(product)) sum += Number(digit);
  });
  return String((10 - (sum % 10)) % 10);
}

/** About a normal number, mean 0 and deviation 1. */
function normal(next) {
  let sum = 0;
  for (let i = 0; i < 12; i += 1) sum += next();
  return sum - 6;
}

const limited = (low, value, high) => Math.min(Math.max(value, low), high);

/** The list of subsidised offices: `each` of every programme. District 99 is no real one. */
export function offices(next, each) {
  const listed = [];
  programmes.forEach((programme, number) => {
    for (let i = 0; i < each; i += 1) {
      const [service, kind] = services[(i + number) % services.length];
      const serial = String(number * 100 + i + 1).padStart(4, '0');
      const nine = `31${kind}99${serial}`;
      listed.push({
        subsidy: `${programme.executed % 100}-${number + 1}-${String(i + 1).padStart(3, '0')}`,
        office: nine + checkDigit(nine),
        name: `${kinds[service]}${words[i % words.length]}${Math.floor(next() * 90) + 10}（見本）`,
        municipality: municipalities[Math.floor(next() * next() * municipalities.length)],
        service,
        programme,
        staff: Math.floor(4 + 40 * next() * next()),
        group: ['①', '②', '②', '③'][Math.floor(next() * 4)],
        own: { hours: 160 + 8 * normal(next), overtime: limited(2, 8 * Math.exp(0.4 * normal(next)), 60),
          leave: limited(4, 9 + 2.5 * normal(next), 18), turnover: limited(3, 13 + 4 * normal(next), 40),
          stress: limited(6, 18 + 5 * normal(next), 45), engagement: limited(2, 3.2 + 0.4 * normal(next), 5) },
      });
    }
  });
  return listed;
}

/** The report of one office in one year, as an object by heading; the effect is a little larger in the second year. */
export function report(next, office, year) {
  const grow = (better, spread) => 1 + better * (year - office.programme.executed) + spread * normal(next);
  const pair = (before, factor, digits) => [before.toFixed(digits), (before * limited(0.6, factor, 1.5)).toFixed(digits)];
  const own = office.own;
  const values = [
    ...pair(own.hours, grow(-0.02, 0.02), 1), ...pair(own.overtime, grow(-0.09, 0.12), 1), ...pair(own.leave, grow(0.06, 0.08), 1),
    ...pair(own.turnover, grow(-0.05, 0.1), 1), ...pair(own.stress, grow(-0.04, 0.1), 1), ...pair(own.engagement, grow(0.03, 0.05), 2)];
  const row = {
    回答日時: `${year}-${String(6 + Math.floor(next() * 2)).padStart(2, '0')}-${String(1 + Math.floor(next() * 28)).padStart(2, '0')} ${String(9 + Math.floor(next() * 8)).padStart(2, '0')}:${String(Math.floor(next() * 60)).padStart(2, '0')}`,
    事業所番号: office.office, 事業所名: office.name, 市町村: office.municipality, サービス種別: office.service, 職員数: String(office.staff),
    補助事業名: office.programme.name, 実施年度: `令和${office.programme.executed - 2018}年度`, 区分: office.group, '補助No.': office.subsidy,
  };
  outcomes.forEach((heading, at) => { row[heading] = values[at]; });
  if (office.staff < 10) for (const heading of second) row[heading] = '';
  return row;
}

export function listRow(office) {
  return { '補助No.': office.subsidy, 事業所番号: office.office, 事業所名: office.name, 市町村: office.municipality, サービス種別: office.service,
    補助事業名: office.programme.name, 実施年度: `令和${office.programme.executed - 2018}年度` };
}

/** What `yokoten check --work-list` reads: rows of the list and of two years, before any fault. */
export function sound(seed, each) {
  const next = random(seed);
  const listed = offices(next, each);
  const due = (year) => listed.filter((office) => year > office.programme.executed);
  return {
    next,
    offices: listed,
    list: listed.map(listRow),
    years: { 2024: due(2024).map((office) => report(next, office, 2024)), 2025: due(2025).map((office) => report(next, office, 2025)) },
  };
}

const cell = (text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
export function csv(headings, rows) {
  return [headings, ...rows.map((row) => headings.map((heading) => row[heading] ?? ''))].map((line) => line.map(cell).join(',') + '\n').join('');
}
