// Pages opened by double-click: the preview that is shown for approval has no server.
import assert from 'node:assert/strict';
import { dirname } from 'node:path';
import test, { after, before } from 'node:test';
import { pathToFileURL } from 'node:url';
import { start, visit } from './chromium.mjs';
import { file_address, file_of, named, pages } from './site.mjs';

const folder = `${pathToFileURL(dirname(file_of(''))).href}/`;
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
