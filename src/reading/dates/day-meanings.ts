// Meanings of days: written out, by weekday, by number, and from one to another.
// Invariant: what the words leave open (the year, the week) is settled by anchor-dates.ts from the day of saying.
import type { Day } from '../../model/time.ts';
import { addDays, weekdayOf } from '../../model/time.ts';
import {
  always,
  nearestTo,
  onlyDay,
  type Recurrence,
  shifted,
  steppedMeaning,
  throughout,
  weekdayMeaning,
  yearlessMeaning,
} from './anchor-dates.ts';
import { dayOf, monthEnd, monthOf, monthStart, weekdayAfter, weekdayBefore, weekStart, yearOf } from './calendar.ts';
import {
  day,
  firstWord,
  hasNoun,
  isLinked,
  type MeaningEntry,
  type Means,
  plain,
  type Standing,
  told,
} from './date-meaning.ts';
import { dayOfMonth, everyYear, isYearOf } from './date-recurrence.ts';
import type { DateMeaning, Month, Values } from './date-values.ts';

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
const steppedDay: Means = ({ month, nth, step }) =>
  month && nth ? steppedMeaning(everyYear(month, nth), step ?? null) : null;

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
  if (number === undefined || nth === undefined || hasNoun(standing)) return null;
  const anchor = (said: Day) =>
    onlyDay(
      nearestTo(
        everyMonth(nth)(said).filter((one) => weekdayOf(one) === number),
        said,
      ),
    );
  return { anchor, needs: 'relative', rare: true };
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

/** Days of that number in the solar hijri months around. */
const everySolarMonth =
  (nth: number): Recurrence =>
  (said) =>
    SOLAR_MONTHS.flatMap((number) => everyYear({ calendar: 'solar', number }, nth)(said)).sort();

const SOLAR_MONTHS = Array.from({ length: 12 }, (_, i) => i + 1);

const everySolarFirst: Recurrence = (said) => everySolarMonth(1)(said);

const numberedIn = (days: Recurrence, firsts: Recurrence): DateMeaning => ({
  anchor: (said, ahead) => {
    const all = days(said);
    return onlyDay((ahead ? all.find((one) => one >= said) : all.findLast((one) => one <= said)) ?? null);
  },
  needs: 'relative',
  onward: (reached) => onlyDay(days(reached).find((one) => one >= reached) ?? null),
  within: (told) => {
    const first = firsts(told).findLast((one) => one <= told);
    return onlyDay((first === undefined ? undefined : days(told).find((one) => one >= first)) ?? null);
  },
});

/** The latest day of that number not after the day of saying; "will … on the 18th", the next; in a story the next from there. */
const numbered = (number: number): DateMeaning => ({
  ...numberedIn(everyMonth(number), everyMonth(1)),
  solar: numberedIn(everySolarMonth(number), everySolarFirst),
});

/** "on the 18th" */
const nth: Means = ({ nth: number, bare }, standing) => {
  if (number === undefined || bare === true || hasNoun(standing) || !isLinked(standing, 'dateOnLinks')) return null;
  return numbered(number);
};

/** "the night of the 18th", "the evening of the fourth" */
const nightOfNth: Means = ({ nth: number, bare }, standing) =>
  number === undefined || bare === true || hasNoun(standing) ? null : numbered(number);

/** "the 15th of next month" */
const nthOf: Means = ({ nth: number, bare, stretch }) => {
  if (number === undefined || bare === true) return null;
  const anchor: DateMeaning['anchor'] = (said, ahead) => {
    const from = stretch === undefined ? said : stretch.anchor(said, ahead)?.from;
    return from === undefined ? null : onlyDay(dayOf(yearOf(from), monthOf(from), number));
  };
  return { anchor, needs: 'relative' };
};

/** "June 3 of last year" */
const dayIn: Means = ({ month, nth: number, stretch }) => {
  if (month === undefined || number === undefined || stretch === undefined) return null;
  const anchor: DateMeaning['anchor'] = (said, ahead) => {
    const whole = stretch.anchor(said, ahead);
    return whole && onlyDay(everyYear(month, number)(whole.from).find((one) => one >= whole.from) ?? null);
  };
  return { anchor, needs: 'relative' };
};

const LAST_WEEK = 6;

/** "the first Monday of March" */
const nthWeekday: Means = ({ ordinal, weekday: number, month, year }) => {
  if (ordinal === undefined || number === undefined || month === undefined || ordinal > 5) return null;
  const behind = (first: Day): Day => addDays(weekdayAfter(number, first), 7 * (ordinal - 1));
  const first = year === undefined ? yearlessMeaning(everyYear(month, 1), null) : inYear(month, 1, year);
  return first && shifted(first, behind, 'day');
};

/** "the last Saturday of July" */
const lastWeekdayIn: Means = ({ weekday: number, month, year }) => {
  if (number === undefined || month === undefined) return null;
  const last = (first: Day): Day => weekdayAfter(number, addDays(monthEnd(first), -LAST_WEEK));
  const first = year === undefined ? yearlessMeaning(everyYear(month, 1), null) : inYear(month, 1, year);
  return first && shifted(first, last, 'day');
};

/** "the last Saturday of the month" */
const lastWeekday: Means = ({ weekday: number }) => {
  if (number === undefined) return null;
  const inMonth = (day: Day) => onlyDay(weekdayAfter(number, addDays(monthEnd(day), -LAST_WEEK)));
  return { anchor: inMonth, needs: 'relative', onward: inMonth };
};

/** "the second Saturday of the month" */
const weekdayOfMonth: Means = ({ ordinal, weekday: number }) => {
  if (ordinal === undefined || number === undefined || ordinal > 5) return null;
  const inMonth = (day: Day) => onlyDay(addDays(weekdayAfter(number, monthStart(day)), 7 * (ordinal - 1)));
  return { anchor: inMonth, needs: 'relative', onward: inMonth };
};

const range: Means = ({ day: first, lastDay }) => (first && lastDay ? throughout(first, lastDay) : null);

const nightFrom = (day: DateMeaning, first: -1 | 0): DateMeaning => ({
  anchor: (said, ahead) => {
    const own = day.anchor(said, ahead);
    return own && { from: addDays(own.from, first), to: addDays(own.to, first + 1), precision: 'about' };
  },
  needs: day.needs,
});

/** "overnight Saturday", "Saturday night into Sunday": from that day into the next. */
const nightOf: Means = ({ day: evening, lastDay }) => {
  if (evening === undefined) return null;
  return lastDay === undefined ? nightFrom(evening, 0) : throughout(evening, lastDay);
};

/** "during the night to Tuesday": from the day before into that day. */
const nightTo: Means = ({ day: morning }) => (morning === undefined ? null : nightFrom(morning, -1));

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
  'day-in': day(dayIn),
  'nth-weekday': day(nthWeekday),
  'last-weekday': day(lastWeekday),
  'last-weekday-in': day(lastWeekdayIn),
  'weekday-of-month': day(weekdayOfMonth),
  nth: day(nth),
  'nth-night': day(nightOfNth),
  'nth-of': day(nthOf),
  'same-day': day(({ day: own }) => own ?? null),
  'night-of': closed(nightOf),
  'night-to': closed(nightTo),
  range: closed(range),
  'range-of': closed(range),
  name: plain(() => always(null)),
};
