// Elements, and words that came with the page.

/** An element with attributes (those that are null, false or undefined are left out) and children. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(key, value);
    else if (value !== null && value !== undefined && value !== false) made.setAttribute(key, value === true ? '' : value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== ''));
  return made;
}

/** Returns say(key, …): the words under `key` with their {} places filled from left to right. */
export const sayer = (words) => (key, ...values) => values.reduce((text, value) => text.replace('{}', () => value), words[key] ?? key);

/** 1,741 */
export const count_text = (count) => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

/** Fills an element anew and keeps the focus on what carries the same data-key. */
export function refill(parent, ...children) {
  const held = parent.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  parent.replaceChildren(...children.flat().filter((child) => child !== null && child !== ''));
  if (held) [...parent.querySelectorAll('[data-key]')].find((each) => each.dataset.key === held)?.focus({ preventScroll: true });
  return Boolean(held) && parent.contains(document.activeElement);
}

/** From a folder that is opened by double click a link needs the file's name. */
export const page_address = (root, path) => root + path + (location.protocol === 'file:' ? 'index.html' : '');
