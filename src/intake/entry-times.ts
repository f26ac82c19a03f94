// What an entry of a live page opens with: a clock time, and perhaps a day beside it or alone ("Fri 6 August, 16:20", "7.05pm").
// Invariant: a day without a year is the latest such day that is not after the report's own; nothing else is guessed.
import { addDays, type Day, weekdayOf } from '../model/time.ts';
import { dayOf, MONTH_PATTERN, monthOf, WEEKDAY_PATTERN, weekdayNumber } from './calendar.ts';
import { ZONE_PATTERN } from './zones.ts';

export interface Clock {
  readonly hour: number;
  readonly minute: number;
}

export interface EntryTime {
  readonly clock: Clock | null;
  /** Weekday, day and month as written; null where only a clock stands. */
  readonly day: WrittenDay | null;
  /** True where nothing else stands in the paragraph. */
  readonly alone: boolean;
}

interface WrittenDay {
  readonly weekday: number | null;
  readonly month: number | null;
  readonly day: number | null;
  readonly year: number | null;
}

const DATE = (n: string): string =>
  `(?:(?<day${n}>\\d{1,2})(?:st|nd|rd|th)? (?<month${n}>${MONTH_PATTERN})\\b|(?<monthFirst${n}>${MONTH_PATTERN})\\b\\.? (?<dayLast${n}>\\d{1,2})(?:st|nd|rd|th)?\\b(?![:.]\\d))(?:,? (?<year${n}>\\d{4})\\b)?`;
const DAY = (n: string): string => `(?:(?<weekday${n}>${WEEKDAY_PATTERN})\\b\\.?(?:,? ${DATE(n)})?|${DATE(`${n}o`)})`;
const CLOCK = `(?<hour>\\d{1,2})(?:[:.](?<minute>\\d{2})(?!\\d)(?::\\d{2})?\\s?(?<half>[ap]\\.?m\\b\\.?)?|\\s?(?<onlyHalf>[ap]\\.?m\\b\\.?))`;
const FORMS: readonly RegExp[] = [
  new RegExp(`^[[(]?(?:${DAY('a')}(?:,| at|\\s[-–—|])?\\s+)?${CLOCK}\\s?(?:${ZONE_PATTERN})?`, 'i'),
  new RegExp(`^[[(]?${DAY('a')}[\\])]?`, 'i'),
];
/** "16:20, Friday 6 August": the day behind the clock. */
const DAY_BEHIND = new RegExp(`^(?:\\s?(?:GMT|UTC|local))?(?:,| on|\\s[-–—|])?\\s+${DAY('a')}`, 'i');
/** Most paragraphs open with neither a number nor a day, and need not be looked at by the long patterns. */
const MAY_OPEN = new RegExp(`^[[(]?(?:\\d|${WEEKDAY_PATTERN}|${MONTH_PATTERN})`, 'i');
/** Only a clock, or a line of a day and nothing else, can be one: the long patterns are for those. */
const CLOCK_HERE = /\d(?:[:.]\d{2}|\s?[ap]\.?m)/i;
const HEAD = 70;
const LONGEST_DAY = 48;
/** "0215 BREAKING …". */
const PLAIN = /^\[?(?<hour>\d{2})(?<minute>\d{2})(?=\]? \D)/u;

type Groups = Record<string, string | undefined>;

const number = (text: string | undefined): number | null => (text === undefined ? null : Number(text));

const dayIn = (groups: Groups): WrittenDay | null => {
  const pick = (name: string): string | undefined => groups[`${name}a`] ?? groups[`${name}ao`];
  const month = pick('month') ?? pick('monthFirst');
  const weekday = pick('weekday');
  if (month === undefined && weekday === undefined) return null;
  return {
    weekday: weekday === undefined ? null : weekdayNumber(weekday),
    month: month === undefined ? null : (monthOf(month)?.month ?? null),
    day: number(pick('day') ?? pick('dayLast')),
    year: number(pick('year')),
  };
};

const clockIn = (groups: Groups): Clock | null => {
  if (groups.hour === undefined) return null;
  const half = (groups.half ?? groups.onlyHalf)?.[0]?.toLowerCase();
  const hour = Number(groups.hour);
  const minute = Number(groups.minute ?? 0);
  if (hour > (half === undefined ? 23 : 12) || minute > 59) return null;
  return { hour: half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0), minute };
};

/** The time that a paragraph opens with; null where it opens with none. A day alone counts only where nothing follows it. */
export const entryTimeOf = (text: string): EntryTime | null => {
  if (!MAY_OPEN.test(text)) return null;
  const forms = [
    ...(CLOCK_HERE.test(text.slice(0, HEAD)) ? [FORMS[0]] : []),
    PLAIN,
    ...(text.length <= LONGEST_DAY ? [FORMS[1]] : []),
  ];
  for (const form of forms) {
    const found = form?.exec(text);
    if (found == null) continue;
    const rest = text.slice(found[0].length);
    const behind = form === FORMS[0] ? DAY_BEHIND.exec(rest) : null;
    const alone = /^[\s.,:\-–—|\])]*$/u.test(rest.slice(behind?.[0].length ?? 0));
    const clock = clockIn(found.groups ?? {});
    const day = dayIn(found.groups ?? {}) ?? dayIn(behind?.groups ?? {});
    if (clock !== null || (alone && day !== null && form === FORMS[1])) return { clock, day, alone };
  }
  return null;
};

const WEEK = 7;

/** The day meant, in a report of a day: the latest such day that is not after it. */
export const dayMeant = ({ weekday, month, day, year }: WrittenDay, report: Day): Day | null => {
  if (month !== null && day !== null) {
    const own = Number(report.slice(0, 4));
    const found = dayOf('gregorian', { year: year ?? own, month, day });
    if (found === null || year !== null || found <= addDays(report, 1)) return found;
    return dayOf('gregorian', { year: own - 1, month, day });
  }
  return weekday === null ? null : addDays(report, -((weekdayOf(report) - weekday + WEEK) % WEEK));
};
