// "which brings to sixteen the districts they claim", "raising to nine the towns lost": the number before its things.
// Invariant: a verb of bringing stands right before "to"; who has taken them the words say, or the number told before.
import { sideAt } from '../actors/actor-meant.ts';
import { skipOwner, unitAt } from '../clauses/counted-things.ts';
import type { Draft, Sentence } from '../marks.ts';
import { beginningsIn } from '../words/lists-in.ts';
import { amountAt, type Words } from '../words/read-amounts.ts';
import { quantityOf } from './find-quantities.ts';
import { actorsIn, type BareCount } from './held-counts.ts';
import { kindBetween } from './number-of.ts';

/** How many words behind the things say what was done with them. */
const BEHIND = 7;

const countAt = (draft: Draft, sentence: Sentence, at: number): readonly BareCount[] => {
  const words: Words = { tokens: sentence.tokens, lexicon: draft.theatre.lexicon };
  const word = (i: number): string => words.tokens[i]?.word ?? '';
  const amount = words.lexicon.has('toWords', word(at + 1)) ? amountAt(words, at + 2) : null;
  const unit = amount === null ? null : unitAt(words, skipOwner(words, amount.to));
  if (amount === null || amount.count === null || unit === null) return [];
  if (!unit.value.plural || !words.lexicon.has('placeUnits', unit.value.name)) return [];
  const end = Math.min(unit.to + BEHIND, words.tokens.length);
  // What a side claims, it says it has taken.
  const claims = words.tokens.slice(unit.to, end).some(({ word: one }) => words.lexicon.has('claimWords', one));
  const kind = (claims ? null : kindBetween(words, amount.to, end)) ?? 'capture';
  const actor = actorsIn({ draft, sentence }).find((one) => one.from >= amount.to && one.to <= end);
  const found = { amount, of: null, unit: unit.value.name, from: at + 2, to: unit.to };
  const quantity = { ...quantityOf(words, found, false), single: false };
  const clause = { start: words.tokens[at]?.start ?? quantity.start, end: quantity.end };
  return [{ quantity, sentence, kind, actor: actor === undefined ? null : sideAt(draft, actor), clause }];
};

/** One count for each number that places are brought to. */
export const findBroughtTo = (draft: Draft, sentence: Sentence): readonly BareCount[] =>
  beginningsIn(sentence.tokens, 'bringingVerbs', draft.theatre.lexicon).flatMap((at) => countAt(draft, sentence, at));
