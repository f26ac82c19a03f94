// Numbers in lists and tables: "Districts under rebel control: 212 of 407", "Districts: army 96, rebels 204, contested 107".
// Invariant: a label has a thing and a word of holding or taking, or the list has two numbers beside sides; else it is nothing.

import { sideAt } from './actor-meant.ts';
import { totalBehind, unitHere } from './counted-things.ts';
import { countedAt, type Quantity, quantityOf } from './find-quantities.ts';
import { frameOver } from './frame-over.ts';
import { actorsIn, type BareCount } from './held-counts.ts';
import { beginningsIn } from './lists-in.ts';
import type { ActorMark, Draft, Sentence } from './marks.ts';
import { kindBetween, SIDELESS } from './number-of.ts';
import { amountAt, type Words } from './read-amounts.ts';

/** How long a label may be, in words. */
const LABEL = 9;

const unitIn = (words: Words, from: number, to: number): string | null => {
  for (const at of beginningsIn(words.tokens, 'units', words.lexicon)) {
    if (at < from || at >= to) continue;
    const unit = unitHere(words, at);
    if (unit?.value.plural && words.lexicon.has('placeUnits', unit.value.name)) return unit.value.name;
  }
  return null;
};

/** A number that ends its stretch, with the thing from the label, or with a thing of its own. */
const numberAfter = (words: Words, at: number, unit: string | null): Quantity | null => {
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

const wordsOf = (draft: Draft, { tokens }: Sentence): Words => ({ tokens, lexicon: draft.theatre.lexicon });

/** "Districts under rebel control: 212", "Lost: 14 posts". */
const labelled = (draft: Draft, sentence: Sentence): readonly BareCount[] => {
  const words = wordsOf(draft, sentence);
  const colon = words.tokens.findIndex(({ word }) => word === ':');
  if (colon < 1 || colon > LABEL) return [];
  const kind = kindBetween(words, 0, colon);
  const quantity = numberAfter(words, colon + 1, unitIn(words, 0, colon));
  if (kind === null || quantity === null || !words.lexicon.has('placeUnits', quantity.unit)) return [];
  const actor = actorsIn({ draft, sentence }).find(({ to }) => to <= colon);
  const side = actor === undefined ? null : sideAt(draft, actor);
  if (side === null && !SIDELESS.includes(kind)) return [];
  const clause = { start: words.tokens[0]?.start ?? quantity.start, end: quantity.end };
  // The label is no speaker, though a colon stands behind it.
  const unsaid = (frameOver(draft, quantity.start)?.start ?? -1) >= sentence.start;
  return [{ quantity: { ...quantity, single: false }, sentence, kind, actor: side, clause, unsaid }];
};

interface Pair {
  readonly quantity: Quantity;
  readonly actor: ActorMark | null;
  readonly start: number;
  readonly end: number;
}

/** "rebels 204", "204 rebels", "contested 107": a number right beside a side or a word for none. */
const pairAt = (words: Words, at: number, beside: { actors: readonly ActorMark[]; unit: string }): Pair | null => {
  const amount = amountAt(words, at);
  if (amount === null || amount.count === null) return null;
  const before = beside.actors.find(({ to }) => to === at) ?? null;
  const behind = beside.actors.find(({ from }) => from === amount.to) ?? null;
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
  const unit = unitIn(words, 0, words.tokens.length);
  if (unit === null || words.tokens.some(({ word }) => words.lexicon.has('tallyBlocks', word))) return [];
  const actors = actorsIn({ draft, sentence });
  const pairs = words.tokens.flatMap((_, at) => pairAt(words, at, { actors, unit }) ?? []);
  if (pairs.length < 2) return [];
  return pairs.flatMap(({ quantity, actor, start, end }): readonly BareCount[] => {
    const side = actor === null ? null : sideAt(draft, actor);
    if (actor !== null && side === null) return [];
    return [{ quantity, sentence, kind: actor === null ? 'clash' : 'hold', actor: side, clause: { start, end } }];
  });
};

/** Labels first; a sentence is either. */
export const findTallies = (draft: Draft, sentence: Sentence): readonly BareCount[] => {
  const found = labelled(draft, sentence);
  return found.length > 0 ? found : listed(draft, sentence);
};
