// Parts of a number told before: "Ten OF THEM are in A, six in B", "eight of them without a fight".
// Invariant: nothing else is said of the part than where or how it was; kind and side are those of the number before.
import type { AggregateClaim } from '../../model/claim.ts';
import { sentenceAt } from '../words/by-sentence.ts';
import { wordsIn } from '../words/lists-in.ts';
import { amountAt, lengthIn, numberAt, type Words } from '../words/read-amounts.ts';
import { attributionAt } from './attribution-at.ts';
import { type Ground, leaningOn, wordsOf } from './echo-counts.ts';
import { type Quantity, quantityOf } from './find-quantities.ts';

/** How many sentences back the whole may stand. */
const BACK = 1;

interface Part {
  readonly quantity: Quantity;
  readonly at: number;
}

const word = ({ tokens }: Words, at: number): string => tokens[at]?.word ?? '';

const has = (words: Words, list: string, at: number): boolean => words.lexicon.has(list, word(words, at));

/** "17 OF THE 41 were in": of a number told before, with no thing named behind it. */
const ofThose = (words: Words, at: number): number => {
  const whole = has(words, 'partLinks', at) && has(words, 'definiteWords', at + 1) ? numberAt(words, at + 2) : null;
  return whole !== null && has(words, 'be', whole.to) ? whole.to - at : 0;
};

/** "Ten of them": a number and a pronoun for the things. */
const partAt = (words: Words, at: number): Part | null => {
  const amount = amountAt(words, at);
  const them =
    amount === null || amount.count === null ? 0 : lengthIn(words, 'onlyOf', amount.to) || ofThose(words, amount.to);
  if (amount === null || them === 0) return null;
  const found = { amount, of: null, unit: '', from: at, to: amount.to + them };
  return { quantity: quantityOf(words, found, true), at: amount.to + them };
};

/** "in Badakhshan", "are in Badakhshan", "without a fight": where or how, and no other deed before the clause ends. */
const isPlain = (words: Words, at: number): boolean => {
  let from = at;
  const isPassed = (i: number): boolean =>
    has(words, 'be', i) || (has(words, 'verbAdverbs', i) && !has(words, 'partWays', i));
  while (isPassed(from)) from += 1;
  const opens = ['insideLinks', 'undoingWords', 'partWays'].some((list) => has(words, list, from));
  for (let i = from; opens && i < words.tokens.length; i += 1) {
    if (/^[,;.:—–()]$/.test(word(words, i)) || has(words, 'conjunctions', i)) return true;
    if (words.lexicon.verbs.has(word(words, i)) && !has(words, 'plainNouns', i)) return false;
  }
  return opens;
};

/** ", SIX IN Kunar and five in Paktia": what goes on behind the first part. */
const partsBehind = (words: Words, from: number): readonly Part[] =>
  words.tokens.flatMap((_, at) => {
    const joined = at > from && (word(words, at - 1) === ',' || has(words, 'conjunctions', at - 1));
    const amount = joined ? amountAt(words, at) : null;
    const located =
      amount !== null &&
      amount.count !== null &&
      has(words, 'insideLinks', amount.to) &&
      (/^\p{Lu}/u.test(words.tokens[amount.to + 1]?.text ?? '') || has(words, 'compassNouns', amount.to + 2));
    if (amount === null || !located) return [];
    const found = { amount, of: null, unit: '', from: at, to: amount.to };
    return [{ quantity: quantityOf(words, found, true), at: amount.to }];
  });

/** "OF the 15 districts that were lost, SIX were in A, four in B": the whole opens the sentence. */
const partOfOpener = (words: Words): Part | null => {
  if (!has(words, 'partLinks', 0)) return null;
  for (let at = 2; at < words.tokens.length; at += 1) {
    const amount = word(words, at - 1) === ',' ? amountAt(words, at) : null;
    if (amount === null || amount.count === null || !has(words, 'be', amount.to)) continue;
    const found = { amount, of: null, unit: '', from: at, to: amount.to };
    if (isPlain(words, amount.to)) return { quantity: quantityOf(words, found, true), at: amount.to };
  }
  return null;
};

const partsIn = (words: Words): readonly Part[] => {
  const first = partOfOpener(words);
  if (first !== null) return [first, ...partsBehind(words, first.at)];
  for (const at of wordsIn(words.tokens, 'partLinks', words.lexicon))
    for (let from = at - 1; from >= Math.max(0, at - AMOUNT); from -= 1) {
      const part = partAt(words, from);
      if (part?.quantity.to !== undefined && part.quantity.to > at && isPlain(words, part.at))
        return [part, ...partsBehind(words, part.at)];
    }
  return [];
};

/** A number with what weighs it has so many words at most. */
const AMOUNT = 4;

/** The number that it is a part of: the last one of places before, with nobody and nothing counted in between. */
const wholeOf = ({ draft, sentence, known }: Ground, { quantity }: Part): AggregateClaim | null => {
  const last = known.findLast(({ quote }) => quote.start < quantity.start);
  if (last === undefined || sentenceAt(draft, last.quote.start) < sentence.index - BACK) return null;
  const enough = last.count === null || (quantity.count !== null && quantity.count <= last.count);
  return enough && draft.theatre.lexicon.has('placeUnits', last.unit) && last.polarity === 'affirmed' ? last : null;
};

/** Every part of a sentence that says no more than where or how. */
export const partCounts = (ground: Ground): readonly AggregateClaim[] => {
  const parts = partsIn(wordsOf(ground)).filter(
    ({ quantity }) =>
      !ground.known.some(
        ({ quote, count }) => count === quantity.count && quote.start <= quantity.start && quantity.start < quote.end,
      ),
  );
  const [first] = parts;
  const of = first === undefined ? null : wholeOf(ground, first);
  if (of === null) return [];
  return parts.map(({ quantity }) => {
    const clause = { start: quantity.start, end: quantity.end };
    const by = attributionAt(ground.draft, quantity.start);
    return leaningOn(ground, {
      quantity: { ...quantity, of: null },
      of: { ...of, of: null },
      clause,
      polarity: 'affirmed',
      by,
    });
  });
};
