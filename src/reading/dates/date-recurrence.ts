// Days that come back every year: days of a month in three calendars, and feasts by their rules (dates.json, dateFeasts).
// Invariant: a recurrence gives the days around the day of saying in order; which of them is meant is settled elsewhere.
import type { Day } from '../../model/time.ts';
import { addDays, isDay, weekdayOf } from '../../model/time.ts';
import type { Recurrence } from './anchor-dates.ts';
import { dayOf, fromSolarHijri, monthEnd, solarHijriYearOf, yearOf } from './calendar.ts';
import type { Calendar, Month, Stretch } from './date-values.ts';
import { fromLunarHijri, lunarHijriOf } from './lunar-hijri.ts';

type DayInYear = (year: number) => Day | null;

const DAY_IN: Readonly<Record<Calendar, (year: number, month: number, day: number) => Day | null>> = {
  gregorian: dayOf,
  solar: fromSolarHijri,
  lunar: fromLunarHijri,
};

const YEAR_OF: Readonly<Record<Calendar, (day: Day) => number>> = {
  gregorian: yearOf,
  solar: solarHijriYearOf,
  lunar: (day) => lunarHijriOf(day).year,
};

/** 29 February comes back within eight years. */
const YEARS = [-8, -7, -6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8];
const NEAR_YEARS = [-1, 0, 1];

const recurring =
  (calendar: Calendar, dayIn: DayInYear): Recurrence =>
  (said) => {
    const year = YEAR_OF[calendar](said);
    const near = NEAR_YEARS.map((step) => dayIn(year + step));
    const days = near.includes(null) ? YEARS.map((step) => dayIn(year + step)) : near;
    return days.filter((day) => day !== null);
  };

/** True where the year can be meant in that calendar: 1400 is no year of ours, 2021 none of theirs. */
export const isYearOf = (calendar: Calendar, year: number): boolean =>
  calendar === 'gregorian' ? year >= 1500 : year >= 1300 && year < 1500;

export const dayOfMonth = ({ calendar, number }: Month, nth: number, year: number): Day | null =>
  DAY_IN[calendar](year, number, nth);

export const everyYear = (month: Month, nth: number): Recurrence =>
  recurring(month.calendar, (year) => dayOfMonth(month, nth, year));

/** The whole month in that year of its calendar. */
export const monthIn = ({ calendar, number }: Month, year: number): Stretch | null => {
  const from = DAY_IN[calendar](year, number, 1);
  if (from === null) return null;
  if (calendar === 'gregorian') return { from, to: monthEnd(from), precision: 'month' };
  const next = number === 12 ? DAY_IN[calendar](year + 1, 1, 1) : DAY_IN[calendar](year, number + 1, 1);
  return next && { from, to: addDays(next, -1), precision: 'month' };
};

/** The month's first days around the day of saying. */
export const monthsAround = (month: Month): Recurrence => everyYear(month, 1);

/** The year of its calendar in which a day lies. */
export const yearIn = (calendar: Calendar, day: Day): number => YEAR_OF[calendar](day);

/** Easter of the western churches, by Butcher's rule. */
const easter = (year: number): Day | null => {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dayOf(year, Math.floor(n / 31), (n % 31) + 1);
};

/** The so-manieth such weekday of a month. */
const weekdayIn = (year: number, month: number, [weekday = 0, count = 1]: readonly number[]): Day | null => {
  const first = dayOf(year, month, 1);
  return first && addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * (count - 1));
};

const plus = (day: Day | null, days: number): Day | null => day && addDays(day, days);

/** "12-25" · "easter -2" · "weekday 11 4 4 1" (month, weekday, which, days after) · "lunar 10 1" · "solar 1 1" */
const ruleDay = (rule: string, year: number): Day | null => {
  const [kind = '', ...words] = rule.split(' ');
  const [a = 0, b = 0, c = 0, d = 0] = words.map(Number);
  if (kind === 'easter') return plus(easter(year), a);
  if (kind === 'weekday') return plus(weekdayIn(year, a, [b, c]), d);
  if (kind === 'lunar' || kind === 'solar') return DAY_IN[kind](year, a, b);
  return dayOf(year, Number(rule.slice(0, 2)), Number(rule.slice(3)));
};

const calendarOf = (rule: string): Calendar => {
  if (rule.startsWith('lunar')) return 'lunar';
  return rule.startsWith('solar') ? 'solar' : 'gregorian';
};

/** Rules of a feast: a name may mean either of two ("Eid"), joined by "+". */
const rulesOf = (feast: string): readonly string[] => feast.split(' + ');

export const isOneDay = (feast: string): feast is Day => isDay(feast);

/** The feast's days around the day of saying, in order. */
export const feastDays =
  (feast: string): Recurrence =>
  (said) => {
    if (isOneDay(feast)) return [feast];
    return rulesOf(feast)
      .flatMap((rule) => recurring(calendarOf(rule), (year) => ruleDay(rule, year))(said))
      .sort();
  };

/** The feast in that year of ours. */
export const feastIn = (feast: string, year: number): Day | null =>
  feastDays(feast)(`${year}-07-01` as Day).find((day) => yearOf(day) === year) ?? null;

/** A feast by the moon may be kept a day later. */
export const isByMoon = (feast: string): boolean => feast.includes('lunar');
