// "Ten districts had fallen, EIGHT OF THEM WITHOUT A FIGHT": a part of what was counted right before, of which the same is said.
// Invariant: no verb of its own stands behind it; a part is smaller than the whole.
import type { AggregateClaim } from '../model/claim.ts';
import { attributionAt } from './attribution-at.ts';
import { type Ground, leaningOn, wordsOf } from './echo-counts.ts';
import { amountAt } from './read-amounts.ts';

/** "eight OF THEM", behind which only words of how, when and where stand. */
const isPart = (ground: Ground, to: number): boolean => {
  const { tokens, lexicon } = wordsOf(ground);
  const has = (list: string, at: number): boolean => lexicon.has(list, tokens[at]?.word ?? '');
  return has('quantityLinks', to) && has('memberPronouns', to + 1) && has('partWays', to + 2);
};

const partAt = (ground: Ground, at: number): readonly AggregateClaim[] => {
  const { draft, sentence, known } = ground;
  const words = wordsOf(ground);
  const amount = amountAt(words, at);
  const token = sentence.tokens[at];
  if (amount === null || amount.count === null || token === undefined || !isPart(ground, amount.to)) return [];
  const { count, comparator } = amount;
  const here = known.filter(({ quote }) => quote.start >= sentence.start && quote.start < token.start);
  const whole = here.findLast((one) => (one.count ?? 0) > count && draft.theatre.lexicon.has('placeUnits', one.unit));
  if (whole === undefined || here.some((one) => one.count === count && one.quote.end > token.start)) return [];
  const end = sentence.tokens.findIndex(({ type }, i) => i > amount.to && type === 'mark');
  const clause = { start: token.start, end: sentence.tokens[(end < 0 ? amount.to + 3 : end) - 1]?.end ?? token.end };
  const quantity = { count, comparator, fraction: null, of: null, unit: whole.unit };
  const by = attributionAt(draft, token.start);
  return [leaningOn(ground, { quantity, of: whole, clause, polarity: whole.polarity, by })];
};

/** Parts of the numbers of a sentence. */
export const partCounts = (ground: Ground): readonly AggregateClaim[] =>
  ground.sentence.tokens.flatMap((_, at) => partAt(ground, at));
