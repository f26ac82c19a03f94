// A time that stands where something else could: "launched an assault ON WEDNESDAY on A", "LATE ON MONDAY the Reds took A".
// Invariant: a day, a month or an hour stands among its words; a time that has a preposition begins with it.
import { isIn, isInAny, type SentenceView } from './view-sentence.ts';

/** "monday", "june" of "June 14", "am" of "2 am": what makes words a time. */
export const isAnchor = (view: SentenceView, at: number): boolean => {
  if (view.markAt[at] !== undefined) return false;
  if (isInAny(view, ['weekdays', 'clockWords', 'dayAdverbs'], at)) return true;
  const dated = [at - 1, at + 1].some((i) => view.tokens[i]?.type === 'number');
  return isIn(view, 'months', at) && dated;
};

/** "night" of "Monday night", "14" of "June 14", "late" of "late Monday". */
export const isBeside = (view: SentenceView, at: number): boolean =>
  view.markAt[at] === undefined &&
  (view.tokens[at]?.type === 'number' || isInAny(view, ['timeNouns', 'timeAdjectives', 'timeApproximators'], at));

const TIME_LEADS = ['timeAdjectives', 'timeApproximators', 'definiteArticles'];

/** "on WEDNESDAY", "at DAWN", "in MARCH", "in the early HOURS": what a preposition before it makes a time. */
const isTimeWord = (view: SentenceView, at: number): boolean =>
  isAnchor(view, at) || (view.markAt[at] === undefined && isInAny(view, ['months', 'timeNouns'], at));

/** Behind the time that begins at `at` ("ON WEDNESDAY on the town", "AT DAWN against A", "LAST NIGHT from B"); `at` for none. */
export const behindTimeAt = (view: SentenceView, at: number): number => {
  // "given up on | Tuesday": a time that has a preposition begins with it.
  if (isIn(view, 'prepositions', at - 1)) return at;
  let to = at;
  while (isInAny(view, ['timeAdjectives', 'timeApproximators'], to)) to++;
  const led = isIn(view, 'prepositions', to) && !isIn(view, 'partLinks', to);
  if (led) to++;
  const leads = to;
  while (view.markAt[to] === undefined && isInAny(view, TIME_LEADS, to)) to++;
  const first = to;
  while (isTimeWord(view, to) || isBeside(view, to)) to++;
  // "NIGHT fell" is no time; "AT NIGHT", "THAT NIGHT" are.
  const opened = led || leads > at || first > at;
  const timed = view.tokens.slice(first, to).some((_, i) => (opened ? isTimeWord : isAnchor)(view, first + i));
  if (!timed) return at;
  return isIn(view, 'partLinks', to) ? Math.max(to, behindTimeOf(view, to)) : to;
};

/** "in the early hours OF TUESDAY" */
const behindTimeOf = (view: SentenceView, of: number): number => {
  let to = of + 1;
  while (isAnchor(view, to) || isBeside(view, to)) to++;
  return view.tokens.slice(of + 1, to).some((_, i) => isAnchor(view, of + 1 + i)) ? to : of;
};

/** "never took place ON MONDAY", "no longer AT DAWN": a time, and then the clause is over; "until Monday" says that it came about then. */
export const closesWithTime = (view: SentenceView, at: number): boolean => {
  const to = behindTimeAt(view, at);
  if (to === at || isIn(view, 'untilEnds', at)) return false;
  return view.tokens[to] === undefined || view.tokens[to].type === 'mark' || isIn(view, 'conjunctions', to);
};
