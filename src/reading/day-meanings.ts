// Meanings of days: written out, by weekday, in figures, by feast, and from one to another.
// Invariant: what the words leave open (the year, the week) is settled by anchor-dates.ts from the day of saying.
import type { Day } from '../model/time.ts';
import { addDays, weekdayOf } from '../model/time.ts';
import {
  always,
  nearestTo,
  onlyDay,
  type Recurrence,
  steppedMeaning,
  throughout,
  weekdayMeaning,
  yearlessMeaning,
} from './anchor-dates.ts';
import { dayOf, fromSolarHijri, monthOf, monthStart, weekdayBefore, weekStart, yearOf } from './calendar.ts';
import {
  day,
  firstWord,
  hasNoun,
  isLinked,
  type MeaningEntry,
  type Means,
  plain,
  type Standing,
  standsAlone,
  told,
} from './date-meaning.ts';
import { dayOfMonth, everyYear, feastDays, feastIn, isByMoon, isOneDay, isYearOf } from './date-recurrence.ts';
import type { DateMeaning, Figures, Month, Values } from './date-values.ts';

/** In "in May 12 people" and "on Monday 21 men" the number counts what follows. */
const isCount = ({ bare, year }: Values, standing: Standing): boolean =>
  bare === true && year === undefined && hasNoun(standing);

const inYear = (month: Month, nth: number, year: number): DateMeaning | null => {
  const found = isYearOf(month.calendar, year) ? dayOfMonth(month, nth, year) : null;
  return found && always(onlyDay(found));
};

/** The last word is a figure of the day itself, not of a year: "June 12". */
const endsInFigure = ({ scan, to }: Standing): boolean => scan.words[to - 1]?.figure === true;

const monthDay: Means = (values, standing) => {
  const { month, nth, year, weekday = null } = values;
  if (month === undefined || nth === undefined) return null;
  if (year !== undefined) return inYear(month, nth, year);
  const counts = isLinked(standing, 'dateInLinks') || !endsInFigure(standing);
  if (counts && scanEndsIn(standing, values) && isCount(values, standing)) return null;
  return yearlessMeaning(everyYear(month, nth), weekday);
};

/** The day's number stands last: what follows could be counted by it. */
const scanEndsIn = ({ scan, from }: Standing, { bare }: Values): boolean =>
  bare === true && scan.words[from]?.figure !== true;

/** "next 6 April", "last 3 May" */
const steppedDay: Means = ({ month, nth, feast, step, shortFigures }, standing) => {
  if (feast !== undefined) return steppedMeaning(feastDays(feast), step ?? null, isByMoon(feast) ? 'about' : 'day');
  if (shortFigures !== undefined && hasNoun(standing)) return null;
  if (shortFigures !== undefined) return steppedMeaning(everyOrder(shortFigures, standing), step ?? null);
  return month && nth ? steppedMeaning(everyYear(month, nth), step ?? null) : null;
};

/** "28/29 June", "from 3 to 5 July", "July 3-5" */
const monthDays: Means = (values, standing) => {
  const { month, nth, lastNth, year } = values;
  if (month === undefined || nth === undefined || lastNth === undefined || lastNth <= nth) return null;
  const endsInCount = scanEndsIn(standing, values) && isCount(values, standing);
  if (endsInCount) return null;
  const of = (number: number): DateMeaning | null =>
    year === undefined ? yearlessMeaning(everyYear(month, number), null) : inYear(month, number, year);
  const [first, last] = [of(nth), of(lastNth)];
  return first && last && throughout(first, last);
};

const isShort = (standing: Standing, word: string): boolean =>
  standing.scan.vocabulary.lexicon.has('dateShortWeekdays', word);

/** A short form alone ("Sun", "Sat") needs a preposition; "The Sun" is a paper. */
const weekday: Means = ({ weekday: number, step = null }, standing) => {
  if (number === undefined) return null;
  const alone = step === null && isShort(standing, firstWord(standing));
  return alone && !isLinked(standing, 'dateDayLinks') ? null : weekdayMeaning(number, step);
};

