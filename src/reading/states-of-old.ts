// States of another time: "took A, which had been held by the rebels", "once controlled A".
// Invariant: asks of the verb's own helpers and adverbs; "once again" is of today.
import { relativeBefore } from './clause-bounds.ts';
import type { VerbGroup } from './find-verb-groups.ts';
import type { Parse } from './parse.ts';
import { isIn, isInAny, type SentenceView } from './view-sentence.ts';

/** "took A, which had been held by the rebels": the state that a deed has ended. */
export const isEnded = (parse: Parse, verb: VerbGroup): boolean =>
  verb.perfect && isIn(parse.view, 'pastHelpers', verb.from) && relativeBefore(parse, verb) >= 0;

/** "once controlled A", "the town it formerly held": a state of another time. */
export const isOfOldTimes = (view: SentenceView, { from, head }: VerbGroup): boolean =>
  view.tokens
    .slice(0, head)
    .some(
      (_, at) =>
        at >= from - 1 && isIn(view, 'formerAdverbs', at) && !isInAny(view, ['againWords', 'moreWords'], at + 1),
    );
