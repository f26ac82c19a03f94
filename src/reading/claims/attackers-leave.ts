// "The rebels tried to enter A. They fled when the guns opened up": who never had a place leaves it by no withdrawal.
// Invariant: only a withdrawal whose place is not said, right behind the attack; who is told to have been in may leave.
import type { UnplacedClaim } from '../../model/claim.ts';
import type { Draft } from '../marks.ts';
import { samePlace } from '../places/same-place.ts';

/** Characters from the words of an attack to those that tell of the attackers' retreat. */
const NEAR = 160;

const ATTEMPTS: readonly UnplacedClaim['kind'][] = ['entry', 'capture', 'recapture', 'attack'];
const BEING_IN: readonly UnplacedClaim['kind'][] = ['entry', 'capture', 'recapture', 'hold'];

/** "attacked A and RETREATED", "and GAVE UP". */
const LEAVING: readonly UnplacedClaim['kind'][] = ['withdrawal', 'surrender'];

const isReal = ({ polarity, modality }: UnplacedClaim): boolean => polarity === 'affirmed' && modality === 'actual';

/** "They fled": nothing in the words says from where. */
const isPlaceless = ({ predicates }: Draft, { quote }: UnplacedClaim): boolean =>
  predicates.some(
    ({ kind, clause, placeFromContext, placeWord }) =>
      LEAVING.includes(kind) && clause.start === quote.start && placeFromContext && placeWord === null,
  );

const isAttempt = ({ kind, modality }: UnplacedClaim): boolean => modality === 'planned' && ATTEMPTS.includes(kind);

/** "Efforts ARE under way to retake A": what goes on still has not failed. */
const isUnderWay = ({ predicates }: Draft, { quote, kind }: UnplacedClaim): boolean =>
  predicates.some(
    ({ clause, tense, ...one }) =>
      one.kind === kind && clause.start === quote.start && (tense === 'present' || tense === 'future'),
  );

/** "The rebels ATTACKED A and RETREATED": the words of the second begin with those of the first. */
const isToldBefore = ({ quote }: UnplacedClaim, { quote: later }: UnplacedClaim): boolean =>
  quote.start <= later.start && quote.end < later.end;

/** What was tried there before by those who then leave: an attack, an attempt, or one that is told to have failed. */
const attackBefore = (draft: Draft, leaving: UnplacedClaim): UnplacedClaim | null => {
  const { claims } = draft;
  const near = claims.filter(
    (one) =>
      one.actor === leaving.actor &&
      isToldBefore(one, leaving) &&
      leaving.quote.start - one.quote.end < NEAR &&
      one.polarity === 'affirmed' &&
      samePlace(one, leaving),
  );
  const within = claims.some(
    (one) =>
      one.actor === leaving.actor &&
      isToldBefore(one, leaving) &&
      BEING_IN.includes(one.kind) &&
      isReal(one) &&
      samePlace(one, leaving),
  );
  // "They left at dawn. The army has since RETURNED": they had been in.
  const back = claims.some(
    (one) =>
      one.actor !== leaving.actor &&
      one.quote.start > leaving.quote.start &&
      BEING_IN.includes(one.kind) &&
      samePlace(one, leaving),
  );
  if (within || back) return null;
  return (
    near.findLast(
      (one) => one.kind === 'repulse' || one.kind === 'attack' || (isAttempt(one) && !isUnderWay(draft, one)),
    ) ?? null
  );
};

/** A retreat of attackers as what it tells: nothing besides the attack, or the failure of what they tried; null for any other. */
export const attackersRetreat = (
  draft: Draft,
  leaving: UnplacedClaim,
): { readonly attempt: UnplacedClaim; readonly failed: UnplacedClaim | null } | null => {
  if (!LEAVING.includes(leaving.kind) || leaving.actor === null || !isReal(leaving)) return null;
  const attempt = isPlaceless(draft, leaving) ? attackBefore(draft, leaving) : null;
  if (attempt === null) return null;
  const failed = isAttempt(attempt) ? { ...leaving, kind: 'repulse' as const, to: null, tactical: false } : null;
  return { attempt, failed };
};
