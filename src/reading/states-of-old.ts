// States of another time: "took A, which had been held by the rebels", "once controlled A".
// Invariant: asks of the verb's own helpers and adverbs; "once again" is of today.
import { relativeBefore } from './clause-bounds.ts';
import type { VerbGroup } from './find-verb-groups.ts';
import type { Parse } from './parse.ts';
import { isIn, isInAny, type SentenceView } from './view-sentence.ts';

/** "took A, which had been held by the rebels": the state that a deed has ended. */
export const isEnded = (parse: Parse, verb: VerbGroup): boolean =>
  verb.perfect && isIn(parse.view, 'pastHelpers', verb.from) && relativeBefore(parse, verb) >= 0;

/** "was ONCE rebel territory", "is a FORMER stronghold": said behind a form of "be". */
const isCalledFormer = (view: SentenceView, head: number): boolean =>
  isIn(view, 'be', head) &&
  ((isIn(view, 'formerAdverbs', head + 1) && !isInAny(view, ['againWords', 'moreWords'], head + 2)) ||
    (isIn(view, 'indefiniteArticles', head + 1) && isIn(view, 'formerWords', head + 2)));

/** "once controlled A", "the town it formerly held": a state of another time. */
export const isOfOldTimes = (view: SentenceView, { from, head }: VerbGroup): boolean =>
  isCalledFormer(view, head) ||
  view.tokens
    .slice(0, head)
    .some(
      (_, at) =>
        at >= from - 1 && isIn(view, 'formerAdverbs', at) && !isInAny(view, ['againWords', 'moreWords'], at + 1),
    );
