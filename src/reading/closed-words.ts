// The words that never begin or make up a name, and the capital letter that a name begins with.
import type { Token } from './marks.ts';

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

export const isCapital = (token: Token | undefined): boolean =>
  token !== undefined && token.type === 'word' && /^\p{Lu}/u.test(token.text);
