// Faults as offices make them. Each takes a row of 2025 that no other fault has, spoils it, and says what the work list must hold for it.
import { checkDigit, outcomes } from './reports.mjs';

const at = (code, heading, extra = {}) => ({ code, heading, ...extra });
const big = (row) => Number(row['職員数']) >= 10;
const small = (row) => Number(row['職員数']) < 10;
const secondYear = (row) => row['実施年度'] === '令和5年度';
const withDigit = (nine) => nine + checkDigit(nine);
const shift = (text, factor) => String(Number((Number(text) * factor).toPrecision(6)));

/** name → { fits, spoil(row, sample) → expected items }. `sample.years[2025]` may grow; `row` is in it. */
export const faults = {
  'a number one digit short': { spoil: (row) => { row['事業所番号'] = row['事業所番号'].slice(0, 9); return [at('office.number', '事業所番号')]; } },
  'a number with a letter that is none': { spoil: (row) => { row['事業所番号'] = `${row['事業所番号'].slice(0, 5)}O${row['事業所番号'].slice(6)}`; return [at('office.number', '事業所番号')]; } },
  'a kind that nobody has': { spoil: (row) => { row['事業所番号'] = withDigit(`312${row['事業所番号'].slice(3, 9)}`); return [at('office.number', '事業所番号')]; } },
  'a wrong check digit': { spoil: (row) => { const number = row['事業所番号']; row['事業所番号'] = number.slice(0, 9) + ((Number(number[9]) + 3) % 10); return [at('office.digit', '事業所番号')]; } },
  'the number of another prefecture': { spoil: (row) => { row['事業所番号'] = withDigit(`32${row['事業所番号'].slice(2, 9)}`); return [at('office.prefecture', '事業所番号')]; } },
  'no number': { spoil: (row) => { row['事業所番号'] = ''; return [at('report.office', '事業所番号')]; } },
  'overtime over 1,000 hours': { spoil: (row) => { row['残業時間_後'] = '1250'; return [at('report.overtime', '残業時間_後')]; } },
  'turnover over 100 %': { spoil: (row) => { row['離職率_前'] = '112.5'; return [at('report.turnover', '離職率_前')]; } },
  'hours shifted against its other year': { fits: secondYear, spoil: (row) => { row['総業務時間_後'] = shift(row['総業務時間_後'], 10); return [at('report.shifted', '総業務時間_後')]; } },
  'leave shifted the other way': { fits: secondYear, spoil: (row) => { row['有給休暇_前'] = shift(row['有給休暇_前'], 0.1); return [at('report.shifted', '有給休暇_前')]; } },
  'both hours shifted against its peers': { fits: (row) => !secondYear(row), spoil: (row) => {
    for (const heading of ['総業務時間_前', '総業務時間_後']) row[heading] = shift(row[heading], 10);
    return [at('report.shifted', '総業務時間_前'), at('report.shifted', '総業務時間_後')];
  } },
  'hours shifted against its other side': { fits: (row) => !secondYear(row), spoil: (row) => { row['総業務時間_前'] = shift(row['総業務時間_前'], 0.01); return [at('report.shifted', '総業務時間_前')]; } },
  'a programme that is none': { spoil: (row) => { row['補助事業名'] = '介護テクノロジー導入支援授業'; return [at('report.programme', '補助事業名')]; } },
  'a programme without its year': { fits: (row) => row['補助事業名'].startsWith('介護テクノロジー定着支援事業'), spoil: (row) => { row['補助事業名'] = '定着支援事業'; row['実施年度'] = ''; return [at('report.programme', '補助事業名')]; } },
  'the programme of others': { fits: (row) => secondYear(row), spoil: (row) => { row['補助事業名'] = '介護テクノロジー導入支援事業'; row['実施年度'] = '令和6年度'; return [at('report.programme', '補助事業名')]; } },
  'no subsidy number': { spoil: (row) => { row['補助No.'] = ''; return [at('report.subsidy_missing', '補助No.')]; } },
  'a subsidy number that nobody has': { spoil: (row) => { row['補助No.'] = '99-9-999'; return [at('report.subsidy_unknown', '補助No.')]; } },
  'the subsidy number of another office': { spoil: (row, sample) => {
    row['補助No.'] = sample.list.find((each) => each['補助No.'] !== row['補助No.'] && each['補助事業名'] === row['補助事業名'])['補助No.'];
    return [at('report.subsidy_unknown', '補助No.')];
  } },
  'outcome 2 of an office too small to be asked': { fits: small, spoil: (row) => { row['ストレス_前'] = '17.0'; row['ストレス_後'] = '16.2'; return [at('report.second_filled', 'ストレス_前')]; } },
  'outcome 2 left empty': { fits: big, spoil: (row) => { for (const heading of outcomes.slice(8)) row[heading] = ''; return [at('report.second_missing', 'ストレス_前')]; } },
  'half of outcome 2 left empty': { fits: big, spoil: (row) => { row['エンゲージメント_後'] = ''; return [at('report.second_missing', 'エンゲージメント_後')]; } },
  'no staff': { fits: big, spoil: (row) => { row['職員数'] = ''; return [at('report.staff', '職員数')]; } },
  'a word for a number': { spoil: (row) => { row['有給休暇_後'] = '約10日'; return [at('report.number', '有給休暇_後')]; } },
  'a value below zero': { spoil: (row) => { row['残業時間_前'] = '-6.0'; return [at('report.negative', '残業時間_前')]; } },
  'a value left out': { spoil: (row) => { row['離職率_後'] = ''; return [at('report.missing', '離職率_後')]; } },
  'a test entry': { spoil: (row, sample) => {
    const test = { ...row, 事業所番号: '0000000000', 事業所名: 'テスト', '補助No.': '' };
    sample.years[2025].push(test);
    return [at('office.test', '事業所番号', { row: test })];
  } },
  'a report sent again later': { spoil: (row, sample) => {
    sample.years[2025].push({ ...row, 回答日時: '2025-08-20 10:00' });
    return [at('report.superseded', '事業所番号')];
  } },
  'a wrong report sent again later': { spoil: (row, sample) => {
    sample.years[2025].push({ ...row, 回答日時: '2025/8/20 10:00' });
    Object.assign(row, { 残業時間_前: '1250', '補助No.': '', 職員数: '' });
    return [at('report.superseded', '事業所番号')];
  } },
  'a report that never came': { spoil: (row, sample) => {
    sample.years[2025].splice(sample.years[2025].indexOf(row), 1);
    return [at('report.owed', '事業所番号', { row: sample.list.find((each) => each['事業所番号'] === row['事業所番号']) })];
  } },
  'an office that the list does not have': { spoil: (row, sample) => {
    const nine = `31799${String(9000 + sample.years[2025].length)}`;
    const stranger = { ...row, 事業所番号: withDigit(nine), 事業所名: 'どこにもない事業所（見本）', '補助No.': '' };
    sample.years[2025].push(stranger);
    return [at('report.unlisted', '事業所番号', { row: stranger })];
  } },
  'an office twice on the list': { spoil: (row, sample) => {
    const again = { ...sample.list.find((each) => each['事業所番号'] === row['事業所番号']) };
    sample.list.push(again);
    return [at('report.listed_twice', '事業所番号', { row: again })];
  } },
  'two reports of the year before, and no word which counts': { fits: secondYear, spoil: (row, sample) => {
    const again = { ...sample.years[2024].find((each) => each['事業所番号'] === row['事業所番号']) };
    sample.years[2024].push(again);
    return [at('report.twice', '事業所番号', { row: again })];
  } },
};

