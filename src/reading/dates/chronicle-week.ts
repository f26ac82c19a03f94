// The days of a week's chronicle: paragraphs that open with a weekday alone ("Mon. The rebels take A.", "Thursday: …").
// Invariant: two such days in order make one; they are reckoned back from the last, which is the latest before the report.
import type { Report } from '../../model/report.ts';
import type { Span } from '../../model/text.ts';
import type { Theatre } from '../../model/theatre.ts';
import { addDays, type Day, weekdayOf } from '../../model/time.ts';
import { vocabularyOf } from './date-vocabulary.ts';

const WEEK = 7;
const OPENING = /^(\p{Lu}\p{L}{2,8})\s*(?:[.:—–]|-\s)/u;

/** The weekday (0 = Sunday) that a paragraph opens with, and nothing else before its stop. */
const weekdayAt = ({ text }: Report, theatre: Theatre, { start, end }: Span): number | null => {
  const word = OPENING.exec(text.slice(start, end))?.[1]?.toLowerCase();
  const [phrase] = word === undefined ? [] : (vocabularyOf(theatre.lexicon).phrases('dateWeekdays').get(word) ?? []);
  return phrase?.words.length === 1 ? Number(phrase.value) : null;
};

const backTo = (weekday: number, from: Day): Day => addDays(from, -((weekdayOf(from) - weekday + WEEK) % WEEK));

/** The day that each paragraph opens with; null where it opens with none, and for all where they make no chronicle. */
export const weekOpenings = (
  report: Report,
  theatre: Theatre,
  paragraphs: readonly Span[],
): readonly (Day | null)[] => {
  const weekdays = paragraphs.map((paragraph) => weekdayAt(report, theatre, paragraph));
  const said = weekdays.filter((weekday) => weekday !== null);
  let from = report.published.latest;
  if (from === null || new Set(said).size < 2 || said.length > WEEK || new Set(said).size < said.length)
    return paragraphs.map(() => null);
  const days: (Day | null)[] = [];
  for (const weekday of weekdays.toReversed()) {
    const day: Day | null = weekday === null ? null : backTo(weekday, from);
    days.unshift(day);
    from = day ?? from;
  }
  return days;
};
