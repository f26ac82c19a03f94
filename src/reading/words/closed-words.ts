// The words that never begin or make up a name, and the capital letter that a name begins with.
import type { Token } from '../marks.ts';

/** Lists of the lexicon whose words are no part of a name. */
export const CLOSED_LISTS = [
  'determiners',
  'prepositions',
  'conjunctions',
  'subordinators',
  'months',
  'weekdays',
  'pronouns',
  'titles',
] as const;

/** Plain letters are told by their code: a regular expression a word costs much more. */
export const startsCapital = (text: string): boolean => {
  const code = text.charCodeAt(0);
  return code < 128 ? code >= 65 && code <= 90 : /^\p{Lu}/u.test(text);
};

export const isCapital = (token: Token | undefined): boolean =>
  token !== undefined && token.type === 'word' && startsCapital(token.text);
