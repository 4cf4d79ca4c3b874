// The charts: what they show, in which colours, and the same in words. Vega and the dataflows are loaded when the first
// of them comes into view; on screens of desks, where people print, as soon as nothing else is to be done.
import { compare_figures, figure_at, has_value, rank_at } from './figures.js';
import { count_text, element, refill } from './element.js';
import { value_text } from './table.js';

const dots_up_to = 200;   // areas; more are counted
const names_up_to = 6;    // marked areas that are named in a chart
const line_height = 20;
const of_desks = '(min-width: 60rem)';
// Roles of the page's own styles: what is drawn follows the reader's scheme, forced colours and paper by itself.
const roles = { ink: 'var(--text)', grey: 'var(--text-2)', line: 'var(--line)', ground: 'var(--bg)', self: 'var(--bar-self)', other: 'var(--bar-other)' };

/** 1 where only whole numbers are drawn, so that no axis tells of halves. */
const steps_of = (values) => (values.every(Number.isInteger) ? 1 : 0);

const is_known = (figure) => figure !== null && figure.value !== null;

/** What a chart of one indicator shows. */
function spread_of({ view, data, rows, say }, column) {
  const shown = new Set(rows.map(({ code }) => code));
  const level = column.levels[view.level];
  const areas = level ? data.areas[view.level].filter((area) => is_known(figure_at(column, view.level, area))) : [];
  const list = areas.map((area) => {
    const figure = figure_at(column, view.level, area);
    return { figure, code: area.code, name: area.name, value: figure.value, bound: figure.bound, shown: value_text(figure, column, say), label: `${area.name} ${value_text(figure, column, say)}`, out: !shown.has(area.code), self: false };
  });
  const marked = view.chosen.map((code) => list.find((each) => each.code === code)).filter(Boolean);
  marked.slice(0, names_up_to).forEach((each) => { each.self = true; });
  const whole = level?.whole && has_value(level.whole) && column.unit === '%' ? level.whole : null;
  const top = 24 + Math.min(marked.length, names_up_to) * line_height;
  return {
    kind: list.length > dots_up_to ? 'histogram' : 'distribution', list, marked,
    signals: { step: steps_of(list.map(({ value }) => value)), unit: column.unit, whole: whole ? whole.value : null, wholeLabel: whole ? `${data.whole} ${value_text(whole, column, say)}` : '', top, height: top + 170 },
  };
}

function pair_of({ view, data, rows, say }, across, up) {
  const shown = new Set(rows.map(({ code }) => code));
  const list = [];
  for (const area of data.areas[view.level]) {
    const [x, y] = [across, up].map((column) => figure_at(column, view.level, area));
    if (!is_known(x) || !is_known(y)) continue;
    list.push({
      code: area.code, name: area.name, across: x.value, up: y.value, bound: x.bound || y.bound, out: !shown.has(area.code), self: view.chosen.includes(area.code),
      label: say('pair', area.name, across.name, value_text(x, across, say), up.name, value_text(y, up, say)),
    });
  }
  const whole = (column) => { const at = column.levels[view.level]?.whole; return at && has_value(at) && column.unit === '%' ? at.value : null; };
  return {
    kind: 'scatter', list, marked: list.filter(({ self }) => self),
    signals: { acrossStep: steps_of(list.map((each) => each.across)), upStep: steps_of(list.map((each) => each.up)), acrossTitle: titled(across, say), upTitle: titled(up, say), acrossWhole: whole(across), upWhole: whole(up), wholeLabel: data.whole, height: 320 },
  };
}

const titled = (column, say) => (column.unit ? say('titled', column.name, column.unit) : column.name);

/** One chart with its title, its words and its place. */
class Picture {
  constructor(host, id) {
    this.host = host;
    this.title = element('h3', { id: `${id}-title` });
    this.says = element('div', { class: 'says' });
    this.place = element('div', { class: `drawing ${id}`, role: 'img' });
    this.hint = element('p', { class: 'hint', 'aria-hidden': 'true' });
    this.origin = element('p', { class: 'src' });
    this.element = element('figure', { class: 'picture', 'aria-labelledby': `${id}-title` }, this.title, this.says, this.place, this.hint, this.origin);
    this.wanted = null;
  }

