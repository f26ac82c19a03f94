// An attack whose end the report tells is that end, not an attack besides (judgement call on attacks, kinds table).
// Invariant: nothing is dropped without its reason in the trace.
import type { UnplacedClaim } from '../model/claim.ts';
import { attackersRetreat } from './claims/attackers-leave.ts';
import type { Draft } from './marks.ts';
import { samePlace } from './places/same-place.ts';

/** "attacked A and overran five posts": posts that are taken are not the district. */
const takesPosts = (attack: UnplacedClaim, other: UnplacedClaim): boolean =>
  other.kind !== 'repulse' && other.scope === 'base' && attack.scope !== 'base';

const endsAttack = (attack: UnplacedClaim, other: UnplacedClaim): boolean =>
  other !== attack &&
  other.actor === attack.actor &&
  ['capture', 'recapture', 'repulse'].includes(other.kind) &&
  // "attacked A in an attempt to seize it": what is only tried ends nothing.
  other.modality !== 'planned' &&
  // "attacked the base, which was not overrun"
  (other.kind === 'repulse' || other.polarity === 'affirmed') &&
  !takesPosts(attack, other) &&
  samePlace(attack, other);

/** "tried to break through near A. The attack was repelled": an attempt that is told to have failed is that failure. */
const isFoiled = (attempt: UnplacedClaim, other: UnplacedClaim): boolean =>
  attempt.modality === 'planned' &&
  ['entry', 'capture', 'recapture'].includes(attempt.kind) &&
  other.kind === 'repulse' &&
  other.actor === attempt.actor &&
  other.by.speaker === attempt.by.speaker &&
  other.quote.start >= attempt.quote.start &&
  other.quote.start - attempt.quote.end < NEAR &&
  samePlace(attempt, other);

/** "advanced on A and took it": who has taken it no longer threatens it. */
const isCarriedThrough = (threat: UnplacedClaim, other: UnplacedClaim): boolean =>
  threat.kind === 'threat' &&
  ['capture', 'recapture'].includes(other.kind) &&
  other.scope === threat.scope &&
  other.modality === 'actual' &&
  other.polarity === 'affirmed' &&
  other.actor === threat.actor &&
  other.by.speaker === threat.by.speaker &&
  other.quote.end > threat.quote.end &&
  other.quote.start - threat.quote.end < THROUGH &&
  samePlace(threat, other);

/** Characters from "advanced on A" to "and took it". */
const THROUGH = 30;

/** Characters from an attempt to what is told of its end. */
const NEAR = 160;

/** "tried to enter A. They fled": the retreat of attackers is the failure of what they tried, and no withdrawal. */
const withRetreats = (draft: Draft): Draft => {
  const told = new Map(
    draft.claims.flatMap((claim) => {
      const retreat = attackersRetreat(draft, claim);
      return retreat === null ? [] : [[claim, retreat] as const];
    }),
  );
  if (told.size === 0) return draft;
  const tried = new Set([...told.values()].flatMap(({ attempt, failed }) => (failed === null ? [] : [attempt])));
  const trace = [...told.keys()].map(({ quote: { start, end } }) => ({
    pass: 'dropAttacks',
    span: { start, end },
    says: 'no withdrawal: attackers who had not taken the place go off',
  }));
  return {
    ...draft,
    claims: draft.claims.flatMap((claim) => {
      const retreat = told.get(claim);
      return tried.has(claim) ? [] : retreat === undefined ? [claim] : (retreat.failed ?? []);
    }),
    trace: [...draft.trace, ...trace],
  };
};

/** "The rebels entered A, SENDING THE ARMY FLEEING": whoever comes to take a place beats off no attack on it. */
const isRout = ({ predicates, theatre: { lexicon } }: Draft, { kind, quote }: UnplacedClaim): boolean => {
  if (kind !== 'repulse') return false;
  const rout = predicates.find((one) => lexicon.has('routRules', one.rule) && one.clause.start === quote.start);
  return (
    rout !== undefined &&
    predicates.some(
      (one) =>
        ['entry', 'capture', 'recapture', 'attack', 'siege'].includes(one.kind) &&
        one.clause.start === rout.clause.start &&
        one.start < rout.start &&
        one.actor !== rout.actor,
    )
  );
};

/** Pass: drops attacks that ended in a capture or were repelled. */
export const dropAttacks = (told: Draft): Draft => {
  const draft = withRetreats(told);
  // "There was no attack": a no tells of none that could end.
  const affirmed = draft.claims.filter(({ polarity }) => polarity === 'affirmed');
  const ended = affirmed.filter(
    (claim) =>
      isRout(draft, claim) ||
      draft.claims.some((other) =>
        claim.kind === 'attack' ? endsAttack(claim, other) : isFoiled(claim, other) || isCarriedThrough(claim, other),
      ),
  );
  const trace = ended.map(({ quote: { start, end } }) => ({
    pass: 'dropAttacks',
    span: { start, end },
    says: 'attack dropped: the report tells how it ended',
  }));
  return {
    ...draft,
    claims: draft.claims.filter((claim) => !ended.includes(claim)),
    trace: [...draft.trace, ...trace],
  };
};