/** Faults that data/prefecture does not hold; each as above. */
export const further = {
  'half an hour in minutes': { spoil: (row) => { row['残業時間_前'] = '30分'; return [at('report.unit', '残業時間_前')]; } },
  'leave in hours': { spoil: (row) => { row['有給休暇_後'] = '64時間'; return [at('report.unit', '有給休暇_後')]; } },
  'people for a rate': { spoil: (row) => { row['離職率_前'] = '10人'; return [at('report.unit', '離職率_前')]; } },
  'a bound for a value': { spoil: (row) => { row['残業時間_後'] = '10以上'; return [at('report.bound', '残業時間_後')]; } },
  'a bound for the staff': { fits: big, spoil: (row) => { row['職員数'] = '10人以上'; return [at('report.staff', '職員数')]; } },
  'a value of many digits': { spoil: (row) => { row['総業務時間_前'] = '123456789012345678'; return [at('report.too_large', '総業務時間_前')]; } },
  'a value as a spreadsheet computes it': { spoil: (row) => { row['離職率_後'] = `${row['離職率_後']}000000000001`; return []; } },
  'a group in another form': { spoil: (row) => { row['区分'] = { '①': '1', '②': '２群', '③': '(3)' }[row['区分']]; return []; } },
  'no group': { spoil: (row) => { row['区分'] = ''; return [at('report.group', '区分')]; } },
  'two groups': { spoil: (row) => { row['区分'] = '②③'; return [at('report.group', '区分')]; } },
  'a usual name of a service': { spoil: (row) => { row['サービス種別'] = '特養'; return [at('report.service', 'サービス種別')]; } },
  'blanks in the name of a service': { spoil: (row) => { row['サービス種別'] = [...row['サービス種別']].join('\u3000'); return []; } },
  'the number of another listed office': { spoil: (row, sample) => {
    row['事業所番号'] = sample.list.find((each) => each['事業所番号'] !== row['事業所番号'] && each['補助事業名'] === row['補助事業名'])['事業所番号'];
    return [at('report.two_offices', '事業所番号')];
  } },
  'a report sent again on a day of an era': { spoil: (row, sample) => {
    sample.years[2025].push({ ...row, 回答日時: '令和7年8月20日' });
    return [at('report.superseded', '事業所番号')];
  } },
  'a report sent again on a day of no year': { spoil: (row, sample) => {
    const again = { ...row, 回答日時: '8月20日' };
    sample.years[2025].push(again);
    return [at('report.twice', '事業所番号', { row: again })];
  } },
};

/** Puts the faults in, `times` of each, into rows drawn by the sample's own chance; returns what must be found, each with its row. */
export function spoil(sample, times, of = faults) {
  const taken = new Set();
  const expected = [];
  for (let round = 0; round < times; round += 1)
    for (const [name, { fits = () => true, spoil: put }] of Object.entries(of)) {
      const free = sample.years[2025].filter((row) => sample.list.some((each) => each['事業所番号'] === row['事業所番号']) && !taken.has(row['事業所番号']) && fits(row));
      if (free.length === 0) throw new Error(`no row is left for: ${name}`);
      const row = free[Math.floor(sample.next() * free.length)];
      taken.add(row['事業所番号']);
      for (const item of put(row, sample)) {
        const place = item.row ?? row;
        const file = sample.list.includes(place) ? 'list' : sample.years[2024].includes(place) ? '2024' : '2025';
        expected.push({ name, code: item.code, heading: item.heading, file, row: place });
      }
    }
  return expected;
}
