// Two tables that differ in nothing but hidden figures must make the same site, to the byte: pages, charts, search, data.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { build, observations } from './publication.mjs';
import { towns } from './sample.mjs';

const folder = mkdtempSync(join(tmpdir(), 'yokoten-twins-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const services = ['訪問', '通所'];
const years = ['2022', '2023', '2024'];
const levels = 'levels = ["nation", "prefecture", "municipality"]';
const block = (name, ...lines) => ['', `\`\`\`${name}`, ...lines, '```'];
const fields = ['value', 'number', 'numerator', 'denominator', 'rank', 'ranked', 'prefecture_rank', 'prefecture_ranked', 'points_to_nation', 'direction_to_nation',
  'times_nation', 'points_to_prefecture', 'above', 'highest', 'highest_value', 'second', 'second_value', 'lowest', 'lowest_value', 'spread', 'before', 'detail', 'to_target'];
const said = ['rate', 'users', 'many'].map((id) => fields.map((field) => `${field}「{{${id}.${field}}}」`).join('、'));
const shown = (level) => ['users', 'rate'].flatMap((id) => [
  ...block('ranking', `indicator = "${id}"`, `level = "${level}"`, 'form = "bars"', 'caption = "棒"'),
  ...block('ranking', `indicator = "${id}"`, `level = "${level}"`, 'form = "table"', 'ends = 3', 'caption = "表"'),
  ...block('trend', `indicator = "${id}"`, 'caption = "推移"'),
  ...block('table', `indicators = ["${id}"]`, level === 'prefecture' ? 'level = "prefecture"' : 'level = "children"', 'caption = "数"').filter((line) => line !== 'level = "children"'),
]);
const cards = block('cards', '[[card]]', 'indicator = "rate"', 'show = "rank"', 'within = "prefecture"', '[[card]]', 'indicator = "users"', '[[card]]', 'indicator = "many"');
const head = (title, ...more) => ['---', `title: "${title}"`, ...more, '---', `# ${title}`, '', ...said.flatMap((line) => [line, ''])];
const own = [...cards, ...block('evidence', 'indicators = ["users", "rate", "many"]'), ...block('notes'),
  ...block('compare', 'indicator = "rate"', 'with = ["prefecture", "nation"]', 'caption = "比べる"'), ...block('trend', 'indicator = "rate"', 'caption = "推移"')];
const pages = {
  index: [...head('見本'), ...cards, ...shown('prefecture'), ...block('map', 'indicator = "rate"', 'caption = "地図"'), ...block('status'), ...block('checks'),
    ...block('updates'), ...block('sources'), ...block('corrections'), ...block('indicators')],
  prefecture: [...head('{{area.name}}', 'each: prefecture', 'share: "{{users.value}}、{{rate.value}}"'), ...own, ...shown('municipality')],
  municipality: [...head('{{area.name}}', 'each: municipality'), ...own],
  indicator: ['---', 'title: "{{indicator.title}}"', 'each: indicator', '---', '# {{indicator.title}}', ...block('definition'), ...block('notes')],
};

/** A publication of figures by year, town and service, with people of whom nothing is hidden. */
function publication(figure) {
  const lines = ['市町村,年,' + services.join(','), ...years.flatMap((year, y) => towns.map((town, at) => `${town.name},${year},${services.map((_, s) => figure(y, at, s)).join(',')}`))];
  const people = ['市町村,年,人口', ...years.flatMap((year) => towns.map((town, at) => `${town.name},${year},${20000 + 911 * at}`))];
  const toml = ['area = "市町村"', 'level = "municipality"', 'period = "年"'];
  return {
    tables: [{ id: 'users', lines, toml: [...toml, '[[source.unpivot]]', 'into = "breakdown:service"', 'measure = "users"',
      `columns = [${services.map((each) => `"${each}"`)}]`, '[source.disclosure]', 'cells = 10'] },
    { id: 'people', lines: people, toml: [...toml, '[source.columns]', 'people = "人口"'] }],
    indicators: { users: ['unit = "人"', levels, 'count = { sum = "users" }', 'by = "service"'],
      rate: ['unit = "%"', 'decimals = 3', 'better = "higher"', levels, 'ratio = { numerator = "users", denominator = "people" }'],
      many: ['unit = "か所"', 'decimals = 0', 'levels = ["nation", "prefecture"]', 'share_of_areas = { of = "municipality", indicator = "rate", at_least = 10, as = "number" }'] },
    pages,
  };
}

/** Some figures are small and some town is the largest or the least of all. */
const figure = (y, at, s) => (at === 4 && s === 0 ? 3 + y : 300 + ((at * 271 + s * 97 + y * 13) % 1900) + (at === 7 ? 4000 : 0));
const cell = (row) => `${row.period.slice(0, 4)} ${row.area_code} ${row.breakdown.replace('service=', '')}`;

test('a site is the same to the byte whatever its hidden figures are', () => {
  const first = build(join(folder, 'first'), publication(figure)).tree;
  const hidden = new Set(observations(first).filter((row) => row.indicator === 'users' && row.numerator === '').map(cell));
  const is_hidden = (y, at, s) => hidden.has(`${years[y]} ${towns[at].code} ${services[s]}`);
  // Another town gets what the small one loses, where both are hidden, and with it the totals of both.
  const others = years.map((_, y) => towns.findIndex((town, at) => at !== 4 && town.prefecture === towns[4].prefecture && is_hidden(y, at, 0)));
  assert.ok(years.every((_, y) => is_hidden(y, 4, 0) && others[y] >= 0), JSON.stringify([...hidden]));
  const moved = (y, at, s) => {
    const totals = hidden.has(`${years[y]} ${towns[4].code} `) && hidden.has(`${years[y]} ${towns[others[y]].code} `);
    const by = s === 0 || !totals ? 2 : 0;
    const sign = s === 0 ? 1 : -1;
    return figure(y, at, s) + (at === 4 ? sign * by : at === others[y] ? -sign * by : 0);
  };
  const second = build(join(folder, 'second'), publication(moved)).tree;
  const also = new Set(observations(second).filter((row) => row.indicator === 'users' && row.numerator === '').map(cell));
  assert.deepEqual([...also], [...hidden]);
  assert.deepEqual([...second.keys()].sort(), [...first.keys()].sort());
  assert.deepEqual([...first].filter(([path, bytes]) => !bytes.equals(second.get(path))).map(([path]) => path), []);
  assert.match(first.get('areas/18/182061/index.html').toString('utf8'), /秘匿/);
});
