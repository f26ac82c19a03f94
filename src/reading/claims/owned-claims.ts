// "rejected the Reds' claim to have taken A": a claim told inside its denial is a record of its own (guide, rule 6).
// Invariant: only a claim whose side is named with it; what nobody owns is only denied.
import { claimId, type UnplacedClaim } from '../../model/claim.ts';
import type { Span } from '../../model/text.ts';
import { rumourBefore, tellerOf } from '../actors/rumour-teller.ts';
import type { Draft } from '../marks.ts';
import { sentenceAt } from '../words/by-sentence.ts';
import { otherSide } from './told-before.ts';

const deniesIn = ({ frames }: Draft, span: Span): boolean =>
  frames.some(({ start, end, polarity }) => polarity === 'denied' && start === span.start && end === span.end);

/** The claim that a denied one was before its denial, by the side whose it is called; null where none is. */
const ownedClaim = (draft: Draft, claim: UnplacedClaim): UnplacedClaim | null => {
  const { frame } = claim.by;
  const sentence = draft.sentences[sentenceAt(draft, claim.quote.start)];
  if (claim.polarity !== 'denied' || frame === null || sentence === undefined) return null;
  const noun = rumourBefore(draft, sentence, claim);
  if (noun === undefined || noun.start < frame.end || !deniesIn(draft, frame)) return null;
  const by = tellerOf(draft, sentence, claim);
  if (by.sides.includes('unknown') || !otherSide(claim, by)) return null;
  const told = { ...claim, polarity: 'affirmed' as const, by };
  return { ...told, id: claimId(told) };
};

/** The claim, and before it the one that it denies. */
export const withOwned = (draft: Draft, claim: UnplacedClaim): readonly UnplacedClaim[] => {
  const owned = ownedClaim(draft, claim);
  return owned === null ? [claim] : [owned, { ...claim, answers: owned.id }];
};
