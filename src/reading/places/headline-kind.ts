// "Reds claim Ashford", over "it had taken THE TOWN OF Ashford": a bare name in a headline means what the sentence that it
// stands for says it is.
// Invariant: only the place's kind and scope are taken over, from a claim on the same name.
import type { UnplacedClaim } from '../../model/claim.ts';
import { claimId } from '../../model/claim.ts';
import type { PlaceKind } from '../../model/place.ts';
import type { Draft } from '../marks.ts';
import { sentenceAt } from '../words/by-sentence.ts';

/** Without a kind of its own. */
const isBare = ({ place }: UnplacedClaim): boolean => place.context.kindWord === null;

const isSettled = ({ place, scope }: UnplacedClaim): boolean =>
  place.context.kindWord !== null && SETTLED.includes(place.context.kindWord) && scope === place.context.kindWord;

const SETTLED: readonly PlaceKind[] = ['town', 'city', 'village'];

const isHeadline = (draft: Draft, { quote }: UnplacedClaim): boolean =>
  draft.sentences[sentenceAt(draft, quote.start)]?.heading === true;

/** The claim with the kind that its report's first like claim tells of the place. */
export const withKindTold = (draft: Draft, claim: UnplacedClaim): UnplacedClaim => {
  if (!isBare(claim) || !isHeadline(draft, claim)) return claim;
  const told = draft.claims.find(
    (other) =>
      other.place.text === claim.place.text &&
      other.kind === claim.kind &&
      other.actor === claim.actor &&
      other.quote.start > claim.quote.start &&
      !isHeadline(draft, other),
  );
  // "took the headquarters of A": a part of it, which the headline does not tell.
  if (told === undefined || !isSettled(told) || told.scope === claim.scope) return claim;
  const place = { ...claim.place, context: { ...claim.place.context, kindWord: told.place.context.kindWord } };
  const { id: _, ...rest } = { ...claim, scope: told.scope, place };
  return { id: claimId(rest), ...rest };
};
