// Weeks, months, years and weekends around the day of saying, in full and in part.
// Invariant: a stretch that the day of saying lies in ends on that day, unless what is said is to come.
import type { Day, Precision } from '../../model/time.ts';
import { addDays, daysBetween } from '../../model/time.ts';
import { monthEnd, monthStart, weekdayBefore, weekStart, yearOf } from './calendar.ts';
import type { DateMeaning, Part, Share, Stretch } from './date-values.ts';

/** A stretch in full, whatever has passed of it. */
export type Whole = (said: Day, ahead?: boolean) => Stretch | null;

export const week =
  (weeks: number): Whole =>
  (said) => {
    const from = addDays(weekStart(said), 7 * weeks);
    return { from, to: addDays(from, 6), precision: 'week' };
  };

export const month =
  (months: number): Whole =>
  (said) => ({ from: monthStart(said, months), to: monthEnd(said, months), precision: 'month' });

export const year =
  (years: number): Whole =>
  (said) =>
    ofYears(yearOf(said) + years, yearOf(said) + years);

export const ofYears = (from: number, to: number): Stretch => ({
  from: `${from}-01-01` as Day,
  to: `${to}-12-31` as Day,
  precision: 'month',
});

/** The latest weekend begun; of what is to come the next. */
export const weekend =
  (weeks: number): Whole =>
  (said) => {
    const from = addDays(weekdayBefore(6, said), 7 * weeks);
    return { from, to: addDays(from, 1), precision: 'about' };
  };

export const clipped = (whole: Stretch, said: Day): Stretch =>
  whole.from <= said && said < whole.to ? { ...whole, to: said } : whole;

export const running = (whole: Whole): DateMeaning => ({
  anchor: (said, ahead) => {
    const stretch = whole(said, ahead);
    return stretch && (ahead ? stretch : clipped(stretch, said));
  },
  needs: 'relative',
});

const SHARES: Readonly<Record<Share, readonly [number, number]>> = {
  ...{ 'first-half': [0, 2], 'second-half': [1, 2] },
  ...{ 'first-quarter': [0, 4], 'second-quarter': [1, 4], 'third-quarter': [2, 4], 'last-quarter': [3, 4] },
};

const isShare = (part: Part): part is Share => part in SHARES;

/** A half or a quarter: of a year by its months, else by its days. */
const shareIn = ({ from, to, precision }: Stretch, [nth, of]: readonly [number, number]): Stretch => {
  if (from.endsWith('-01-01') && to.endsWith('-12-31') && yearOf(from) === yearOf(to))
    return { from: monthStart(from, (nth * 12) / of), to: monthEnd(from, ((nth + 1) * 12) / of - 1), precision };
  const days = Math.floor((daysBetween(from, to) + 1) / of);
  return { from: addDays(from, nth * days), to: nth + 1 === of ? to : addDays(from, (nth + 1) * days - 1), precision };
};

const THIRDS: Readonly<Record<Exclude<Part, Share | 'last-day'>, readonly [number, number]>> = {
  ...{ early: [0, 1], middle: [1, 2], late: [2, 3] },
  ...{ 'first-week': [0, 1], 'second-week': [1, 2], 'third-week': [1, 2], 'last-week': [2, 3] },
};

const WEEKS: Readonly<Partial<Record<Part, number>>> = { 'first-week': 0, 'second-week': 1, 'third-week': 2 };

/** A month has no more days. */
const LONGEST_MONTH = 31;

/** "the second week of July": the 8th to the 14th; of what is no month there are no such weeks. */
const weekIn = ({ from, to }: Stretch, part: Part): Stretch | null => {
  const days = daysBetween(from, to) + 1;
  if (days > LONGEST_MONTH || days < LONGEST_MONTH - 3) return null;
  if (part === 'last-week') return { from: addDays(to, -6), to, precision: 'week' };
  const nth = WEEKS[part];
  return nth === undefined ? null : { from: addDays(from, 7 * nth), to: addDays(from, 7 * nth + 6), precision: 'week' };
};

/** A third of it; of a month the days 1 to 10, 11 to 20 and 21 to the last. */
export const third = (whole: Stretch, part: Part): Stretch => {
  if (part === 'last-day') return { from: whole.to, to: whole.to, precision: 'day' };
  if (isShare(part)) return shareIn(whole, SHARES[part]);
  const own = weekIn(whole, part);
  if (own !== null) return own;
  const { from, to, precision } = whole;
  const days = Math.floor((daysBetween(from, to) + 1) / 3);
  const [first, last] = THIRDS[part];
  const ends = last === 3 ? to : addDays(from, last * days - 1);
  const finer: Readonly<Partial<Record<Precision, Precision>>> = { week: 'about', month: days > 31 ? 'month' : 'week' };
  return { from: addDays(from, first * days), to: ends, precision: finer[precision] ?? precision };
};

export const inPart =
  (whole: Whole, part: Part): Whole =>
  (said, ahead) => {
    const stretch = whole(said, ahead);
    return stretch && third(stretch, part);
  };
