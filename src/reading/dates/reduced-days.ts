// "has retaken A, CAPTURED TWO WEEKS AGO by the rebels": the day of what was done to the place before.
// Invariant: only where a participle stands right behind the name, and the day behind the participle.
import type { Lexicon } from '../../model/lexicon.ts';
import type { DateMark, Draft, Predicate } from '../marks.ts';
import { inSentence } from '../words/by-sentence.ts';

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

/** "BUILT in 1950", "HELD by the army since 2016": the participle that opens what is said in passing. */
export const isReducedBy = ({ verbs }: Lexicon, word: string): boolean =>
  verbs.get(word)?.some(({ participle }) => participle === word) === true;

/** Words of "built in". */
const ASIDE = 2;

/** "took A, a town held by the army SINCE 2016", "took A, home to a prison since 1950": a last aside on the place has days of its own. */
export const isOfAside = ({ sentences, theatre }: Draft, date: DateMark, deed: Predicate): boolean => {
  const tokens = sentences[deed.sentence]?.tokens ?? [];
  const comma = Math.max(...deed.items.map(({ to }) => to));
  const first = tokens[comma + ASIDE];
  const opens = tokens[comma];
  if (opens?.word !== ',' || opens.start < deed.end || first === undefined || first.start >= date.start) return false;
  const word = tokens[comma + 1]?.word ?? '';
  const described = isReducedBy(theatre.lexicon, word) || theatre.lexicon.has('indefiniteArticles', word);
  const describes = date.relation === 'since' || (date.background && described);
  return describes && !tokens.some((one, at) => at > comma && one.word === ',' && one.start < date.start);
};
