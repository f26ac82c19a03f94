// "rejected the rebels' claim to have taken three towns": a number told inside its denial is a record of its own (guide, rule 6).
// Invariant: only a number whose side is named with it; what nobody owns is only denied.
import type { AggregateClaim } from '../../model/claim.ts';
import { rumourBefore, tellerOf } from '../actors/rumour-teller.ts';
import type { Draft } from '../marks.ts';
import { aggregateId } from '../record-ids.ts';
import { sentenceAt } from '../words/by-sentence.ts';

const ownedCount = (draft: Draft, count: AggregateClaim): AggregateClaim | null => {
  const { frame } = count.by;
  const sentence = draft.sentences[sentenceAt(draft, count.quote.start)];
  if (count.polarity !== 'denied' || frame === null || sentence === undefined) return null;
  const told = { quote: count.quote, placeSpan: { start: count.quote.end, end: count.quote.end } };
  const noun = rumourBefore(draft, sentence, told);
  const denies = draft.frames.some((one) => one.polarity === 'denied' && one.start === frame.start);
  if (noun === undefined || noun.start < frame.end || !denies) return null;
  const by = tellerOf(draft, sentence, told);
  if (by.sides.includes('unknown') || by.sides.some((side) => count.by.sides.includes(side))) return null;
  const owned: AggregateClaim = { ...count, polarity: 'affirmed', by };
  return { ...owned, id: aggregateId(owned) };
};

/** Each number, and before a denied one that which it denies. */
export const withOwnedCounts = (draft: Draft, counts: readonly AggregateClaim[]): readonly AggregateClaim[] =>
  counts.flatMap((count) => {
    const owned = ownedCount(draft, count);
    return owned === null ? [count] : [owned, { ...count, answers: owned.id }];
  });
