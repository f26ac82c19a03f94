// "THOSE WHO surrendered in A were freed", "those captured": people, where a place could be meant as well.
// Invariant: "these were liberated", of places told of before, has no such words behind it.
import type { NounPhrase } from '../clauses/noun-phrases.ts';
import { isIn, type SentenceView, wordAt } from '../words/view-sentence.ts';

export const arePersons = (view: SentenceView, { from, to, places }: NounPhrase): boolean =>
  places === null &&
  isIn(view, 'pointingWords', from) &&
  (isIn(view, 'personRelatives', to) || /ed$/.test(wordAt(view, to)));
