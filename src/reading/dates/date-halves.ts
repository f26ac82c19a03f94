// A day of the first half of a sentence, where the second half is of a day of its own.
// Invariant: only days that stand before the predicate are asked for.
import type { DateMark, Draft, Predicate } from '../marks.ts';

const LASTING: readonly Predicate['kind'][] = ['hold', 'siege', 'threat'];

/** "A was shelled LAST MONTH; B has been encircled": behind a semicolon what is so now is of no earlier day. */
export const isOfFirstHalf = ({ report }: Draft, { end, relation }: DateMark, { start, tense }: Predicate): boolean =>
  relation !== 'since' && (tense === 'perfect' || tense === 'present') && report.text.slice(end, start).includes(';');

/** "said that A had fallen A WEEK AGO AND THAT B was surrounded": a state told behind its own "that" has no day of another's. */
export const isOfThatBefore = (
  { report, theatre: { lexicon } }: Draft,
  { end }: DateMark,
  { kind, start }: Predicate,
): boolean => {
  const words = LASTING.includes(kind)
    ? report.text
        .slice(end, start)
        .toLowerCase()
        .split(/[^\p{L}]+/u)
    : [];
  return words.some(
    (word, i) => lexicon.has('clauseComplements', word) && lexicon.has('conjunctions', words[i - 1] ?? ''),
  );
};

/** "The rebels took A ON MONDAY; the mayor said they had left it": what stands behind a deed dates that, and opens nothing. */
export const isOfDeedBefore = (others: readonly Predicate[], { start }: DateMark): boolean =>
  others.some((other) => other.start < start);