const MONTHS_AROUND = Array.from({ length: 25 }, (_, i) => i - 12);

/** Days of that number in the months around. */
const everyMonth =
  (nth: number): Recurrence =>
  (said) =>
    MONTHS_AROUND.flatMap((step) => {
      const first = monthStart(said, step);
      return dayOf(yearOf(first), monthOf(first), nth) ?? [];
    });

/** "Monday 21", "Tuesday the eleventh": the nearest day that is both. */
const weekdayAndNumber: Means = (values, standing) => {
  const { weekday: number, nth } = values;
  if (number === undefined || nth === undefined || isCount(values, standing)) return null;
  const anchor = (said: Day) =>
    onlyDay(
      nearestTo(
        everyMonth(nth)(said).filter((one) => weekdayOf(one) === number),
        said,
      ),
    );
  return { anchor, needs: 'relative' };
};

/** "Tuesday of next week" */
const weekdayOfWeek: Means = ({ weekday: number, stretch }) => {
  if (number === undefined || stretch === undefined) return null;
  const anchor: DateMeaning['anchor'] = (said, ahead) => {
    const week = stretch.anchor(said, ahead);
    return week && onlyDay(addDays(weekStart(week.from), (number + 6) % 7));
  };
  return { anchor, needs: 'relative' };
};

/** "Monday two weeks from now": the Monday nearest to it. */
const weekdayNear: Means = ({ weekday: number, stretch }) => {
  if (number === undefined || stretch === undefined) return null;
  const anchor: DateMeaning['anchor'] = (said, ahead) => {
    const near = stretch.anchor(said, ahead);
    return near && onlyDay(weekdayBefore(number, addDays(near.from, 3)));
  };
  return { anchor, needs: stretch.needs };
};

/** "on the 18th": the latest day of that number not after the day of saying; "will … on the 18th", the next. */
const nth: Means = ({ nth: number, bare }, standing) => {
  if (number === undefined || bare === true || hasNoun(standing) || !isLinked(standing, 'dateOnLinks')) return null;
  const anchor: DateMeaning['anchor'] = (said, ahead) => {
    const days = everyMonth(number)(said);
    return onlyDay((ahead ? days.find((one) => one >= said) : days.findLast((one) => one <= said)) ?? null);
  };
  return { anchor, needs: 'relative' };
};

/** "the 15th of next month" */
const nthOf: Means = ({ nth: number, bare, stretch }) => {
  if (number === undefined || bare === true) return null;
  const anchor: DateMeaning['anchor'] = (said, ahead) => {
    const from = stretch === undefined ? said : stretch.anchor(said, ahead)?.from;
    return from === undefined ? null : onlyDay(dayOf(yearOf(from), monthOf(from), number));
  };
  return { anchor, needs: 'relative' };
};

const inCalendar = (year: number, month: number, number: number): Day | null =>
  isYearOf('solar', year) ? fromSolarHijri(year, month, number) : dayOf(year, month, number);

const known = (found: Day | null): DateMeaning | null => found && always(onlyDay(found));

/** By the outlet's habit; without one by what is possible, else by what lies nearest to the day of saying. */
const yearLast = ({ year, first, second }: Extract<Figures, { form: 'year-last' }>, { order }: Standing) => {
  const dayFirst = inCalendar(year, second, first);
  const monthFirst = isYearOf('solar', year) ? null : inCalendar(year, first, second);
  const given = order === 'month-first' ? (monthFirst ?? dayFirst) : (dayFirst ?? monthFirst);
  if (order !== null || !dayFirst || !monthFirst) return known(given);
  const meaning: DateMeaning = {
    anchor: (said) => onlyDay(nearestTo([dayFirst, monthFirst], said)),
    needs: 'yearless',
  };
  return meaning;
};

