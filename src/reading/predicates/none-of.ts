// Subjects that say no themselves: "None of the three has fallen", "not one soldier has surrendered", "no district".
// Invariant: "no fewer than nine" weighs a number and denies nothing.
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import { isIn, phraseLength, type SentenceView, wordAt } from '../words/view-sentence.ts';

/** "NONE OF them", "NO PART OF it", "NOT ONE STREET OF it": where what it is of begins; -1 for another no. */
const pastNoneOf = (view: SentenceView, at: number): number => {
  const one = phraseLength(view, 'notOne', at);
  const none = isIn(view, 'negativeWords', at) ? 1 : 0;
  if (one + none === 0) return -1;
  const part = one > 0 || isIn(view, 'partNouns', at + none) ? 1 : 0;
  const of = at + (one > 0 ? one : none) + part;
  return isIn(view, 'partLinks', of) ? of + 1 : -1;
};

/** "None of the three, A, B and C, has fallen": the no stands before what the subject's names are told of. */
export const isNoneOf = ({ view, verbAt }: Parse, subjectFrom: number): boolean => {
  for (let at = subjectFrom - 1; at >= 0; at--) {
    if (pastNoneOf(view, at) > 0) return true;
    if (isIn(view, 'negativeWords', at)) return false;
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

/** "NO DANGER threatens A", "NO ORDERS were given": a thing that is no side and no place, right before its verb. */
export const isNoThing = ({ view, phraseAt }: Parse, { from, infinitive, gerund }: VerbGroup): boolean => {
  const phrase = phraseAt[from - 1];
  if (phrase === undefined || infinitive || gerund || phrase.actor !== null || phrase.places !== null) return false;
  return saysNo(view, phrase.from) || saysNo(view, phrase.from - 1);
};
