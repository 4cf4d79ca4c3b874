// Search for an area, as a combobox with a list (WAI-ARIA). Without this file the form is sent to
// the index of areas. A classic script: modules and fetch do not work from file://.
(function () {
  'use strict';
  var LIMIT = 8;
  var areas = null;
  var waiting = [];

  /** The index calls this: [[name, reading, "31/312029", name of the prefecture], …]. */
  window.yokotenAreas = function (list) {
    areas = list.map(function (a) {
      return { name: a[0], reading: a[1], path: a[2], in: a[3],
        keys: [fold(a[0]), fold(a[1])], full: fold((a[3] || '') + a[0]) };
    });
    waiting.forEach(function (f) { f(); });
    waiting = [];
  };

  /** Width, case, kana and the two ways to write ヶ do not count. */
  function fold(text) {
    return (text || '').normalize('NFKC').toLowerCase().replace(/[\s・]/g, '')
      .replace(/[ァ-ヶ]/g, function (c) { return String.fromCharCode(c.charCodeAt(0) - 0x60); })
      .replace(/ゖ/g, 'け');
  }

  /** 0 the whole name or reading, 1 its beginning, 2 a part of it, 3 no match. */
  function grade(area, wanted) {
    var best = 3;
    area.keys.forEach(function (key) {
      var at = key.indexOf(wanted);
      if (at >= 0) best = Math.min(best, key === wanted ? 0 : at ? 2 : 1);
    });
    return best === 3 && area.in && area.full.indexOf(wanted) === 0 &&
      wanted.length > fold(area.in).length ? 1 : best;
  }

  /** All matches, best first, in the order of the index within a grade. */
  function match(text) {
    var wanted = fold(text);
    var found = [[], [], []];
    if (wanted) {
      areas.forEach(function (a) {
        var g = grade(a, wanted);
        if (g < 3) found[g].push(a);
      });
    }
    found.sure = found[0].length === 1 ? found[0][0] : null;
    var all = found[0].concat(found[1], found[2]);
    all.sure = found.sure || (all.length === 1 ? all[0] : null);
    return all;
  }

  function element(name, attributes, text) {
    var made = document.createElement(name);
    Object.keys(attributes).forEach(function (k) { made.setAttribute(k, attributes[k]); });
    if (text) made.textContent = text;
    return made;
  }

  function enhance(form) {
    var input = form.querySelector('input');
    var id = input.id + '-list';
    var list = element('ul', { id: id, role: 'listbox', 'aria-label': form.dataset.list, hidden: '' });
    var told = element('p', { class: 'vh', role: 'status' });
    var shown = [];
    var active = -1;
    input.parentNode.appendChild(list);
    input.parentNode.after(told);
    [['role', 'combobox'], ['aria-autocomplete', 'list'], ['aria-expanded', 'false'],
      ['aria-controls', id]].forEach(function (a) { input.setAttribute(a[0], a[1]); });

    function load() {
      if (areas || form.dataset.asked) return;
      form.dataset.asked = 'yes';
      waiting.push(show);
      document.head.appendChild(element('script', { src: form.dataset.index }));
    }

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
      if (index < 0) input.removeAttribute('aria-activedescendant');
      else input.setAttribute('aria-activedescendant', id + index);
    }

    function show() {
      if (!areas) return load();
      shown = match(input.value);
      list.textContent = '';
      shown.slice(0, LIMIT).forEach(function (a, i) {
        var option = element('li', { id: id + i, role: 'option' }, a.name);
        option.appendChild(element('small', {}, a.reading + (a.in ? ' ' + a.in : '')));
        option.addEventListener('click', function () { go(a); });
        list.appendChild(option);
      });
      open(shown.length > 0);
      told.className = shown.length ? 'vh' : 'told';
      told.textContent = !fold(input.value) ? '' : !shown.length ? form.dataset.none :
        form.dataset[shown.length > LIMIT ? 'many' : 'count'].replace('{}', shown.length).replace('{}', LIMIT);
    }

    /** From file:// a folder shows its listing, hence the file's name. */
    function go(area) {
      location.href = form.dataset.root + 'areas/' + area.path + '/' +
        (location.protocol === 'file:' ? 'index.html' : '');
    }

    input.addEventListener('focus', load);
    input.addEventListener('input', show);
    input.addEventListener('blur', function () { open(false); });
    list.addEventListener('mousedown', function (e) { e.preventDefault(); });
    input.addEventListener('keydown', function (e) {
      var count = list.children.length;
      if (e.isComposing || e.keyCode === 229) return;
      if (e.key === 'Escape' && !list.hidden) {
        open(false);
        e.preventDefault();
      } else if ((e.key === 'ArrowDown' || e.key === 'ArrowUp') && count) {
        var step = e.key === 'ArrowDown' ? 1 : -1;
        if (list.hidden) open(true);
        choose(active < 0 && step < 0 ? count - 1 : (active + step + count) % count);
        e.preventDefault();
      }
    });
    form.addEventListener('submit', function (e) {
      if (!areas || !fold(input.value)) return;
      e.preventDefault();
      shown = match(input.value);
      var area = active >= 0 ? shown[active] : shown.sure;
      if (area) return go(area);
      if (list.hidden || !shown.length) show();
      input.focus();
      if (shown.length) choose(0);
    });

    var asked = new URLSearchParams(location.search).get('q');
    if (asked) {
      input.value = asked;
      load();
    }
  }

  Array.prototype.forEach.call(document.querySelectorAll('form.find[data-index]'), enhance);
})();
