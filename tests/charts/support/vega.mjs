// Draws a specification with real Vega: times in UTC, texts as wide as this program takes them to be.
process.env.TZ = 'UTC';
const vega = await import('vega');
const { compile } = await import('vega-lite');
const { width_of_item } = await import('./text_width.mjs');

vega.textMetrics.width = width_of_item;
export const unmeasured = 640; // px; what `yokoten chart` takes a container to be

// What Vega warns of in specifications that mean what they say.
const harmless = [
  /^Can not resolve event source: window$/, // "container" outside a browser
  /^Dropping "fit-y" because spec has discrete height\.$/, // "container" with as many px as categories need
  /^Symbol legend count exceeds limit, filtering items\.$/, // more entries than a legend shows
  /^Infinite extent for field /, // no rows: there is nothing to take a domain from
  /^Domains that should be unioned has conflicting sort properties\./, // a layer of bars sorts stacked values, a layer of texts bare ones; the order is the same
];

/** Returns a logger as Vega and Vega-Lite want it, which keeps what it is told in `said`. */
function logger_into(said) {
  const keep = (...words) => {
    const line = words.map(String).join(' ');
    if (!harmless.some((known) => known.test(line))) said.push(line);
    return logger;
  };
  const pass = () => logger;
  const logger = { level: () => logger, error: keep, warn: keep, info: pass, debug: pass };
  return logger;
}

/** Whether a specification leaves its width to the column that it stands in. */
export const fills_its_column = (spec) => spec.width === 'container';

/** A column of so many px: without a browser there is no container that Vega could measure. */
function sized_for(spec, width) {
  if (!fills_its_column(spec)) return width === undefined ? spec : { ...spec, width };
  const autosize = typeof spec.autosize === 'string' ? { type: spec.autosize } : spec.autosize;
  return { ...spec, width: width ?? unmeasured, autosize: { type: 'fit-x', contains: 'padding', ...autosize } };
}

/**
 * Returns { svg, said }: the picture and what Vega warned of. `width` stands for the specification's
 * own, in px: of the plot, or of the whole picture where the specification says "container".
 */
export async function draw(spec, width) {
  const said = [];
  const logger = logger_into(said);
  const sized = sized_for(spec, width);
  const view = new vega.View(vega.parse(compile(structuredClone(sized), { logger }).spec), { renderer: 'none', logger });
  try {
    await view.runAsync();
    return { svg: await view.toSVG(), said };
  } finally {
    view.finalize();
  }
}
