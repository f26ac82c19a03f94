// Meanings of stretches of time: fixed phrases, weeks, months, seasons, years and their parts.
// Invariant: a stretch that the day of saying lies in ends on that day, unless what is said is to come.
import type { Day, Precision } from '../model/time.ts';
import { addDays, daysBetween } from '../model/time.ts';
import { AHEAD_DAYS, always, offset } from './anchor-dates.ts';
import { monthEnd, monthOf, monthStart, weekdayBefore, weekStart, yearOf } from './calendar.ts';
import { countsThings, isLinked, type MeaningEntry, type Means, plain, type Standing } from './date-meaning.ts';
import { isYearOf, monthIn, monthsAround, yearIn } from './date-recurrence.ts';
import type { DateMeaning, Month, Part, Stepping, Stretch, Unit } from './date-values.ts';
import type { DateClass } from './date-vocabulary.ts';

/** A stretch in full, whatever has passed of it. */
type Whole = (said: Day) => Stretch | null;

const week =
  (weeks: number): Whole =>
  (said) => {
    const from = addDays(weekStart(said), 7 * weeks);
    return { from, to: addDays(from, 6), precision: 'week' };
  };

const month =
  (months: number): Whole =>
  (said) => ({ from: monthStart(said, months), to: monthEnd(said, months), precision: 'month' });

const year =
  (years: number): Whole =>
  (said) =>
    ofYears(yearOf(said) + years, yearOf(said) + years);

const ofYears = (from: number, to: number): Stretch => ({
  from: `${from}-01-01` as Day,
  to: `${to}-12-31` as Day,
  precision: 'month',
});

/** The latest weekend begun; of what is to come the next. */
const weekend =
  (weeks: number): Whole =>
  (said) => {
    const from = addDays(weekdayBefore(6, said), 7 * weeks);
    return { from, to: addDays(from, 1), precision: 'about' };
  };

const clipped = (whole: Stretch, said: Day): Stretch =>
  whole.from <= said && said < whole.to ? { ...whole, to: said } : whole;

const running = (whole: Whole): DateMeaning => ({
  anchor: (said, ahead) => {
    const stretch = whole(said);
    return stretch && (ahead ? stretch : clipped(stretch, said));
  },
  needs: 'relative',
});

const fixed = (meaning: DateMeaning, ...classes: readonly DateClass[]): MeaningEntry => ({
  means: () => meaning,
  classes,
});

/** The weekend is the one past; "will meet at the weekend" the coming one. */
const eitherWeekend: DateMeaning = {
  anchor: (said, ahead) => {
    const stretch = weekend(ahead && weekdayBefore(6, said) < addDays(said, -1) ? 1 : 0)(said);
    return stretch && clipped(stretch, said);
  },
  needs: 'relative',
};

/** The year before for a month more than three months ahead. */
const latestStart = (of: Month, said: Day): Day | null =>
  monthsAround(of)(said).findLast((start) => daysBetween(said, start) <= AHEAD_DAYS) ?? null;

const steppedStart = (of: Month, said: Day, step: Stepping): Day | null => {
  const starts = monthsAround(of)(said);
  if (step === 'next' || step === 'coming') return starts.find((start) => start > said) ?? null;
  if (step === 'this') return latestStart(of, said);
  return starts.findLast((start) => daysBetween(start, said) >= 31) ?? null;
};

const wholeMonth = (
  of: Month,
  { year: given, step }: { year?: number | undefined; step?: Stepping | undefined },
): Whole => {
  if (given !== undefined) return () => (isYearOf(of.calendar, given) ? monthIn(of, given) : null);
  return (said) => {
    const start = step === undefined ? latestStart(of, said) : steppedStart(of, said, step);
    return start && monthIn(of, yearIn(of.calendar, start));
  };
};

const THIRDS: Readonly<Record<Part, readonly [number, number]>> = { early: [0, 1], middle: [1, 2], late: [2, 3] };

