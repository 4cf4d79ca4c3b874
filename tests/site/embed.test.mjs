// The pages of single charts that others put into theirs, as text.
import assert from 'node:assert/strict';
import test from 'node:test';
import { files, pages, read } from './files.mjs';

const alone = pages.filter((page) => page.startsWith('embed/'));

test('every chart of the indicators stands alone under an address of its own', () => {
  const framed = pages.filter((page) => /^indicators\/[^/]+\/index\.html$/.test(page))
    .flatMap((page) => [...read(page).matchAll(/<figure id="c-([^"]+)"/g)].map(([, id]) => `embed/${page.split('/')[1]}/${id}.html`));
  assert.ok(framed.length > 10, `only ${framed.length}`);
  assert.deepEqual(framed.sort(), alone.sort());
});

test('a chart alone has its source, its publication and the page that it is from', () => {
  for (const page of alone) {
    const html = read(page);
    assert.match(html, /<span>出典 [^<]+<\/span>/, page);
    const indicator = page.split('/')[1];
    assert.match(html, new RegExp(`class="src credit"><span><a href="\\.\\./\\.\\./indicators/${indicator}/">[^<]*KPIダッシュボード</a>`), page);
    assert.ok(html.includes(`rel="canonical" href="https://example.jp/kpi/indicators/${indicator}/"`), page);
    assert.equal(html.split('<figure').length, 2, page);
    assert.doesNotMatch(html, /<nav|<footer|<table/, page);
  }
});

test('the line to copy names the chart that stands beside it', () => {
  for (const page of alone) {
    const host = read(`indicators/${page.split('/')[1]}/index.html`);
    assert.ok(host.includes(`src=&quot;https://example.jp/kpi/${page}&quot;`), page);
  }
  assert.ok(!read('sitemap.xml').includes('embed/'));
  assert.ok(files.has('feed.xml'));
});

test('the field with the line is not called a table', () => {
  const fields = pages.flatMap((page) => [...read(page).matchAll(/<textarea readonly[^>]* aria-label="([^"]*)"/g)].map(([, label]) => label));
  assert.ok(fields.length > 10);
  assert.deepEqual(fields.filter((label) => /表( \d+)?$|^Table/.test(label)), []);
});
