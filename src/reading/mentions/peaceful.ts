// Reports of no war: elections, sport, trade, storms and films have sides, seizures and sieges of their own.
// Invariant: counted in different words over the whole report, so that one "goal" or "market" makes no report peaceful.
import type { Lexicon } from '../../model/lexicon.ts';
import type { Sentence } from '../marks.ts';

/** So many different words of peace make a report one, where words of war are few beside them. */
const PEACE_WORDS = 5;
const PEACE_TO_WAR = 2;

const wordsIn = (sentences: readonly Sentence[], lexicon: Lexicon, list: string): number =>
  new Set(sentences.flatMap(({ tokens }) => tokens.map(({ word }) => word)).filter((word) => lexicon.has(list, word)))
    .size;

/** True where nobody in the report bears arms, or where it is about something else. */
export const isPeaceful = (sentences: readonly Sentence[], lexicon: Lexicon): boolean => {
  const war = wordsIn(sentences, lexicon, 'warWords');
  const peace = wordsIn(sentences, lexicon, 'peaceWords');
  return war === 0 || (peace >= PEACE_WORDS && peace > war * PEACE_TO_WAR);
};
