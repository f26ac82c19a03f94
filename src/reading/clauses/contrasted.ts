// "the Blues, NOT THE REDS, who took A", "the Blues RATHER THAN the Reds hold A": who is only named to be ruled out.
// Invariant: the phrase ruled out stands right behind the words that rule it out, and the one meant right before them.

import { phraseLength, wordAt } from '../words/view-sentence.ts';
import type { NounPhrase } from './noun-phrases.ts';
import type { Parse } from './parse.ts';

/** Words of "and not", "rather than". */
const LEAD = 2;

/** "in A, not one soldier": a side is ruled out by a side, a place by a place. */
const isLike = (one: NounPhrase, other: NounPhrase): boolean =>
  (one.actor !== null && other.actor !== null) || (one.places !== null && other.places !== null);

/** The phrase that is meant, where `phrase` is only ruled out; else null. */
export const meantBefore = ({ view, phraseAt }: Parse, phrase: NounPhrase): NounPhrase | null => {
  const { from } = phrase;
  for (let words = LEAD; words > 0; words--) {
    if (phraseLength(view, 'rulingOutLeads', from - words) !== words) continue;
    const at = from - words - 1;
    const meant = phraseAt[wordAt(view, at) === ',' ? at - 1 : at];
    return meant !== undefined && isLike(meant, phrase) ? meant : null;
  }
  return null;
};