const figures: Means = ({ figures: written }, standing) => {
  if (written === undefined) return null;
  if (written.form === 'year-last') return yearLast(written, standing);
  return known(inCalendar(written.year, written.month, written.day));
};

/** "22/04": both orders, or the outlet's. */
const everyOrder = ([a, b]: readonly [number, number], { order }: Standing): Recurrence => {
  const of = (month: number, number: number) => everyYear({ calendar: 'gregorian', number: month }, number);
  const [dayFirst, monthFirst] = [of(b, a), of(a, b)];
  return (said) => {
    const own = order === 'month-first' ? monthFirst(said) : dayFirst(said);
    return order !== null && own.length > 0 ? own : [...dayFirst(said), ...monthFirst(said)].sort();
  };
};

/** Two figures are a day only behind "on", beside a weekday, or as a line of their own: else a score or a share. */
const shortFigures: Means = ({ shortFigures: written, weekday: number = null }, standing) => {
  if (written === undefined) return null;
  const linked = isLinked(standing, 'dateOnLinks') && !hasNoun(standing);
  if (number === null && !linked && !standsAlone(standing)) return null;
  const recurs = everyOrder(written, standing);
  const fits: Recurrence = (said) => recurs(said).filter((one) => weekdayOf(one) === number);
  const near: Recurrence = (said) => fits(said).filter((one) => Math.abs(yearOf(one) - yearOf(said)) <= 1);
  return steppedMeaning((said) => (number !== null && near(said).length > 0 ? near(said) : recurs(said)), null);
};

/** "Eid al-Fitr", "Christmas 2020" */
const feast: Means = ({ feast: name, year, stretch }) => {
  if (name === undefined) return null;
  const precision = isByMoon(name) ? 'about' : 'day';
  if (isOneDay(name)) return always(onlyDay(name));
  if (year !== undefined) return known(feastIn(name, year));
  if (stretch === undefined) return steppedMeaning(feastDays(name), null, precision);
  const anchor: DateMeaning['anchor'] = (said, ahead) => {
    const within = stretch.anchor(said, ahead);
    return within && onlyDay(feastIn(name, yearOf(within.from)), precision);
  };
  return { anchor, needs: 'relative' };
};

const range: Means = ({ day: first, lastDay }) => (first && lastDay ? throughout(first, lastDay) : null);

/** "overnight Saturday", "Saturday night into Sunday": from that day into the next. */
const nightOf: Means = ({ day: evening, lastDay }) => {
  if (evening === undefined) return null;
  if (lastDay !== undefined) return throughout(evening, lastDay);
  const anchor: DateMeaning['anchor'] = (said, ahead) => {
    const own = evening.anchor(said, ahead);
    return own && { from: own.from, to: addDays(own.to, 1), precision: 'about' };
  };
  return { anchor, needs: evening.needs };
};

const closed = (means: Means): MeaningEntry => ({ ...plain(means), closed: true });

export const DAY_MEANINGS: Readonly<Record<string, MeaningEntry>> = {
  'day-of-month': day(monthDay),
  'stepped-day': day(steppedDay),
  'days-of-month': closed(monthDays),
  weekday: day(weekday),
  'weekday-and-number': day(weekdayAndNumber),
  'weekday-of-week': day(weekdayOfWeek),
  'weekday-near': plain(weekdayNear),
  'told-weekday': told(
    ({ weekday: number }) => (number === undefined ? null : weekdayMeaning(number, 'coming')),
    ({ weekday: number }) => (number === undefined ? null : weekdayMeaning(number, 'next')),
  ),
  nth: day(nth),
  'nth-of': day(nthOf),
  figures: day(figures),
  'short-figures': day(shortFigures),
  feast: day(feast),
  'feast-in': day(feast),
  'same-day': day(({ day: own }) => own ?? null),
  'night-of': closed(nightOf),
  range: closed(range),
  'range-of': closed(range),
  name: plain(() => always(null)),
};
