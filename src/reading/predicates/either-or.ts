// "Either A or B has fallen": who joins two places by "or" says of neither that it happened there.
// Invariant: only where the "or" stands between two places of one predicate; a denial ("did not take A or B") is of both.

import type { Parse } from '../clauses/parse.ts';
import type { Predicate } from '../marks.ts';
import { isIn } from '../words/view-sentence.ts';

/** "A OR B", "A, B OR C": between the first place and the last. */
const isOpenBetween = ({ view }: Parse, { items }: Predicate): boolean => {
  const [from, to] = [Math.min(...items.map((item) => item.to)), Math.max(...items.map((item) => item.from))];
  return items.length > 1 && view.tokens.slice(from, to).some((_, i) => isIn(view, 'orWords', from + i));
};

/** What is told of one place or another is possible for each. */
export const oneOrOther = (parse: Parse, predicate: Predicate): Predicate =>
  predicate.polarity === 'affirmed' &&
  (predicate.modality === 'actual' || predicate.modality === 'reported') &&
  isOpenBetween(parse, predicate)
    ? { ...predicate, modality: 'possible' }
    : predicate;
