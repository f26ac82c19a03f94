// Live pages and threads: paragraphs that begin with a clock time are entries, each with its own moment.
// Invariant: three clocks at least make a live page; a lone "1400" or "20.15" at the head of a sentence is no entry.
import type { Day, Instant } from '../model/time.ts';
import type { Paragraph } from './paragraphs.ts';
import { instantOf, ZONE_PATTERN } from './zones.ts';

interface Clock {
  readonly hour: number;
  readonly minute: number;
}

const FEWEST = 3;

/** "05:58 #North: …", "0215 BREAKING …", "[14.30] …". */
const clockOf = (text: string): Clock | null => {
  const found = /^\[?(\d{1,2})[:.](\d{2})(?!\d)(?::\d{2})?|^\[?(\d{2})(\d{2})(?=\]? \D)/.exec(text);
  if (!found) return null;
  const [hour, minute] = [Number(found[1] ?? found[3]), Number(found[2] ?? found[4])];
  return hour < 24 && minute < 60 ? { hour, minute } : null;
};

const isBody = ({ cut, kind }: Paragraph): boolean => cut === null && (kind === 'body' || kind === 'entry');

/** Marks the entries of a live page; a paragraph after an entry without a clock of its own goes on with it. */
export const markEntries = (paragraphs: readonly Paragraph[]): readonly Paragraph[] => {
  const clocks = paragraphs.filter(isBody).flatMap(({ text }) => clockOf(text) ?? []);
  // Three lines that begin with one and the same number ("2018 was dry") tell no hours.
  const hours = new Set(clocks.map(({ hour, minute }) => hour * 60 + minute));
  if (clocks.length < FEWEST || hours.size < 2) return paragraphs;
  let begun = false;
  return paragraphs.map((paragraph) => {
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

/** Gives each entry its moment on the report's day. `zone` is the stated one, or the theatre's own. */
export const timeEntries = (paragraphs: readonly Paragraph[], day: Day, offset: number): readonly Paragraph[] => {
  let at: Instant | null = null;
  return paragraphs.map((paragraph) => {
    if (paragraph.kind !== 'entry' || paragraph.cut !== null || paragraph.at !== undefined) return paragraph;
    const clock = clockOf(paragraph.text);
    at = clock === null ? at : instantOf(day, clock, offset);
    return { ...paragraph, at };
  });
};

/** The latest moment of a page's entries: a live page is published with its last one. */
export const lastEntry = (paragraphs: readonly Paragraph[]): Instant | null =>
  paragraphs
    .flatMap(({ at }) => at ?? [])
    .sort()
    .at(-1) ?? null;
