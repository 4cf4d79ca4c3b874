// Charts of the page for comparing. Of Vega only what they need; expressions are interpreted, never evaluated as code
// (vega-interpreter), so they run under `script-src 'self'`. The page loads this when a chart comes into view.
import { changeset, transforms } from 'vega-dataflow';
import { axisticks, datajoin, encode, scale } from 'vega-encode';
import { expressionInterpreter } from 'vega-interpreter';
import { aggregate, bin, collect, extent, filter, formula, multiextent, proxy, relay, sieve, window as windowed } from 'vega-transforms';
import { View } from 'vega-view';
import { bound, mark, overlap, render, viewlayout } from 'vega-view-transforms';

Object.assign(transforms, {
  aggregate, axisticks, bin, bound, collect, datajoin, encode, extent, filter, formula, mark, multiextent, overlap, proxy, relay, render, scale,
  sieve, viewlayout, window: windowed,
});

/** A chart in `element`, from a dataflow of templates/compare/. `pick(datum)` and `tell(text)` answer to the pointer. */
function chart(dataflow, element, { pick, tell }) {
  const view = new View(dataflow, { expr: expressionInterpreter, renderer: 'svg', hover: false, logLevel: 0 });
  view.tooltip((handler, event, item, text) => tell(text ?? ''));
  view.addEventListener('click', (event, item) => { if (item?.datum?.code) pick(item.datum); });
  view.initialize(element);
  return {
    /** Draws rows and signals; resolves when all stands. */
    show(rows, signals) {
      for (const [name, value] of Object.entries(signals)) if (name !== 'width' && name !== 'height') view.signal(name, value);
      if (signals.width) view.width(signals.width);
      if (signals.height) view.height(signals.height);
      return view.change('areas', changeset().remove(() => true).insert(rows)).runAsync();
    },
    svg: () => view.toSVG(),
    end: () => view.finalize(),
  };
}

window.yokotenCompare.charts(chart);
