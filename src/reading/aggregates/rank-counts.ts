// An ordinal that counts: "the second district TO FALL in three days", "took THEIR FIFTH capital": so many by then.
// Invariant: a thing of a rank alone ("the second district", "the second largest city") counts nothing.
import type { SideId } from '../../model/actor.ts';
import type { AggregateClaim, Kind } from '../../model/claim.ts';
import { sideAt } from '../actors/actor-meant.ts';
import { skipOwner, unitAt } from '../clauses/counted-things.ts';
import type { Draft, Sentence } from '../marks.ts';
import { incumbentOf } from '../mentions/theatre-sides.ts';
import { beginningsIn } from '../words/lists-in.ts';
import type { Words } from '../words/read-amounts.ts';
import { quantityOf } from './find-quantities.ts';
import { actorsIn, type BareCount, wordIn } from './held-counts.ts';
import { kindBetween } from './number-of.ts';

const TAKING: readonly AggregateClaim['kind'][] = ['capture', 'recapture'];

/** How far behind the thing its taker may stand: "to fall into the hands of the rebels". */
const REACH = 8;

interface Ranked {
  readonly words: Words;
  readonly sentence: Sentence;
  readonly draft: Draft;
  readonly at: number;
  /** Behind the thing. */
  readonly to: number;
}

interface Deed {
  readonly kind: Kind;
  readonly actor: SideId | null;
  readonly from: number;
  readonly to: number;
}

const other = ({ draft, sentence }: Ranked, from: number, to: number): SideId | null => {
  const near = actorsIn({ draft, sentence }).filter((one) => one.from >= from && one.to <= to);
  const sides = near.map((one) => sideAt(draft, one)).filter((side) => side !== null);
  return sides.find((side) => side !== incumbentOf(draft.theatre)) ?? sides[0] ?? null;
};

/** "the tenth capital TO FALL to the rebels", "TO BE SEIZED by them": else who is spoken of before has it. */
const toFall = (ranked: Ranked): Deed | null => {
  const { words, draft, at, to } = ranked;
  if (!words.lexicon.has('infinitiveMarks', wordIn(ranked.sentence, to))) return null;
  const kind = kindBetween(words, to + 1, Math.min(to + 4, words.tokens.length));
  if (kind !== 'loss' && (kind === null || !TAKING.includes(kind))) return null;
  const taker = other(ranked, to, to + REACH) ?? other(ranked, 0, at);
  if (kind !== 'loss') return taker === null ? null : { kind, actor: taker, from: at, to: to + 2 };
  const taken = taker !== null && taker !== incumbentOf(draft.theatre);
  return { kind: taken ? 'capture' : 'loss', actor: taken ? taker : incumbentOf(draft.theatre), from: at, to: to + 2 };
};

/** "have taken THEIR FIFTH capital", "take second capital" of a headline, "seized a third district". */
const taken = (ranked: Ranked): Deed | null => {
  const { words, sentence, at } = ranked;
  const { lexicon } = words;
  const owner = ['possessives', 'articles'].some((list) => lexicon.has(list, wordIn(sentence, at - 1)));
  const verb = owner ? at - 2 : at - 1;
  // "CLAIMED its fifth district"
  const claims = verb > 0 && lexicon.has('claimWords', wordIn(sentence, verb));
  const kind = verb < 1 ? null : claims ? 'capture' : kindBetween(words, verb, verb + 1);
  if (kind === null || !TAKING.includes(kind)) return null;
  const actor = other(ranked, Math.max(0, verb - REACH), verb);
  return actor === null ? null : { kind, actor, from: verb, to: ranked.to };
};

/** "captured A, and with it THEIR TENTH capital", "took A, THE FIFTH city in a week": put in behind what was taken. */
const beside = (ranked: Ranked): Deed | null => {
  const { words, sentence, at, to } = ranked;
  const is = (list: string, i: number): boolean => words.lexicon.has(list, wordIn(sentence, i));
  const apposed = wordIn(sentence, at - 2) === ',' && (is('articles', at - 1) || is('possessives', at - 1));
  const owned = is('possessives', at - 1) && is('placePronouns', at - 2);
  if (!apposed && !owned) return null;
  for (let verb = at - 2; verb > 0; verb -= 1) {
    const kind = kindBetween(words, verb, verb + 1);
    if (kind === null) continue;
    const actor = TAKING.includes(kind) ? other(ranked, Math.max(0, verb - REACH), verb) : null;
    return actor === null ? null : { kind, actor, from: at - 1, to };
  }
  return null;
};

/** "the tenth capital THEY HAVE TAKEN", "the fifth THAT THE REBELS SEIZED": by a clause of its own. */
const taking = (ranked: Ranked): Deed | null => {
  const { words, draft, sentence, at, to } = ranked;
  const from = words.lexicon.has('relatives', wordIn(sentence, to)) ? to + 1 : to;
  const doer = actorsIn({ draft, sentence }).find((one) => one.from >= from && one.from <= from + 1);
  const kind = doer === undefined ? null : kindBetween(words, doer.to, Math.min(doer.to + 3, words.tokens.length));
  if (doer === undefined || kind === null || !TAKING.includes(kind)) return null;
  const actor = sideAt(draft, doer) ?? other(ranked, 0, at);
  return actor === null ? null : { kind, actor, from: at, to: doer.to + 2 };
};

const countAt = (draft: Draft, sentence: Sentence, at: number): BareCount | null => {
  const words: Words = { tokens: sentence.tokens, lexicon: draft.theatre.lexicon };
  const count = Number(words.lexicon.look('ordinals', wordIn(sentence, at)) ?? 0);
  if (!(count > 1)) return null;
  const unit = unitAt(words, skipOwner(words, at + 1));
  if (unit === null || unit.value.plural || !words.lexicon.has('placeUnits', unit.value.name)) return null;
  const ranked = { words, sentence, draft, at, to: unit.to };
  const deed = toFall(ranked) ?? taken(ranked) ?? beside(ranked) ?? taking(ranked);
  if (deed === null) return null;
  const amount = {
    ...{ count, comparator: 'exactly' as const, fraction: null, weighed: true, vague: false, to: at + 1 },
  };
  const quantity = quantityOf(words, { amount, of: null, unit: unit.value.name, from: at, to: unit.to }, false);
  const start = words.tokens[deed.from]?.start ?? quantity.start;
  const clause = { start, end: words.tokens[deed.to - 1]?.end ?? quantity.end };
  return { quantity, sentence, kind: deed.kind, actor: deed.actor, clause };
};

/** The counts that ordinals of a sentence say. */
export const findRanks = (draft: Draft, sentence: Sentence): readonly BareCount[] =>
  beginningsIn(sentence.tokens, 'ordinals', draft.theatre.lexicon).flatMap((at) => countAt(draft, sentence, at) ?? []);
