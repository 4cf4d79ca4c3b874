// The model projects of the sample publication: their pages, and what is said of faults put into them.
import assert from 'node:assert/strict';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { with_sample } from '../support/sample.mjs';
import { home, with_folder, yokoten } from '../support/yokoten.mjs';

const link = 'projects/care-plan-data-link.md';
const night = 'projects/night-shift-records.md';

/** Returns `CODE FILE:ROW` of what check says of the projects after the change. */
function findings(...changes) {
  return with_sample(changes, (copy) => yokoten(['check', copy, '--format', 'json', '--lang', 'en']).stdout
    .trimEnd().split('\n').map((line) => JSON.parse(line)).filter(({ code }) => code.startsWith('project.'))
    .map(({ code, row, file, place }) => `${code} ${(file ?? place.file).replace(/^.*projects\//, '')}:${row ?? place.row}`));
}

test('nothing is said of the sample\'s model projects', () => assert.deepEqual(findings(), []));

const faults = [
  ['a cost over the limit', [link, 'cost: 7,650,000', 'cost: 76,500,000'], ['project.cost care-plan-data-link.md:12']],
  ['a terminal over the limit', [link, 'terminal_cost: 98,000', 'terminal_cost: 980,000'], ['project.terminal care-plan-data-link.md:17']],
  ['a misspelt key', [night, '  contact:', '  contcat:'], ['project.unknown night-shift-records.md:37']],
  ['a service that does not exist', [link, 'service: 訪問看護', 'service: 訪問看誤'], ['project.service care-plan-data-link.md:26']],
  ['a programme that does not exist', [link, 'data-link-2023', 'data-link-2032'], ['project.programme care-plan-data-link.md:10']],
  ['a part that does not exist', [night, 'part: { programme: area-model-carried-2024 }', 'part: { programme: area-model-2042 }'],
    ['project.part night-shift-records.md:25']],
  ['a year without reports', [night, 'year: 2025', 'year: 2031'], ['project.figures night-shift-records.md:24']],
  ['a document that is not there', [night, 'night-shift-checklist.csv', 'checklist.csv'], ['project.document night-shift-records.md:39']],
  ['an area of another prefecture', [link, '312037', '322016'], ['project.area care-plan-data-link.md:5']],
];

for (const [name, change, expected] of faults) {
  test(`${name} is found where it stands`, () => assert.deepEqual(findings(change), expected));
}

test('the pages, the list, the document and the map of the site have the model projects', () => {
  with_sample([], (copy, folder) => {
    const site = join(folder, 'site');
    assert.equal(yokoten(['build', copy, '--into', site]).exit, 0);
    const page = readFileSync(join(site, 'projects/night-shift-records/index.html'), 'utf8');
    for (const id of ['facts', 'offices', 'cost', 'results', 'visit', 'documents']) {
      assert.ok(page.includes(`<section class="sec" id="project-${id}"`), id);
    }
    assert.match(readFileSync(join(site, 'projects/index.html'), 'utf8'), /href="\.\.\/projects\/night-shift-records\/"/);
    assert.deepEqual(readFileSync(join(site, 'documents/night-shift-checklist.csv')), readFileSync(join(copy, 'documents/night-shift-checklist.csv')));
    assert.match(readFileSync(join(site, 'sitemap.xml'), 'utf8'), /projects\/care-plan-data-link\//);
    assert.match(readFileSync(join(site, 'manifest.json'), 'utf8'), /projects\/care-plan-data-link\/index\.html/);
  });
});

test('the results of a project are the means that outcomes.csv has', () => {
  with_sample([], (copy, folder) => {
    const site = join(folder, 'site');
    assert.equal(yokoten(['build', copy, '--into', site]).exit, 0);
    const [head, ...rows] = readFileSync(join(site, 'data/outcomes.csv'), 'utf8').trim().split('\n').map((line) => line.split(','));
    const at = (row, name) => row[head.indexOf(name)];
    const row = rows.find((each) => each.includes('overtime') && each.includes('programme=area-model-carried-2024') && each.some((cell) => cell.startsWith('2025')));
    assert.ok(row, head.join());
    const page = readFileSync(join(site, 'projects/night-shift-records/index.html'), 'utf8');
    const shown = Number(at(row, 'before_mean')).toFixed(1);
    assert.ok(page.includes(`>${shown}時間<`), shown);
  });
});

test('a block puts a part where it stands, and the part does not stand there twice', () => {
  with_sample([[night, '## 進め方\n', '## お金\n\n```project\nshow = "cost"\n```\n\n## 進め方\n']], (copy, folder) => {
    const site = join(folder, 'site');
    assert.equal(yokoten(['build', copy, '--into', site]).exit, 0);
    const page = readFileSync(join(site, 'projects/night-shift-records/index.html'), 'utf8');
    assert.equal(page.split('18,400,000').length, 2);
    assert.ok(page.indexOf('18,400,000') < page.indexOf('進め方</h2>'));
    assert.ok(!existsSync(join(site, 'projects/night-shift-records.md')));
  });
});
