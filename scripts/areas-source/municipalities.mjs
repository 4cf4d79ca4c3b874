// The municipalities: the post's list without wards, mended, with the designated cities.
import { compare_text } from './csv.mjs';
import { with_check_digit } from './code.mjs';

export const municipality_columns =
  ['code', 'prefecture', 'county', 'name', 'reading', 'kind', 'designated'];

// Returns the rows of municipalities.csv; appends to problems where the sources disagree.
export function municipality_rows(post, mended, designated, problems) {
  check_wards(post, designated, problems);
  check_mended(post, mended, problems);
  const mending = new Map(mended.map((row) => [row.code, row]));
  const rows = [...post]
    .filter(([code, { name }]) => !is_ward(code, name))
    .map(([code, entry]) => municipality_row(code, split_county(entry), mending.get(code), '0'));
  const cities = designated.map((city) => municipality_row(city.code, city, undefined, '1'));
  return [...rows, ...cities].sort((a, b) => compare_text(a.code, b.code));
}

export const ward_columns = ['code', 'city', 'name', 'reading'];

// Returns the rows of wards.csv, names and readings without their city's.
export function ward_rows(post, designated) {
  const wards = [...post].filter(([code, { name }]) => is_ward(code, name));
  return wards.map(([code, { name, reading }]) => {
    const city = city_of(code, designated);
    return {
      code: with_check_digit(code), city: city.code + with_check_digit(city.code).slice(5),
      name: name.slice(city.name.length), reading: reading.slice(city.reading.length),
    };
  }).sort((a, b) => compare_text(a.code, b.code));
}

const city_of = (code, designated) => designated.filter((city) => city.code < code).at(-1);

// The 23 special wards of Tokyo (131xx) are municipalities; wards of a city are not.
function is_ward(code, name) {
  return name.endsWith('区') && !code.startsWith('131');
}

function municipality_row(code, found, mended, designated) {
  const county = found.county ?? '';
  const name = mended?.name ?? found.name;
  const reading = mended?.reading ?? found.reading;
  const kind = name.endsWith('区') ? '特別区' : name.at(-1);
  const prefecture = code.slice(0, 2);
  return { code: with_check_digit(code), prefecture, county, name, reading, kind, designated };
}

// Only towns and villages lie in counties: 大和郡山市 and 小郡市 are whole names. The last ぐん
// ends the county's reading (きたぐんまぐん): no town in a county has ぐん in a reading of its own.
function split_county({ name, reading }) {
  const parts = name.match(/^(.+?郡)(.+[町村])$/);
  if (!parts) return { county: '', name, reading };
  return { county: parts[1], name: parts[2], reading: reading.replace(/^.*ぐん/, '') };
}

// A mended row names the spelling that it replaces, so that none outlives its reason.
function check_mended(post, mended, problems) {
  for (const { code, given } of mended) {
    const name = post.get(code)?.name;
    if (name === given) continue;
    problems.push(`mended.csv: ${code} is ${name} in the package, not ${given}`);
  }
}

// A designated city has no row of its own in the package: its wards vouch for name and reading.
function check_wards(post, designated, problems) {
  const wards = [...post].filter(([code, { name }]) => is_ward(code, name));
  for (const [code, { name, reading }] of wards) {
    const city = city_of(code, designated);
    const fits = city && name.startsWith(city.name) && reading.startsWith(city.reading);
    if (!fits) problems.push(`designated_cities.csv: no city for the ward ${code} ${name}`);
  }
  for (const { code, name } of designated) {
    if (!wards.some((ward) => city_of(ward[0], designated)?.code === code)) problems.push(`no wards: ${name}`);
  }
}
