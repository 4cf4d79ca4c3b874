// What a reader's settings must not break. The functions without arguments run inside the page.

/** Returns how many pixels stick out on the right, and the first elements that do; empty where none does. */
export function overhang() {
  const width = document.documentElement.clientWidth;
  const wide = [...document.querySelectorAll('main *')].filter((e) => e.getBoundingClientRect().right > width + 1);
  const names = wide.slice(0, 3).map((e) => `${e.tagName.toLowerCase()}.${e.getAttribute('class') ?? ''}`);
  const out = document.documentElement.scrollWidth - width;
  return out > 0 ? `${out} px: ${names.join(', ')}` : '';
}

/** The spacing that a reader may set (WCAG 1.4.12). */
export const wide_text = '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }';

/** Returns texts that are cut off: elements that hide what is wider or higher than they are. */
export function cut_off() {
  return [...document.querySelectorAll('main *')].filter((e) => {
    const style = getComputedStyle(e);
    if (style.overflowX !== 'hidden' && style.overflowX !== 'clip') return false;
    // 1 px: what only a screen reader reads.
    if (e.clientWidth <= 1 || e.closest('svg') || e.textContent.trim() === '') return false;
    return e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1;
  }).map((e) => e.outerHTML.slice(0, 120));
}

/** Returns pairs of texts of charts that lie on each other, a line each. */
export function run_together() {
  const found = [];
  for (const chart of document.querySelectorAll('svg.chart')) {
    const boxes = [...chart.querySelectorAll('text')].filter((e) => e.checkVisibility())
      .map((e) => ({ text: e.textContent, box: e.getBoundingClientRect() })).filter(({ box }) => box.width > 0).sort((a, b) => a.box.top - b.box.top);
    boxes.forEach((one, at) => {
      for (const other of boxes.slice(at + 1)) {
        const down = Math.min(one.box.bottom, other.box.bottom) - other.box.top;
        if (other.box.top > one.box.bottom) break;
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        // Boxes of letters are higher than what is drawn of them.
        if (across > 1 && down > one.box.height / 2) found.push(`${one.text} | ${other.text}`);
      }
    });
  }
  return found;
}

/** Returns the marks of charts that have the colour of the page. */
export function lost_marks() {
  const ground = getComputedStyle(document.body).backgroundColor;
  return [...document.querySelectorAll('svg.chart [role="graphics-symbol"], svg.chart .mark-rect path')]
    .filter((e) => getComputedStyle(e).fill === ground && getComputedStyle(e).stroke === 'none')
    .map((e) => e.outerHTML.slice(0, 120));
}

/** Returns what runs by itself. */
export const running = () => document.getAnimations().map((each) => `${each.constructor.name} ${each.animationName ?? each.transitionProperty ?? each.id}`);

/** Returns what moves. */
export function moving() {
  const slow = [...document.querySelectorAll('*')].filter((e) => {
    const style = getComputedStyle(e);
    return [style.transitionDuration, style.animationDuration].some((text) => text.split(',').some((each) => parseFloat(each) > 0.011));
  });
  return [...slow.slice(0, 5).map((e) => e.outerHTML.slice(0, 120)), ...document.getAnimations().map((each) => String(each.animationName ?? each.id))];
}

/** Returns how many elements the keyboard should reach, and gives each a number. */
function number_all() {
  const usual = 'a[href], button, input:not([type=hidden]), select, textarea, summary, iframe, [tabindex="0"]';
  const all = [...document.querySelectorAll(usual)].filter((e) => e.checkVisibility({ visibilityProperty: true }) && !e.disabled && e.tabIndex >= 0
    && (e.type !== 'radio' || e.checked)); // a group of radio buttons is one stop
  all.forEach((e, at) => { e.dataset.reached = String(at); });
  return all.length;
}

/** Returns the number of the focused element and how it shows the focus; nothing where none has it. */
function focused() {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const style = getComputedStyle(e);
  // A tile of a map shows it by a heavy edge.
  const mark = e instanceof SVGElement ? e.querySelector('rect, path, circle') : null;
  const edged = mark !== null && parseFloat(getComputedStyle(mark).strokeWidth) >= 3;
  const shown = edged || (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
  const box = e.getBoundingClientRect();
  const at = document.elementFromPoint(box.left + Math.min(box.width / 2, 4), box.top + box.height / 2);
  const covered = box.width > 0 && at !== null && !e.contains(at) && !at.contains(e) && getComputedStyle(at).position === 'sticky';
  return { number: Number(e.dataset.reached ?? -1), shown, covered, html: e.outerHTML.slice(0, 120) };
}

/** Tabs through the page and returns what the keyboard does not reach, reaches in another order, or reaches unseen. */
export async function keyboard_faults(page) {
  const count = await page.evaluate(number_all);
  const faults = [];
  let last = -1;
  for (let tabs = 0; tabs <= count + 1; tabs += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(focused);
    if (at === null) break;
    if (at.number < 0) continue;
    if (at.number !== last + 1) faults.push(`${at.number} after ${last}: ${at.html}`);
    if (!at.shown) faults.push(`no focus seen: ${at.html}`);
    if (at.covered) faults.push(`covered: ${at.html}`);
    last = at.number;
  }
  if (last !== count - 1) faults.push(`reached ${last + 1} of ${count}`);
  return faults;
}