  /** `shown`: kind, list, marked, signals; null where there is nothing to draw. */
  show(shown, title, sentences, description, origins) {
    this.element.hidden = !shown;
    this.wanted = shown;
    if (!shown) return;
    this.title.textContent = title;
    refill(this.says, sentences);
    refill(this.origin, origins.map((text) => element('span', {}, text)));
    Object.assign(this, { description, origins });
    this.place.setAttribute('aria-label', description);
    this.draw();
  }

  async draw() {
    const { wanted, host } = this;
    if (!wanted || !host.chart || !host.flows) return;
    if (this.kind !== wanted.kind) {
      this.drawn?.end();
      this.place.replaceChildren();
      this.kind = wanted.kind;
      this.drawn = host.chart(host.flows[wanted.kind], this.place, { pick: ({ code }) => host.pick(code), tell: (text) => { this.hint.textContent = text; } });
      // Vega describes itself; the page says it better.
      this.place.removeAttribute('aria-roledescription');
      this.place.setAttribute('role', 'img');
      this.place.setAttribute('aria-label', this.description);
    }
    await this.drawn.show(wanted.list.map(({ figure, ...each }) => each), { ...roles, font: getComputedStyle(document.body).fontFamily, ...wanted.signals, width: Math.floor(this.place.clientWidth) });
  }
}

export class Pictures {
  constructor({ data, say, change, settings, pick }) {
    Object.assign(this, { data, say, change, settings, pick, flows: null, chart: null });
    this.spread = new Picture(this, 'spread');
    this.pair = new Picture(this, 'pair');
    this.axes = element('div', { class: 'fields axes' });
    this.pair.says.after(this.axes);
    this.element = element('div', { class: 'pictures' }, this.spread.element, this.pair.element);
    this.watch();
  }

