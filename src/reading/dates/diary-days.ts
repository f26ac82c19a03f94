// The days of a diary or a chronicle: paragraphs that open with a time of their own ("July 4. …", "October 2020: …"),
// or with the weekdays of one week ("Mon. …").
// Invariant: two such times in order make one (the newest may stand first where each is a label or has a line of its own), or
// three labels one under another in any order; a date inside a sentence makes none.
import type { Report } from '../../model/report.ts';
import type { Span } from '../../model/text.ts';
import type { Theatre } from '../../model/theatre.ts';
import { type Day, onDay, type When } from '../../model/time.ts';
import { weekOpenings } from './chronicle-week.ts';
import { vocabularyOf } from './date-vocabulary.ts';
import { letterOf, type Opening, openingOf } from './entry-openings.ts';

const isAscending = (days: readonly Day[]): boolean => days.every((day, i) => day >= (days[i - 1] ?? day));

/** So many labels with nothing between them make a list, whatever their order. */
const LISTED = 3;

/** True where the openings are those of a diary or a list of events. */
const areEntries = (openings: readonly (Opening | null)[]): boolean => {
  const found = openings.filter((opening) => opening !== null);
  const days = found.flatMap(({ when }) => when.earliest ?? []);
  if (new Set(days).size < 2) return false;
  const labels = found.every(({ labelled }) => labelled);
  const newestFirst = labels || found.every(({ alone }) => alone);
  if (isAscending(days) || (newestFirst && isAscending(days.toReversed()))) return true;
  const first = openings.findIndex((opening) => opening !== null);
  const closed = openings.slice(first, first + found.length).every((opening) => opening !== null);
  return labels && closed && found.length >= LISTED;
};

/** The time under which each paragraph stands; null under none. */
export const diaryDays = (report: Report, theatre: Theatre, paragraphs: readonly Span[]): readonly (When | null)[] => {
  const none = paragraphs.map(() => null);
  const { gate } = vocabularyOf(theatre.lexicon);
  if (gate.size === 0) return none;
  const week = weekOpenings(report, theatre, paragraphs);
  const openings = paragraphs.map((paragraph, i): Opening | null => {
    const day = week[i] ?? null;
    if (day !== null) return { when: onDay(day, 'implied'), alone: false, labelled: false };
    return openingOf(report, theatre, paragraph) ?? letterOf(report, theatre, paragraph);
  });
  if (!areEntries(openings)) return none;
  const last = openings.findLastIndex((opening) => opening !== null);
  let current: Opening | null = null;
  return openings.map((opening, i) => {
    current = opening ?? (i < last || (current?.alone && i === last + 1) ? current : null);
    return current && { ...current.when, basis: 'implied' };
  });
};
