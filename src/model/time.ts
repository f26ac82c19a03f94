// Days and instants are strings; nothing in the house holds a Date object.
// Three clocks are never mixed: valid time (a claim's When), known time (when a report could be read), recorded time (a ledger's seq).
import { whenAsked } from './when-asked.ts';

export type Day = string & { readonly __day: unique symbol };
/** ISO 8601 in UTC, e.g. 2021-07-14T08:30:00.000Z. */
export type Instant = string & { readonly __instant: unique symbol };

export const PRECISIONS = ['day', 'about', 'week', 'month', 'unknown'] as const;
export type Precision = (typeof PRECISIONS)[number];

/** One type for all uncertain time: a known day is earliest = latest; null is an open bound. */
export interface When {
  readonly earliest: Day | null;
  readonly latest: Day | null;
  readonly precision: Precision;
  readonly basis: 'stated' | 'implied';
}

const MS_PER_DAY = 86_400_000;
const utc = (day: Day): number => Date.parse(`${day}T00:00:00Z`);

export const isDay = (text: string): text is Day =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
  new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);

/** Accepts any ISO 8601 instant with a zone and normalises it to UTC; null where it is none. */
export const toInstant = (text: string): Instant | null => {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/.test(text)) return null;
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? null : (new Date(ms).toISOString() as Instant);
};

export const addDays = (day: Day, days: number): Day =>
  new Date(utc(day) + days * MS_PER_DAY).toISOString().slice(0, 10) as Day;

/** Whole days from a to b; negative where b is earlier. */
export const daysBetween = (a: Day, b: Day): number => Math.round((utc(b) - utc(a)) / MS_PER_DAY);

/** 0 = Sunday … 6 = Saturday. */
export const weekdayOf = (day: Day): number => new Date(utc(day)).getUTCDay();

// Making a formatter costs a hundred times what using it does.
const clocks = whenAsked(() => new Map<string, Intl.DateTimeFormat>());

/** What a clock in the zone shows at an instant (in milliseconds), e.g. "2021-07-14 13:30:00". */
const shownIn = (ms: number, timezone: string): string => {
  const known = clocks().get(timezone);
  const clock =
    known ?? new Intl.DateTimeFormat('sv-SE', { timeZone: timezone, dateStyle: 'short', timeStyle: 'medium' });
  if (known === undefined) clocks().set(timezone, clock);
  return clock.format(ms);
};

/** Milliseconds by which the zone's clock is ahead of UTC at an instant. */
const aheadOfUtc = (ms: number, timezone: string): number =>
  Date.parse(`${shownIn(ms, timezone).replace(' ', 'T')}Z`) - ms;

// The day of one report is asked for with each of its claims, in every question again.
const days = new Map<string, Day>();
const MOST_REMEMBERED = 50_000;

/** The calendar day of an instant in a time zone (IANA name). */
export const dayIn = (instant: Instant, timezone: string): Day => {
  const key = `${instant} ${timezone}`;
  const known = days.get(key);
  if (known !== undefined) return known;
  const day = shownIn(Date.parse(instant), timezone).slice(0, 10) as Day;
  if (days.size >= MOST_REMEMBERED) days.clear();
  days.set(key, day);
  return day;
};

/** The last millisecond of a day in a time zone: a bare day as a known-time cut means its end. */
export const endOfDayIn = (day: Day, timezone: string): Instant => {
  const midnight = utc(addDays(day, 1));
  // The clock may be changed between midnight in UTC and midnight there: the second look decides.
  const near = midnight - aheadOfUtc(midnight, timezone);
  return new Date(midnight - aheadOfUtc(near, timezone) - 1).toISOString() as Instant;
};

export const onDay = (day: Day, basis: When['basis'], precision: Precision = 'day'): When => ({
  earliest: day,
  latest: day,
  precision,
  basis,
});

export const UNKNOWN_WHEN: When = { earliest: null, latest: null, precision: 'unknown', basis: 'implied' };
