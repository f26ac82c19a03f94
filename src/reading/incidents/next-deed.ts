// "The second wounded three", "Another killed a guard": a deed of the kind told last, named by its number alone.
// Invariant: the subject has no noun of its own; "the first" is the one already told.
import { subjectPhrase } from '../clauses/find-subject.ts';
import { isIn, isInAny } from '../words/view-sentence.ts';
import type { Found } from './incident-cues.ts';

const BARE = ['determiners', 'deedOrdinals', 'deedOnes', 'furtherWords'];

/** Whether who or what did it is only "the second", "another one". */
export const isNextDeed = ({ cue, losses, parse }: Found): boolean => {
  const { view, verbAt } = parse;
  const verb = cue.verb ?? (losses === null ? undefined : verbAt[losses.at]);
  const subject = verb == null || verb.passive ? null : subjectPhrase(parse, verb);
  if (subject === null || subject.to - subject.from > 3) return false;
  const words = Array.from({ length: subject.to - subject.from }, (_, i) => subject.from + i);
  return (
    words.every((at) => isInAny(view, BARE, at)) &&
    words.some((at) => isIn(view, 'deedOrdinals', at) || isIn(view, 'furtherWords', at))
  );
};
