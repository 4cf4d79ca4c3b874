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

  function enhance(form) {
    var data = form.dataset;
    var input = form.querySelector('input');
    var id = input.id + '-list';
    var list = element('ul', { id: id, role: 'listbox', 'aria-label': data.list, hidden: '' });
    var told = element('p', { class: 'vh', role: 'status' });
    var ready = 'nothing';   // nothing, areas, all; failed
    var shown = { list: [], sure: null, full: true };
    var active = -1;
    var sent = false;        // Enter was pressed before all that was needed had come
    input.parentNode.appendChild(list);
    input.parentNode.after(told);
    [['role', 'combobox'], ['aria-autocomplete', 'list'], ['aria-expanded', 'false'],
      ['aria-controls', id]].forEach(function (a) { input.setAttribute(a[0], a[1]); });

    /** Each stands on the one before. */
    function load_areas() {
      load(data.search, function (failed) {
        if (failed) return fail();
        load(data.areas, function (failed_too) {
          if (failed_too) return fail();
          if (ready === 'nothing') ready = 'areas';
          show();
        });
      });
    }

    function load_more() {
      load(data.more, function () {
        ready = 'all';
        var chosen = active < 0 ? null : shown.list[active].path;
        show();
        choose_again(chosen);
      });
    }

    // Nothing to search in: the form leads to the index of areas, as without scripts.
    function fail() {
      ready = 'failed';
      if (sent) form.submit();
    }

    function is_open() { return !list.hidden; }

    function open(yes) {
      list.hidden = !yes;
      input.setAttribute('aria-expanded', String(yes));
      choose(-1);
    }

    function choose(index) {
      active = index;
      Array.prototype.forEach.call(list.children, function (o, i) {
        o.setAttribute('aria-selected', String(i === index));
      });
      if (index < 0) return input.removeAttribute('aria-activedescendant');
      input.setAttribute('aria-activedescendant', id + index);
      if (list.children[index].scrollIntoView) list.children[index].scrollIntoView({ block: 'nearest' });
    }

    /** What was chosen before more came stays chosen, wherever it stands now. */
    function choose_again(path) {
      for (var i = 0; path !== null && i < list.children.length; i += 1)
        if (shown.list[i].path === path) return choose(i);
    }

    /** 旧 岩舟町、現在は栃木市; wards and all others by their name. */
    function label(result) {
      return result.was ? filled(data.former, [result.name, result.now]) : result.name;
    }

    function note(result) {
      if (!result.now || result.was) return result.note;
      return result.note + ' ' + filled(data.ward, [result.now]);
    }

    function option(result, index) {
      var made = element('li', { id: id + index, role: 'option', 'aria-selected': 'false' });
      made.appendChild(element('span', { class: 'what' }, label(result)));
      made.appendChild(document.createTextNode(' '));
      if (result.japanese) {
        made.appendChild(element('small', { lang: 'ja' }, result.japanese));
        made.appendChild(document.createTextNode(' '));
      }
      made.appendChild(element('small', {}, note(result)));
      made.appendChild(document.createTextNode(' '));
      made.appendChild(element('small', { class: 'kind' }, data['kind' + result.kind[0].toUpperCase() + result.kind.slice(1)]));
      made.addEventListener('click', function () { go(result); });
      return made;
    }

    function count_text() {
      var count = shown.list.length;
      if (!input.value.trim()) return '';
      if (!count) return data.none;
      return filled(data[count > LIMIT ? 'many' : 'count'], [count, LIMIT]);
    }

    /** Shows what fits as far as it is there, and loads what is missing; areas are found without the rest too. */
    function show() {
      if (ready === 'failed') return;
      if (ready === 'nothing') return input.value.trim() ? load_areas() : undefined;
      shown = window.yokotenSearch.find(input.value, document.documentElement.lang);
      var waits = !shown.full && ready !== 'all';
      list.textContent = '';
      shown.list.slice(0, LIMIT).forEach(function (r, i) { list.appendChild(option(r, i)); });
      open(shown.list.length > 0);
      if (waits) {
        load_more();
        if (ready !== 'all') return;
      }
      told.className = shown.list.length ? 'vh' : 'told';
      told.textContent = count_text();
      if (sent) submit();
    }

    /** From file:// a folder shows its listing, hence the file's name. */
    function go(result) {
      var parts = result.path.split('#');
      location.href = data.root + parts[0] + (location.protocol === 'file:' ? 'index.html' : '') +
        (parts[1] ? '#' + parts[1] : '');
    }

    /** Opens what is chosen or meant without doubt, or else the list. */
    function submit() {
      sent = false;
      var result = active >= 0 ? shown.list[active] : shown.sure;
      if (result) return go(result);
      input.focus();
      if (!shown.list.length) return;
      open(true);
      choose(0);
    }

    input.addEventListener('input', function () {
      sent = false;
      show();
    });
    input.addEventListener('compositionstart', function () { if (ready === 'nothing') load(data.search, function () {}); });
    input.addEventListener('blur', function () { open(false); });
    list.addEventListener('mousedown', function (e) { e.preventDefault(); });
    input.addEventListener('keydown', function (e) {
      var count = list.children.length;
      // Keys belong to the input method while it composes; some browsers say so by the number 229 only.
      if (e.isComposing || e.keyCode === 229) return;
      if (e.key === 'Escape' && is_open()) {
        open(false);
        e.preventDefault();
      } else if ((e.key === 'ArrowDown' || e.key === 'ArrowUp') && count) {
        var step = e.key === 'ArrowDown' ? 1 : -1;
        if (e.altKey) {
          open(step > 0);
        } else {
          if (!is_open()) open(true);
          choose(active < 0 && step < 0 ? count - 1 : (active + step + count) % count);
        }
        e.preventDefault();
      } else if (e.key === 'Home' || e.key === 'End' || e.key === 'ArrowLeft' || e.key === 'ArrowRight') {
        choose(-1); // the cursor moves in the text again
      }
    });
    form.addEventListener('submit', function (e) {
      if (ready === 'failed' || !input.value.trim()) return;
      e.preventDefault();
      if (active >= 0) return submit();
      sent = true;
      show();
    });

    var asked_for = new URLSearchParams(location.search).get('q');
    if (asked_for) {
      input.value = asked_for;
      show();
    }
  }

  Array.prototype.forEach.call(document.querySelectorAll('form.find[data-search]'), enhance);
})();
