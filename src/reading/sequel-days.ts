// The day of what follows what has one: "A fell on Monday, FOLLOWED BY B".
// Invariant: a day is never carried on to what only came after it; it bounds it.
import type { When } from '../model/time.ts';
import type { DateMark, Draft, Predicate } from './marks.ts';

/** From the day of the first to that of the telling; null where nothing follows, or it has a day of its own. */
export const sequelWhen = (
  { report, theatre }: Draft,
  { start }: Predicate,
  told: When,
  date: DateMark,
): When | null => {
  if (date.end > start) return null;
  const between = report.text.slice(date.end, start).toLowerCase();
  if (!theatre.lexicon.list('sequelWords').some((words) => between.includes(words))) return null;
  return { ...told, earliest: date.when.earliest, precision: 'about', basis: 'implied' };
};
