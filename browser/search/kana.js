// Hiragana in Latin letters, roughly: letters.js brings all ways to write romaji down to one spelling, this one too.
const rows = {
  '': 'あいうえお', k: 'かきくけこ', s: 'さしすせそ', t: 'たちつてと', n: 'なにぬねの', h: 'はひふへほ', m: 'まみむめも', r: 'らりるれろ',
  g: 'がぎぐげご', z: 'ざじずぜぞ', d: 'だぢづでど', b: 'ばびぶべぼ', p: 'ぱぴぷぺぽ',
};
const letters = new Map([['や', 'ya'], ['ゆ', 'yu'], ['よ', 'yo'], ['わ', 'wa'], ['を', 'o'], ['ん', 'n']]);
for (const [consonant, row] of Object.entries(rows)) [...row].forEach((kana, at) => letters.set(kana, consonant + 'aiueo'[at]));

const small = 'ぁぃぅぇぉゃゅょ';
const behind = ['a', 'i', 'u', 'e', 'o', 'ya', 'yu', 'yo'];

export function latin(kana) {
  let out = '';
  let doubled = false;
  for (const letter of kana) {
    if (letter === 'っ') { doubled = true; continue; }
    if (letter === 'ー') { out += out.slice(-1); continue; }
    const glide = small.indexOf(letter);
    if (glide >= 0) { out = out.replace(/[aiueo]$/, '') + behind[glide]; continue; }
    const spelled = letters.get(letter) ?? letter;
    out += (doubled ? spelled[0] : '') + spelled;
    doubled = false;
  }
  return out;
}
