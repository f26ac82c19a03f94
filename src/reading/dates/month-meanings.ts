// Meanings of months, years and seasons: "in May", "mid-July", "since 2014", "the 1990s", "last summer".
// Invariant: a month or a year alone needs a preposition: "May" and "2014" are a name and a number too.
import type { Day } from '../../model/time.ts';
import { daysBetween } from '../../model/time.ts';
import { AHEAD_DAYS, always } from './anchor-dates.ts';
import { monthEnd, monthOf, yearOf } from './calendar.ts';
import { countsThings, isLinked, type MeaningEntry, type Means, plain, type Standing } from './date-meaning.ts';
import { isYearOf, monthIn, monthsAround, yearIn } from './date-recurrence.ts';
import type { DateMeaning, Month, Stepping, Stretch } from './date-values.ts';
import { isCapital } from './date-words.ts';
import { inPart, ofYears, running, third, type Whole } from './whole-stretches.ts';

/** "will be tried in MAY": of what is to come a month of this year or the next, and never the one that runs a year later. */
const COMING_DAYS = 330;

/** The year before for any month to come where nothing is said of what is to come. */
const latestStart = (of: Month, said: Day, days: number): Day | null =>
  monthsAround(of)(said).findLast((start) => daysBetween(said, start) <= days) ?? null;

const steppedStart = (of: Month, said: Day, step: Stepping): Day | null => {
  const starts = monthsAround(of)(said);
  if (step === 'next' || step === 'coming') return starts.find((start) => start > said) ?? null;
  if (step === 'this') return latestStart(of, said, AHEAD_DAYS);
  return starts.findLast((start) => daysBetween(start, said) >= 31) ?? null;
};

const wholeMonth = (
  of: Month,
  { year: given, step }: { year?: number | undefined; step?: Stepping | undefined },
): Whole => {
  if (given !== undefined) return () => (isYearOf(of.calendar, given) ? monthIn(of, given) : null);
  return (said, ahead) => {
    const start =
      step === undefined ? latestStart(of, said, ahead === true ? COMING_DAYS : 0) : steppedStart(of, said, step);
    return start && monthIn(of, yearIn(of.calendar, start));
  };
};

/** "and Jan Hale" is a person. A month alone is one behind "in", "since" and the like; "May" and "March" are words too. */
const monthAlone: Means = ({ month: of, year: given, step }, standing) => {
  const linked = isLinked(standing, 'dateMonthLinks') || step !== undefined;
  if (isLinked(standing, 'dateListLinks') && isCapital(standing.scan.words[standing.to])) return null;
  if (of === undefined || (given === undefined && !linked)) return null;
  return { ...running(wholeMonth(of, { year: given, step })), needs: needsOf(given) };
};

/** "in May of last year" */
const monthInYear: Means = ({ month: of, stretch }) => {
  if (of === undefined || stretch === undefined) return null;
  const anchor: DateMeaning['anchor'] = (said, ahead) => {
    const whole = stretch.anchor(said, ahead);
    const start = whole && monthsAround(of)(whole.from).find((one) => one >= whole.from);
    return start == null ? null : monthIn(of, yearIn(of.calendar, start));
  };
  return { anchor, needs: 'relative' };
};

const needsOf = (given: number | undefined): DateMeaning['needs'] => (given === undefined ? 'yearless' : 'absolute');

const monthPart: Means = ({ month: of, year: given, part }) => {
  if (of === undefined || part === undefined) return null;
  return { ...running(inPart(wholeMonth(of, { year: given }), part)), needs: needsOf(given) };
};

const isPlainYear = (value: number): boolean => value >= 1500 && value < 2100;

/** "in 2014", but not "in 2014 fighters" and not "2014" alone. */
const yearAlone: Means = ({ year: value, part }, standing) => {
  if (value === undefined || !isPlainYear(value) || !standing.scan.words[standing.to - 1]?.figure) return null;
  if (part === undefined && (countsThings(standing) || !isLinked(standing, 'dateLinks'))) return null;
  const whole = ofYears(value, value);
  return always(part === undefined ? whole : third(whole, part));
};

const decade: Means = ({ year: value, part }) => {
  const whole = value === undefined ? null : ofYears(value, value + 9);
  return whole && always(part === undefined ? whole : third(whole, part));
};

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

/** "the spring offensive", "will fall" and "in Fall River" are no seasons. */
const isSeason = (standing: Standing, said: unknown): boolean =>
  !countsThings(standing) &&
  !(said === undefined && [standing.to - 1, standing.to].every((at) => isCapital(standing.scan.words[at]))) &&
  (said !== undefined || isLinked(standing, 'dateInLinks'));

const period = (means: Means): MeaningEntry => ({ means, classes: ['period'] });

export const MONTH_MEANINGS: Readonly<Record<string, MeaningEntry>> = {
  month: period(monthAlone),
  'month-in': plain(monthInYear),
  'feast-month': plain(monthAlone),
  'month-part': period(monthPart),
  year: period(yearAlone),
  'year-part': period(yearAlone),
  decade: plain(decade),
  season: plain(season),
};
