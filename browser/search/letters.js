// How texts are compared: letters as they are meant, not as they are typed.

/** Width, case, hiragana or katakana and the two ways to write ヶ do not count. A mark that was typed apart belongs to its
 *  letter: か and ゛, in any width, are が. */
export function folded(text) {
  return text.replace(/[\u309b\uff9e]/g, '\u3099').replace(/[\u309c\uff9f]/g, '\u309a').normalize('NFKC').toLowerCase()
    .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60)).replace(/\u3096/g, 'け');
}

/** The same without what stands between names: blanks, points, commas. */
export const joined = (text) => folded(text).replace(/[\s・,.、。]+/g, '');

/** What was typed so far without the half letter that an input method has not made kana of yet: よなg. */
export const settled = (text) => text.replace(/([ぁ-ゖァ-ヶー])[b-df-hj-np-tv-zｂ-ｄｆ-ｈｊ-ｎｐ-ｔｖ-ｚ]{1,2}$/i, '$1');

const without_accents = (text) => folded(text).normalize('NFD').replace(/[\u0300-\u036f]/g, '');

export const is_latin = (text) => /[a-z]/.test(without_accents(text)) && /^[a-z\s,.'’ʼ`\u2010-\u2015-]+$/.test(without_accents(text));

// Each makes one letter of what Hepburn, Kunrei and keyboards write in several ways; the order matters.
const spellings = [
  [/[^a-z]/g, ''], [/l/g, 'r'], [/v/g, 'b'],
  [/[tc](?=ch)/g, 't'], [/ch/g, 'ty'], [/c$/, 't'], [/sh/g, 'sy'], [/j/g, 'zy'], [/yy/g, 'y'], [/y(?=i)/g, ''],
  [/([stz])y$/, '$1'], [/ts/g, 't'], [/dz/g, 'z'], [/d(?=[iuy])/g, 'z'], [/f(?=u|$)/g, 'h'], [/wo/g, 'o'],
  [/m(?=[bmp])/g, 'n'], [/n+/g, 'n'],
  [/oh(?![aiueo])/g, 'o'], [/o[ou]+/g, 'o'], [/([aiue])\1+/g, '$1'],
];

/** Romaji in one spelling, for comparing: shi and si, tsu and tu, ō, ou, oo and oh, n' and nn are the same. */
export const romaji = (text) => spellings.reduce((word, [from, to]) => word.replace(from, to), without_accents(text));

/** Pairs of neighbouring letters of Japanese, whole words of Latin letters and digits. A letter keeps its marks. */
export function pairs(text) {
  return (folded(text).match(/[a-z0-9]+|[^\x00-\x2f\x3a-\x60\x7b-\x7f\p{P}\p{S}\s]+/gu) ?? []).flatMap((run) => {
    if (/^[a-z0-9]/.test(run)) return [run];
    const letters = run.match(/\P{M}\p{M}*/gu) ?? [];
    return letters.length < 2 ? letters : letters.slice(1).map((letter, at) => letters[at] + letter);
  });
}
