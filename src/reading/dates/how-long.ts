// "Held A FOR TWO WEEKS before the army took it": a date that says how long something was, and not when something happened.
// Invariant: asks of the date's own words and of the word behind it.
import type { Span } from '../../model/text.ts';
import type { DateMark, Draft, Predicate } from '../marks.ts';

const TURNS: readonly Predicate['kind'][] = ['capture', 'recapture', 'loss', 'surrender', 'withdrawal', 'entry'];

const firstWord = (words: string): string => words.trimStart().toLowerCase().split(/\s/u)[0] ?? '';

/** "for nine months", "within a week": how long something was or took. */
export const isLength = ({ report, theatre }: Draft, { start, end }: Span): boolean =>
  theatre.lexicon.has('lengthLeads', firstWord(report.text.slice(start, end)));

/** "held A FOR TWO WEEKS before the army took it": no turn takes so long; "held out for a month AFTER A was lost" dates the loss. */
export const isLengthOfState = (
  { report, theatre }: Draft,
  date: DateMark,
  { kind, start, tense }: Predicate,
): boolean =>
  TURNS.includes(kind) &&
  // "the capture of A, after talks deadlocked FOR WEEKS": a noun of a turn takes no time of its own.
  (date.start < start || tense === 'none') &&
  theatre.lexicon.has('spanLeads', firstWord(report.text.slice(date.start, date.end))) &&
  !theatre.lexicon.has('afterwardLinks', firstWord(report.text.slice(date.end)));
