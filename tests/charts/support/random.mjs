// Chance that can be repeated: the same seed gives the same choices, whatever the machine.

/** Returns a source of choices for a seed (a whole number). */
export function chance(seed) {
  let state = (seed * 2654435761) >>> 0;
  const next = () => { // mulberry32
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (low, high) => low + Math.floor(next() * (high - low + 1));
  const pick = (list) => list[whole(0, list.length - 1)];
  const often = (share) => next() < share;
  return {
    next, whole, pick, often,
    between: (low, high, decimals = 1) => Number((low + next() * (high - low)).toFixed(decimals)),
    /** Some of a table of name → () => value, each with the same share. */
    some: (table, share) => Object.fromEntries(Object.entries(table).filter(() => often(share)).map(([name, make]) => [name, make()])),
    shuffled: (list) => list.map((value) => [next(), value]).sort(([a], [b]) => a - b).map(([, value]) => value),
  };
}