/** A third of it; of a month the days 1 to 10, 11 to 20 and 21 to the last. */
const third = ({ from, to, precision }: Stretch, part: Part): Stretch => {
  const days = Math.floor((daysBetween(from, to) + 1) / 3);
  const [first, last] = THIRDS[part];
  const ends = part === 'late' ? to : addDays(from, last * days - 1);
  const finer: Readonly<Partial<Record<Precision, Precision>>> = { week: 'about', month: days > 31 ? 'month' : 'week' };
  return { from: addDays(from, first * days), to: ends, precision: finer[precision] ?? precision };
};

const inPart =
  (whole: Whole, part: Part): Whole =>
  (said) => {
    const stretch = whole(said);
    return stretch && third(stretch, part);
  };

/** A month alone is one behind "in", "since" and the like; "May" and "March" are words too. */
const monthAlone: Means = ({ month: of, year: given, step }, standing) => {
  const linked = isLinked(standing, 'dateMonthLinks') || step !== undefined;
  if (of === undefined || (given === undefined && !linked)) return null;
  return { ...running(wholeMonth(of, { year: given, step })), needs: needsOf(given) };
};

const needsOf = (given: number | undefined): DateMeaning['needs'] => (given === undefined ? 'yearless' : 'absolute');

const monthPart: Means = ({ month: of, year: given, part }) => {
  if (of === undefined || part === undefined) return null;
  return { ...running(inPart(wholeMonth(of, { year: given }), part)), needs: needsOf(given) };
};

const WHOLE_UNIT: Partial<Record<Unit, Whole>> = { week: week(0), month: month(0), year: year(0) };

/** "the end of last month", "early this week", "the beginning of the year" */
const stretchPart: Means = ({ stretch, unit, part }) => {
  if (part === undefined) return null;
  const whole = stretch === undefined ? unit && WHOLE_UNIT[unit] : (said: Day) => stretch.anchor(said, true);
  return whole ? running(inPart(whole, part)) : null;
};

/** "later this week": from now to its end. */
const laterIn: Means = (_, { scan, to }) => {
  const unit = scan.words[to - 1]?.word ?? '';
  const whole = WHOLE_UNIT[unit as Unit];
  if (whole === undefined) return null;
  const anchor: DateMeaning['anchor'] = (said) => {
    const stretch = whole(said);
    return stretch && { ...stretch, from: said };
  };
  return { anchor, needs: 'relative' };
};

/** "the week of 14 June", "the week ending 20 June" */
const weekAround =
  (begins: (day: Day) => Day): Means =>
  ({ day }) => {
    if (day === undefined) return null;
    const anchor: DateMeaning['anchor'] = (said, ahead) => {
      const own = day.anchor(said, ahead);
      return own && { from: begins(own.from), to: addDays(begins(own.from), 6), precision: 'week' };
    };
    return { anchor, needs: day.needs };
  };

const isPlainYear = (value: number): boolean => value >= 1900 && value < 2100;

/** "in 2014", but not "in 2014 fighters" and not "2014" alone. */
const yearAlone: Means = ({ year: value, part }, standing) => {
  if (value === undefined || !isPlainYear(value) || !standing.scan.words[standing.to - 1]?.figure) return null;
  if (countsThings(standing) || (part === undefined && !isLinked(standing, 'dateLinks'))) return null;
  const whole = ofYears(value, value);
  return always(part === undefined ? whole : third(whole, part));
};

const decade: Means = ({ year: value }) => (value === undefined ? null : always(ofYears(value, value + 9)));

const seasonIn = (year: number, [from, to]: readonly [number, number]): Stretch => {
  const first = `${year}-${String(from).padStart(2, '0')}-01` as Day;
  return { from: first, to: monthEnd(first, (to - from + 12) % 12), precision: 'month' };
};

const SEASON_STEPS: Readonly<Record<Stepping, number>> = { last: -1, past: -1, this: 0, next: 1, coming: 1 };

