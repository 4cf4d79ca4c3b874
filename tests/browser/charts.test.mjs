// Charts on pages: text that keeps its size, marks that can be told from the page, answers to pointer, keys and
// fingers, and nothing for axe to find.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { yokoten } from '../support/yokoten.mjs';
import { bring_axe } from './axe.mjs';
import { start, with_page } from './chromium.mjs';
import { named, root, serve } from './site.mjs';

const with_charts = ['', 'areas/31/', 'areas/31/312029/', 'indicators/careplan-link-rate/', 'e-application/', 'cases/noheji/'];
const widths = [320, 400, 768, 1280]; // px of the window: a column from 288 px to the widest
const smallest_text = 12; // px
const least_contrast = 3;
const script_limit = 2048; // bytes, gzip
const shapes_case = fileURLToPath(new URL('../cases/map-of-real-shapes/input', import.meta.url));

let browser;
let site;
let shapes; // a small site with a map of real shapes
const folder = mkdtempSync(join(tmpdir(), 'yokoten-shapes-'));
before(async () => {
  const run = yokoten(['build', shapes_case, '--into', join(folder, 'site')]);
  assert.equal(run.exit, 0, run.stderr);
  [browser, site, shapes] = await Promise.all([start(), serve(), serve(join(folder, 'site'))]);
});
after(async () => {
  await browser?.close();
  await Promise.all([site?.stop(), shapes?.stop()]);
  rmSync(folder, { recursive: true, force: true });
});

const on_page = (path, options, use) => with_page(browser, options, async (page) => {
  await page.goto(site.address + path);
  return use(page);
});

/** Returns what is wrong with the texts of charts: smaller than `least` px, scaled, or outside of the window. */
function wrong_texts(least) {
  const edge = document.documentElement.clientWidth;
  return [...document.querySelectorAll('svg.chart text')].filter((text) => text.getClientRects().length > 0).flatMap((text) => {
    const box = text.getBoundingClientRect();
    const scale = text.getScreenCTM();
    const size = Number.parseFloat(getComputedStyle(text).fontSize);
    const wrong = [];
    if (size < least) wrong.push(`${size} px`);
    if (Math.abs(Math.hypot(scale.a, scale.b) - 1) > 0.001) wrong.push(`scaled by ${scale.a}`);
    const scrolls = text.closest('.tbl, .scroll');
    if (!scrolls && (box.left < -0.5 || box.right > edge + 0.5)) wrong.push(`from ${box.left} to ${box.right} of ${edge} px`);
    return wrong.map((words) => `「${text.textContent}」 ${words}`);
  });
}

/** Returns the marks that neither their area nor their outline sets off from the page by `least` to 1. */
function faint_marks(least) {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const seen = (colour, under) => {
    canvas.fillStyle = `rgb(${under.join(' ')})`;
    canvas.fillRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = (rgb) => rgb.map((c) => c / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const contrast = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (colour !== 'rgba(0, 0, 0, 0)') return seen(colour, [255, 255, 255]);
    }
    return [255, 255, 255];
  };
  const drawn = 'rect, circle, path, line';
  const marks = [...document.querySelectorAll('svg.chart [aria-label]')].filter((mark) => mark.getClientRects().length > 0);
  return marks.filter((mark) => {
    const page = behind(mark.closest('svg').parentElement);
    const parts = mark.matches(drawn) ? [mark] : [...mark.querySelectorAll(drawn)];
    const paints = parts.flatMap((part) => {
      const { fill, stroke, strokeWidth } = getComputedStyle(part);
      return [fill, Number.parseFloat(strokeWidth) >= 1 ? stroke : 'none'];
    }).filter((paint) => paint !== 'none');
    return parts.length > 0 && !paints.some((paint) => contrast(seen(paint, page), page) >= least);
  }).map((mark) => mark.getAttribute('aria-label'));
}

/** Returns whatever axe finds in charts, grave or not. */
async function axe_in_charts(page) {
  await bring_axe(page);
  const { violations } = await page.evaluate(() => window.axe.run({ include: [['svg.chart'], ['figure']] }));
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

/** Opens a page once and returns what is wrong with its charts: texts by width, marks by scheme, and what axe finds. */
const faults_of_charts = (path) => on_page(path, {}, async (page) => {
  const faults = { texts: {}, marks: {} };
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    faults.texts[width] = await page.evaluate(wrong_texts, smallest_text);
  }
  for (const colorScheme of ['dark', 'light']) {
    await page.emulateMedia({ colorScheme });
    faults.marks[colorScheme] = await page.evaluate(faint_marks, least_contrast);
  }
  faults.axe = await axe_in_charts(page);
  return faults;
});

