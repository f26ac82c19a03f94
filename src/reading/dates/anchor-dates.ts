// What a date expression means on a report's day (reading guide, Dates). An undated report gets bounds, never a guess.
// Invariant: an anchor is a pure function of the day that it is said on; where two possible days disagree, both bound it.
import type { Theatre } from '../../model/theatre.ts';
import type { Day, Precision, When } from '../../model/time.ts';
import { addDays, daysBetween, weekdayOf } from '../../model/time.ts';
import { weekdayAfter, weekdayBefore, weekStart, yearOf } from './calendar.ts';
import type { DateMeaning, Stepping, Stretch } from './date-values.ts';

export const onlyDay = (day: Day | null, precision: Precision = 'day'): Stretch | null =>
  day === null ? null : { from: day, to: day, precision };

/** From `first` to `last` days after the day of saying; earlier days are negative. */
export const offset = (first: number, last: number, precision: Precision): DateMeaning => ({
  anchor: (said) => ({ from: addDays(said, first), to: addDays(said, last), precision }),
  needs: 'relative',
});

export const always = (stretch: Stretch | null): DateMeaning => ({ anchor: () => stretch, needs: 'absolute' });

/**
 * "on Wednesday" is the latest Wednesday not after the report's day, of what is to come the next one;
 * "last" and "next" go by the week, Monday to Sunday.
 */
export const weekdayMeaning = (weekday: number, step: Stepping | null): DateMeaning => ({
  anchor: (said, ahead) => {
    if (step === 'coming') return onlyDay(weekdayAfter(weekday, addDays(said, 1)));
    if (step === 'past') return onlyDay(weekdayBefore(weekday, addDays(said, -1)));
    if (step === 'last' || step === 'next')
      return onlyDay(weekdayAfter(weekday, addDays(weekStart(said), step === 'last' ? -7 : 7)));
    return onlyDay(ahead ? weekdayAfter(weekday, said) : weekdayBefore(weekday, said));
  },
  needs: 'relative',
  ...(step === null && { onward: (reached: Day) => onlyDay(weekdayAfter(weekday, reached)) }),
});

/** Days on which something that comes back may fall, around the day of saying, in order. */
export type Recurrence = (said: Day) => readonly Day[];

/** How far ahead a day without a year may lie; beyond that the year before is meant. */
export const AHEAD_DAYS = 92;

/** Of what is said to come, half a year. */
const COMING_DAYS = 183;

const latestUpTo = (days: readonly Day[], limit: Day): Day | null => days.findLast((day) => day <= limit) ?? null;

/** The latest that is not more than three months ahead; a weekday that fits decides. */
export const yearlessMeaning = (recurs: Recurrence, weekday: number | null): DateMeaning => ({
  anchor: (said, ahead) => {
    const days = recurs(said);
    const near = (day: Day): boolean => Math.abs(daysBetween(said, day)) <= 366 && weekdayOf(day) === weekday;
    const fitting = weekday === null ? null : nearestTo(days.filter(near), said);
    return onlyDay(fitting ?? latestUpTo(days, addDays(said, ahead ? COMING_DAYS : AHEAD_DAYS)));
  },
  needs: 'yearless',
  onward: (reached) => onlyDay(nearestTo(recurs(reached), reached)),
});

/** What passed within six weeks is meant rather than what is nearer and to come. */
const PASSED_DAYS = 45;

/** The nearer to the day of saying; of two as near the earlier. */
export const nearestTo = (days: readonly Day[], said: Day): Day | null =>
  days.reduce<Day | null>((best, day) => {
    const far = Math.abs(daysBetween(said, day));
    return best === null || far < Math.abs(daysBetween(said, best)) ? day : best;
  }, null);

