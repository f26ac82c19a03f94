// Numbers in lists and tables: "Districts under rebel control: 212 of 407", "Districts: army 96, rebels 204, contested 107".
// Invariant: a label has a thing and a word of holding or taking, or the list has two numbers beside sides; else it is nothing.

import { sideAt } from '../actors/actor-meant.ts';
import type { ActorMark, Draft, Sentence } from '../marks.ts';
import { amountAt, type Words } from '../words/read-amounts.ts';
import { type Quantity, quantityOf } from './find-quantities.ts';
import { actorsIn, type BareCount } from './held-counts.ts';
import { sheetCounts, unitIn, wordsOf } from './sheet-counts.ts';

interface Pair {
  readonly quantity: Quantity;
  readonly actor: ActorMark | null;
  readonly start: number;
  readonly end: number;
}

/** "200 POLICEMEN", "40 TANKS": who or what is counted has no districts. */
const isOfPeople = (words: Words, { to }: ActorMark): boolean => {
  const word = words.tokens[to - 1]?.word ?? '';
  const own = ['menWords', 'countedThings', 'incidentWords:arms'].some((list) => words.lexicon.has(list, word));
  return own || words.lexicon.look('units', word) !== null;
};

/** "rebels 204", "204 rebels", "contested 107": a number right beside a side or a word for none. */
const pairAt = (words: Words, at: number, beside: { actors: readonly ActorMark[]; unit: string }): Pair | null => {
  const amount = amountAt(words, at);
  if (amount === null || amount.count === null) return null;
  const before = beside.actors.find(({ to }) => to === at) ?? null;
  const behind = beside.actors.find((one) => one.from === amount.to && !isOfPeople(words, one)) ?? null;
  const contested = [at - 1, amount.to].find((i) => words.lexicon.has('counted:clash', words.tokens[i]?.word ?? ''));
  const actor = before ?? behind;
  if (actor === null && contested === undefined) return null;
  const to = Math.max(amount.to, behind?.to ?? 0, (contested ?? -1) + 1);
  const next = words.tokens[to];
  if (next !== undefined && next.type !== 'mark' && !words.lexicon.has('conjunctions', next.word)) return null;
  const quantity = quantityOf(words, { amount, of: null, unit: beside.unit, from: at, to: amount.to }, true);
  const start = Math.min(quantity.start, before?.start ?? quantity.start);
  return { quantity: { ...quantity, single: false }, actor, start, end: words.tokens[to - 1]?.end ?? quantity.end };
};

/** "Districts: army 96, rebels 204, contested 107": two such pairs make a list. */
const listed = (draft: Draft, sentence: Sentence): readonly BareCount[] => {
  const words = wordsOf(draft, sentence);
  const above = sentence.heading ? draft.sentences[sentence.index - 1] : undefined;
  const title = above?.heading ? unitIn(wordsOf(draft, above), 0, above.tokens.length) : null;
  const unit = unitIn(words, 0, words.tokens.length) ?? title;
  if (unit === null || words.tokens.some(({ word }) => words.lexicon.has('tallyBlocks', word))) return [];
  const actors = actorsIn({ draft, sentence });
  const found = words.tokens.flatMap((_, at) => pairAt(words, at, { actors, unit }) ?? []);
  const pairs = found.filter(({ end }, i) => !found.slice(0, i).some((before) => before.end === end));
  if (pairs.length < 2) return [];
  return pairs.flatMap(({ quantity, actor, start, end }): readonly BareCount[] => {
    const side = actor === null ? null : sideAt(draft, actor);
    if (actor !== null && side === null) return [];
    return [{ quantity, sentence, kind: actor === null ? 'clash' : 'hold', actor: side, clause: { start, end } }];
  });
};

/** Labels first; a sentence is either. */
export const findTallies = (draft: Draft, sentence: Sentence): readonly BareCount[] => {
  const found = sheetCounts(draft, sentence);
  return found.length > 0 ? found : listed(draft, sentence);
};
