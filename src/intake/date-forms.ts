// Written dates of datelines, mastheads and captions, found in text and resolved to days.
// Invariant: nothing is guessed. A date with two readings keeps both; one without a year needs the theatre's period.
import type { Span } from '../model/text.ts';
import { addDays, type Day, weekdayOf } from '../model/time.ts';
import { type Calendar, dayOf, MONTH_PATTERN, monthOf, WEEKDAY_PATTERN, weekdayNumber } from './calendar.ts';
import { ZONE_PATTERN } from './zones.ts';

export interface WrittenDate extends Span {
  readonly calendar: Calendar;
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
  readonly weekday: number | null;
  /** True for "06/07/2021", which outlets write in either order; month and day are then as in day-first. */
  readonly eitherOrder: boolean;
  readonly clock: { readonly hour: number; readonly minute: number } | null;
  /** The words that name the clock's zone. */
  readonly zone: string | null;
}

export interface DateGround {
  readonly period: { readonly from: Day; readonly until: Day | null };
  readonly order: 'day-first' | 'month-first' | null;
}

type Groups = Record<string, string | undefined>;
type Fields = Pick<WrittenDate, 'calendar' | 'year' | 'month' | 'day' | 'eitherOrder'>;

const fullYear = (text: string | undefined): number | null =>
  text === undefined ? null : text.length === 2 ? 2000 + Number(text) : Number(text);

// Years of the solar calendar are about 1400 now; no newspaper of ours was printed in the Gregorian 1400s.
const calendarOf = (year: number): Calendar => (year > 1200 && year < 1600 ? 'solar' : 'gregorian');

/** Two numbers and a year: day first, unless only the other order is possible. Dots are never written month first. */
const numeric = ({ first, second, mark, year: digits }: Groups): Fields | null => {
  const [a, b, year] = [Number(first), Number(second), fullYear(digits) ?? 0];
  const calendar = calendarOf(year);
  if (b > 12) return a > 12 || calendar === 'solar' ? null : { calendar, year, month: a, day: b, eitherOrder: false };
  const eitherOrder = a <= 12 && a !== b && mark !== '.' && calendar === 'gregorian';
  return { calendar, year, month: b, day: a, eitherOrder };
};

const named = ({ month = '', day, year }: Groups): Fields | null => {
  const found = monthOf(month);
  return (
    found && {
      calendar: found.calendar,
      year: fullYear(year),
      month: found.month,
      day: Number(day),
      eitherOrder: false,
    }
  );
};

interface DateForm {
  readonly example: string;
  readonly pattern: RegExp;
  readonly fields: (groups: Groups) => Fields | null;
}

const WEEKDAY = `(?:(?<weekday>${WEEKDAY_PATTERN}),?\\s+)?(?:the\\s+)?`;

/** The forms in the order in which they are tried at one place of the text. */
const FORMS: readonly DateForm[] = [
  {
    example: '2021-06-23',
    pattern: /(?<![\d/.-])(?<year>\d{4})[-/](?<month>\d{1,2})[-/](?<day>\d{1,2})(?![\d/-])/g,
    fields: ({ year, month, day }) => ({
      calendar: calendarOf(Number(year)),
      year: Number(year),
      month: Number(month),
      day: Number(day),
      eitherOrder: false,
    }),
  },
  {
    example: 'Tuesday 15 June 2021, the 18th day of March, 24 Jawza 1400',
    pattern: new RegExp(
      `${WEEKDAY}(?<![\\d:.])\\b(?<day>\\d{1,2})(?:st|nd|rd|th)?(?: of| day of)? (?<month>${MONTH_PATTERN})\\b\\.?(?:,? (?<year>\\d{4})\\b)?`,
      'g',
    ),
    fields: named,
  },
  {
    example: 'June 14, 2021; ASHFORD, June 14 (…) -',
    pattern: new RegExp(
      `${WEEKDAY}\\b(?<month>${MONTH_PATTERN})\\b\\.? (?<day>\\d{1,2})(?:st|nd|rd|th)?\\b(?![:.]\\d)(?:,? (?<year>\\d{4})\\b)?`,
      'g',
    ),
    fields: named,
  },
  {
    example: '22/06/2021, 23.06.2021, 6/25/21, 02/04/1400',
    pattern: new RegExp(
      `${WEEKDAY}(?<![\\d/.-])(?<first>\\d{1,2})(?<mark>[/.-])(?<second>\\d{1,2})\\k<mark>(?<year>\\d{4}|\\d{2})(?![\\d/])`,
      'g',
    ),
    fields: numeric,
  },
];

const CLOCK = new RegExp(
  `^(?:,| at| -| –|\\s)*\\s?(?<hour>\\d{1,2})[:.](?<minute>\\d{2})(?::\\d{2})?\\s?(?<half>[ap]\\.?m\\b\\.?)?[\\s|,(]*(?<zone>${ZONE_PATTERN})?`,
  'i',
);

