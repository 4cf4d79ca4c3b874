// What an outsider can work out from sums: by elimination in exact fractions, and by closing in bounds.

const gcd = (a, b) => { while (b !== 0n) [a, b] = [b, a % b]; return a < 0n ? -a : a; };

class Fraction {
  constructor(top, bottom = 1n) {
    const shared = gcd(top, bottom) || 1n;
    const sign = bottom < 0n ? -1n : 1n;
    this.top = sign * top / shared;
    this.bottom = sign * bottom / shared;
  }
  minus(other) { return new Fraction(this.top * other.bottom - other.top * this.bottom, this.bottom * other.bottom); }
  times(other) { return new Fraction(this.top * other.top, this.bottom * other.bottom); }
  over(other) { return new Fraction(this.top * other.bottom, this.bottom * other.top); }
  get is_zero() { return this.top === 0n; }
}

/**
 * Returns the unknowns that the sums alone fix. A sum is a Map from a cell's name to 1 or -1 whose terms add up to 0; of
 * the cells in `hidden` the attacker does not know the figure.
 */
export function fixed_by_elimination(sums, hidden) {
  const names = [...hidden];
  const column = new Map(names.map((name, at) => [name, at]));
  const rows = sums.map((sum) => {
    const row = Array.from(names, () => new Fraction(0n));
    for (const [name, factor] of sum) if (column.has(name)) row[column.get(name)] = new Fraction(BigInt(factor));
    return row;
  }).filter((row) => row.some((each) => !each.is_zero));
  let done = 0;
  for (let at = 0; at < names.length; at += 1) {
    const pivot = rows.findIndex((row, place) => place >= done && !row[at].is_zero);
    if (pivot < 0) continue;
    [rows[done], rows[pivot]] = [rows[pivot], rows[done]];
    rows[done] = rows[done].map((each) => each.over(rows[done][at]));
    for (let other = 0; other < rows.length; other += 1) {
      const times = rows[other][at];
      if (other === done || times.is_zero) continue;
      rows[other] = rows[other].map((each, place) => each.minus(times.times(rows[done][place])));
    }
    done += 1;
  }
  return rows.filter((row) => row.filter((each) => !each.is_zero).length === 1)
    .map((row) => names[row.findIndex((each) => !each.is_zero)]);
}

/**
 * Returns the interval of every hidden cell, where each sum bounds each of its cells by the others, until nothing moves.
 * `least` is known of each cell beforehand.
 */
export function bounds(sums, figures, hidden, least) {
  const low = new Map(), high = new Map();
  for (const [name, figure] of figures) {
    low.set(name, hidden.has(name) ? least.get(name) : figure);
    high.set(name, hidden.has(name) ? Infinity : figure);
  }
  for (let moved = true; moved;) {
    moved = false;
    for (const sum of sums) for (const [own, sign] of sum) {
      let least_of_others = 0, most_of_others = 0;
      for (const [name, factor] of sum) {
        if (name === own) continue;
        least_of_others += factor > 0 ? low.get(name) : -high.get(name);
        most_of_others += factor > 0 ? high.get(name) : -low.get(name);
      }
      const floor = sign > 0 ? -most_of_others : least_of_others;
      const roof = sign > 0 ? -least_of_others : most_of_others;
      if (floor > low.get(own)) { low.set(own, floor); moved = true; }
      if (roof < high.get(own)) { high.set(own, roof); moved = true; }
    }
  }
  return new Map([...hidden].map((name) => [name, [low.get(name), high.get(name)]]));
}
