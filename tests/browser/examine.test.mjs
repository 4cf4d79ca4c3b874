// Pages with a fault for each question that `examine` asks, and a sound one.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { start } from './chromium.mjs';
import { grave_of } from './axe.mjs';
import { examine } from './examine.mjs';
import { serve } from './site.mjs';

const page = (head, body) => `<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><title>頁</title>
<meta name="viewport" content="width=device-width">${head}</head><body><main><h1>頁</h1>${body}</main></body></html>`;
const style = (text) => `<style>${text}</style>`;
const words = 'とても長い文が続く';

const pages = {
  sound: page('', `<p>${words}</p>`),
  asks: page('<meta http-equiv="Content-Security-Policy" content="style-src \'self\'">',
    '<script>throw new Error("折れた")</script><p style="color:red">文</p><img src="none.png" alt="絵"><img src="http://127.0.0.2:9/x.png" alt="絵">'),
  looks: page(style(`body { background: Canvas } .cut { height: 22px; line-height: 20px; overflow: hidden } .moving { transition: color 1s }
    @media (forced-colors: active) { rect { fill: Canvas } } @media (max-width: 400px) { .phone { color: #ddd } }
    @media (prefers-color-scheme: dark) { .dark { background: #000; color: #222 } }`),
  `<p class="cut">文字の間があくと<br>切れる</p><p class="moving">文</p><p class="phone">${words}</p><p class="dark">${words}</p>
    <svg class="chart" role="img" aria-label="図"><rect role="graphics-symbol" aria-label="点" width="9" height="9"/>
      <text y="40" font-size="14" fill="currentColor">2024年12月</text><text x="80" y="40" font-size="14" fill="currentColor">30</text></svg>
    <img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">`),
  narrow: page(style('div { width: 330px } @media (min-resolution: 2dppx) { div { width: 700px } }'),
    `<div>文</div><p style="width:max-content;font-size:16px">${'あ'.repeat(22)}</p>`),
  large: page('', '<p style="width:1300px">文</p>'),
};

/** Whether axe finds something grave in a scheme, by a rule and an element. */
const axe_finds = (axe, scheme, rule, element) => grave_of(axe[scheme]).some((line) => line.startsWith(rule) && line.includes(element));

const faults = [ // [page, what is wrong there, whether it was seen]
  ['asks', 'a script that fails', ({ errors }) => errors.some((line) => line.includes('折れた'))],
  ['asks', 'a style that the policy forbids', ({ violations }) => violations.length === 1],
  ['asks', 'a picture that is missing', ({ failures }) => failures.some((line) => line.endsWith('none.png 404'))],
  ['asks', 'a picture of another host', ({ requests }) => requests.some((line) => line.includes('127.0.0.2'))],
  ['looks', 'a text that wide letters cut', ({ wide: [, cut] }) => cut.some((line) => line.includes('class="cut"'))],
  ['looks', 'a number of a chart that wide letters push a name over', ({ wide_charts }) => wide_charts.join() === '2024年12月 | 30'],
  ['looks', 'a mark of the colour of the page in forced colours', ({ lost }) => lost.length === 1],
  ['looks', 'a change of colour that takes time', ({ moving }) => moving.length === 1 && moving[0].includes('class="moving"')],
  ['looks', 'a picture without words', ({ axe }) => axe_finds(axe, 'light', 'image-alt', '<img') && axe_finds(axe, 'dark', 'image-alt', '<img')],
  ['looks', 'a faint text on a phone only', ({ axe }) => axe_finds(axe, 'light', 'color-contrast', 'phone') && !axe_finds(axe, 'dark', 'color-contrast', 'phone')],
  ['looks', 'a faint text in the dark only', ({ axe }) => axe_finds(axe, 'dark', 'color-contrast', 'dark') && !axe_finds(axe, 'light', 'color-contrast', 'dark')],
  ['narrow', 'a box wider than 320 px', ({ overhang }) => overhang[320] !== '' && overhang[390] === ''],
  ['narrow', 'a text too wide once letters stand apart', ({ wide: [out], overhang }) => out !== '' && overhang[390] === ''],
  ['narrow', 'a box too wide once enlarged', ({ enlarged, overhang }) => enlarged !== '' && overhang[1280] === ''],
  ['large', 'a box wider than a desk', ({ overhang }) => overhang[1280] !== '' && overhang[390] !== ''],
];

const folder = mkdtempSync(join(tmpdir(), 'yokoten-examine-'));
for (const [name, html] of Object.entries(pages)) {
  mkdirSync(join(folder, name));
  writeFileSync(join(folder, name, 'index.html'), html);
}
let browser;
let site;
const seen = new Map();
before(async () => {
  [browser, site] = await Promise.all([start(), serve(folder)]);
  for (const name of Object.keys(pages)) seen.set(name, await examine(browser, `${site.address}${name}/`));
});
after(async () => {
  await browser?.close();
  await site?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Everything that could be wrong with what was seen. */
const all_of = ({ errors, violations, failures, overhang, enlarged, wide: [out, cut], lost, moving, axe }) => [
  ...errors, ...violations, ...failures, ...Object.values(overhang), enlarged, out, ...cut, ...lost, ...moving, ...grave_of(axe.light), ...grave_of(axe.dark)]
  .filter(Boolean);

test('a sound page has no fault', () => assert.deepEqual(all_of(seen.get('sound')), []));
for (const [name, fault, is_seen] of faults) test(`${fault} is seen`, () => assert.ok(is_seen(seen.get(name)), JSON.stringify(all_of(seen.get(name)))));