/** The season running, or the last that was: "last summer" in spring is the one of the year before. */
const season: Means = ({ season: months, year: given, step }, standing) => {
  if (months === undefined || !isSeason(standing, given ?? step)) return null;
  if (given !== undefined) return always(seasonIn(given, months));
  const whole: Whole = (said) => {
    const own = seasonIn(yearOf(said), months);
    const begun = own.from <= said ? own : seasonIn(yearOf(said) - 1, months);
    const [passed, steps] = [begun.to < said, step === undefined ? 0 : SEASON_STEPS[step]];
    if (step === 'this') return passed && monthOf(said) < months[0] ? own : begun;
    return steps === 0 || (steps < 0 && passed) ? begun : seasonIn(yearOf(begun.from) + steps, months);
  };
  return running(whole);
};

/** "the spring offensive" and "will fall" are no seasons. */
const isSeason = (standing: Standing, said: unknown): boolean =>
  !countsThings(standing) && (said !== undefined || isLinked(standing, 'dateInLinks'));

const period = (means: Means): MeaningEntry => ({ means, classes: ['period'] });

const years = (first: number, last: number): DateMeaning => ({
  ...offset(-365 * first, -365 * last, 'unknown'),
});

export const STRETCH_MEANINGS: Readonly<Record<string, MeaningEntry>> = {
  today: fixed(offset(0, 0, 'day'), 'day', 'reckoned'),
  yesterday: fixed(offset(-1, -1, 'day'), 'day', 'reckoned'),
  'before-yesterday': fixed(offset(-2, -2, 'day'), 'day'),
  tomorrow: fixed(offset(1, 1, 'day'), 'day', 'reckoned'),
  'after-tomorrow': fixed(offset(2, 2, 'day'), 'day'),
  overnight: fixed(offset(-1, 0, 'about')),
  'night-before-last': fixed(offset(-2, -1, 'about')),
  'recent-days': fixed(offset(-6, 0, 'week')),
  'recent-weeks': fixed(offset(-28, 0, 'month')),
  'recent-months': fixed(offset(-92, 0, 'month')),
  'coming-days': fixed(offset(0, 6, 'week')),
  'coming-weeks': fixed(offset(0, 28, 'month')),
  'coming-months': fixed(offset(0, 92, 'month')),
  'this-week': fixed(running(week(0)), 'week', 'stretch'),
  'last-week': fixed(running(week(-1)), 'week', 'stretch'),
  'next-week': fixed(running(week(1)), 'week', 'stretch'),
  'past-week': fixed(offset(-7, 0, 'week')),
  'this-month': fixed(running(month(0)), 'month-stretch', 'stretch'),
  'last-month': fixed(running(month(-1)), 'month-stretch', 'stretch'),
  'next-month': fixed(running(month(1)), 'month-stretch', 'stretch'),
  'past-month': fixed(offset(-31, 0, 'month')),
  'this-year': fixed(running(year(0)), 'year-stretch', 'stretch'),
  'last-year': fixed(running(year(-1)), 'year-stretch', 'stretch'),
  'next-year': fixed(running(year(1)), 'year-stretch', 'stretch'),
  'past-year': fixed(offset(-365, 0, 'month')),
  weekend: fixed(eitherWeekend),
  'last-weekend': fixed(running(weekend(-1))),
  'next-weekend': fixed(running(weekend(1))),
  'long-ago': fixed(years(10, 2)),
  month: period(monthAlone),
  'feast-month': plain(monthAlone),
  'month-part': period(monthPart),
  'stretch-part': plain(stretchPart),
  'later-in': plain(laterIn),
  'week-of': plain(weekAround((day) => weekStart(day))),
  'week-to': plain(weekAround((day) => addDays(day, -6))),
  year: period(yearAlone),
  'year-part': period(yearAlone),
  decade: plain(decade),
  season: plain(season),
};
