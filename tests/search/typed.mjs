// What people type for a reading, spelled here by tables of its own: the program's are not to vouch for themselves.
const rows = {
  '': 'あいうえお', k: 'かきくけこ', s: 'さしすせそ', t: 'たちつてと', n: 'なにぬねの', h: 'はひふへほ', m: 'まみむめも', y: 'や ゆ よ',
  r: 'らりるれろ', w: 'わ   を', g: 'がぎぐげご', z: 'ざじずぜぞ', d: 'だぢづでど', b: 'ばびぶべぼ', p: 'ぱぴぷぺぽ',
};
const kunrei_of = new Map(Object.entries(rows).flatMap(([consonant, line]) => [...line].map((kana, at) => [kana, consonant + 'aiueo'[at]])));
for (const [kana, letters] of [['ぢ', 'zi'], ['づ', 'zu'], ['を', 'o']]) kunrei_of.set(kana, letters);
const hepburn_of = new Map([...kunrei_of, ['し', 'shi'], ['ち', 'chi'], ['つ', 'tsu'], ['ふ', 'fu'], ['じ', 'ji'], ['ぢ', 'ji']]);
const glides = { ゃ: 'a', ゅ: 'u', ょ: 'o' };

function spelled(reading, table, glide, doubled) {
  let out = '';
  for (let at = 0; at < reading.length; at += 1) {
    const [kana, next] = [reading[at], reading[at + 1]];
    if (kana === 'っ') {
      out += doubled(table.get(next));
    } else if (kana === 'ん') {
      out += /[あいうえおやゆよ]/.test(next ?? '') ? "n'" : 'n';
    } else if (glides[next]) {
      out += glide(table.get(kana)) + glides[next];
      at += 1;
    } else {
      out += table.get(kana);
    }
  }
  return out;
}

/** 訓令式 with its long vowels as letters: とうきょう is toukyou. */
export const kunrei = (reading) => spelled(reading, kunrei_of, (letters) => letters.slice(0, -1) + 'y', (next) => next[0]);

/** ヘボン式 with its long vowels as letters: しんじゅく is shinjuku, こうべ koube. */
export const hepburn = (reading) => spelled(reading, hepburn_of,
  (letters) => (/^(sh|ch|j)/.test(letters) ? letters.slice(0, -1) : letters.slice(0, -1) + 'y'), (next) => (next.startsWith('ch') ? 't' : next[0]));

/** Long o and u by `mark`: ou, oo and uu become one letter of it. */
export const shortened = (romaji, mark = { o: 'o', u: 'u' }) => romaji.replace(/o[ou]+/g, mark.o).replace(/uu+/g, mark.u);

/** Katakana of any width and typed in any way as hiragana. */
export const hiragana = (text) => text.normalize('NFKC').replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));

export const katakana = (text) => text.replace(/[ぁ-ゖ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60));

const narrow = new Map();
for (let code = 0xff66; code <= 0xff9d; code += 1) narrow.set(String.fromCharCode(code).normalize('NFKC'), String.fromCharCode(code));

/** ﾖﾅｺﾞ: katakana of half width, whose marks stand apart. */
export const half_width = (text) => [...katakana(text).normalize('NFD')]
  .map((letter) => ({ '\u3099': 'ﾞ', '\u309a': 'ﾟ' })[letter] ?? narrow.get(letter) ?? letter).join('');

export const full_width = (text) => text.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
