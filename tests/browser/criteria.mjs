// The criteria of WCAG 2.2 A and AA, with 4.1.1 of 2.0, which JIS X 8341-3:2016 still has; and which of our questions speak of which.

/** Numbers in the order of the standard. */
export const criteria = [
  '1.1.1', '1.2.1', '1.2.2', '1.2.3', '1.2.4', '1.2.5', '1.3.1', '1.3.2', '1.3.3', '1.3.4', '1.3.5',
  '1.4.1', '1.4.2', '1.4.3', '1.4.4', '1.4.5', '1.4.10', '1.4.11', '1.4.12', '1.4.13',
  '2.1.1', '2.1.2', '2.1.4', '2.2.1', '2.2.2', '2.3.1',
  '2.4.1', '2.4.2', '2.4.3', '2.4.4', '2.4.5', '2.4.6', '2.4.7', '2.4.11',
  '2.5.1', '2.5.2', '2.5.3', '2.5.4', '2.5.7', '2.5.8',
  '3.1.1', '3.1.2', '3.2.1', '3.2.2', '3.2.3', '3.2.4', '3.2.6',
  '3.3.1', '3.3.2', '3.3.3', '3.3.4', '3.3.7', '3.3.8', '4.1.1', '4.1.2', '4.1.3',
];

/** What axe answers alone: a way past repeated parts, and the size of targets. */
export const decided_by_axe = ['2.4.1', '2.5.8'];

/**
 * Our questions: `speaks_of` criteria without deciding them, `decides` them where nothing is found, or shows that they
 * don't apply (`rules_out`). Names are those of the file and of the words of the page.
 */
export const questions = {
  reflow: { decides: ['1.4.10'] },
  zoom: { decides: ['1.4.4'] },
  spacing: { decides: ['1.4.12'] },
  orientation: { decides: ['1.3.4'] },
  keyboard: { speaks_of: ['2.1.1'], decides: ['2.1.2'] },
  'focus-order': { speaks_of: ['2.4.3'] },
  'focus-visible': { decides: ['2.4.7'] },
  'focus-not-covered': { decides: ['2.4.11'] },
  still: { rules_out: ['2.2.2', '2.3.1'] },
  markup: { decides: ['4.1.1'] },
  language: { decides: ['3.1.1'] },
  navigation: { decides: ['3.2.3', '3.2.6'] },
  ways: { decides: ['2.4.5'] },
  'no-media': { rules_out: ['1.2.1', '1.2.2', '1.2.3', '1.2.4', '1.2.5', '1.4.2'] },
  'no-pictures': { rules_out: ['1.4.5'] },
  'no-fields': { rules_out: ['1.3.5', '3.3.1', '3.3.3', '3.3.4', '3.3.7', '3.3.8'] },
  'no-device-motion': { rules_out: ['2.5.4'] },
  'forced-colours': {},
  'reduced-motion': {},
};

/** Returns the criteria that a rule of axe names by its tags: wcag143 is 1.4.3, wcag1410 is 1.4.10. */
export const criteria_of = (tags) => tags.flatMap((tag) => {
  const match = /^wcag(\d)(\d)(\d{1,2})$/.exec(tag);
  return match ? [match.slice(1).join('.')] : [];
});
