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
  const told = isIn(view, 'toWords', be - 1) && isIn(view, 'be', be - 2);
  const modal = isInAny(view, ['futureModals', 'pastFutureModals'], be - 1);
  return (told || modal) && isIn(view, 'existWords', be - (told ? 3 : 2));
};
