// axe in a page: what it finds by WCAG 2.2 A and AA.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const grave = new Set(['serious', 'critical']);

/** Brings axe into a page; the page's own policy is not asked, as nothing is added to the document. */
export const bring_axe = (page) => page.evaluate(source);

/** Returns what axe says of a page that it was brought into: { violations, passes, incomplete }, rules with their first elements. */
export async function ask_axe(page) {
  const { violations, passes, incomplete } = await page.evaluate((values) => window.axe.run({
    runOnly: { type: 'tag', values }, resultTypes: ['violations', 'incomplete'] }), tags);
  const rules = (list) => list.map(({ id, impact, tags: of, nodes }) => ({ id, impact, tags: of, count: nodes.length,
    elements: nodes.slice(0, 3).map((node) => `${node.html.slice(0, 160)} (${node.any[0]?.message ?? node.failureSummary ?? node.all[0]?.message})`) }));
  return { violations: rules(violations), passes: rules(passes), incomplete: rules(incomplete) };
}

/** Returns `rule: element` for each serious or critical violation. */
export const grave_of = ({ violations }) => violations.filter(({ impact }) => grave.has(impact))
  .flatMap(({ id, elements }) => elements.map((each) => `${id}: ${each}`));
