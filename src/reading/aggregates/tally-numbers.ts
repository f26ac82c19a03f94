// The number that follows a label: "212 of 407" behind "Districts under rebel control:".
// Invariant: it ends its stretch, and what it counts is its own thing or the label's.
import { totalBehind } from '../clauses/counted-things.ts';
import { amountAt, type Words } from '../words/read-amounts.ts';
import { countedAt, type Quantity, quantityOf } from './find-quantities.ts';

/** A number that ends its stretch, with the thing from the label, or with a thing of its own. */
export const numberAfter = (words: Words, at: number, unit: string | null): Quantity | null => {
  const amount = amountAt(words, at);
  if (amount === null || amount.count === null) return null;
  const own = countedAt(words, at, amount);
  if (own !== null) return quantityOf(words, own, false);
  const total = totalBehind(words, amount.to);
  const to = total?.to ?? amount.to;
  const next = words.tokens[to];
  const ends = next === undefined || next.type === 'mark' || words.lexicon.has('conjunctions', next.word);
  if (unit === null || !ends) return null;
  return quantityOf(words, { amount, of: total?.value ?? null, unit, from: at, to }, true);
};
