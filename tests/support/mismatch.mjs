// What a case gives against what it has to give.
import { expectation, keep_actual, outcome } from './case.mjs';
import { pictures_of } from './pictures.mjs';
import { difference } from './tree.mjs';

const nothing = Buffer.alloc(0);
const most_shown = 5; // files whose difference is told

/** Returns what differs, with pictures of its pages (`options` are theirs); nothing where all is as expected. What came out is kept in `actual/`. */
export function mismatch(folder, options) {
  const expected = expectation(folder);
  const actual = outcome(folder);
  const wrong = [...expected.keys()].filter((name) => !actual.get(name)?.equals(expected.get(name)));
  keep_actual(folder, wrong.map((name) => [name, actual.get(name) ?? nothing]));
  if (wrong.length === 0) return undefined;
  const why = wrong.includes('exit') && !wrong.includes('stderr') ? [actual.get('stderr').toString()] : [];
  const shown = wrong.slice(0, most_shown).map((name) => difference(name, expected.get(name), actual.get(name) ?? nothing));
  return [`differs: ${wrong.join(' ')}`, ...pictures_of(folder, wrong, expected, options), ...why, ...shown].join('\n');
}
