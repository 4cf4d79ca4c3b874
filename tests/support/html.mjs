// What tests read from the text of a page: its ids, its links, and which of them lead nowhere.
import { posix } from 'node:path';

const entities = { '&amp;': '&', '&quot;': '"', '&#39;': "'", '&lt;': '<', '&gt;': '>' };
const plain = (text) => text.replace(/&(amp|quot|lt|gt|#39);/g, (entity) => entities[entity]);

/** Returns { tag, address } of everything a page links to or loads, in its order. */
export function links(html) {
  return [...html.matchAll(/<(?:[^<>"]|"[^"]*")*?\s(?:href|src|action)="([^"]*)"(?:[^<>"]|"[^"]*")*>/g)]
    .map(([tag, address]) => ({ tag, address: plain(address) }));
}

/** Returns the ids on a page. */
export function ids(html) {
  return [...html.matchAll(/<[^<>]*?\sid="([^"]*)"/g)].map(([, id]) => plain(id));
}

/** Returns the file below the site that `address` on page `from` means, and the part after #. */
export function target(from, address) {
  const [path, anchor = ''] = address.split('#');
  const bare = decodeURI(path.split('?')[0]);
  const joined = bare === '' ? from : posix.normalize(posix.join(posix.dirname(from), bare));
  const file = joined.endsWith('/') || joined === '.' ? posix.join(joined, 'index.html') : joined;
  return { file, anchor: decodeURIComponent(anchor) };
}

export const is_absolute = (address) => /^([a-z][a-z0-9+.-]*:|\/)/i.test(address);

/** Returns the relative addresses on a page for which `files` has no file. */
export function dead_links(html, page, files) {
  return links(html).map(({ address }) => address)
    .filter((address) => !is_absolute(address) && !files.has(target(page, address).file));
}
