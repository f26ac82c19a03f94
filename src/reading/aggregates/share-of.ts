// "put THE SHARE OF TERRITORY held by the rebels AT 65 percent": the land first, how much of it behind a link.
// Invariant: a share of a named place is told of the place; without a word of holding it says nothing.
import { sideAt } from '../actors/actor-meant.ts';
import { landAt } from '../clauses/counted-things.ts';
import type { Draft, Sentence } from '../marks.ts';
import { beginningsIn } from '../words/lists-in.ts';
import { amountAt, type Words } from '../words/read-amounts.ts';
import { countedAt, type Quantity, quantityOf } from './find-quantities.ts';
import { actorsIn, type BareCount } from './held-counts.ts';
import { kindBetween } from './number-of.ts';

/** How far behind the land its share may stand, in words. */
const REACH = 12;

/** "at 65 percent": the first share that a link leads to. */
const valueBehind = (words: Words, from: number): Quantity | null => {
  for (let at = from + 1; at < Math.min(from + REACH, words.tokens.length); at += 1) {
    const amount = words.lexicon.has('valueLinks', words.tokens[at - 1]?.word ?? '') ? amountAt(words, at) : null;
    const counted = amount === null ? null : countedAt(words, at, amount);
    if (counted?.unit === 'percent') return quantityOf(words, counted, false);
  }
  return null;
};

const shareAt = (draft: Draft, sentence: Sentence, at: number): readonly BareCount[] => {
  const words: Words = { tokens: sentence.tokens, lexicon: draft.theatre.lexicon };
  const land = words.lexicon.has('definiteWords', words.tokens[at - 1]?.word ?? '') ? landAt(words, at + 1) : null;
  const quantity = land === null ? null : valueBehind(words, land.to);
  if (land === null || quantity === null || kindBetween(words, land.to, quantity.from) !== 'hold') return [];
  const inside = actorsIn({ draft, sentence }).filter(({ from, to }) => from >= land.to && to <= quantity.from);
  const actor = inside.map((one) => sideAt(draft, one)).find((side) => side !== null);
  const clause = { start: words.tokens[at - 1]?.start ?? quantity.start, end: quantity.end };
  return actor === undefined ? [] : [{ quantity, sentence, kind: 'hold', actor, clause }];
};

/** One count for each share of a land that a sentence tells. */
export const findShareOf = (draft: Draft, sentence: Sentence): readonly BareCount[] =>
  beginningsIn(sentence.tokens, 'shareNouns', draft.theatre.lexicon).flatMap((at) => shareAt(draft, sentence, at));
