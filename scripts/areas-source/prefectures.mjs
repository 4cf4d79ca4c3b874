// The prefectures: names and readings from the post, the rest from prefectures.csv beside this.
import { with_check_digit } from './code.mjs';

export const prefecture_columns = [
  'code', 'number', 'name', 'reading', 'short', 'name_en', 'region',
  'tile_column', 'tile_row', 'narrow_column', 'narrow_row',
];

// Returns the rows of prefectures.csv; appends to problems where the sources disagree.
export function prefecture_rows(post, supplement, problems) {
  if (supplement.length !== post.size) problems.push('prefectures.csv does not list each once');
  return supplement.map((row) => {
    const { name, reading } = post.get(row.number) ?? {};
    if (name !== row.name) problems.push(`prefectures.csv: ${row.number} is ${name}`);
    const code = with_check_digit(row.number + '000');
    return { ...row, code, reading, short: short_name(row.name) };
  });
}

// Returns 鳥取 for 鳥取県; 北海道 stays whole.
function short_name(name) {
  return name.replace(/[都府県]$/, '');
}
