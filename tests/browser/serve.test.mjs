// `yokoten serve` in front of somebody who writes a page: it loads anew at each change and tells what is wrong.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import test, { after, before } from 'node:test';
import { served } from '../support/served.mjs';
import { home } from '../support/yokoten.mjs';
import { ask_axe, bring_axe, grave_of } from './axe.mjs';
import { start, with_page } from './chromium.mjs';

const folder = mkdtempSync(join(tmpdir(), 'yokoten-serve-'));
const file = join(folder, 'pages/index.md');
let browser;
let server;
let text;

before(async () => {
  cpSync(join(home, 'tests/cases/small-publication/input'), folder, { recursive: true });
  text = readFileSync(file, 'utf8');
  server = await served(folder, 'ja');
  browser = await start();
});
after(async () => {
  await browser?.close();
  server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Calls `use` with the page in a browser, then asserts that nothing was refused or went wrong. */
const open = (use) => with_page(browser, { viewport: { width: 390, height: 844 } }, async (page) => {
  const wrong = [];
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('console', (message) => { if (message.type() === 'error') wrong.push(message.text()); });
  await page.goto(server.address);
  await use(page);
  assert.deepEqual(wrong, []);
});

test('a page shows what was written while it was opened', () => with_page(browser, {}, async (page) => {
  await page.route('**/_yokoten/events', async (route) => {
    writeFileSync(file, `${text}\n\nその間に書いた文。\n`);
    await wait(1500);
    await route.continue();
  }, { times: 1 });
  await page.goto(server.address);
  await page.getByText('その間に書いた文。').waitFor();
}));

test('an open page shows what was just written', () => open(async (page) => {
  writeFileSync(file, `${text}\n\n書いたばかりの文。\n`);
  await page.getByText('書いたばかりの文。').waitFor();
}));

test('a mistake shows in a panel with its place, over the page from before, and goes when it is mended', () => open(async (page) => {
  writeFileSync(file, `${text}\n\n書いたばかりの文。\n\n\`\`\`cardz\n\`\`\`\n`);
  const panel = page.getByRole('complementary', { name: 'yokoten serve' });
  await panel.getByText(/pages\/index\.md:\d+/).first().waitFor();
  assert.match(await panel.innerText(), /表示しているのは、まちがいが入る前のものです。/);
  assert.ok(await page.getByText('書いたばかりの文。').isVisible());
  await bring_axe(page);
  assert.deepEqual(grave_of(await ask_axe(page)), []);
  writeFileSync(file, text);
  await panel.getByText('block.unknown').waitFor({ state: 'detached' });
}));

test('another number shows at once, and the panel tells when it can not go out', () => open(async (page) => {
  const table = join(folder, 'raw/link.csv'), numbers = readFileSync(table, 'utf8');
  const panel = page.getByRole('complementary', { name: 'yokoten serve' });
  writeFileSync(table, numbers.replace('948,234,24.7', '948,949,24.7'));
  await page.getByText('鳥取県の申請率は100.1%').waitFor();
  await panel.getByText('ratio.over').waitFor();
  assert.match(await panel.innerText(), /表示している数値には、直すまで公開できないまちがいがあります。/);
  assert.ok(await page.getByText('鳥取県の申請率は100.1%').isVisible());
  writeFileSync(table, numbers);
  await page.getByText('鳥取県の申請率は24.7%').waitFor();
  await panel.getByText('ratio.over').waitFor({ state: 'detached' });
}));

test('a page that nobody looks at holds no connection, and shows what changed when it is looked at again', () => open(async (page) => {
  const set_hidden = (hidden) => page.evaluate((value) => {
    Object.defineProperty(document, 'hidden', { value, configurable: true });
    setTimeout(() => document.dispatchEvent(new Event('visibilitychange'))); // the page may be left for a newer one
  }, hidden);
  // It may load once more for what was written before this test, and is looked at again then.
  const is_hidden = () => page.evaluate(() => document.hidden);
  for (let is_left = false; !is_left; is_left = await is_hidden().catch(() => false)) {
    await set_hidden(true).catch(() => {});
    await wait(1000);
  }
  writeFileSync(file, `${text}\n\n見ていない間の文。\n`);
  await wait(1500);
  assert.equal(await page.getByText('見ていない間の文。').count(), 0);
  await set_hidden(false);
  await page.getByText('見ていない間の文。').waitFor();
}));
