// Calendar sums that news needs: months, weeks and the solar hijri calendar of Afghan and Iranian papers.
// Invariant: days in, days out; no clock and no time zone takes part.
import type { Day } from '../../model/time.ts';
import { addDays, daysBetween, weekdayOf } from '../../model/time.ts';

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (MONTH_DAYS[month - 1] ?? 0);

/** Null where there is no such day ("31 June"). Months count from 1. */
export const dayOf = (year: number, month: number, day: number): Day | null =>
  day >= 1 && day <= daysInMonth(year, month) ? (`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as Day) : null;

export const yearOf = (day: Day): number => Number(day.slice(0, 4));
export const monthOf = (day: Day): number => Number(day.slice(5, 7));

/** The first day of the month that lies `months` from the day's own. */
export const monthStart = (day: Day, months = 0): Day => {
  const count = yearOf(day) * 12 + monthOf(day) - 1 + months;
  return `${pad(Math.floor(count / 12), 4)}-${pad((count % 12) + 1, 2)}-01` as Day;
};

export const monthEnd = (day: Day, months = 0): Day => {
  const start = monthStart(day, months);
  return `${start.slice(0, 8)}${daysInMonth(yearOf(start), monthOf(start))}` as Day;
};

/** The same day of another month; the month's last where it has no such day. */
export const addMonths = (day: Day, months: number): Day => {
  const moved = addDays(monthStart(day, months), Number(day.slice(8)) - 1);
  const last = monthEnd(day, months);
  return moved < last ? moved : last;
};

/** Monday of the day's week. */
export const weekStart = (day: Day): Day => addDays(day, -((weekdayOf(day) + 6) % 7));

/** The latest such weekday that is not after the day (0 = Sunday). */
export const weekdayBefore = (weekday: number, day: Day): Day => addDays(day, -((weekdayOf(day) - weekday + 7) % 7));

/** The first such weekday that is not before the day. */
export const weekdayAfter = (weekday: number, day: Day): Day => addDays(day, (weekday - weekdayOf(day) + 7) % 7);

// 1 Farvardin (Hamal) 1400 fell on 21 March 2021; leap years follow the 33-year cycle, exact from 1178 to 1633.
const NEW_YEAR_1400 = '2021-03-21' as Day;
const leapDays = (year: number): number => Math.floor((8 * year + 21) / 33);
const newYear = (year: number): Day => addDays(NEW_YEAR_1400, 365 * (year - 1400) + leapDays(year) - leapDays(1400));

/** Null where the calendar has no such day. */
export const fromSolarHijri = (year: number, month: number, day: number): Day | null => {
  if (month < 1 || month > 12 || day < 1 || day > 31 || (month > 6 && day > 30)) return null;
  const before = month <= 6 ? (month - 1) * 31 : 186 + (month - 7) * 30;
  const found = addDays(newYear(year), before + day - 1);
  return found < newYear(year + 1) ? found : null;
};

/** The solar hijri year in which a day lies. */
export const solarHijriYearOf = (day: Day): number => {
  const year = yearOf(day) - 621;
  return daysBetween(newYear(year), day) >= 0 ? year : year - 1;
};
