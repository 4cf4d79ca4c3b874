// Charts that answer: the nearest mark says its words under a pointer or a finger, and arrow keys
// step from mark to mark. Reads the labels that the marks already carry; without this file the
// picture, its title and its table say the same. Styles are set through the object model only.
(function () {
  'use strict';
  var REACH = 32; // px within which a mark answers
  var KEYS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
  var tip = null;
  var shown = null;
  var held = false; // by keys: the words move along when the page does

  function start() {
    tip = document.createElement('div');
    tip.className = 'tip';
    tip.hidden = true;
    tip.setAttribute('role', 'status');
    document.body.appendChild(tip);
    document.querySelectorAll('svg.chart').forEach(attend);
    document.addEventListener('keydown', function (e) { if (e.key === 'Escape') show(null); });
    addEventListener('scroll', function () { if (held) place(); else show(null); }, { passive: true });
  }

  function show(mark, keys) {
    held = !!mark && !!keys;
    if (mark === shown) return;
    if (shown) shown.classList.remove('on');
    shown = mark;
    tip.hidden = !mark;
    if (!mark) return;
    mark.classList.add('on');
    tip.textContent = mark.getAttribute('aria-label');
    place();
  }

  function place() {
    var box = shown.getBoundingClientRect();
    var left = box.left + box.width / 2 - tip.offsetWidth / 2;
    var above = box.top - tip.offsetHeight - 8;
    var most = document.documentElement.clientWidth - tip.offsetWidth - 8;
    tip.style.left = Math.max(8, Math.min(left, most)) + 'px';
    tip.style.top = (above < 8 ? box.bottom + 8 : above) + 'px';
  }

  /** How far a point lies outside of a box. */
  function away(box, x, y) {
    return Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
  }

  function nearest(marks, x, y) {
    var best = null;
    var least = REACH;
    marks.forEach(function (mark) {
      var d = away(mark.getBoundingClientRect(), x, y);
      if (d < least) { least = d; best = mark; }
    });
    return best;
  }

  function attend(svg) {
    var marks = [].slice.call(svg.querySelectorAll('[aria-label]'));
    if (!marks.length || !svg.getClientRects().length && !svg.closest('.map')) return;
    name(svg);
    var waiting = false;
    function point(e) {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(function () { waiting = false; show(nearest(marks, e.clientX, e.clientY)); });
    }
    svg.addEventListener('pointermove', point);
    svg.addEventListener('pointerdown', point);
    svg.addEventListener('pointerleave', function (e) { if (e.pointerType === 'mouse') show(null); });
    svg.addEventListener('focusin', function (e) { if (marks.indexOf(e.target) >= 0) show(e.target, true); });
    svg.addEventListener('focusout', function () { show(null); });
    svg.addEventListener('keydown', function (e) { step(marks, e); });
    if (!svg.querySelector('a')) svg.setAttribute('tabindex', '0');
  }

  /** The picture keeps its name, but no longer as the browser's own tooltip. */
  function name(svg) {
    var title = svg.querySelector('title');
    if (!title || title.parentNode !== svg) return;
    svg.setAttribute('aria-label', title.textContent);
    title.remove();
  }

  function step(marks, e) {
    var at = marks.indexOf(shown);
    var to = e.key === 'Home' ? 0 : e.key === 'End' ? marks.length - 1
      : KEYS[e.key] ? (at < 0 && KEYS[e.key] < 0 ? marks.length - 1 : at + KEYS[e.key]) : -2;
    if (to === -2) return;
    e.preventDefault();
    var mark = marks[(to + marks.length) % marks.length];
    if (mark.tagName === 'a') mark.focus();
    show(mark, true);
  }

  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
}());
