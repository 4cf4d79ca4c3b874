// Pages of a built site opened by double-click. What is handed over for that, preview.zip, is looked at in handed_over.test.mjs.
import assert from 'node:assert/strict';
import { dirname } from 'node:path';
import test, { after, before } from 'node:test';
import { pathToFileURL } from 'node:url';
import { start, visit } from './chromium.mjs';
import { file_address, file_of, named } from './site.mjs';

const folder = `${pathToFileURL(dirname(file_of(''))).href}/`;
const pages = ['', 'areas/31/312029/', 'indicators/careplan-link-rate/', 'compare/', 'data/', 'en/areas/31/312029/'];
let browser;
before(async () => { browser = await start(); });
after(() => browser?.close());

for (const path of pages) {
  test(`${named(path)} opens from a file without complaint`, async () => {
    const seen = await visit(browser, file_address(path));
    assert.deepEqual([...seen.errors, ...seen.violations, ...seen.failures], []);
    assert.deepEqual(seen.requests.filter((url) => !url.startsWith(folder)), []);
  });
}
