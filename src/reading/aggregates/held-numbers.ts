// "Government-held districts fell from 129 to 75", "Districts under rebel control now number 204": the things, then how many.
// Invariant: the things are of many and uncounted, and between them and the number stand who has them and a verb of number.
import { sideAt } from '../actors/actor-meant.ts';
import { unitHere } from '../clauses/counted-things.ts';
import type { Draft, Sentence } from '../marks.ts';
import { beginningsIn, wordsIn } from '../words/lists-in.ts';
import { amountAt, type Words } from '../words/read-amounts.ts';
import { quantityOf } from './find-quantities.ts';
import { actorsIn, type BareCount, wordIn } from './held-counts.ts';
import { kindBetween, SIDELESS } from './number-of.ts';

/** How many words describe the things before and behind them. */
const BEFORE = 4;
const BEHIND = 8;

/** How many words may stand between the verb and the number. */
const VALUE = 6;

const verbBehind = (words: Words, at: number): number => {
  for (let i = at; i < at + BEHIND; i += 1) if (words.lexicon.has('numberVerbs', words.tokens[i]?.word ?? '')) return i;
  return -1;
};

/** The last number that the verb leads to: behind "to" or "at", or right behind "number". */
const valueAt = (words: Words, verb: number): number => {
  const links = (at: number): boolean =>
    at === verb
      ? words.lexicon.has('countingVerbs', words.tokens[at]?.word ?? '')
      : words.lexicon.has('valueLinks', words.tokens[at]?.word ?? '');
  for (let at = verb + VALUE; at > verb; at -= 1)
    if (links(at - 1) && (amountAt(words, at)?.count ?? null) !== null) return at;
  return -1;
};

const startOfThings = (words: Words, at: number): number => {
  let from = at;
  while (from > Math.max(0, at - BEFORE) && !/^[,.;:]$/.test(words.tokens[from - 1]?.word ?? '')) from -= 1;
  return from;
};

/** "prices IN rebel-held districts rose to 60": what rises is something else. */
const isGoverned = ({ tokens, lexicon }: Words, first: number): boolean => {
  const before = lexicon.has('determiners', tokens[first - 1]?.word ?? '') ? first - 2 : first - 1;
  return lexicon.has('prepositions', tokens[before]?.word ?? '');
};

const countAt = (draft: Draft, sentence: Sentence, at: number): readonly BareCount[] => {
  const words: Words = { tokens: sentence.tokens, lexicon: draft.theatre.lexicon };
  const unit = unitHere(words, at);
  if (unit === null || !unit.value.plural || !words.lexicon.has('placeUnits', unit.value.name)) return [];
  const from = startOfThings(words, at);
  const verb = verbBehind(words, unit.to);
  const value = verb < 0 ? -1 : valueAt(words, verb);
  const amount = value < 0 ? null : amountAt(words, value);
  const kind = amount === null ? null : kindBetween(words, from, verb);
  const counted = sentence.tokens.slice(from, at).some((_, i) => amountAt(words, from + i) !== null);
  if (amount === null || kind === null || counted || words.lexicon.has('numberOf', wordIn(sentence, at - 2))) return [];
  const actor = actorsIn({ draft, sentence }).find((one) => one.from >= from && one.to <= verb);
  const side = actor === undefined ? null : sideAt(draft, actor);
  if (side === null && !SIDELESS.includes(kind)) return [];
  const first = actor === undefined ? at : Math.min(at, actor.from);
  if (isGoverned(words, first)) return [];
  const quantity = quantityOf(words, { amount, of: null, unit: unit.value.name, from: value, to: amount.to }, true);
  const start = words.tokens[first]?.start ?? quantity.start;
  const clause = { start, end: quantity.end };
  return [{ quantity: { ...quantity, single: false }, sentence, kind, actor: side, clause }];
};

/** One count for each number that things told of come to. */
export const findHeldNumbers = (draft: Draft, sentence: Sentence): readonly BareCount[] => {
  const numbered = wordsIn(sentence.tokens, 'numberVerbs', draft.theatre.lexicon).length > 0;
  if (!numbered || beginningsIn(sentence.tokens, 'numberOf', draft.theatre.lexicon).length > 1) return [];
  return beginningsIn(sentence.tokens, 'units', draft.theatre.lexicon).flatMap((at) => countAt(draft, sentence, at));
};