for (const path of with_charts) {
  let faults;
  const found = () => { faults ??= faults_of_charts(path); return faults; };
  for (const width of widths) {
    test(`the charts of ${named(path)} keep the size of their text at ${width} px`, async () => {
      assert.deepEqual((await found()).texts[width], []);
    });
  }
  for (const scheme of ['light', 'dark']) {
    test(`the marks on ${named(path)} stand off from the page in ${scheme}`, async () => {
      assert.deepEqual((await found()).marks[scheme], []);
    });
  }
  test(`axe finds nothing in the charts of ${named(path)}`, async () => assert.deepEqual((await found()).axe, []));
}

test('axe finds nothing in a map of real shapes', async () => {
  const found = await with_page(browser, {}, async (page) => {
    await page.goto(shapes.address);
    assert.equal(await page.locator('svg.shapes').count(), 1);
    return axe_in_charts(page);
  });
  assert.deepEqual(found, []);
});

// Two bars without links and with room around them.
const bars = 'figure[id^="c-compare"] svg.chart';
const bar_page = 'areas/31/';

/** Returns the labels of a chart's marks and the middle of each. */
const marks_of = (page, chart) => page.locator(chart).first().evaluate(async (svg) => {
  svg.scrollIntoView({ block: 'center' });
  // The page says that it was scrolled with the next frame.
  for (let frame = 0; frame < 3; frame += 1) await new Promise((done) => { requestAnimationFrame(done); });
  return [...svg.querySelectorAll('[aria-label]')].map((mark) => {
    const box = mark.getBoundingClientRect();
    return { label: mark.getAttribute('aria-label'), x: box.x + box.width / 2, y: box.y + box.height / 2, right: box.right, link: mark.tagName === 'a' };
  });
});
const said = (page) => page.locator('.tip:not([hidden])').innerText({ timeout: 30_000 });

test('a mark under the pointer says its words, and Escape takes them away', () => on_page(bar_page, {}, async (page) => {
  const [first] = await marks_of(page, bars);
  await page.mouse.move(first.x, first.y);
  assert.equal(await said(page), first.label);
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('.tip:not([hidden])').count(), 0);
}));

test('a pointer beside a mark finds the nearest one', () => on_page(bar_page, {}, async (page) => {
  const marks = await marks_of(page, bars);
  const shortest = marks.reduce((least, mark) => (mark.right < least.right ? mark : least));
  await page.mouse.move(shortest.right + 20, shortest.y);
  assert.equal(await said(page), shortest.label);
}));

test('a pointer far from all marks says nothing', () => on_page(bar_page, {}, async (page) => {
  const marks = await marks_of(page, bars);
  await page.mouse.move(marks[0].x, marks[0].y);
  await said(page);
  await page.mouse.move(marks[0].x, marks[0].y - 300);
  await page.locator('.tip').waitFor({ state: 'hidden', timeout: 30_000 });
}));

test('arrow keys step from mark to mark and say each in a live region', () => on_page('cases/noheji/', {}, async (page) => {
  const chart = 'svg.chart[tabindex="0"]';
  const marks = await marks_of(page, chart);
  await page.locator(chart).first().focus();
  for (const [key, at] of [['ArrowRight', 0], ['ArrowDown', 1], ['ArrowLeft', 0], ['End', marks.length - 1], ['Home', 0]]) {
    await page.keyboard.press(key);
    assert.equal(await said(page), marks[at].label, key);
  }
  assert.equal(await page.locator('.tip').getAttribute('role'), 'status');
}));

test('arrow keys move the focus where marks are links', () => on_page('', { viewport: { width: 1280, height: 900 } }, async (page) => {
  const chart = 'figure[id^="c-map"] svg.chart';
  const marks = (await marks_of(page, chart)).filter(({ link }) => link);
  await page.locator(`${chart} a`).first().focus();
  assert.equal(await said(page), marks[0].label);
  await page.keyboard.press('ArrowRight');
  assert.equal(await said(page), marks[1].label);
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), marks[1].label);
}));

test('a finger on a mark gets its words', () => on_page('cases/noheji/', { hasTouch: true, viewport: { width: 390, height: 800 } }, async (page) => {
  const [first] = await marks_of(page, 'svg.chart[tabindex="0"]');
  await page.touchscreen.tap(first.x, first.y);
  assert.equal(await said(page), first.label);
}));

test(`the script of the charts weighs at most ${script_limit} bytes`, () => {
  const bytes = gzipSync(readFileSync(join(root, 'assets', readdirSync(join(root, 'assets')).find((name) => /^charts\.\w+\.js$/.test(name)))), { level: 9 }).length;
  assert.ok(bytes <= script_limit, `${bytes} bytes`);
});
