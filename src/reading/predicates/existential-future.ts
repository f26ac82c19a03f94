// "There WILL BE no attack on A": a noun told of as what is to be, or is not to be.
// Invariant: nothing but what describes the noun, or says how many, stands between the verb and it.

import { isFiller, isIn, isInAny, type SentenceView } from '../words/view-sentence.ts';

/** Words of "be no further large-scale". */
const REACH = 5;

const COUNTED = ['negativeWords', 'determiners', 'zeroWords'] as const;

/** "there will be no", "there would be another", "there is to be no". */
export const isToBe = (view: SentenceView, at: number): boolean => {
  let be = at - 1;
  while (be > at - REACH && (isFiller(view, be) || isInAny(view, COUNTED, be)) && !isIn(view, 'be', be)) be--;
  if (!isIn(view, 'be', be)) return false;
  // "there WILL NOT be", "there will never be"
  while (isIn(view, 'negations', be - 1) && !isIn(view, 'modals', be - 1)) be--;
  const told = isIn(view, 'toWords', be - 1) && isIn(view, 'be', be - 2);
  const modal = isInAny(view, ['futureModals', 'pastFutureModals'], be - 1);
  return (told || modal) && isIn(view, 'existWords', be - (told ? 3 : 2));
};

/** Words of "has so far not been any further". */
const SAID = 9;

const BETWEEN = [...COUNTED, 'have', 'modals', 'verbAdverbs', 'toWords', 'goingForms', 'stillWords'];

/** "There HAS NOT BEEN any attack on A", "there WON'T be", "there will NEVER be": the no is of the verb, and of the noun behind it. */
export const isThereNot = (view: SentenceView, at: number): boolean => {
  let [is, no] = [false, false];
  for (let i = at - 1; i > at - SAID; i--) {
    if (isIn(view, 'existWords', i)) return is && no;
    is ||= isIn(view, 'be', i);
    no ||= isIn(view, 'negations', i);
    // "there was NO attack": said of the noun itself.
    if (!is && isIn(view, 'nounNegations', i)) return false;
    if (!isFiller(view, i) && !isInAny(view, ['be', 'negations', ...BETWEEN], i)) return false;
  }
  return false;
};
