// One point: an errand is laid down, disturbed once, and what stands afterwards is judged; then it is done undisturbed.
import { home } from '../support/yokoten.mjs';
import { lay, left } from './errands.mjs';
import { starved, struck, yokoten } from './runs.mjs';

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
const lines_of = (ended) => `${ended.stdout}\n${ended.stderr}`.split('\n');

/** What an errand comes to when nothing disturbs it: { old, goal, exit, said, names, calls, asked }. */
export async function undisturbed(errand, work) {
  await lay(errand, work);
  const old = errand.state(work);
  const ended = await struck(errand.args(work), { work, folders: errand.folders(work) });
  const clean = { old, goal: errand.state(work), exit: ended.exit, said: ended.stdout, lines: lines_of(ended), names: left(errand, work), calls: ended.calls };
  await lay(errand, work);
  const { asked } = await starved(errand.args(work), { work });
  return { ...clean, asked };
}

/** Whether each part of the state is what it was or what it is to be; parts that belong together, all of them. */
function is_whole(errand, clean, state) {
  if (!errand.apart) return same(state, clean.old) || same(state, clean.goal);
  return Object.keys(state).every((part) => state[part] === clean.old[part] || state[part] === clean.goal[part]);
}

/** Whether a line that an undisturbed run does not print names a file or folder; before its words are read, the program itself. */
const names_a_place = (clean, ended, work) => lines_of(ended).some((line) =>
  !clean.lines.includes(line) && ([work, home].some((folder) => line.includes(folder)) || line.startsWith('yokoten: error memory.out ')));

/** What is wrong with how a disturbed run ended; empty where nothing is. */
function misdeed(errand, clean, ended, state, work, may_be_absent) {
  const absent = may_be_absent && Object.values(state)[0] === 'absent';
  if (!is_whole(errand, clean, state) && !absent) return 'what stands is neither the old nor the new';
  if (ended.exit === 'SIGKILL') return '';
  if (ended.exit === 0 && clean.exit !== 0) return 'it ended with 0, and undisturbed it does not';
  if (ended.exit === 0 && !same(state, clean.goal)) return 'it ended with 0, and the new does not stand';
  if (ended.exit === 0 && errand.speaks && ended.stdout !== clean.said) return 'it ended with 0, and did not say the whole';
  const as_ever = ended.exit === clean.exit && same(state, clean.goal);
  if (ended.exit !== 0 && !as_ever && !names_a_place(clean, ended, work)) return `it ended with ${ended.exit} and named no place`;
  return '';
}

/** Does it undisturbed; what is wrong with that, empty where nothing is. */
async function mended(errand, clean, work) {
  if (errand.there_and_back && same(errand.state(work), clean.goal)) return '';
  const { exit, stderr } = await yokoten(errand.args(work));
  if (exit !== clean.exit) return `the next run ended with ${exit}: ${stderr}`;
  if (!same(errand.state(work), clean.goal)) return 'after the next run the new does not stand';
  const names = left(errand, work);
  return same(names, clean.names) ? '' : `after the next run there lies ${names.filter((name) => !clean.names.includes(name)).join(' ') || 'less than there should'}`;
}

/** How a point disturbs: kind → (errand, work, at, choice, how) → how it ended. */
export const disturbances = {
  kill: (errand, work, at) => struck(errand.args(work), { work, folders: errand.folders(work), at, kill: true }),
  'kill-plain': (errand, work, at) => struck(errand.args(work), { work, folders: errand.folders(work), at, kill: true, refuse: ['renameat2=EINVAL'] }),
  fail: (errand, work, at, choice, how) => struck(errand.args(work), { work, folders: errand.folders(work), at, choice, for_good: how === 'on' }),
  memory: (errand, work, at, _, how) => starved(errand.args(work), { work, at, for_good: how === 'on' }),
};

/** A point as a word, by which it can be done again: build-over/fail/120/2/once. */
export const point = (name, kind, at, choice = 0, how = 'once') => [name, kind, at, choice, how].join('/');

/** Disturbs an errand at a point; resolves to { point, wrong, ended, state, struck }: `wrong` is empty where all is well. */
export async function disturbed(errand, clean, word, work) {
  const [, kind, at, choice, how] = word.split('/');
  await lay(errand, work);
  const ended = await disturbances[kind](errand, work, Number(at), Number(choice), how);
  const state = errand.state(work);
  const wrong = misdeed(errand, clean, ended, state, work, kind === 'kill-plain') || (await mended(errand, clean, work));
  return { point: word, wrong, ended, state };
}
