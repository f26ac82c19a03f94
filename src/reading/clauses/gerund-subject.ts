// "TAKING A would open the road", "LEAVING A is the next step": what is done to a place is what the verb is told of, and not the place.
// Invariant: the gerund opens what is told; "rebels HOLDING A fled" has a subject before it.

import { isIn, wordAt } from '../words/view-sentence.ts';
import type { VerbGroup } from './find-verb-groups.ts';
import type { NounPhrase } from './noun-phrases.ts';
import type { Parse } from './parse.ts';
import { isTellingStart } from './telling-starts.ts';

/** Whether a place before a verb is only what an opening gerund is done to. */
export const isDoneToFirst = ({ view, verbAt }: Parse, { places, from, to }: NounPhrase, verb: VerbGroup): boolean => {
  const gerund = verbAt[from - 1];
  return (
    places !== null &&
    gerund?.gerund === true &&
    gerund.to === from &&
    gerund !== verb &&
    !verb.gerund &&
    to <= verb.from &&
    // "DENYING THAT A HAD FALLEN, he …": what is denied is a clause of its own.
    !isIn(view, 'clauseComplements', from) &&
    (gerund.from === 0 || isTellingStart(view, gerund.from)) &&
    !view.tokens.slice(to, verb.from).some((_, i) => wordAt(view, to + i) === ',')
  );
};
