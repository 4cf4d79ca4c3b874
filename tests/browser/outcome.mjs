// From what was seen of pages to the outcome of each criterion, and the file that says it.
import { criteria, criteria_of, decided_by_axe, questions } from './criteria.mjs';

const most_examples = 3;

/** What was found by each question and rule, page by page. */
export class Tally {
  #asked = new Map(); // name of a question, or axe:rule → { pages, found, undecided, criteria }

  #of(name, speaks_of = []) {
    if (!this.#asked.has(name)) this.#asked.set(name, { pages: new Set(), found: [], undecided: 0, speaks_of });
    return this.#asked.get(name);
  }

  /** Notes that a question was asked of a page, and what was wrong there. */
  add(question, page, faults, undecided = 0) {
    if (!(question in questions)) throw new Error(`no such question: ${question}`);
    const entry = this.#of(question);
    entry.pages.add(page);
    entry.undecided += undecided;
    entry.found.push(...faults.map((fault) => `${page} ${question}: ${fault}`));
  }

  /** Notes what axe said of a page. */
  add_axe(page, { violations, passes, incomplete }) {
    for (const { id, tags } of [...violations, ...passes, ...incomplete]) this.#of(`axe:${id}`, criteria_of(tags)).pages.add(page);
    for (const { id, elements } of violations) this.#of(`axe:${id}`).found.push(...elements.map((each) => `${page} ${id}: ${each}`));
    for (const { id, count } of incomplete) this.#of(`axe:${id}`).undecided += count;
  }

  /** Everything that was found, a line each. */
  found() { return [...this.#asked.values()].flatMap(({ found }) => found); }

  /** What a question found: { pages, found }. */
  of_question(question) {
    const { pages, found } = this.#of(question);
    return { pages: pages.size, found: found.length };
  }

  #asked_of(number) {
    return [...this.#asked].filter(([name, { speaks_of }]) => speaks_of.includes(number)
      || ['speaks_of', 'decides', 'rules_out'].some((how) => questions[name]?.[how]?.includes(number)));
  }

  /**
   * Returns the outcome of a criterion: `not_met` where anything was found, `not_applicable` or `met` where a question that
   * shows it was asked and nothing was left undecided; else `open`, for a person to judge.
   */
  outcome(number) {
    const asked = this.#asked_of(number);
    const ruling = asked.filter(([name]) => questions[name]?.rules_out?.includes(number));
    // What a question looks for in order to rule a criterion out is no fault where it is there.
    const found = asked.filter((each) => !ruling.includes(each)).flatMap(([, entry]) => entry.found);
    const undecided = asked.reduce((sum, [, entry]) => sum + entry.undecided, 0);
    const decides = ([name, { pages }]) => pages.size > 0
      && (questions[name]?.decides?.includes(number) || (name.startsWith('axe:') && decided_by_axe.includes(number)));
    let result = 'open';
    if (found.length > 0) result = 'not_met';
    else if (ruling.length > 0 && ruling.every(([, entry]) => entry.pages.size > 0 && entry.found.length === 0)) result = 'not_applicable';
    else if (undecided === 0 && asked.some(decides)) result = 'met';
    const pages = new Set(asked.flatMap(([, entry]) => [...entry.pages].filter((page) => !page.startsWith('assets/'))));
    return { number, result, methods: asked.map(([name]) => name).sort(), pages: pages.size, found: found.length, undecided, examples: found.slice(0, most_examples) };
  }

  outcomes() { return criteria.map((number) => this.outcome(number)); }
}

const text = (value) => JSON.stringify(value.replace(/\p{Cc}+/gu, ' '));
const list = (values) => `[${values.map(text).join(', ')}]`;
const long_list = (values) => (values.length === 0 ? '[]' : `[\n${values.map((value) => `  ${text(value)},\n`).join('')}]`);

/** Where what people write begins in the file; the script keeps everything from there on as it stands. */
export const by_hand = '# ---- 人の判断（手で書く。scripts/accessibility はここから下を変えない）';

/** Returns the part of an accessibility.toml that is kept by hand. */
export function kept(file) {
  const at = file.indexOf(by_hand);
  if (at < 0 && /\[\[judged\]\]/.test(file)) throw new Error(`the file has judgements, but not the line that they stand below: ${by_hand}`);
  return at < 0 ? `${by_hand}\n` : file.slice(at);
}

/** Returns accessibility.toml: what was examined, its outcomes, and what is kept by hand. */
export function written({ date, program, seed, pages, kinds, sample, tools, tally }, hand) {
  const further = ['forced-colours', 'reduced-motion'].map((question) => ({ question, ...tally.of_question(question) }));
  const criterion = ({ number, result, methods, pages: count, found, undecided, examples }) => `[[criterion]]
number = ${text(number)}
result = ${text(result)}
methods = ${list(methods)}
pages = ${count}
found = ${found}
undecided = ${undecided}
${examples.length > 0 ? `examples = ${long_list(examples)}\n` : ''}`;
  return `# Written by scripts/accessibility down to the line of what is kept by hand; see generator/read/accessibility.md.
date = ${date}
program = ${text(program)}
tools = ${list(tools)}
pages = ${pages}
seed = ${seed}
kinds = ${long_list(kinds)}
sample = ${long_list(sample)}

${further.map(({ question, pages: count, found }) => `[[further]]\nmethod = ${text(question)}\npages = ${count}\nfound = ${found}\n`).join('\n')}
${tally.outcomes().map(criterion).join('\n')}
${hand}`;
}
