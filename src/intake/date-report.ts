// When a report was published: from what was given, from the page's own record, from date lines and the dateline.
// Invariant: without a date there are bounds, never a guess; a year or an order that was supplied by us is `implied` and noted.
import type { Note, NoteCode } from '../model/outcome.ts';
import { addDays, type Day, dayIn, type Instant, isDay, toInstant, UNKNOWN_WHEN, type When } from '../model/time.ts';
import { type DateGround, daysOf, findWrittenDates, type WrittenDate } from './date-forms.ts';
import { instantOf, offsetOf } from './zones.ts';

export interface DateClues {
  /** From outside: a flag, a manifest, a feed. */
  readonly given: string | null;
  /** The page's own record, best first: JSON-LD, meta and time elements. */
  readonly recorded: readonly string[];
  /** Mastheads, date lines, bylines, the dateline's opening, best first. */
  readonly lines: readonly string[];
  /** The article, for bounds. */
  readonly text: string;
}

export interface Dated {
  readonly published: When;
  readonly publishedAt: Instant | null;
  readonly notes: readonly Note[];
}

export type PublicationGround = DateGround & {
  readonly timezone: string;
  /** Year and month of the release's own number. */
  readonly numbered?: YearMonth | null;
};

interface Candidate {
  readonly days: readonly Day[];
  readonly at: Instant | null;
  readonly basis: When['basis'];
}

const instantAt = (date: WrittenDate, day: Day): Instant | null => {
  if (date.clock === null || date.zone === null) return null;
  const offset = offsetOf(date.zone, day);
  return offset === null ? null : instantOf(day, date.clock, offset);
};

// "2010-09-CA-125", "2013-01-S-022": press offices number their releases by year and month.
const RELEASE_NUMBER = /(?<![\d-])(?<year>(?:19|20)\d\d)-(?<month>0[1-9]|1[0-2])-\p{Lu}{1,4}-\d{1,4}(?![\d-])/u;
const NUMBER_REACH = 800;

type YearMonth = { readonly year: number; readonly month: number };

const releaseMonth = (text: string): YearMonth | null => {
  const groups = RELEASE_NUMBER.exec(text.slice(0, NUMBER_REACH))?.groups;
  return groups === undefined ? null : { year: Number(groups.year), month: Number(groups.month) };
};

/** A date without a year takes it from the release's number: of the three years around it the one that comes nearest. */
const withYear = (date: WrittenDate, numbered: YearMonth | null): WrittenDate => {
  if (date.year !== null || numbered === null || date.calendar !== 'gregorian') return date;
  const months = date.month - numbered.month;
  return { ...date, year: numbered.year + (months > 6 ? -1 : months < -6 ? 1 : 0) };
};

const fromWritten = (text: string, ground: PublicationGround): Candidate[] =>
  findWrittenDates(text).flatMap((date) => {
    const days = daysOf(withYear(date, ground.numbered ?? null), ground);
    const [day] = days;
    if (day === undefined) return [];
    return [
      {
        days,
        at: days.length === 1 ? instantAt(date, day) : null,
        basis: date.year === null ? ('implied' as const) : ('stated' as const),
      },
    ];
  });

const note = (code: NoteCode, message: string): Note => ({ code, message, span: null });

/** ISO days and instants as machines write them; anything else as a person would. */
const fromRecord = (text: string, ground: PublicationGround): Candidate[] => {
  const at = toInstant(text.trim().replace(' ', 'T'));
  if (at !== null) return [{ days: [dayIn(at, ground.timezone)], at, basis: 'stated' }];
  const day = text.trim().slice(0, 10);
  return isDay(day) ? [{ days: [day], at: null, basis: 'stated' }] : fromWritten(text, ground);
};

// What is still to come cannot bound a report from below: "to withdraw by September 11, 2021".
const AHEAD = /\b(?:by|until|till|before|will|would|to|due|deadline|scheduled|next)\b[^.]{0,40}$/i;

/** The latest past day that the text dates, with its year or its fitting weekday, within or after the theatre's first day. */
const earliestPossible = (text: string, ground: PublicationGround): Day | null => {
  const days = findWrittenDates(text)
    .filter((date) => date.year !== null || date.weekday !== null)
    .filter((date) => !AHEAD.test(text.slice(Math.max(0, date.start - 60), date.start)))
    .map((date) => daysOf(date, ground))
    .flatMap((days) => (days.length === 1 ? days : []))
    .filter((day) => day >= ground.period.from);
  return days.sort().at(-1) ?? null;
};

/** Numbered by its month, a release has that month as bounds. */
const monthOnly = ({ year, month }: YearMonth): Dated => {
  const first = `${year}-${String(month).padStart(2, '0')}-01` as Day;
  const next = addDays(first, 31);
  const latest = addDays(`${next.slice(0, 7)}-01` as Day, -1);
  return {
    published: { earliest: first, latest, precision: 'month', basis: 'implied' },
    publishedAt: null,
    notes: [note('undated', `the report bears no day; its number is of ${first.slice(0, 7)}`)],
  };
};

const undated = (text: string, ground: PublicationGround): Dated => {
  if (ground.numbered) return monthOnly(ground.numbered);
  const earliest = earliestPossible(text, ground);
  const message = earliest === null ? 'the report bears no date' : `the report bears no date; it mentions ${earliest}`;
  return {
    published: { ...UNKNOWN_WHEN, earliest },
    publishedAt: null,
    notes: [{ code: 'undated', message, span: null }],
  };
};

const notesOn = ({ days, basis }: Candidate): Note[] => [
  ...(basis === 'implied'
    ? [note('year-implied', `the date has no year; taken as ${days.join(' or ')} from the theatre's period`)]
    : []),
  ...(days.length > 1
    ? [note('date-order', `the date can be read as ${days.join(' or ')}; say which with --published`)]
    : []),
];

/** A report's publication from its clues; `publishedAt` only where an hour and its zone are known. Reading guide, "Dates". */
export const dateReport = (clues: DateClues, setting: PublicationGround): Dated => {
  const ground = { ...setting, numbered: releaseMonth(clues.text) };
  const given = clues.given === null ? [] : fromRecord(clues.given, ground);
  const all = [
    ...given,
    ...clues.recorded.flatMap((text) => fromRecord(text, ground)),
    ...clues.lines.flatMap((text) => fromWritten(text, ground)),
  ];
  const best = all.find(({ days }) => days.length === 1) ?? all[0];
  const [earliest, latest] = [best?.days[0], best?.days.at(-1)];
  if (best === undefined || earliest === undefined || latest === undefined) return undated(clues.text, ground);
  const at = all.find((other) => other.at !== null && other.days[0] === earliest)?.at ?? null;
  return {
    published: { earliest, latest, precision: earliest === latest ? 'day' : 'unknown', basis: best.basis },
    publishedAt: earliest === latest ? (best.at ?? at) : null,
    notes: notesOn(best),
  };
};
