// A time between a subject and its verb: "The Reds ON MONDAY NIGHT took A", "A LATE MONDAY EVENING was lost", "ON JUNE 14".
// Invariant: a day, a month or an hour stands among its words; what else a phrase says is left to others.
import type { Parse } from './parse.ts';
import { isIn, isInAny, type SentenceView } from './view-sentence.ts';

/** "monday", "june" of "June 14", "am" of "2 am": what makes words a time. */
const isAnchor = (view: SentenceView, at: number): boolean => {
  if (view.markAt[at] !== undefined) return false;
  if (isInAny(view, ['weekdays', 'clockWords'], at)) return true;
  const dated = [at - 1, at + 1].some((i) => view.tokens[i]?.type === 'number');
  return isIn(view, 'months', at) && dated;
};

/** "night" of "Monday night", "14" of "June 14", "late" of "late Monday". */
const isBeside = (view: SentenceView, at: number): boolean =>
  view.markAt[at] === undefined &&
  (view.tokens[at]?.type === 'number' || isInAny(view, ['timeNouns', 'timeAdjectives', 'timeApproximators'], at));

/** The last word before the time that ends at `at`; null where none does. */
export const beforeTimeAt = ({ view }: Parse, at: number): number | null => {
  let from = at;
  while (from >= 0 && (isAnchor(view, from) || isBeside(view, from))) from--;
  const anchored = view.tokens.slice(from + 1, at + 1).some((_, i) => isAnchor(view, from + 1 + i));
  if (!anchored || from < 0) return null;
  return isIn(view, 'prepositions', from) && !isIn(view, 'partLinks', from) ? from - 1 : from;
};