/** "next 6 April", "last Easter": strictly after or before the day of saying; without either the nearest. */
export const steppedMeaning = (
  recurs: Recurrence,
  step: Stepping | null,
  precision: Precision = 'day',
): DateMeaning => ({
  anchor: (said, ahead) => {
    const days = recurs(said);
    const later = days.find((day) => day > said) ?? null;
    if (step === 'next' || step === 'coming') return onlyDay(later, precision);
    if (step === 'last' || step === 'past') return onlyDay(latestUpTo(days, addDays(said, -1)), precision);
    const passed = latestUpTo(days, said);
    const isNear = passed !== null && daysBetween(passed, said) <= (ahead ? 0 : PASSED_DAYS);
    if (isNear) return onlyDay(passed, precision);
    const coming = ahead && later !== null && daysBetween(said, later) <= COMING_DAYS;
    return onlyDay(coming ? later : nearestTo(days, said), precision);
  },
  needs: step === null || step === 'this' ? 'yearless' : 'relative',
});

/** How much of one day to the next may be a year apart: "from 28 December to 3 January". */
const RANGE_DAYS = 300;

/** From the first to the last; a first day that would come after it is reckoned from the last. */
export const throughout = (first: DateMeaning, last: DateMeaning): DateMeaning => ({
  anchor: (said, ahead) => {
    const ends = last.anchor(said, ahead);
    const own = first.anchor(said, ahead);
    if (ends === null || own === null) return null;
    const fits = own.from <= ends.to && daysBetween(own.from, ends.to) <= RANGE_DAYS;
    const begins = fits || first.needs === 'absolute' ? own : first.anchor(ends.to, false);
    if (begins === null || begins.from > ends.to) return null;
    return { from: begins.from, to: ends.to, precision: begins.precision === 'month' ? 'month' : 'about' };
  },
  needs: first.needs === 'absolute' ? last.needs : first.needs,
});

/** Another day, reckoned from the one that the meaning gives. */
export const shifted = (meaning: DateMeaning, shift: (day: Day) => Day, precision: Precision): DateMeaning => {
  const { anchor, needs, onward } = meaning;
  const moved = (stretch: Stretch | null): Stretch | null =>
    stretch && { from: shift(stretch.from), to: shift(stretch.to), precision };
  const shifting = { anchor: (said: Day, ahead: boolean) => moved(anchor(said, ahead)), needs };
  return onward === undefined ? shifting : { ...shifting, onward: (reached) => moved(onward(reached)) };
};

const UNANCHORED: When = { earliest: null, latest: null, precision: 'unknown', basis: 'stated' };

const whenOf = ({ from, to, precision }: Stretch): When => ({ earliest: from, latest: to, precision, basis: 'stated' });

type Anchoring = (said: Day) => Stretch | null;

/** Years of the theatre's period in which a yearless date may lie: one alone decides for an undated report; no end, none. */
const inPeriod = (anchor: Anchoring, period: Theatre['period']): When => {
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
const between = (anchor: Anchoring, earliest: Day, latest: Day | null): When => {
  const first = anchor(earliest);
  const last = latest === null ? null : anchor(latest);
  if (first && last && first.from === last.from && first.to === last.to) return whenOf(first);
  return { earliest: first?.from ?? null, latest: last?.to ?? null, precision: 'unknown', basis: 'stated' };
};

/** What the expression means when it is said at `said` (a report's day or its bounds). */
export const anchorDate = (
  { anchor, needs, rare = false }: DateMeaning,
  said: When,
  { period, ahead }: { readonly period: Theatre['period']; readonly ahead: boolean },
): When => {
  const anchoring: Anchoring = (day) => anchor(day, ahead);
  if (needs === 'absolute') {
    const stretch = anchoring(said.earliest ?? period.from);
    return stretch ? whenOf(stretch) : UNANCHORED;
  }
  if (said.earliest === null && needs === 'yearless') return inPeriod(anchoring, period);
  if (said.earliest === null) return said.latest === null ? UNANCHORED : { ...UNANCHORED, latest: said.latest };
  const once = needs === 'yearless' || (rare && said.latest === null);
  return between(anchoring, said.earliest, once ? said.earliest : said.latest);
};
