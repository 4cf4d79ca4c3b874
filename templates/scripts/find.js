// The field to search in, as a combobox with a list (WAI-ARIA). Without this file the form is sent to
// the index of areas. A classic script: modules and fetch do not work from file://. What finds things
// (data-search, window.yokotenSearch) and what is found (data-areas, data-more) load when first needed.
(function () {
  'use strict';
  var LIMIT = 8;
  var asked = {};

  /** Loads a script of the form once; calls back when it stands, or with true when it can't. */
  function load(address, done) {
    var script = asked[address];
    if (!script) {
      script = asked[address] = element('script', { src: address });
      script.waiting = [];
      script.end = function (failed) {
        script.ended = true;
        script.failed = failed;
        script.waiting.forEach(function (f) { f(failed); });
      };
      script.addEventListener('load', function () { script.end(false); });
      script.addEventListener('error', function () { script.end(true); });
      document.head.appendChild(script);
    }
    if (script.ended) done(script.failed);
    else script.waiting.push(done);
  }

  function element(name, attributes, text) {
    var made = document.createElement(name);
    Object.keys(attributes).forEach(function (k) { made.setAttribute(k, attributes[k]); });
    if (text) made.textContent = text;
    return made;
  }

  function filled(words, values) {
    return values.reduce(function (text, value) { return text.replace('{}', function () { return value; }); }, words);
  }

  /** The list under the field, as WAI-ARIA has it: the field tells what is chosen in it. */
  function list_under(input, name) {
    var id = input.id + '-list';
    var list = element('ul', { id: id, role: 'listbox', 'aria-label': name, hidden: '' });
    var active = -1;

    function choose(index) {
      active = index;
      Array.prototype.forEach.call(list.children, function (o, i) {
        o.setAttribute('aria-selected', String(i === index));
      });
      if (index < 0) return input.removeAttribute('aria-activedescendant');
      input.setAttribute('aria-activedescendant', id + index);
      if (list.children[index].scrollIntoView) list.children[index].scrollIntoView({ block: 'nearest' });
    }

    function open(yes) {
      list.hidden = !yes;
      input.setAttribute('aria-expanded', String(yes));
      choose(-1);
    }

    /** To the next or the last before, from one end to the other. */
    function step(by) {
      var count = list.children.length;
      if (list.hidden) open(true);
      choose(active < 0 && by < 0 ? count - 1 : (active + by + count) % count);
    }

    function fill(options) {
      list.textContent = '';
      options.forEach(function (o, i) {
        o.id = id + i;
        list.appendChild(o);
      });
    }

    input.parentNode.appendChild(list);
    [['role', 'combobox'], ['aria-autocomplete', 'list'], ['aria-expanded', 'false'],
      ['aria-controls', id]].forEach(function (a) { input.setAttribute(a[0], a[1]); });
    list.addEventListener('mousedown', function (e) { e.preventDefault(); });
    return {
      choose: choose, open: open, step: step, fill: fill,
      is_open: function () { return !list.hidden; },
      count: function () { return list.children.length; },
      chosen: function () { return active; }
    };
  }

  /** What keys do to the list. */
  function press(list, e) {
    // Keys belong to the input method while it composes; some browsers say so by the number 229 only.
    if (e.isComposing || e.keyCode === 229) return;
    if (e.key === 'Escape' && list.is_open()) {
      list.open(false);
      e.preventDefault();
    } else if ((e.key === 'ArrowDown' || e.key === 'ArrowUp') && list.count()) {
      var by = e.key === 'ArrowDown' ? 1 : -1;
      if (e.altKey) list.open(by > 0);
      else list.step(by);
      e.preventDefault();
    } else if (e.key === 'Home' || e.key === 'End' || e.key === 'ArrowLeft' || e.key === 'ArrowRight') {
      list.choose(-1); // the cursor moves in the text again
    }
  }

  /** 旧 岩舟町、現在は栃木市; wards and all others by their name. */
  function label(result, data) {
    return result.was ? filled(data.former, [result.name, result.now]) : result.name;
  }

  function note(result, data) {
    if (!result.now || result.was) return result.note;
    return result.note + ' ' + filled(data.ward, [result.now]);
  }

  /** Names that the page has no words for in its language, of centres, are in Japanese. */
  function named(text) {
    var is_japanese = /[\u3041-\u30ff\u4e00-\u9fff]/.test(text) && document.documentElement.lang !== 'ja';
    return element('span', is_japanese ? { class: 'what', lang: 'ja' } : { class: 'what' }, text);
  }

  function option(result, data) {
    var made = element('li', { role: 'option', 'aria-selected': 'false' });
    made.appendChild(named(label(result, data)));
    made.appendChild(document.createTextNode(' '));
    if (result.japanese) {
      made.appendChild(element('small', { lang: 'ja' }, result.japanese));
      made.appendChild(document.createTextNode(' '));
    }
    made.appendChild(element('small', {}, note(result, data)));
    made.appendChild(document.createTextNode(' '));
    made.appendChild(element('small', { class: 'kind' }, data['kind' + result.kind[0].toUpperCase() + result.kind.slice(1)]));
    made.addEventListener('click', function () { go(result, data); });
    return made;
  }

  /** From file:// a folder shows its listing, hence the file's name. */
  function go(result, data) {
    var parts = result.path.split('#');
    location.href = data.root + parts[0] + (location.protocol === 'file:' ? 'index.html' : '') +
      (parts[1] ? '#' + parts[1] : '');
  }

  /** Each stands on the one before. */
  function load_areas(field) {
    load(field.data.search, function (failed) {
      if (failed) return fail(field);
      load(field.data.areas, function (failed_too) {
        if (failed_too) return fail(field);
        if (field.ready === 'nothing') field.ready = 'areas';
        show(field);
      });
    });
  }

  function load_more(field) {
    load(field.data.more, function (failed) {
      field.ready = 'all';
      field.partly = failed;
      var active = field.list.chosen();
      var chosen = active < 0 ? null : field.shown.list[active].path;
      show(field);
      choose_again(field, chosen);
    });
  }

  // Nothing to search in: the form leads to the index of areas, as without scripts, and it is said.
  function fail(field) {
    field.ready = 'failed';
    tell_failed(field);
    if (field.sent) field.form.submit();
  }

  function tell_failed(field) {
    field.told.className = 'told';
    field.told.textContent = field.input.value.trim() ? field.data.failed : '';
  }

  /** What was chosen before more came stays chosen, wherever it stands now. */
  function choose_again(field, path) {
    for (var i = 0; path !== null && i < field.list.count(); i += 1)
      if (field.shown.list[i].path === path) return field.list.choose(i);
  }

  function count_text(field) {
    var count = field.shown.list.length;
    if (!field.input.value.trim()) return '';
    if (!count) return field.data.none;
    return filled(field.data[count > LIMIT ? 'many' : 'count'], [count, LIMIT]);
  }

  /** Shows what fits as far as it is there, and loads what is missing; areas are found without the rest too. */
  function show(field) {
    if (field.ready === 'failed') return tell_failed(field);
    if (field.ready === 'nothing') return field.input.value.trim() ? load_areas(field) : undefined;
    var shown = field.shown = window.yokotenSearch.find(field.input.value, document.documentElement.lang);
    var waits = !shown.full && field.ready !== 'all';
    field.list.fill(shown.list.slice(0, LIMIT).map(function (r) { return option(r, field.data); }));
    field.list.open(shown.list.length > 0);
    if (waits) {
      load_more(field);
      if (field.ready !== 'all') return;
    }
    var partly = field.partly && !shown.full && field.input.value.trim();
    field.told.className = field.shown.list.length && !partly ? 'vh' : 'told';
    field.told.textContent = partly ? field.data.partly : count_text(field);
    if (field.sent) submit(field);
  }

  /** Opens what is chosen or meant without doubt, or else the list. */
  function submit(field) {
    field.sent = false;
    var active = field.list.chosen();
    var result = active >= 0 ? field.shown.list[active] : field.shown.sure;
    if (result) return go(result, field.data);
    field.input.focus();
    if (!field.shown.list.length) return;
    field.list.open(true);
    field.list.choose(0);
  }

  function listen(field) {
    field.input.addEventListener('input', function () {
      field.sent = false;
      show(field);
    });
    field.input.addEventListener('compositionstart', function () {
      if (field.ready === 'nothing') load(field.data.search, function () {});
    });
    field.input.addEventListener('blur', function () { field.list.open(false); });
    field.input.addEventListener('keydown', function (e) { press(field.list, e); });
    field.form.addEventListener('submit', function (e) {
      if (field.ready === 'failed' || !field.input.value.trim()) return;
      e.preventDefault();
      if (field.list.chosen() >= 0) return submit(field);
      field.sent = true;
      show(field);
    });
  }

  function enhance(form) {
    var input = form.querySelector('input');
    var field = {
      form: form, data: form.dataset, input: input,
      list: list_under(input, form.dataset.list),
      told: element('p', { class: 'vh', role: 'status' }),
      ready: 'nothing',   // nothing, areas, all; failed
      partly: false,      // whether all that could come are areas
      shown: { list: [], sure: null, full: true },
      sent: false         // Enter was pressed before all that was needed had come
    };
    input.parentNode.after(field.told);
    listen(field);

    var asked_for = new URLSearchParams(location.search).get('q');
    if (asked_for) {
      input.value = asked_for;
      show(field);
    }
  }

  Array.prototype.forEach.call(document.querySelectorAll('form.find[data-search]'), enhance);
})();
