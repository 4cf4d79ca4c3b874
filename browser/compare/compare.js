// The page on which areas and indicators are compared. What is chosen is one plain object, the view; its address is the
// page's, and everything shown follows from it. The program's block `explorer` writes settings and words into the page
// and all figures into figures.js beside it.
import { Choices } from './choices.js';
import { count_text, element, sayer } from './element.js';
import { taken } from './figures.js';
import { Pictures } from './pictures.js';
import { rows_of } from './rows.js';
import { Table } from './table.js';
import { Takeaway } from './takeaway.js';
import { address_of, by_name, first_view, is_view, view_of } from './view.js';

const typing_pause = 250; // ms without a letter before a screen reader is told how many are left

function section(title, id, ...content) {
  return element('section', { class: 'sec', 'aria-labelledby': id }, element('header', {}, element('h2', { id }, title)), ...content);
}

/** The view as it can be: what is sorted by or drawn is among what is shown, and areas have the size that is asked for. */
function settled(view, data) {
  const sort = view.sort === by_name || view.columns.includes(view.sort) ? view.sort : view.columns[0];
  const rising = sort === view.sort ? view.rising : data.column.get(sort).better < 0;
  const axis = (key) => (view.columns.includes(view[key]) ? view[key] : '');
  const size = data.column.get(data.size?.id)?.levels[view.level] ? view.size : '';
  return { ...view, sort, rising, size, across: axis('across'), up: axis('up'), only: view.only && view.chosen.length > 0 };
}

class Page {
  constructor(host, settings, data) {
    this.data = data;
    this.say = sayer(settings.words);
    this.first = first_view(this.data, settings.shown);
    const parts = {
      data: this.data, say: this.say, settings, root: settings.root, change: (patch, typed) => this.change(patch, typed), reset: () => this.go(this.first, false),
      pick: (code) => this.pick(code), tell: (text) => { this.status.textContent = text; },
    };
    this.status = element('p', { class: 'count', role: 'status' });
    this.choices = new Choices(parts);
    this.pictures = new Pictures(parts);
    this.table = new Table(parts);
    this.takeaway = new Takeaway({ ...parts, pictures: this.pictures });
    this.host = host;
    this.view = this.read();
    addEventListener('popstate', () => this.follow());
    addEventListener('hashchange', () => this.follow());
  }

  /** The parts of the page one after the other, each to be made in a task of its own. */
  steps() {
    const rows = () => rows_of(this.view, this.data);
    return [
      () => { this.lead_on(); this.choices.show(this.view); this.host.append(this.choices.element, this.status); },
      () => { this.pictures.show(this.view, rows()); this.host.append(section(this.say('charts_title'), 'h-charts', this.pictures.element)); },
      () => { this.table.show(this.view, rows()); this.host.append(section(this.say('table_title'), 'h-table', this.table.element)); },
      () => {
        this.takeaway.show(this.view, rows());
        this.host.append(section(this.say('take_title'), 'h-take', this.takeaway.element));
        this.tell_count(rows(), 0);
      },
    ];
  }

  read() {
    const { hash, search } = location;
    const { view, unknown } = view_of(hash.length > 1 && is_view(hash) ? hash : search, this.data, this.first);
    this.unknown = unknown;
    return settled(view, this.data);
  }

  // Takes up the view of an address that somebody went to; the skip link and headings name places, and leave the view.
  follow() {
    if (!is_view(location.hash) || location.hash.slice(1) === this.address()) return;
    this.view = this.read();
    this.show();
  }

  address() {
    return address_of(this.view, this.first, this.data);
  }

  pick(code) {
    const { chosen } = this.view;
    this.change({ chosen: chosen.includes(code) ? chosen.filter((each) => each !== code) : [...chosen, code] });
  }

  change(patch, typed = false) {
    this.go(settled({ ...this.view, ...patch }, this.data), typed);
  }

  // While somebody types the address is rewritten; every other step can be taken back.
  go(view, typed) {
    this.view = view;
    this.unknown = [];
    // Without what stood behind `?`: it would come back where the first view leaves nothing behind `#`.
    history[typed ? 'replaceState' : 'pushState'](null, '', `${location.pathname}#${this.address()}`);
    this.show(typed);
  }

  // Choices stay as they are while somebody types: an input method loses its place where its field is moved.
  show(typed = false) {
    if (!typed) this.choices.show(this.view);
    this.show_rows(typed);
  }

  show_rows(typed = false) {
    const rows = rows_of(this.view, this.data);
    this.lead_on();
    this.table.show(this.view, rows);
    this.pictures.show(this.view, rows);
    this.takeaway.show(this.view, rows);
    this.tell_count(rows, typed ? typing_pause : 0);
  }

  // The same page in the other language, if there is one, shows the same view.
  lead_on() {
    document.querySelectorAll('.languages a').forEach((link) => { link.hash = this.address(); });
  }

  tell_count(rows, pause) {
    clearTimeout(this.telling);
    this.telling = setTimeout(() => { this.status.textContent = this.count(rows); }, pause);
  }

  count(rows) {
    const { data, say, view } = this;
    const order = view.sort === by_name ? say('by_name') : say(view.rising ? 'by_rising' : 'by_falling', data.column.get(view.sort).name);
    const unknown = this.unknown.length > 0 ? say('unknown', this.unknown.join(say('comma'))) : '';
    return say('count', count_text(rows.length), count_text(data.areas[view.level].length), say(`${view.level}_count`), order) + unknown;
  }
}

/** Runs one step a task, so that the page answers in between. */
function run(steps) {
  const [step, ...rest] = steps;
  setTimeout(() => {
    step();
    if (rest.length > 0) run(rest);
  });
}

const host = document.querySelector('.explorer');
const settings = JSON.parse(host.querySelector('script').textContent);
const waiting = element('p', { class: 'hint', role: 'status' }, settings.words.loading);
host.append(waiting);
// figures.js is run after this one; what was not there can be said then.
addEventListener('error', ({ target }) => { if (target.src?.endsWith('/figures.js')) waiting.textContent = settings.words.failed; }, true);

let page = null;
window.yokotenCompare = {
  figures(raw) {
    let data = null;
    run([
      () => { data = taken(raw); },
      () => {
        page = new Page(host, settings, data);
        waiting.remove();
        run(page.steps());
      },
    ]);
  },
  dataflows(flows) {
    page.pictures.flows = flows;
    page.pictures.ready();
  },
  charts(chart) {
    page.pictures.chart = chart;
    page.pictures.ready();
  },
};
