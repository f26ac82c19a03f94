// A headline, and a later mention without a day, are of the day that the report states for the same event.
// Invariant: only a day that the report itself states is given; what has a day of its own keeps it.
import type { Kind, UnplacedClaim } from '../model/claim.ts';
import { claimId } from '../model/claim.ts';
import type { Draft } from './marks.ts';

/** Events happen on a day; what lasts is of the day when it is said. */
const EVENTS: readonly Kind[] = ['capture', 'recapture', 'loss', 'withdrawal', 'surrender', 'entry', 'repulse'];

const samePlace = (a: UnplacedClaim, b: UnplacedClaim): boolean =>
  a.place.text === b.place.text || a.place.candidates.some((id) => b.place.candidates.includes(id));

const TAKINGS: readonly Kind[] = ['capture', 'loss'];

/** "A fell" tells of the same event as "the rebels captured A". */
const sameKind = (a: Kind, b: Kind): boolean => a === b || (TAKINGS.includes(a) && TAKINGS.includes(b));

const isSameEvent = (a: UnplacedClaim, b: UnplacedClaim): boolean =>
  sameKind(a.kind, b.kind) &&
  (a.kind !== b.kind || a.actor === b.actor) &&
  a.polarity === b.polarity &&
  a.modality === b.modality &&
  samePlace(a, b);

const isStated = ({ when, polarity }: UnplacedClaim): boolean =>
  when.basis === 'stated' && when.precision === 'day' && polarity === 'affirmed';

/** The nearest statement of the same event before, else the first one behind. */
const statementOf = (claims: readonly UnplacedClaim[], claim: UnplacedClaim): UnplacedClaim | null => {
  const same = claims.filter((other) => other !== claim && isStated(other) && isSameEvent(claim, other));
  return same.findLast(({ quote }) => quote.start < claim.quote.start) ?? same[0] ?? null;
};

const isUndated = ({ kind, when, polarity, modality }: UnplacedClaim): boolean =>
  EVENTS.includes(kind) && when.basis === 'implied' && polarity === 'affirmed' && modality === 'actual';

/** Pass: gives undated claims the day of their event. */
export const dateRestatements = (draft: Draft): Draft => {
  const claims = draft.claims.map((claim) => {
    const stated = isUndated(claim) ? statementOf(draft.claims, claim) : null;
    if (stated === null) return claim;
    const { id: _, ...rest } = { ...claim, when: { ...stated.when, basis: 'implied' as const } };
    return { id: claimId(rest), ...rest };
  });
  const trace = claims.flatMap(({ quote: { start, end } }, i) =>
    claims[i] === draft.claims[i] ? [] : [{ pass: 'dateRestatements', span: { start, end }, says: 'day of the event' }],
  );
  return { ...draft, claims, trace: [...draft.trace, ...trace] };
};
