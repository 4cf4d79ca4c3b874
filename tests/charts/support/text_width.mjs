// How wide a text is, told alike to Vega and by generator/chart/: advances of Noto Sans CJK JP, regular.

// Of U+0020…U+007E, in thousandths of an em.
const ascii = [
  224, 324, 474, 555, 555, 921, 686, 279, 338, 338, 467, 555, 278, 347, 278, 392, 555, 555, 555,
  555, 555, 555, 555, 555, 555, 555, 278, 278, 555, 555, 555, 474, 946, 608, 657, 638, 688, 589,
  552, 689, 728, 293, 535, 645, 543, 812, 723, 742, 633, 742, 635, 596, 599, 721, 575, 878, 573,
  531, 603, 338, 392, 338, 555, 558, 606, 563, 618, 510, 620, 554, 325, 564, 607, 275, 276, 552,
  284, 926, 610, 606, 620, 620, 388, 468, 377, 607, 521, 802, 498, 521, 475, 338, 270, 338, 555];
const bold_factor = 1.05;

/** Returns the advance of a character in thousandths of an em. */
function advance(character) {
  const code = character.codePointAt(0);
  if (code < 0x20 || code === 0x2060 || code === 0x200b) return 0;
  if (code < 0x7f) return ascii[code - 0x20];
  if (code >= 0xff61 && code <= 0xff9f) return 500; // half-width kana
  return code >= 0x1100 ? 1000 : 600;
}

/** Returns the width of a text in em. */
export function width_in_em(text) {
  return [...text].reduce((sum, character) => sum + advance(character), 0) / 1000;
}

/** Returns the width in px of a text of a Vega text item, no wider than the item's limit. */
export function width_of_item(item, text) {
  const bold = item.fontWeight === 'bold' || item.fontWeight >= 600;
  const line = text == null ? '' : String(text).trim();
  const width = (item.fontSize ?? 11) * width_in_em(line) * (bold ? bold_factor : 1);
  return item.limit > 0 && width > item.limit ? item.limit : width;
}
