// What data/areas/ holds by hand: unions and changes. Nothing is generated here, only checked.
import { with_check_digit } from './code.mjs';

export const member_separator = '・';

// Appends to problems every member of a union that is no municipality of its prefecture.
export function check_unions(unions, municipalities, problems) {
  const official = new Set(municipalities.map((row) => row.prefecture + row.name));
  for (const { prefecture, name, members } of unions) {
    for (const member of members.split(member_separator)) {
      if (official.has(prefecture + member)) continue;
      problems.push(`unions.csv: ${name} has ${member}, no municipality of ${prefecture}`);
    }
  }
}

// Appends to problems every new name that is not in force now, and every wrong check digit.
export function check_changes(changes, prefectures, municipalities, post, problems) {
  const full_names = current_names(prefectures, municipalities, post);
  for (const { old_code, new_code, new_name } of changes) {
    for (const code of [old_code, new_code]) {
      if (with_check_digit(code.slice(0, 5)) !== code) problems.push(`changes.csv: check digit of ${code}`);
    }
    if (full_names.get(new_code) !== new_name) {
      problems.push(`changes.csv: ${new_code} is ${full_names.get(new_code)}, not ${new_name}`);
    }
  }
}

function current_names(prefectures, municipalities, post) {
  const prefecture_name = new Map(prefectures.map((row) => [row.number, row.name]));
  const full = (code, name) => [code, prefecture_name.get(code.slice(0, 2)) + name];
  const wards = [...post].map(([code, { name }]) => full(with_check_digit(code), name));
  return new Map([...wards, ...municipalities.map(({ code, name }) => full(code, name))]);
}
