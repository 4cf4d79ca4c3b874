// The figures that the national page for comparing loads, and the open data that they have to agree with.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { taken } from '../../browser/compare/figures.js';

const root = process.env.YOKOTEN_SITE ?? fileURLToPath(new URL('../../site/national', import.meta.url));
const read = (path) => readFileSync(join(root, path), 'utf8');

/** What `figures.js` hands over, as it stands there. */
export function raw_figures(edition = '') {
  let raw = null;
  new Function('yokotenCompare', read(`${edition}compare/figures.js`))({ figures: (given) => { raw = given; } });
  return raw;
}

export const data = taken(raw_figures());

/** The same of the English edition. */
export const english = taken(raw_figures('en/'));

/** The settings in the page: words, and the indicators that are shown first. */
export const settings = JSON.parse(/<script type="application\/json">(.*?)<\/script>/s.exec(read('compare/index.html'))[1]);

/** The rows of a CSV file as objects. */
export function csv_rows(text) {
  const cells = [...text.replace(/^\ufeff/, '').matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/g)];
  const rows = [[]];
  for (const [whole, quoted, plain, end] of cells) {
    if (whole === '') break;
    rows[rows.length - 1].push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end !== ',') rows.push([]);
  }
  const [head, ...body] = rows.filter((row) => row.length > 0);
  return body.map((row) => Object.fromEntries(head.map((key, at) => [key, row[at]])));
}

/** The newest observation of each indicator, area and part, by `indicator area part`. */
export const observations = new Map(csv_rows(read('data/observations.csv')).map((row) => [`${row.indicator} ${row.area_code} ${row.breakdown.split('=')[1] ?? ''}`, row]));

/** numerator × factor / denominator rounded half up, exactly, by whole numbers alone. */
export function rounded(numerator, denominator, places, factor = 1n) {
  const scale = 10n ** BigInt(places);
  const [over, under] = [BigInt(numerator) * factor * scale, BigInt(denominator)];
  const whole = (2n * over + under) / (2n * under);
  const digits = String(whole).padStart(places + 1, '0');
  const front = digits.slice(0, digits.length - places).replace(/\B(?=(\d{3})+$)/g, ',');
  return places === 0 ? front : `${front}.${digits.slice(digits.length - places)}`;
}
