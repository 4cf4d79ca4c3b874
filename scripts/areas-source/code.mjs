// Codes of local governments (全国地方公共団体コード) and readings.

// Returns the six-digit code: the five digits and their check digit (JIS X 0402).
export function with_check_digit(five) {
  const sum = [...five].reduce((total, digit, at) => total + Number(digit) * (6 - at), 0);
  return five + String((11 - (sum % 11)) % 10);
}

// Returns the hiragana of a reading given in katakana, half or full width.
export function hiragana(kana) {
  const to_hiragana = (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60);
  return kana.normalize('NFKC').replace(/[ァ-ヶ]/g, to_hiragana);
}
