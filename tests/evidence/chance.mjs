// Chance that a seed decides.

/** Returns { below(n), pick(list) } of a generator that the seed and a word decide (mulberry32). */
export function chance(seed, word = '') {
  let state = seed >>> 0;
  for (const letter of word) state = Math.imul(state ^ letter.codePointAt(0), 0x01000193) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count) => Math.floor(next() * count);
  return { below, pick: (list) => list[below(list.length)] };
}

/** Returns `count` of the items in their order, chosen by chance; all where there are not more. */
export function sample(items, count, { below }) {
  if (items.length <= count) return items;
  const chosen = new Set();
  while (chosen.size < count) chosen.add(below(items.length));
  return [...chosen].sort((a, b) => a - b).map((at) => items[at]);
}
