// What readers choose: indicators, the kind of areas, filters.
import { count_text, element, measured, refill } from './element.js';
import { longest_text } from './view.js';

function option(value, text, chosen) {
  return element('option', { value, selected: value === chosen }, text);
}

function field(label, control) {
  return element('label', { class: 'field' }, element('span', {}, label), control);
}

/** Below 100, 100–999, from 1,000 on; or not known. */
function size_options(data, say) {
  const { steps, id } = data.size;
  const column = data.column.get(id);
  const sized = (step) => measured(count_text(step), column, say);
  const texts = steps.map((step, at) => (at === 0 ? say('below', sized(step)) : say('between', count_text(steps[at - 1]), sized(step - 1))));
  texts.push(say('from', sized(steps[steps.length - 1])));
  return [...texts.map((text, at) => [String(at), text]), ['none', say('size_unknown')]];
}

function select(key, options, chosen, change) {
  return element('select', { 'data-key': key, change: (event) => change({ [key]: event.target.value }) }, options.map(([value, text]) => option(value, text, chosen)));
}

function chip(key, text, say_remove, remove) {
  return element('li', {}, element('button', { type: 'button', class: 'chip', 'data-key': key, 'aria-label': say_remove, click: remove }, text, element('span', { 'aria-hidden': 'true' }, '×')));
}

/** The indicators that are not chosen yet, by stage. */
function groups(view, data) {
  const rest = data.columns.filter(({ key }) => !view.columns.includes(key));
  const stages = [...new Set(rest.map(({ stage }) => stage))];
  return stages.map((stage) => [stage, rest.filter((each) => each.stage === stage)]);
}

const grouped = (stage, columns, say) => element('optgroup', { label: stage || say('other_stage') }, columns.map((each) => option(each.key, each.name)));

export class Choices {
  constructor({ data, say, change, reset }) {
    Object.assign(this, { data, say, change, reset });
    this.indicators = element('div', { class: 'choose-indicators' });
    this.filters = element('div', { class: 'choose-areas' });
    this.text = element('input', { type: 'search', autocomplete: 'off', maxlength: longest_text, 'data-key': 'text', input: () => change({ text: this.text.value }, true) });
    this.text_field = field(say('text'), this.text);
    this.element = element('form', { class: 'choose', submit: (event) => event.preventDefault() }, this.indicators, this.filters);
  }

  show(view) {
    const key_after = this.fill_indicators(view);
    this.fill_filters(view);
    if (this.text.value !== view.text) this.text.value = view.text;
    if (key_after) this.indicators.querySelector('[data-key="add"]')?.focus({ preventScroll: true });
  }

  // Where the button that was pressed is gone, the focus goes to the list of what can be added.
  fill_indicators(view) {
    const { data, say } = this;
    const had = this.indicators.contains(document.activeElement);
    const adder = element('select', { 'data-key': 'add', disabled: view.columns.length === data.columns.length }, groups(view, data).map(([stage, columns]) => grouped(stage, columns, say)));
    const kept = refill(
      this.indicators,
      element('h2', { id: 'choose-indicators' }, say('indicators')),
      element('ul', { class: 'chips', 'aria-labelledby': 'choose-indicators' }, view.columns.map((key) => this.indicator_chip(key, view))),
      element('div', { class: 'adder' }, field(say('add'), adder), element('button', {
        type: 'button', 'data-key': 'add-button', disabled: adder.disabled, click: () => adder.value && this.change({ columns: [...view.columns, adder.value] }),
      }, say('add_button'))),
    );
    return had && !kept;
  }

  indicator_chip(key, view) {
    const { name } = this.data.column.get(key);
    if (view.columns.length === 1) return element('li', {}, element('span', { class: 'chip' }, name));
    return chip(`remove-${key}`, name, this.say('remove', name), () => this.change({ columns: view.columns.filter((each) => each !== key) }));
  }

  // Where the mark that was taken off is gone, the focus goes to the next one.
  fill_filters(view) {
    const { data, say, change } = this;
    const had = this.filters.contains(document.activeElement);
    const all = ['', say('all')];
    const municipal = view.level === 'municipality';
    const kept = refill(
      this.filters,
      element('h2', {}, say('areas')),
      data.levels.length > 1 ? this.levels(view) : null,
      element('div', { class: 'fields' }, [
        municipal && data.homes.length > 1 ? field(say('home'), select('home', [all, ...data.homes.map(({ code, name }) => [code, name])], view.home, change)) : null,
        municipal ? field(say('kind'), select('kind', [all, ...data.kinds.map(({ id, name }) => [id, name])], view.kind, change)) : null,
        data.size && data.column.get(data.size.id)?.levels[view.level] ? field(say('size', data.column.get(data.size.id).name), select('size', [all, ...size_options(data, say)], view.size, change)) : null,
        this.text_field,
      ].filter(Boolean)),
      this.chosen(view),
      element('button', { type: 'button', class: 'plain', 'data-key': 'reset', click: this.reset }, say('reset')),
    );
    if (had && !kept) (this.filters.querySelector('[data-key^="unmark-"]') ?? this.text).focus({ preventScroll: true });
  }

  levels(view) {
    const radio = (level) => element('label', {}, element('input', {
      type: 'radio', name: 'level', value: level, 'data-key': `level-${level}`, checked: view.level === level, change: () => this.change({ level, size: '' }),
    }), element('span', {}, this.say(level)));
    return element('fieldset', { class: 'levels' }, element('legend', {}, this.say('level')), this.data.levels.map(radio));
  }

  /** The areas that are marked, wherever they are; each can be taken off. */
  chosen(view) {
    const { data, say, change } = this;
    if (view.chosen.length === 0) return element('p', { class: 'hint' }, say('mark_hint'));
    const own = (code) => chip(`unmark-${code}`, data.area.get(code).name, say('unmark', data.area.get(code).name), () => change({ chosen: view.chosen.filter((each) => each !== code) }));
    const only = element('label', { class: 'check' }, element('input', {
      type: 'checkbox', 'data-key': 'only', checked: view.only, change: (event) => change({ only: event.target.checked }),
    }), element('span', {}, say('only')));
    return element('div', {}, element('p', { class: 'label', id: 'choose-marked' }, say('marked')), element('ul', { class: 'chips', 'aria-labelledby': 'choose-marked' }, view.chosen.map(own)), only);
  }
}
