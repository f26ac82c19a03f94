// Subjects that say no themselves: "None of the three has fallen", "not one soldier has surrendered", "no district".
// Invariant: "no fewer than nine" weighs a number and denies nothing.
import type { Parse } from '../clauses/parse.ts';
import { isIn, phraseLength, type SentenceView, wordAt } from '../words/view-sentence.ts';

/** "None of the three, A, B and C, has fallen": the no stands before what the subject's names are told of. */
export const isNoneOf = ({ view, verbAt }: Parse, subjectFrom: number): boolean => {
  for (let at = subjectFrom - 1; at >= 0; at--) {
    if (isIn(view, 'negativeWords', at)) return isIn(view, 'partLinks', at + 1);
    const word = wordAt(view, at);
    if (verbAt[at] !== undefined || (view.tokens[at]?.type === 'mark' && word !== ',' && word !== ':')) return false;
  }
  return false;
};

/** "no district"; "no fewer than nine" weighs a number and denies nothing. */
const saysNo = (view: SentenceView, at: number): boolean =>
  isIn(view, 'negativeWords', at) &&
  !['comparator:at least', 'comparator:at most'].some((list) => phraseLength(view, list, at) > 1);

/** "NOT ONE soldier has surrendered", "not a single post has fallen". */
const saysNotOne = (view: SentenceView, subjectFrom: number): boolean =>
  [0, 1, 2, 3].some((back) => {
    const length = phraseLength(view, 'notOne', subjectFrom - back);
    // "NOT ONE OF the soldiers"
    const of = isIn(view, 'partLinks', subjectFrom - 1) ? 1 : 0;
    return length > 0 && subjectFrom - back + length + of >= subjectFrom;
  });

export const opensWithNo = (view: SentenceView, subjectFrom: number): boolean =>
  subjectFrom >= 0 && (saysNo(view, subjectFrom) || saysNo(view, subjectFrom - 1) || saysNotOne(view, subjectFrom));
