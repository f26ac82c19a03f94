// Live pages and threads: paragraphs that begin with a clock time are entries, each with its own moment.
// Invariant: three clocks at least make a live page; a lone "1400" or "20.15" at the head of a sentence is no entry.
import { addDays, type Day, type Instant } from '../model/time.ts';
import { type Clock, dayMeant, entryTimeOf } from './entry-times.ts';
import type { Paragraph } from './paragraphs.ts';
import { instantOf, ZONE_PATTERN } from './zones.ts';

const FEWEST = 3;

const clockOf = (text: string): Clock | null => entryTimeOf(text)?.clock ?? null;

const isBody = ({ cut, kind }: Paragraph): boolean => cut === null && (kind === 'body' || kind === 'entry');

/** "Friday 6 August, 16:20" as the page's first line is an entry's where others have such a line of their own. */
const headsEntry = (paragraphs: readonly Paragraph[]): ((paragraph: Paragraph) => boolean) => {
  const lines = paragraphs.filter((one) => isBody(one) && isTimeLine(one));
  return (paragraph) => lines.length + 1 >= FEWEST && paragraph.cut === 'date line' && isTimeLine(paragraph);
};

const isTimeLine = ({ text }: Paragraph): boolean => {
  const time = entryTimeOf(text);
  return time?.alone === true && time.clock !== null && time.day !== null;
};

/** Marks the entries of a live page; a paragraph after an entry without a clock of its own goes on with it. */
export const markEntries = (paragraphs: readonly Paragraph[]): readonly Paragraph[] => {
  const heads = headsEntry(paragraphs);
  const clocks = paragraphs.filter((one) => isBody(one) || heads(one)).flatMap(({ text }) => clockOf(text) ?? []);
  // Three lines that begin with one and the same number ("2018 was dry") tell no hours.
  const hours = new Set(clocks.map(({ hour, minute }) => hour * 60 + minute));
  if (clocks.length < FEWEST || hours.size < 2) return paragraphs;
  let begun = false;
  return paragraphs.map((paragraph) => {
    begun ||= heads(paragraph);
    if (!isBody(paragraph)) return paragraph;
    begun ||= clockOf(paragraph.text) !== null;
    return begun ? { ...paragraph, kind: 'entry' as const } : paragraph;
  });
};

/** "All times GMT", "time zone UTC", "all times … (UTC+4:30)", "all times local": the words of the zone; null where none is stated. */
export const statedZone = (lines: readonly string[]): string | null => {
  const pattern = new RegExp(`\\btimes?(?: zone)?\\b[^.\\n]{0,24}?(${ZONE_PATTERN}|local\\b)`, 'i');
  for (const line of lines) {
    const zone = pattern.exec(line)?.[1];
    if (zone !== undefined) return zone;
  }
  return null;
};

/** Where a page's newest entry stands first, a clock that runs on past midnight is of the day before. */
const HALF_DAY = 12;

const isNewestFirst = (clocks: readonly Clock[]): boolean => {
  const falls = clocks.filter((clock, i) => i > 0 && minutesOf(clock) < minutesOf(clocks[i - 1] ?? clock)).length;
  return falls * 2 > clocks.length - 1;
};

const minutesOf = ({ hour, minute }: Clock): number => hour * 60 + minute;

interface Reached {
  readonly day: Day;
  readonly clock: Clock | null;
  readonly at: Instant | null;
}

interface Order {
  readonly report: Day;
  readonly offset: number;
  readonly newestFirst: boolean;
}

/** What the next time of a page says, where the last one is known. */
const reach = (last: Reached, text: string, { report, offset, newestFirst }: Order): Reached => {
  const time = entryTimeOf(text);
  if (time === null) return last;
  const stated = time.day === null ? null : dayMeant(time.day, report);
  const { clock } = time;
  if (clock === null) return stated === null ? last : { day: stated, clock: null, at: instantOf(stated, NOON, offset) };
  const past = newestFirst && last.clock !== null && clock.hour - last.clock.hour >= HALF_DAY;
  const day = stated ?? (past ? addDays(last.day, -1) : last.day);
  return { day, clock, at: instantOf(day, clock, offset) };
};

const NOON: Clock = { hour: 12, minute: 0 };

/** Gives each entry its moment: on the report's day, or on one that it or a line over it states. `zone` is the stated one, or the theatre's own. */
export const timeEntries = (paragraphs: readonly Paragraph[], day: Day, offset: number): readonly Paragraph[] => {
  const entries = paragraphs.filter(({ kind, cut }) => kind === 'entry' && cut === null);
  const order = { report: day, offset, newestFirst: isNewestFirst(entries.flatMap(({ text }) => clockOf(text) ?? [])) };
  const heads = headsEntry(paragraphs);
  let last: Reached = { day, clock: null, at: null };
  return paragraphs.map((paragraph) => {
    const entry = paragraph.kind === 'entry' && paragraph.cut === null;
    if ((entry || heads(paragraph)) && paragraph.at === undefined) last = reach(last, paragraph.text, order);
    return entry && paragraph.at === undefined ? { ...paragraph, at: last.at } : paragraph;
  });
};

/** The latest moment of a page's entries: a live page is published with its last one. */
export const lastEntry = (paragraphs: readonly Paragraph[]): Instant | null =>
  paragraphs
    .flatMap(({ at }) => at ?? [])
    .sort()
    .at(-1) ?? null;