  watch() {
    const seen = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      seen.disconnect();
      this.load();
    });
    seen.observe(this.spread.place);
    seen.observe(this.pair.place);
    // Who prints before they stand gets them on the next print; on this one they are left out.
    addEventListener('beforeprint', () => this.load(), { once: true });
    if (matchMedia(of_desks).matches && !navigator.connection?.saveData) this.load_idly();
    let width = 0;
    new ResizeObserver(() => {
      const now = this.element.clientWidth;
      if (now !== width && width > 0) this.ready();
      width = now;
    }).observe(this.element);
  }

  /** A print waits for no script. */
  load_idly() {
    const idle = window.requestIdleCallback ?? ((use) => setTimeout(use, 1000));
    const soon = () => idle(() => this.load());
    if (document.readyState === 'complete') soon();
    else addEventListener('load', soon, { once: true });
  }

  // One after the other, each in a task of its own, so that the page answers in between.
  load() {
    if (this.loading) return;
    this.loading = true;
    const script = (src) => { document.head.append(element('script', { src, error: () => { this.spread.hint.textContent = this.say('no_charts'); } })); };
    script(this.settings.dataflows);
    script(this.settings.charts);
  }

  ready() {
    if (!this.chart || !this.flows) return;
    this.spread.draw();
    setTimeout(() => this.pair.draw());
  }

  show(view, rows) {
    const { data, say } = this;
    const all = { view, data, rows, say };
    const columns = view.columns.map((key) => data.column.get(key));
    const column = data.column.get(view.sort) ?? columns[0];
    const spread = spread_of(all, column);
    this.spread.show(spread.list.length > 0 ? spread : null, say('spread_title', titled(column, say)), this.sentences(view, column, spread), this.description(view, column, spread), this.origins(view, [column]));
    const [across, up] = this.pair_columns(view, columns);
    const pair = across && up ? pair_of(all, across, up) : null;
    this.pair.show(pair && pair.list.length > 1 ? pair : null, across && up ? say('pair_title', across.name, up.name) : '',
      pair ? this.pair_sentences(view, pair) : [], pair ? this.pair_description(view, pair, across, up) : '', this.origins(view, [across, up].filter(Boolean)));
    if (pair) this.fill_axes(view, columns, across, up);
  }

  /** How many of those that are chosen are drawn; others are drawn hollow. */
  pair_sentences(view, { list }) {
    const { say } = this;
    const inside = list.filter(({ out }) => !out).length;
    const unit = say(`${view.level}_count`);
    return [element('p', {}, inside > 0 ? say('pair_says', count_text(inside), unit) : say('pair_none', unit)), inside < list.length ? element('p', { class: 'hint' }, say('out_are')) : null].filter(Boolean);
  }

  pair_columns(view, columns) {
    const across = this.data.column.get(view.across) ?? columns[0];
    const up = this.data.column.get(view.up) ?? columns.find((each) => each !== across);
    return [across, up];
  }

  fill_axes(view, columns, across, up) {
    const { say, change } = this;
    const select = (key, chosen) => element('label', { class: 'field' }, element('span', {}, say(key)), element('select', { 'data-key': key, change: (event) => change({ [key]: event.target.value }) },
      columns.map((each) => element('option', { value: each.key, selected: each === chosen }, each.name))));
    refill(this.axes, columns.length > 2 ? [select('across', across), select('up', up)] : []);
  }

  sentences(view, column, { list, marked, kind }) {
    const { say } = this;
    const unit = say(`${view.level}_count`);
    const about = this.ends(list.filter(({ out, bound }) => !out && !bound), unit);
    const ranked = [...marked.map((each) => this.position(view, column, each, unit)), ...this.without(view, column, list)];
    const drawn = [say(kind === 'histogram' ? 'bars_are' : 'dots_are', unit), list.some(({ out }) => out) ? say(kind === 'histogram' ? 'out_bars_are' : 'out_are') : '', list.some(({ bound }) => bound) ? say('bounds_are') : ''].join('');
    return [about ? element('p', {}, about) : null, ranked.length > 0 ? element('ul', { class: 'positions' }, ranked.map((text) => element('li', {}, text))) : null, element('p', { class: 'hint' }, drawn)].filter(Boolean);
  }

  /** Which figures are the highest and the lowest; nothing of one alone. */
  ends(inside, unit) {
    const sorted = [...inside].sort((a, b) => compare_figures(a.figure, b.figure));
    const [lowest, highest] = [sorted[0], sorted[sorted.length - 1]];
    if (sorted.length < 2) return '';
    if (compare_figures(lowest.figure, highest.figure) === 0) return this.say('ends_same', count_text(sorted.length), unit, lowest.shown);
    return this.say('ends', count_text(sorted.length), unit, this.end(sorted, highest, unit), this.end(sorted, lowest, unit));
  }

  /** The area at one end, or how many share it. */
  end(sorted, { figure, label, shown }, unit) {
    const count = sorted.filter((each) => compare_figures(each.figure, figure) === 0).length;
    return count === 1 ? label : this.say('shared_end', shown, count_text(count), unit);
  }

  /** Date and source of what is drawn. */
  origins(view, columns) {
    const text = (column) => {
      const at = column.levels[view.level];
      const about = at ? [at.as_of, at.source && this.say('source', at.source)].filter(Boolean).join(this.say('comma')) : '';
      return columns.length > 1 && about ? this.say('of', column.name, about) : about;
    };
    return columns.map(text).filter(Boolean);
  }

  position(view, column, { code, label }, unit) {
    const rank = rank_at(column, view.level, this.data.area.get(code));
    return rank ? this.say('position', label, count_text(rank.of), unit, count_text(rank.place)) : label;
  }

  /** Marked areas that the chart lacks, each with the reason. */
  without(view, column, list) {
    const missing = view.chosen.filter((code) => this.data.area.get(code)?.level === view.level && !list.some((each) => each.code === code));
    return missing.map((code) => {
      const area = this.data.area.get(code), figure = figure_at(column, view.level, area);
      return this.say('of', area.name, figure ? value_text(figure, column, this.say) : this.say('no_level'));
    });
  }

  description(view, column, { list, marked }) {
    const { say } = this;
    return [say('spread_alt', column.name, count_text(list.length), say(`${view.level}_count`)), marked.length > 0 ? say('marked_alt', marked.map(({ label }) => label).join(say('comma'))) : '', say('alt_table')].join('');
  }

  pair_description(view, { list, marked }, across, up) {
    const { say } = this;
    return [say('pair_alt', across.name, up.name, count_text(list.length), say(`${view.level}_count`)), marked.length > 0 ? say('marked_alt', marked.map(({ label }) => label).join(say('comma'))) : '', say('alt_table')].join('');
  }
}
