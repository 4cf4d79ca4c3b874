// Indicators, cases, model projects and centres: found by pairs of letters of their titles and words.
import MiniSearch from 'minisearch';
import { joined, pairs } from './letters.js';
import { tiers } from './tiers.js';

const least_share = 0.6; // of what was typed, where nothing holds all of it

const is_open = (term) => /^[a-z0-9]/.test(term) || term.length === 1;

export class Texts {
  /** `texts`: {title, words} in the order of results. */
  constructor(texts) {
    this.texts = texts;
    this.titles = texts.map(({ title }) => joined(title));
    this.index = new MiniSearch({
      fields: ['title', 'words'], tokenize: pairs, processTerm: (term) => term,
      searchOptions: { boost: { title: 3 }, prefix: is_open },
    });
    this.index.addAll(texts.map(({ title, words }, id) => ({ id, title, words })));
  }

  /** Returns {text, tier, score} of all texts that fit what was typed. */
  find(typed) {
    const wanted = joined(typed);
    const asked = new Set(pairs(typed)).size;
    if (!asked) return [];
    let hits = this.index.search(typed, { combineWith: 'AND' });
    const all = hits.length > 0;
    if (!all) hits = this.index.search(typed).filter(({ queryTerms }) => asked > 2 && queryTerms.length >= asked * least_share);
    return hits.map(({ id, score }) => ({ text: this.texts[id], tier: all ? this.tier(this.titles[id], wanted) : tiers.similar, score }));
  }

  tier(title, wanted) {
    if (title === wanted) return tiers.whole;
    if (title.startsWith(wanted)) return tiers.begins;
    return title.includes(wanted) ? tiers.inside : tiers.about;
  }
}
