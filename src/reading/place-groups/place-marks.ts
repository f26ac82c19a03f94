// The marks that a place as said is made of: a name or a noun at a word, and the first of them over describing words.
// Invariant: a verb's form is never passed over.
import type { PlaceMark, ScopeMark } from '../marks.ts';
import { isFiller, isIn, isVerbForm, type SentenceView } from '../words/view-sentence.ts';

export const placeAt = (view: SentenceView, at: number): PlaceMark | null => {
  const mark = view.markAt[at];
  return mark?.type === 'place' && mark.from === at ? mark : null;
};

export const nounAt = (view: SentenceView, at: number): ScopeMark | null => {
  const mark = view.markAt[at];
  return mark?.type === 'scope' && mark.from === at ? mark : null;
};

/** The first mark at or after `at`, over at most `most` describing words. */
export const markFrom = (view: SentenceView, at: number, most: number): number => {
  let i = at;
  while (
    i < at + most &&
    placeAt(view, i) === null &&
    nounAt(view, i) === null &&
    isFiller(view, i) &&
    (!isVerbForm(view, i) || isIn(view, 'describingParticiples', i))
  )
    i++;
  return placeAt(view, i) !== null || nounAt(view, i) !== null ? i : -1;
};

/** "Ashford's airport", "the airport at Ashford": the one that bears the town's name. */
export const isAirport = ({ kind, plural, definite }: ScopeMark): boolean => kind === 'airport' && !plural && definite;
