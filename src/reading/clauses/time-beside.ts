// A time between a subject and its verb: "The Reds ON MONDAY NIGHT took A", "A LATE MONDAY EVENING was lost", "ON JUNE 14".
// Invariant: a day, a month or an hour stands among its words; what else a phrase says is left to others.

import { isAnchor, isBeside } from '../words/time-ahead.ts';
import { isIn } from '../words/view-sentence.ts';
import type { Parse } from './parse.ts';

/** The last word before the time that ends at `at`; null where none does. */
export const beforeTimeAt = ({ view }: Parse, at: number): number | null => {
  let from = at;
  while (from >= 0 && (isAnchor(view, from) || isBeside(view, from))) from--;
  const anchored = view.tokens.slice(from + 1, at + 1).some((_, i) => isAnchor(view, from + 1 + i));
  if (!anchored || from < 0) return null;
  return isIn(view, 'prepositions', from) && !isIn(view, 'partLinks', from) ? from - 1 : from;
};
