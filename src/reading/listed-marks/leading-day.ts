// "said ON WEDNESDAY he had launched it", "announced AT THE WEEKEND they had left": the day of the saying is no part of what is said.
// Invariant: asked for the marks alone; only a day right behind the word of saying, with a clause behind it, is cut.
import type { Span } from '../../model/text.ts';
import type { Draft, Frame } from '../marks.ts';

/** Words before a day: "late on", "at the". */
const LEAD = 3;

/** The span without such a day at its start. */
export const withoutDay = ({ report: { text }, dates, theatre }: Draft, { cue }: Frame, span: Span): Span => {
  const behind = span.start >= cue.end && /^\s*$/u.test(text.slice(cue.end, span.start));
  const day = behind ? dates.find(({ start, end }) => span.start <= start && end < span.end) : undefined;
  if (day === undefined) return span;
  const lead = text.slice(span.start, day.start).trim().toLowerCase();
  const words = lead === '' ? [] : lead.split(/\s+/u);
  const isLead = (word: string): boolean =>
    ['prepositions', 'determiners', 'timeLeads', 'tailPrepositions'].some((list) => theatre.lexicon.has(list, word));
  const rest = /^\s+(?=\p{L}|["“])/u.exec(text.slice(day.end, span.end));
  return words.length <= LEAD && words.every(isLead) && rest !== null
    ? { start: day.end + rest[0].length, end: span.end }
    : span;
};
