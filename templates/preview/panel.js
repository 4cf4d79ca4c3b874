// Only in `yokoten serve`: shows what is wrong with the publication, and loads the page again when its site was made anew.
(function () {
  'use strict';
  // What the page was made from: it may have changed since, before this runs.
  var shown = Number(document.currentScript.dataset.shown);
  var panel = document.createElement('aside');
  panel.className = 'yokoten-panel';
  panel.setAttribute('aria-live', 'polite');
  panel.setAttribute('aria-label', 'yokoten serve');
  panel.hidden = true;

  function element(name, text, parent) {
    var made = document.createElement(name);
    made.textContent = text;
    parent.appendChild(made);
    return made;
  }

  function place_of(finding) {
    return [finding.file, finding.row, finding.column].filter(Boolean).join(':');
  }

  function show(state) {
    var open = panel.querySelector('details');
    var was_open = open ? open.open : false;
    panel.textContent = '';
    panel.hidden = state.findings.length === 0 && !state.note;
    if (panel.hidden) return;
    if (state.findings.length === 0) { element('p', state.note, panel); return; }
    var errors = state.findings.filter(function (each) { return each.level === 'error'; }).length;
    var details = element('details', '', panel);
    details.open = was_open || errors > 0;
    element('summary', (errors ? 'error ' + errors + ', ' : '') + 'warning ' + (state.findings.length - errors), details);
    if (state.note) element('p', state.note, details);
    var list = element('ol', '', details);
    state.findings.forEach(function (finding) {
      var item = element('li', '', list);
      item.className = finding.level;
      element('code', place_of(finding), item);
      element('b', finding.level + ' ' + finding.code, item);
      element('span', finding.message, item);
    });
  }

  // A browser keeps few connections to a server: only pages that are looked at hold one. The first
  // state of a stream is the newest, so what changed meanwhile is seen when the page is.
  var events = null;
  function listen() {
    if (document.hidden === (events === null)) return;
    if (document.hidden) { events.close(); events = null; return; }
    events = new EventSource('/_yokoten/events');
    events.addEventListener('state', function (event) {
      var state = JSON.parse(event.data);
      if (state.shown !== shown) { location.reload(); return; }
      panel.lang = state.language;
      show(state);
    });
  }

  document.body.appendChild(panel);
  document.addEventListener('visibilitychange', listen);
  listen();
}());