const clockAfter = (text: string, end: number): Pick<WrittenDate, 'clock' | 'zone'> => {
  const groups = CLOCK.exec(text.slice(end, end + 60))?.groups;
  if (!groups) return { clock: null, zone: null };
  const half = groups.half?.[0]?.toLowerCase();
  const hour = Number(groups.hour) % (half ? 12 : 25);
  const minute = Number(groups.minute);
  if (hour > 23 || minute > 59) return { clock: null, zone: null };
  return { clock: { hour: half === 'p' ? hour + 12 : hour, minute }, zone: groups.zone ?? null };
};

const inForm = (text: string, form: DateForm): WrittenDate[] =>
  [...text.matchAll(form.pattern)].flatMap((match) => {
    const groups: Groups = match.groups ?? {};
    const fields = form.fields(groups);
    if (fields === null || fields.month < 1 || fields.month > 12 || fields.day < 1 || fields.day > 31) return [];
    const end = match.index + match[0].length;
    const weekday = groups.weekday === undefined ? null : weekdayNumber(groups.weekday);
    return [{ start: match.index, end, ...fields, weekday, ...clockAfter(text, end) }];
  });

// Arabic-Indic and Persian digits, one unit for one, so that offsets stay.
const OTHER_DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/g;

const plainDigits = (text: string): string => text.replace(OTHER_DIGITS, (digit) => String(digit.charCodeAt(0) & 0xf));

/** Every written date of a text, in text order; of two that overlap the longer. */
export const findWrittenDates = (written: string): readonly WrittenDate[] => {
  const text = plainDigits(written);
  if (!/\d/.test(text)) return [];
  const all = FORMS.flatMap((form) => inForm(text, form)).sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: WrittenDate[] = [];
  for (const date of all) if (date.start >= (kept.at(-1)?.end ?? 0)) kept.push(date);
  return kept;
};

const SLASHED = /\b(\d{1,2})\/(\d{1,2})\/(?:\d{4}|\d{2})\b/g;

/** The order in which a text writes its dates, where one of them ("31/07/2021") can be read in that order alone. */
export const orderWritten = (text: string): DateGround['order'] => {
  const pairs = [...plainDigits(text).matchAll(SLASHED)].map(([, first, second]) => [Number(first), Number(second)]);
  const dayFirst = pairs.some(([first = 0]) => first > 12);
  const monthFirst = pairs.some(([, second = 0]) => second > 12);
  return dayFirst === monthFirst ? null : dayFirst ? 'day-first' : 'month-first';
};

const swapped = (date: WrittenDate): WrittenDate => ({ ...date, month: date.day, day: date.month });

/** Years in which the theatre's reports appear, in the date's calendar; a theatre without an end can supply none. */
const yearsOf = ({ from, until }: DateGround['period'], calendar: Calendar): number[] => {
  if (until === null) return [];
  const [first, last] = [Number(from.slice(0, 4)), Number(until.slice(0, 4))];
  const years = Array.from({ length: Math.min(last - first, 60) + 1 }, (_, i) => first + i);
  return calendar === 'gregorian' ? years : [...new Set(years.flatMap((year) => [year - 622, year - 621]))];
};

// Reports on a theatre go on appearing for a while after its last day.
const AFTERMATH_DAYS = 120;

const inPeriod = (day: Day, { from, until }: DateGround['period']): boolean =>
  day >= from && (until === null || day <= addDays(until, AFTERMATH_DAYS));

const onWeekday = (day: Day | null, date: WrittenDate): day is Day =>
  day !== null && (date.weekday === null || weekdayOf(day) === date.weekday);

/** Days that one written date can mean: one as a rule; two where the order is open; none where it fits nothing. */
export const daysOf = (date: WrittenDate, ground: DateGround): readonly Day[] => {
  const readings =
    !date.eitherOrder || ground.order === 'day-first'
      ? [date]
      : ground.order === 'month-first'
        ? [swapped(date)]
        : [date, swapped(date)];
  const days = readings.flatMap((reading) => {
    if (reading.year !== null)
      return [dayOf(reading.calendar, { ...reading, year: reading.year })].filter((day) => day !== null);
    return yearsOf(ground.period, reading.calendar)
      .map((year) => dayOf(reading.calendar, { ...reading, year }))
      .filter((day) => onWeekday(day, reading))
      .filter((day) => inPeriod(day, ground.period));
  });
  const unique = [...new Set(days)].sort();
  const fitting = unique.filter((day) => onWeekday(day, date));
  const inside = fitting.filter((day) => inPeriod(day, ground.period));
  return inside.length === 1 ? inside : fitting.length > 0 ? fitting : unique;
};
