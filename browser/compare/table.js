// The table: a row an area, a column an indicator. Every chart's figures stand here too.
import { figure_at, rank_at } from './figures.js';
import { count_text, element, measured, page_address, refill } from './element.js';
import { by_name } from './view.js';

const first_rows = 100; // of many; the others follow when asked for

export class Table {
  constructor({ data, say, change, root }) {
    Object.assign(this, { data, say, change, root, all: false });
    this.head = element('tr');
    this.body = element('tbody');
    this.caption = element('caption', { class: 'vh' });
    this.more = element('p', { class: 'more-rows' });
    this.sources = element('ul', { class: 'sources' });
    this.box = element('section', { class: 'tbl', tabindex: '0', 'aria-label': say('table') }, element('table', {}, this.caption, element('thead', {}, this.head), this.body));
    this.element = element('div', {}, this.box, this.more, this.sources);
  }

  show(view, rows) {
    const columns = view.columns.map((key) => this.data.column.get(key));
    this.rows = rows;
    this.view = view;
    this.all = this.all && rows.length > first_rows;
    this.caption.textContent = this.say('table');
    refill(this.head, this.sorter(view, by_name, this.say(view.level), '', ''), columns.map((each) => this.sorter(view, each.key, each.name, each.unit, 'n')));
    this.fill(columns);
    refill(this.sources, columns.map((each) => this.source(each, view.level)));
  }

  fill(columns) {
    const rows = this.all ? this.rows : this.rows.slice(0, first_rows);
    const had = this.body.contains(document.activeElement);
    const kept = refill(this.body, rows.length > 0 ? rows.map((area) => this.row(area, columns)) : element('tr', {}, element('td', { class: 'state', colspan: columns.length + 1 }, this.say('no_rows'))));
    if (had && !kept) this.box.focus({ preventScroll: true }); // the row of the mark that was taken off is gone
    const rest = this.rows.length - rows.length;
    refill(this.more, rest === 0 ? null : element('button', { type: 'button', class: 'plain', click: () => { this.all = true; this.fill(columns); this.box.focus(); } }, this.say('more_rows', count_text(rest))));
  }

  sorter(view, key, text, unit, kind) {
    const own = view.sort === key;
    const falls_first = key !== by_name && this.data.column.get(key).better >= 0;
    const button = element('button', {
      type: 'button', 'data-key': `sort-${key}`, click: () => this.change({ sort: key, rising: own ? !view.rising : !falls_first }),
    }, text, unit ? element('small', {}, unit) : null, element('span', { class: 'way', 'aria-hidden': 'true' }, own ? (view.rising ? '▲' : '▼') : '↕'));
    return element('th', { scope: 'col', class: kind, 'aria-sort': own ? (view.rising ? 'ascending' : 'descending') : null }, button);
  }

  row(area, columns) {
    const { view, say } = this;
    const marked = view.chosen.includes(area.code);
    const mark = element('label', { class: 'mark' }, element('input', {
      type: 'checkbox', 'data-key': `mark-${area.code}`, checked: marked, 'aria-label': say('mark', area.name), change: () => this.change({ chosen: marked ? view.chosen.filter((each) => each !== area.code) : [...view.chosen, area.code] }),
    }));
    const name = area.path ? element('a', { href: page_address(this.root, area.path) }, area.name) : area.name;
    const home = area.home && !view.home ? element('small', {}, area.home.name) : null;
    return element('tr', { class: marked ? 'me' : null }, element('th', { scope: 'row' }, element('div', {}, mark, element('span', {}, name, home))), columns.map((each) => this.cell(area, each)));
  }

  cell(area, column) {
    const { view, say } = this;
    const figure = figure_at(column, view.level, area);
    if (!figure || figure.missing) return element('td', { class: 'n state' }, figure ? figure.missing : say('no_level'));
    const rank = rank_at(column, view.level, area);
    return element('td', { class: 'n' },
      figure.bound ? element('small', {}, say('at_least')) : null, element('b', {}, figure.shown), figure.tag ? element('span', { class: 'tag' }, figure.tag) : null,
      element('small', { class: 'under' }, [figure.parts, rank ? say('rank', count_text(rank.place)) : '', figure.as_of].filter(Boolean).join(say('comma'))));
  }

  source(column, level) {
    const { say } = this;
    const at = column.levels[level];
    const about = at ? [at.as_of, at.source && say('source', at.source)].filter(Boolean).join(say('comma')) : say('no_level');
    const name = column.path ? element('a', { href: column.path + (location.protocol === 'file:' ? 'index.html' : '') }, column.name) : column.name;
    return element('li', {}, name, ` ${about}`, at?.whole && !at.whole.missing ? element('span', {}, ` ${say('whole_is', this.data.whole, value_text(at.whole, column, say))}`) : null, column.caution ? element('span', { class: 'caution' }, ` ${column.caution}`) : null);
  }
}

/** 24.7%, 少なくとも 2.0%, or the word why there is none. */
export function value_text(figure, column, say) {
  if (figure.missing) return figure.missing;
  return (figure.bound ? `${say('at_least')} ` : '') + measured(figure.shown, column, say);
}
