// "On Friday and Saturday they took A and B": two days said together, of which none is told to be one place's.
// Invariant: nothing but an "and" stands between them, and they follow upon each other.
import { daysBetween } from '../../model/time.ts';
import type { DateMark, Draft } from '../marks.ts';
import { inSentence } from '../words/by-sentence.ts';

/** So many days the two may lie apart. */
const APART = 3;

/** "took A on Friday and on Monday B", "… and on Monday shelled B": the second day is of what stands behind it. */
const opensFurther = ({ sentences, mentions, theatre }: Draft, { sentence, end }: DateMark): boolean => {
  const next = sentences[sentence]?.tokens.find(({ start }) => start >= end);
  if (next === undefined || next.type !== 'word') return false;
  const named = inSentence(mentions, sentence).some(({ type, start }) => type === 'place' && start === next.start);
  return named || (theatre.lexicon.verbs.get(next.word) ?? []).some(({ past }) => past === next.word);
};

const isPair = (draft: Draft, first: DateMark, second: DateMark): boolean => {
  const { report, theatre } = draft;
  if (first.sentence !== second.sentence || first.relation !== 'on') return false;
  const between = report.text.slice(first.end, second.start).trim().toLowerCase();
  const [a, b] = [first.when.latest, second.when.earliest];
  const single = [first, second].every(({ when }) => when.earliest !== null && when.earliest === when.latest);
  return (
    single &&
    !opensFurther(draft, second) &&
    theatre.lexicon.has('listLinks', between) &&
    a !== null &&
    b !== null &&
    a < b &&
    daysBetween(a, b) <= APART
  );
};

/** Both of a pair reach from the first day to the second. */
export const pairDays = (draft: Draft, dates: readonly DateMark[]): readonly DateMark[] =>
  dates.map((mark, at) => {
    const [before, behind] = [dates[at - 1], dates[at + 1]];
    if (behind !== undefined && isPair(draft, mark, behind))
      return { ...mark, when: { ...mark.when, latest: behind.when.latest, precision: 'about' } };
    if (before !== undefined && isPair(draft, before, mark))
      return { ...mark, relation: 'on', when: { ...mark.when, earliest: before.when.earliest, precision: 'about' } };
    return mark;
  });
