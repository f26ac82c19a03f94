// The days on which something changed: of the chosen place its periods' first days, else days with other counts than before.
import type { Day } from '../src/model/time.ts';
import type { DayAnswer, PeriodAnswer } from './answers.ts';

/** The first day of all is where the answer begins, not a change. */
export const changeDays = (
  days: readonly DayAnswer[],
  periods: readonly Pick<PeriodAnswer, 'from'>[] | null,
): readonly Day[] => {
  if (periods !== null) return periods.slice(1).map(({ from }) => from);
  const told = days.map(({ counts }) => JSON.stringify(counts));
  return days.filter((_, at) => at > 0 && told[at] !== told[at - 1]).map(({ on }) => on);
};

/** The nearest of them after a day, or before it; null where there is none. */
export const nextChange = (changes: readonly Day[], on: Day, way: 1 | -1): Day | null =>
  (way === 1 ? changes.find((day) => day > on) : changes.findLast((day) => day < on)) ?? null;
