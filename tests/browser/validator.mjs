// html-validate with the rules that our pages keep.
import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    'long-title': 'off', // a rule for western text: Japanese titles hold an official name
    // A table's scrolling box is a named region, but no section of the text.
    'prefer-native-element': ['error', { exclude: ['region'] }],
    // Lines break at blanks, not between a hyphen and a digit.
    'tel-non-breaking': ['error', { characters: [{ pattern: ' ', replacement: '&nbsp;', description: 'non-breaking space' }] }],
    'no-trailing-whitespace': 'off', // no reader sees it
    'void-style': 'off', // SVG closes its empty elements, HTML does not
  },
});

/** Returns the errors of a page's text, a line each. */
export function markup_errors(html) {
  return validator.validateStringSync(html).results.flatMap(({ messages }) => messages).filter(({ severity }) => severity === 2)
    .map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId} ${message}`);
}
