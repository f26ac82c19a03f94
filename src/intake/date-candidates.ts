// What a clue can mean as the day of a report: each reading with its days, its instant and whether its year was supplied by us.
// Invariant: a machine's nothing (the first second of the year 1 or of 1970) and years nobody prints are no dates.
import { type Day, dayIn, type Instant, isDay, toInstant, type When } from '../model/time.ts';
import { type DateGround, daysOf, findWrittenDates, type WrittenDate } from './date-forms.ts';
import { instantOf, offsetOf } from './zones.ts';

export type YearMonth = { readonly year: number; readonly month: number };

export type PublicationGround = DateGround & {
  readonly timezone: string;
  /** Year and month of the release's own number. */
  readonly numbered?: YearMonth | null;
};

export interface Candidate {
  readonly days: readonly Day[];
  readonly at: Instant | null;
  readonly basis: When['basis'];
  /** It is the day of a change ("Updated 22 June"), not of publication. */
  readonly ofChange: boolean;
  /** It stands in the report's address alone. */
  readonly ofAddress?: boolean;
}

const instantAt = (date: WrittenDate, day: Day): Instant | null => {
  if (date.clock === null || date.zone === null) return null;
  const offset = offsetOf(date.zone, day);
  return offset === null ? null : instantOf(day, date.clock, offset);
};

/** A date without a year takes it from the release's number: of the three years around it the one that comes nearest. */
const withYear = (date: WrittenDate, numbered: YearMonth | null): WrittenDate => {
  if (date.year !== null || numbered === null || date.calendar !== 'gregorian') return date;
  const months = date.month - numbered.month;
  return { ...date, year: numbered.year + (months > 6 ? -1 : months < -6 ? 1 : 0) };
};

const CHANGE = /\b(?:updated|modified|last change[ds]?|revised|edited|corrected)\b[^.\d]{0,24}$/i;

/** Every date that a line writes. */
export const fromWritten = (text: string, ground: PublicationGround): readonly Candidate[] =>
  findWrittenDates(text).flatMap((date) => {
    const days = daysOf(withYear(date, ground.numbered ?? null), ground);
    const [day] = days;
    if (day === undefined) return [];
    return [
      {
        days,
        at: days.length === 1 ? instantAt(date, day) : null,
        basis: date.year === null ? ('implied' as const) : ('stated' as const),
        ofChange: CHANGE.test(text.slice(0, date.start)),
      },
    ];
  });

const isPrinted = (day: Day): boolean => day > '1600-01-01' && day < '2200-01-01';

const EPOCH = '1970-01-01T00:00:00.000Z';

// "Wed, 14 Jul 2021 08:30:00 GMT": mail, feeds and HTTP write so. A zone that is no offset is asked of the platform, which knows these.
const HTTP_DATE =
  /^(?:[A-Z][a-z]{2}, )?(\d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}(?::\d{2})? (?:GMT|UTC|UT|Z|[+-]\d{4}))(?: \([^)]*\))?$/;

const fromHttp = (text: string): Instant | null => {
  const found = HTTP_DATE.exec(text)?.[1]?.replace(/ (?:UT|Z)$/, ' GMT');
  const ms = found === undefined ? Number.NaN : Date.parse(found);
  return Number.isNaN(ms) ? null : toInstant(new Date(ms).toISOString());
};

/** Seconds or milliseconds since 1970, as some pages write them. */
const fromCount = (text: string): Instant | null =>
  /^1\d{9}(?:\d{3})?$/.test(text)
    ? toInstant(new Date(Number(text) * (text.length === 10 ? 1000 : 1)).toISOString())
    : null;

/** "20210714", "20210714083000": a day; of what hour it is nobody says. */
const packedDay = (text: string): string => text.replace(/^(\d{4})(\d{2})(\d{2})(?:\d{6})?$/, '$1-$2-$3');

/** A moment as machines write it, in ISO 8601 or as mail does; null where it is none. */
export const machineInstant = (text: string): Instant | null => {
  const trimmed = text.trim();
  const at =
    toInstant(trimmed.replace(/^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2})/, '$1T$2').replace(/ (?=[+-]\d{2}:?\d{2}$)/, '')) ??
    fromHttp(trimmed) ??
    fromCount(trimmed);
  return at === null || at === EPOCH || at < '1600' || at >= '2200' ? null : at;
};

/** ISO days and instants as machines write them; anything else as a person would. */
export const fromRecord = (text: string, ground: PublicationGround): readonly Candidate[] => {
  const at = machineInstant(text);
  if (at !== null) return [{ days: [dayIn(at, ground.timezone)], at, basis: 'stated', ofChange: false }];
  const day = packedDay(text.trim()).slice(0, 10);
  if (!isDay(day)) return fromWritten(text, ground).map((one) => ({ ...one, ofChange: false }));
  const isNothing = !isPrinted(day) || (day === EPOCH.slice(0, 10) && /T00:00:00/.test(text));
  return isNothing ? [] : [{ days: [day], at: null, basis: 'stated', ofChange: false }];
};
