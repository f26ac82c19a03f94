// "has retaken A, CAPTURED TWO WEEKS AGO by the rebels": the day of what was done to the place before.
// Invariant: only where a participle stands right behind the name, and the day behind the participle.
import { inSentence } from './by-sentence.ts';
import type { DateMark, Draft, Predicate } from './marks.ts';

/** A day that belongs to a participle behind the place of a deed. */
export const isOfReduced = ({ predicates, sentences }: Draft, date: DateMark, deed: Predicate): boolean => {
  if (date.start <= deed.end) return false;
  const tokens = sentences[deed.sentence]?.tokens ?? [];
  return inSentence(predicates, deed.sentence).some((other) => {
    if (other.start <= deed.end || other.end > date.start) return false;
    const verb = tokens.findIndex(({ start }) => start >= other.start);
    // "retook A, taken by the rebels, ON MONDAY": behind a second comma the deed goes on.
    if (tokens.some(({ word, start }) => word === ',' && start >= other.end && start < date.start)) return false;
    const comma = tokens[verb - 1]?.word === ',' ? 1 : 0;
    const behind = deed.items.some(({ to }) => to === verb - comma);
    return behind && /(?:ed|en|n|t)$/u.test(tokens[verb]?.word ?? '') && tokens[verb]?.end === other.end;
  });
};

/** "retook A, TAKEN BY THE REBELS, on Monday": the day behind what only describes the place is the deed's, and none of it. */
export const isPastReduced = ({ predicates, sentences }: Draft, date: DateMark, reduced: Predicate): boolean => {
  const tokens = sentences[reduced.sentence]?.tokens ?? [];
  const verb = tokens.findIndex(({ start }) => start >= reduced.start);
  if (tokens[verb - 1]?.word !== ',' || tokens[verb]?.end !== reduced.end || date.start < reduced.end) return false;
  if (date.when.precision !== 'day') return false;
  if (!tokens.some(({ word, start }) => word === ',' && start >= reduced.end && start < date.start)) return false;
  return inSentence(predicates, reduced.sentence).some(
    (deed) => deed.start < reduced.start && deed.items.some(({ to }) => to === verb - 1),
  );
};
