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

/**
 * Returns say(key, …): the words under `key` with their places filled as the program fills its own (generator/model/words.cpp):
 * {} takes the next value, {2} value 2, {2|office|offices} one of two forms by value 2.
 */
export function sayer(words) {
  return (key, ...values) => {
    let next = 0;
    return (words[key] ?? key).replace(/\{(\d?)(?:\|([^|}]*)\|([^|}]*))?\}/g, (place, number, one, many) => {
      const value = number === '' ? values[next++] : values[number - 1];
      if (value === undefined) return place;
      return one === undefined ? value : value === '1' ? one : many;
    });
  };
}

/** 24.7%, 948事業所, 1 office: a number with the unit of its column. */
export function measured(number, { unit, one }, say) {
  if (!unit || unit === '%') return number + unit;
  return say('valued', number, number === '1' && one ? one : unit);
}

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
