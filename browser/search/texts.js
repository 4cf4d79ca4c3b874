// Indicators, cases, model projects and centres: found by pairs of letters of their titles and words.
import MiniSearch from 'minisearch';
import { is_latin, joined, pairs, romaji } from './letters.js';
import { latin } from './kana.js';
import { tiers } from './tiers.js';

const least_share = 0.6; // of what was typed, where nothing holds all of it

const least_romaji = 3;

/** Returns what is left of a text from each of its words on. */
const tails = (words) => words.map((_, at) => words.slice(at).join(''));

/** Returns the hits of both lists, each text once, as what it fits best; of two that are as good the first. */
function better(hits, others) {
  const best = new Map(hits.map((hit) => [hit.text, hit]));
  for (const other of others) if (!(best.get(other.text)?.tier <= other.tier)) best.set(other.text, other);
  return [...best.values()];
}

const is_open = (term) => /^[a-z0-9]/.test(term) || term.length === 1;

export class Texts {
  /** `texts`: {title, words, reading} in the order of results. */
  constructor(texts) {
    this.texts = texts;
    this.titles = texts.map(({ title }) => joined(title));
    this.readings = texts.map(({ reading }) => tails(reading.split(' ').map(joined)));
    this.latin = texts.map(({ reading }) => tails(reading.split(' ').map((word) => romaji(latin(joined(word))))));
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
    const found = hits.map(({ id, score }) => ({ text: this.texts[id], tier: all ? this.tier(this.titles[id], wanted) : tiers.similar, score }));
    return better(found, this.by_reading(typed, wanted));
  }

  /** Returns the texts whose title is read as was typed, from the beginning of one of its words; short ones first. */
  by_reading(typed, wanted) {
    const is_romaji = is_latin(typed);
    const sounds = is_romaji ? romaji(typed) : wanted;
    if (is_romaji ? sounds.length < least_romaji : !/^[ぁ-ゖー]{2,}$/.test(sounds)) return [];
    return (is_romaji ? this.latin : this.readings).flatMap((all, id) => {
      const at = all.findIndex((tail) => tail.startsWith(sounds));
      if (at < 0) return [];
      const tier = at > 0 ? tiers.inside : all[0] === sounds ? tiers.otherwise : tiers.begins;
      return [{ text: this.texts[id], tier, score: 0 }];
    }).sort((a, b) => a.text.title.length - b.text.title.length);
  }

  tier(title, wanted) {
    if (title === wanted) return tiers.whole;
    if (title.startsWith(wanted)) return tiers.begins;
    return title.includes(wanted) ? tiers.inside : tiers.about;
  }
}
