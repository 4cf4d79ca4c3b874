// The page status/: what it counts, against observations.csv.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { home } from '../support/yokoten.mjs';
import { read } from './files.mjs';

const page = read('status/index.html');
const plain = (html) => html.replace(/<wbr>/g, '').replace(/<[^>]+>/g, '').replace(/\s+/g, ' ').trim();
const rows = [...page.matchAll(/<tr><th scope="row">(.*?)<\/th>(.*?)<\/tr>/gs)]
  .map(([, name, cells]) => ({ id: /indicators\/([a-z-]+)\//.exec(name)?.[1], cells: [...cells.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, text]) => plain(text)) }));
const observations = read('data/observations.csv').trimEnd().split('\n').slice(1).map((line) => line.split(','));
const prefectures = new Set(readFileSync(join(home, 'data/areas/prefectures.csv'), 'utf8').split(/\r?\n/).slice(1).map((line) => line.split(',')[0]));
const kinds = {
  全国: (code) => code === '000000',
  都道府県: (code) => prefectures.has(code),
  市区町村: (code) => code !== '000000' && !prefectures.has(code),
};

test('every indicator has a row for each kind of area that owes it a figure', () => {
  for (const file of readdirSync(join(home, 'data/national/indicators'))) {
    const levels = /^levels = \[(.*)\]/m.exec(readFileSync(join(home, 'data/national/indicators', file), 'utf8'))[1];
    const id = file.replace('.toml', '');
    assert.equal(rows.filter((row) => row.id === id).length, levels.split(',').length, id);
  }
});

test('the number of areas with a figure is that of observations.csv', () => {
  for (const { id, cells: [kind, , values] } of rows) {
    const own = observations.filter(([indicator, code]) => indicator === id && kinds[kind](code));
    const newest = new Map(); // by area: the last row of its whole, or of its parts where no whole is kept
    for (const row of own) if (row[4] === '' || !own.some((each) => each[1] === row[1] && each[4] === '')) newest.set(row[1], row);
    const count = [...newest.values()].filter((row) => row[7] !== '').length;
    assert.equal(values.split(' /')[0].replaceAll(',', ''), String(count), `${id} ${kind}`);
  }
});

test('the warning about 鳥取県 stands there with the reason why it is left', () => {
  assert.match(plain(page), /要確認 鳥取県の残り15市区町村は.*20%未満とは扱わず/);
});
