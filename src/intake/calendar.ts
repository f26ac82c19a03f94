// Calendars of datelines: Gregorian and solar hijri, the latter under both of its sets of month names.
// Invariant: an impossible day (31 June, 30 Esfand of a common year) is null, never another day.
import { type Day, isDay } from '../model/time.ts';
import { whenAsked } from '../model/when-asked.ts';

export type Calendar = 'gregorian' | 'solar';

const GREGORIAN = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

// Both sets of names for the same twelve months, in the spellings that English pages use.
const SOLAR = [
  ['Farvardin', 'Farwardin', 'Hamal'],
  ['Ordibehesht', 'Sawr', 'Saur', 'Thawr'],
  ['Khordad', 'Jawza', 'Jauza'],
  ['Tir', 'Saratan'],
  ['Mordad', 'Amordad', 'Asad'],
  ['Shahrivar', 'Sunbula', 'Sonbola', 'Sunbulah'],
  ['Mehr', 'Mizan'],
  ['Aban', 'Aqrab'],
  ['Azar', 'Qaws', 'Qaus'],
  ['Dey', 'Jadi', 'Jaddi'],
  ['Bahman', 'Dalw', 'Dalwa'],
  ['Esfand', 'Hut', 'Hoot'],
];

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

const MONTHS = new Map<string, { calendar: Calendar; month: number }>([
  ...GREGORIAN.flatMap((name, i) =>
    [name, name.slice(0, 3), name.slice(0, 4)].map(
      (key) => [key.toLowerCase(), { calendar: 'gregorian' as const, month: i + 1 }] as const,
    ),
  ),
  ...SOLAR.flatMap((names, i) =>
    names.map((name) => [name.toLowerCase(), { calendar: 'solar' as const, month: i + 1 }] as const),
  ),
]);

/** Alternatives for a pattern: every month's name and short form, longest first. */
export const MONTH_PATTERN = [
  ...GREGORIAN,
  ...SOLAR.flat(),
  ...GREGORIAN.map((name) => name.slice(0, 3)),
  'Sept',
  ...[...GREGORIAN, ...GREGORIAN.map((name) => name.slice(0, 3))].map((name) => name.toUpperCase()),
]
  .sort((a, b) => b.length - a.length)
  .join('|');

export const WEEKDAY_PATTERN = `(?:${WEEKDAYS.flatMap((name) => [name, name.toUpperCase()]).join('|')}|(?:Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)\\b\\.?)`;

/** The month that a name means, with its calendar. */
export const monthOf = (name: string): { calendar: Calendar; month: number } | null =>
  MONTHS.get(name.toLowerCase()) ?? null;

/** 0 = Sunday; null where it is no weekday. */
export const weekdayNumber = (name: string): number | null => {
  const at = WEEKDAYS.findIndex((day) => day.slice(0, 3).toLowerCase() === name.slice(0, 3).toLowerCase());
  return at < 0 ? null : at;
};

const pad = (n: number): string => String(n).padStart(2, '0');

const gregorianDay = (year: number, month: number, day: number): Day | null => {
  const text = `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`;
  return isDay(text) ? text : null;
};

const FORMAT = { timeZone: 'UTC', year: 'numeric', month: 'numeric', day: 'numeric' } as const;
const solarFormat = whenAsked(() => new Intl.DateTimeFormat('en-u-ca-persian', FORMAT));

const isSolar = (ms: number, wanted: { year: number; month: number; day: number }): boolean => {
  const parts = solarFormat().formatToParts(ms);
  const value = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
  return value('year') === wanted.year && value('month') === wanted.month && value('day') === wanted.day;
};

// The year begins on 20, 21 or 22 March: the platform's own calendar says which, so we only look beside the estimate.
const solarDay = (year: number, month: number, day: number): Day | null => {
  const before = month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30;
  for (const slip of [0, -1, 1, 2]) {
    const ms = Date.UTC(year + 621, 2, 21 + before + day - 1 + slip);
    if (isSolar(ms, { year, month, day }))
      return gregorianDay(new Date(ms).getUTCFullYear(), new Date(ms).getUTCMonth() + 1, new Date(ms).getUTCDate());
  }
  return null;
};

/** A calendar date as a day; null where the calendar has no such date. */
export const dayOf = (calendar: Calendar, date: { year: number; month: number; day: number }): Day | null => {
  if (date.month < 1 || date.month > 12 || date.day < 1 || date.day > 31) return null;
  if (calendar === 'gregorian') return gregorianDay(date.year, date.month, date.day);
  return date.year < 1200 || date.year > 1600 ? null : solarDay(date.year, date.month, date.day);
};
