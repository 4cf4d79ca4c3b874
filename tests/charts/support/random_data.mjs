// Rows for random specifications: fields k and g (categories), o (ordered), t (dates), a b c (numbers).

const pools = [
  ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'],
  ['訪問介護', '通所介護', '小規模多機能型居宅介護', '特定施設', '認知症対応型共同生活介護', '居宅', '短期入所'],
  ['A', 'b', 'C c', 'd-e', 'F&G', 'h', 'long label in English', 'i'],
  ['10', '9', '100', '1', '2', '21', '3'],
];
const ordered = [['2019年度', '2020年度', '2021年度', '2022年度', '2023年度'], [1, 2, 3, 4, 5, 10], ['小', '中', '大']];
const steps = { // from one date to the next
  month: (i) => new Date(Date.UTC(2022, i, 1)).toISOString().slice(0, 10),
  quarter: (i) => new Date(Date.UTC(2020, 3 * i + 3, 1)).toISOString().slice(0, 10),
  year: (i) => String(2008 + i),
  day: (i) => new Date(Date.UTC(2024, 1, 20 + i)).toISOString().slice(0, 10),
  week: (i) => Date.UTC(2023, 10, 6 + 7 * i),
  hour: (i) => new Date(Date.UTC(2024, 4, 1, 3 * i)).toISOString(),
};
const numbers = {
  share: (r) => r.between(0, 100),
  count: (r) => r.whole(0, 900),
  signed: (r) => r.between(-60, 80),
  below_zero: (r) => r.between(-90, -5),
  huge: (r) => r.whole(1, 40) * 1e8 + r.whole(0, 9999),
  tiny: (r) => r.whole(1, 900) * 1e-8,
  far_from_zero: (r) => r.between(1000, 1012, 2),
  fraction: (r) => r.between(0, 1, 4),
  equal: () => 42,
  zeros: (r) => (r.often(0.5) ? 0 : r.whole(0, 3)),
};
const positive = { share: (r) => r.between(0.5, 100), decades: (r) => Number((10 ** r.between(-3, 6, 3)).toPrecision(4)), narrow: (r) => r.between(20, 45) };

/** Returns a maker of one number after another; `above_zero` for logarithms. */
function number_maker(r, above_zero) {
  const make = above_zero ? r.pick(Object.values(positive)) : r.pick(Object.values(numbers));
  const missing = r.often(0.25) ? r.pick([0.1, 0.3, 1]) : 0;
  return () => (r.often(missing === 1 ? 0.9 : missing) ? null : make(r));
}

/** Returns rows and the categories that stand in them; `series` has a row for each k and date or group. */
export function random_rows(r, { above_zero = false, series = false } = {}) {
  const k = r.shuffled(r.pick(pools)).slice(0, r.whole(1, 7));
  const g = r.shuffled(pools[0]).slice(0, r.whole(1, 4));
  const o = r.pick(ordered);
  const date = r.pick(Object.values(steps));
  const [a, b, c] = [number_maker(r, above_zero), number_maker(r, above_zero), number_maker(r, false)];
  const row = (i, group) => ({ k: k[i % k.length], g: group, o: o[i % o.length], t: date(i), a: a(), b: b(), c: c() });
  const count = r.often(0.05) ? 0 : r.often(0.1) ? 1 : r.whole(2, 14);
  const whole = series ? g.flatMap((group) => Array.from({ length: count }, (_, i) => row(i, group)))
    : Array.from({ length: count }, (_, i) => row(i, r.pick(g)));
  const rows = r.often(0.2) ? whole.filter(() => r.often(0.8)) : whole;
  return { rows: r.often(0.2) ? r.shuffled(rows) : rows, k, g, o };
}

/** Returns a closed ring of so many corners around a place, clockwise as seen from above. */
function ring(r, longitude, latitude, size) {
  const corners = r.whole(3, 14);
  const places = Array.from({ length: corners }, (_, at) => {
    const [angle, far] = [-2 * Math.PI * at / corners, size * r.between(0.5, 1, 3)];
    return [Number((longitude + far * Math.cos(angle)).toFixed(4)), Number((latitude + far * Math.sin(angle)).toFixed(4))];
  });
  return [...places, places[0]];
}

/** Returns features of made-up islands near Japan, or spread over half the world. */
export function random_features(r) {
  const spread = r.often(0.2) ? 5 : 1;
  const island = () => [ring(r, 136 + spread * r.between(-6, 6), 36 + spread * r.between(-5, 5), spread * r.between(0.2, 3, 2))];
  return Array.from({ length: r.whole(1, 5) }, (_, at) => {
    const is_many = r.often(0.3);
    return {
      type: 'Feature', properties: { name: `島${at + 1}`, v: r.often(0.1) ? null : r.between(0, 100) },
      geometry: is_many ? { type: 'MultiPolygon', coordinates: [island(), island()] } : { type: 'Polygon', coordinates: island() },
    };
  });
}
