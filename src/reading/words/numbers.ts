// Numbers as news writes them: "34", "2,300", "1.4 million", "twenty-three", "a dozen".
// Invariant: null where any word of it is no number.
import type { Lexicon } from '../../model/lexicon.ts';

const SCALES = [100, 1000, 1_000_000];
const LINKS = ['and', '-'];

const digitsOf = (word: string): number | null =>
  /^\d{1,3}(,\d{3})+(\.\d+)?$|^\d+(\.\d+)?$/.test(word) ? Number(word.replaceAll(',', '')) : null;

const valueOfWord = (word: string, lexicon: Lexicon): number | null => {
  const value = digitsOf(word) ?? lexicon.look('numbers', word);
  return value === null ? null : Number(value);
};

/** "twenty-three", "40": whether a word alone is a number. */
export const isNumberWord = (word: string, lexicon: Lexicon): boolean =>
  mayBeNumber(word, lexicon) && numberOf([word], lexicon) !== null;

/** Whether a number may begin with this word: nearly no word of a text is one, and the rest need not be taken apart. */
export const mayBeNumber = (word: string, lexicon: Lexicon): boolean => {
  const code = word.charCodeAt(0);
  if ((code >= 48 && code <= 57) || lexicon.look('numbers', word) !== null) return true;
  return word.includes('-');
};

/** Whether a number may go on with this word. */
export const mayGoOn = (word: string, lexicon: Lexicon): boolean => LINKS.includes(word) || mayBeNumber(word, lexicon);

/** "sixty and seventy" are two numbers, "sixty-seven" and "one hundred and seven" are one. */
const joins = (before: number, link: string | null, value: number): boolean => {
  if (link === 'and') return before >= 100 && before % 100 === 0 && value < before;
  if (SCALES.includes(value) || (value === 12 && before < 100)) return link === null;
  return value < before && before % (value < 10 ? 10 : 100) === 0;
};

/** "one hundred and twenty" → 120; `words` in lower case. */
export const numberOf = (words: readonly string[], lexicon: Lexicon): number | null => {
  if (!mayBeNumber(words[0] ?? '', lexicon)) return null;
  const spelled = words.some((one) => one.length > 1 && one.includes('-'))
    ? words.flatMap((one) => (one === '-' ? [one] : one.split('-')))
    : words;
  if (LINKS.includes(spelled[0] ?? '') || LINKS.includes(spelled.at(-1) ?? '')) return null;
  let total = 0;
  let part: number | null = null;
  let link: string | null = null;
  // "250,000 and 300,000", "two thousand and three thousand" are two numbers.
  let scale = Number.POSITIVE_INFINITY;
  for (const word of spelled) {
    if (LINKS.includes(word)) {
      link = word;
      continue;
    }
    const value = valueOfWord(word, lexicon);
    if (value === null || (part !== null && !joins(part, link, value))) return null;
    if (value >= scale || (part === null && total > 0 && digitsOf(word) !== null)) return null;
    // "two dozen", but "two hundred and twelve"
    const dozens = value === 12 && link === null && (part ?? 1) < 100;
    if (SCALES.includes(value) || dozens) part = (part ?? 1) * value;
    else part = (part ?? 0) + value;
    if (value >= 1000) {
      scale = value;
      total += part;
      part = null;
    }
    link = null;
  }
  return spelled.length === 0 ? null : total + (part ?? 0);
};

/** "first" → 1, "9th" → 9. */
export const ordinalOf = (word: string, lexicon: Lexicon): number | null => {
  const digits = /^(\d+)(st|nd|rd|th)$/.exec(word)?.[1];
  const value = digits ?? lexicon.look('ordinals', word);
  return value === null ? null : Number(value);
};

/** ""about half" of the districts": the mark that ends a quoted amount is passed over. */
export const pastMark = ({ tokens }: { readonly tokens: readonly { readonly word: string }[] }, at: number): number =>
  /^["“”]$/.test(tokens[at]?.word ?? '') ? at + 1 : at;
