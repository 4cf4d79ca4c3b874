// How texts are compared: letters as they are meant, not as they are typed.

// Letters as they were before 1946 or as families write them (廣島, 髙松), behind those that names of places have today. None of them
// stands in an official name: 鹿嶋市 is another city than 鹿島市.
const pairs_of_letters = (
  '壱壹 稲稻 隠隱 栄榮 塩鹽 桜櫻 奥奧 横橫 温溫 会會 楽樂 巻卷 関關 観觀 気氣 帰歸 狭狹 郷鄕 区區 恵惠 軽輕 芸藝 県縣 剣劍 検檢 広廣 国國 黒黑 糸絲 児兒 寿壽 渋澁 焼燒 縄繩 真眞 寝寢 穂穗 瀬瀨 静靜 摂攝 浅淺 双雙 壮壯 荘莊 巣巢 曽曾 総總 増增 蔵藏 属屬'
  + ' 対對 帯帶 台臺 滝瀧 沢澤 胆膽 当當 徳德 読讀 覇霸 売賣 発發 浜濱 払拂 辺邊 弁辨 宝寶 豊豐 万萬 満滿 弥彌 与與 予豫 余餘 様樣 来來 緑綠 礼禮 恋戀 郎郞 湾灣 島嶌 崎﨑 崎嵜 辺邉 高髙 浜濵 渋澀 富冨 竈竃 剣劒 峰峯 群羣 松枩 秋穐 淵渕 淵渊 吉𠮷 籠篭 砺礪'
  + ' 祢禰 亘亙 杉杦 梼檮 栃杤 栃橡 岩巖 岩嵒 岡崗 柏栢 芦蘆 須湏 並竝'
).split(' ').map((pair) => [...pair].reverse());
const modern = new Map(pairs_of_letters);
/** What each pair replaces: every letter once, since a Map would hold its last meaning only. */
export const old_letters = pairs_of_letters.map(([letter]) => letter);
const old = new RegExp(`[${[...modern.keys()].join('')}]`, 'gu');

/** Width, case, letter forms, hiragana or katakana and the two ways to write ヶ do not count. A mark that was typed apart belongs to its
 *  letter: か and ゛, in any width, are が. */
export function folded(text) {
  return text.replace(/[\u309b\uff9e]/g, '\u3099').replace(/[\u309c\uff9f]/g, '\u309a').normalize('NFKC').toLowerCase()
    .replace(/[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu, '').replace(old, (letter) => modern.get(letter))
    .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60)).replace(/\u3096/g, 'け');
}

/** The same without what stands between names: blanks, points, commas. */
export const joined = (text) => folded(text).replace(/[\s・,.、。]+/g, '');

/** The words of a text in Japanese, folded. */
export const words_of = (text) => folded(text).split(/[\s・,.、。()]+/).filter(Boolean);

/** What was typed so far without the half letter that an input method has not made kana of yet: よなg. */
export const settled = (text) => text.replace(/([ぁ-ゖァ-ヶー])[b-df-hj-np-tv-zｂ-ｄｆ-ｈｊ-ｎｐ-ｔｖ-ｚ]{1,2}$/i, '$1');

const without_accents = (text) => folded(text).normalize('NFD').replace(/[\u0300-\u036f]/g, '');

export const is_latin = (text) => /[a-z]/.test(without_accents(text)) && /^[a-z\s,.()'’ʼ`\u2010-\u2015-]+$/.test(without_accents(text));

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

// center, license, program, organization, labor: in one spelling, whichever a text or a reader has.
const spelled_twice = [[/^cent(?:er|re)(s?)$/, 'centre$1'], [/^(licen|defen|offen|practi)[cs]e/, '$1ce'], [/^(catalog|program)(?:ue|me)?(s?)$/, '$1$2'], [/([a-z]{2})iz(?=e|ing|ation)/, '$1is'], [/^(lab|fav|behavi|col|hon)our/, '$1or']];
const one_spelling = (word) => spelled_twice.reduce((text, [from, to]) => text.replace(from, to), word);

/** Pairs of neighbouring letters of Japanese, whole words of Latin letters and digits in one spelling. A letter keeps its marks. */
export function pairs(text) {
  return (folded(text).match(/[a-z0-9]+|[^\x00-\x2f\x3a-\x60\x7b-\x7f\p{P}\p{S}\s]+/gu) ?? []).flatMap((run) => {
    if (/^[a-z0-9]/.test(run)) return [one_spelling(run)];
    const letters = run.match(/\P{M}\p{M}*/gu) ?? [];
    return letters.length < 2 ? letters : letters.slice(1).map((letter, at) => letters[at] + letter);
  });
}
