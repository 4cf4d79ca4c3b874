// What is asked of the text of every page, without a browser. A question returns what is wrong with a page; those that
// rule criteria out return what there is of the kind.
const matches = (html, pattern) => [...html.matchAll(pattern)].map(([found]) => found.slice(0, 120));

/** Form controls that ask a reader for nothing but words to look for. */
const is_harmless = (control) => /^<input\b[^>]*type="search"/.test(control) || /^<textarea\b[^>]*\breadonly\b/.test(control);

/** Where a script puts form controls that the file does not have: the page on which readers compare. */
const made_by_script = /<div\b[^>]*\bid="explorer"[^>]*>/g;

const link_texts = (html) => [...html.matchAll(/<a\b[^>]*>(.*?)<\/a>/gs)].map(([, text]) => text.replace(/<[^>]*>/g, '').trim());
const part = (html, pattern) => pattern.exec(html)?.[0] ?? '';

/** Returns what a page offers to go elsewhere, in its order: { header, footer } as texts; nothing in a chart that stands alone. */
export function navigation_of(html) {
  const header = part(html, /<header class="site">.*?<\/header>/s);
  if (header === '') return undefined;
  return { header: link_texts(header).join(' | '), footer: link_texts(part(html, /<footer\b.*?<\/footer>/s)).join(' | ') };
}

export const of_texts = {
  'no-media': (html) => matches(html, /<(?:video|audio|object|embed|marquee|blink)\b[^>]*>/g),
  'no-pictures': (html) => matches(html, /<(?:img|canvas|picture)\b[^>]*>|<image\b[^>]*>/g),
  'no-fields': (html) => [...matches(html, /<(?:input|textarea|select)\b[^>]*>/g).filter((control) => !is_harmless(control)), ...matches(html, made_by_script)],
  language: (html) => (/<html lang="(?:ja|en)"/.test(html) ? [] : [html.slice(0, 120)]),
};

/** Whether a page leads to others by links and by a search; a chart that stands alone is no page of the site. */
export const has_ways = (html) => navigation_of(html) === undefined || (/<form\b[^>]*role="search"/.test(html) && navigation_of(html).header !== '');

export const of_styles = {
  orientation: (css) => matches(css, /@media[^{]*\borientation\b[^{]*/g),
  'no-pictures': (css) => matches(css, /url\([^)]*\)/g),
};
export const of_scripts = {
  'no-device-motion': (script) => matches(script, /devicemotion|deviceorientation|Accelerometer|Gyroscope/g),
  orientation: (script) => matches(script, /orientation\.lock/g),
};
