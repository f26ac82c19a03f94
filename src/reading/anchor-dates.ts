// What a date expression means on a report's day (reading guide, Dates). An undated report gets bounds, never a guess.
// Invariant: an anchor is a pure function of the day that it is said on; where two possible days disagree, both bound it.
import type { Theatre } from '../model/theatre.ts';
import type { Day, Precision, When } from '../model/time.ts';
import { addDays, daysBetween, weekdayOf } from '../model/time.ts';
import { dayOf, monthEnd, monthOf, monthStart, weekdayAfter, weekdayBefore, weekStart, yearOf } from './calendar.ts';

/** Inclusive at both ends. */
export interface Stretch {
  readonly from: Day;
  readonly to: Day;
  readonly precision: Precision;
}

/** Null where the expression names no day ("31 June"). */
export type Anchor = (said: Day) => Stretch | null;

export interface DateMeaning {
  readonly anchor: Anchor;
  /** 'absolute' needs no day of saying; 'yearless' needs only its year; 'relative' needs the day. */
  readonly needs: 'absolute' | 'yearless' | 'relative';
}

export const onlyDay = (day: Day | null, precision: Precision = 'day'): Stretch | null =>
  day === null ? null : { from: day, to: day, precision };

/** From `first` to `last` days after the day of saying; earlier days are negative. */
export const offset = (first: number, last: number, precision: Precision): DateMeaning => ({
  anchor: (said) => ({ from: addDays(said, first), to: addDays(said, last), precision }),
  needs: 'relative',
});

export const always = (stretch: Stretch | null): DateMeaning => ({ anchor: () => stretch, needs: 'absolute' });

export type Week = 'last' | 'next' | 'coming' | null;

/** "on Wednesday" is the latest Wednesday not after the report's day; "last" and "next" go by the week, Monday to Sunday. */
export const weekdayMeaning = (weekday: number, week: Week): DateMeaning => ({
  anchor: (said) => {
    if (week === null) return onlyDay(weekdayBefore(weekday, said));
    if (week === 'coming') return onlyDay(weekdayAfter(weekday, addDays(said, 1)));
    return onlyDay(weekdayAfter(weekday, addDays(weekStart(said), week === 'last' ? -7 : 7)));
  },
  needs: 'relative',
});

/** "on the 18th": the latest day of that number not after the day of saying. */
export const monthDayMeaning = (number: number): DateMeaning => ({
  anchor: (said) => {
    const days = [0, -1, -2].map((step) =>
      dayOf(yearOf(monthStart(said, step)), monthOf(monthStart(said, step)), number),
    );
    return onlyDay(days.find((day) => day !== null && day <= said) ?? null);
  },
  needs: 'relative',
});

/** How far ahead a day without a year may lie; beyond that the year before is meant. */
const AHEAD_DAYS = 92;

/** The report's year, the year before for a day more than three months ahead; a weekday that fits decides. */
export const yearlessMeaning = (month: number, day: number, weekday: number | null): DateMeaning => ({
  anchor: (said) => {
    const years = [0, -1, 1, -2, -3, -4].map((step) => dayOf(yearOf(said) + step, month, day));
    const [own] = years;
    const before = years.slice(1).find((one) => one && one <= said);
    const fitting = years.slice(0, 3).find((one) => one && weekday !== null && weekdayOf(one) === weekday);
    const near = own && daysBetween(said, own) <= AHEAD_DAYS ? own : before;
    return onlyDay(fitting ?? near ?? null);
  },
  needs: 'yearless',
});

const PARTS = { early: [1, 10], middle: [11, 20], late: [21, 31], whole: [1, 31] } as const;
export type MonthPart = keyof typeof PARTS;

/** A month or a third of it; the current month ends on the day of saying. A month still to come is last year's. */
export const monthMeaning = (month: number, part: MonthPart, year: number | null): DateMeaning => ({
  anchor: (said) => {
    const given = year ?? yearOf(said);
    const first = dayOf(given, month, 1);
    if (first === null) return null;
    const start = year === null && daysBetween(said, first) > AHEAD_DAYS ? dayOf(given - 1, month, 1) : first;
    if (start === null) return null;
    const [from, to] = PARTS[part];
    const last = [monthEnd(start), addDays(start, to - 1)].sort()[0] ?? start;
    const begins = addDays(start, from - 1);
    const ends = year === null && begins <= said && said < last ? said : last;
    return { from: begins, to: ends, precision: part === 'whole' ? 'month' : 'week' };
  },
  needs: year === null ? 'yearless' : 'absolute',
});

const UNANCHORED: When = { earliest: null, latest: null, precision: 'unknown', basis: 'stated' };

const whenOf = ({ from, to, precision }: Stretch): When => ({ earliest: from, latest: to, precision, basis: 'stated' });

/** Years of the theatre's period in which a yearless date may lie: one alone decides for an undated report; no end, none. */
const inPeriod = (anchor: Anchor, period: Theatre['period']): When => {
  const { from, until } = period;
  if (until === null) return UNANCHORED;
  const years = Array.from({ length: yearOf(until) - yearOf(from) + 1 }, (_, step) => yearOf(from) + step);
  const found = years.flatMap((year) => {
    const stretch = anchor(`${year}-12-31` as Day);
    return stretch && stretch.to >= from && stretch.from <= until ? [stretch] : [];
  });
  const [only, second] = found;
  return only && !second ? whenOf(only) : UNANCHORED;
};

/** Both bounds anchor the expression: where they agree it is known, else it lies between the two. */
const between = (anchor: Anchor, earliest: Day, latest: Day | null): When => {
  const first = anchor(earliest);
  const last = latest === null ? null : anchor(latest);
  if (first && last && first.from === last.from && first.to === last.to) return whenOf(first);
  return { earliest: first?.from ?? null, latest: last?.to ?? null, precision: 'unknown', basis: 'stated' };
};

/** What the expression means when it is said at `said` (a report's day or its bounds). */
export const anchorDate = ({ anchor, needs }: DateMeaning, said: When, period: Theatre['period']): When => {
  if (needs === 'absolute') {
    const stretch = anchor(said.earliest ?? period.from);
    return stretch ? whenOf(stretch) : UNANCHORED;
  }
  if (said.earliest === null && needs === 'yearless') return inPeriod(anchor, period);
  if (said.earliest === null) return said.latest === null ? UNANCHORED : { ...UNANCHORED, latest: said.latest };
  return between(anchor, said.earliest, needs === 'yearless' ? said.earliest : said.latest);
};
