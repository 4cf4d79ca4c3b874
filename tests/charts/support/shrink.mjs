// Makes a specification that fails smaller as long as it fails in the same way.

const most_trials = 250;

/** Yields copies of a value, each with one thing less: half of an array, an element, a property, or a property's inside. */
function* smaller(value) {
  if (Array.isArray(value)) {
    if (value.length > 3) yield value.slice(0, Math.ceil(value.length / 2));
    if (value.length > 3) yield value.slice(Math.ceil(value.length / 2));
    for (let at = 0; at < value.length; at += 1) yield value.filter((_, other) => other !== at);
  } else if (value !== null && typeof value === 'object') {
    const keys = Object.keys(value);
    for (const key of keys) yield Object.fromEntries(keys.filter((other) => other !== key).map((other) => [other, value[other]]));
    for (const key of keys) for (const less of smaller(value[key])) yield { ...value, [key]: less };
    return;
  } else return;
  for (let at = 0; at < value.length; at += 1) for (const less of smaller(value[at])) yield value.map((own, other) => (other === at ? less : own));
}

/** Returns the smallest specification found for which `fails` still resolves to true. */
export async function shrunk(spec, fails) {
  let smallest = spec;
  let trials = 0;
  for (let found = true; found;) {
    found = false;
    for (const candidate of smaller(smallest)) {
      if ((trials += 1) > most_trials) return smallest;
      if (!await fails(candidate)) continue;
      smallest = candidate;
      found = true;
      break;
    }
  }
  return smallest;
}
