// Numbers and shares before a place: "in at least eleven of Ashford's wards".
import { numberOf } from './numbers.ts';
import { isIn, isInAny, isVerbForm, type SentenceView, wordAt } from './view-sentence.ts';

/** "in at least eleven of Ashford's wards", "in parts of Ashford", "in the north of the district": behind the number or share; `at` itself where none is. */
export const afterAmount = (view: SentenceView, at: number): number => {
  for (let i = at; i < at + 5; i++) {
    if (view.markAt[i] !== undefined || isVerbForm(view, i)) return at;
    const counts = numberOf([wordAt(view, i - 1)], view.lexicon) !== null || isInAny(view, SHARES, i - 1);
    if (i > at && counts && isIn(view, 'partLinks', i)) return i + 1;
  }
  return at;
};

const SHARES = ['directions', 'partialWords', 'relativeMost', 'shareNouns', 'wholeShares', 'partNouns'];
