// An attack whose end the report tells is that end, not an attack besides (judgement call on attacks, kinds table).
// Invariant: nothing is dropped without its reason in the trace.
import type { UnplacedClaim } from '../model/claim.ts';
import type { Draft } from './marks.ts';

const samePlace = (a: UnplacedClaim, b: UnplacedClaim): boolean =>
  a.place.text === b.place.text || a.place.candidates.some((id) => b.place.candidates.includes(id));

const endsAttack = (attack: UnplacedClaim, other: UnplacedClaim): boolean =>
  other !== attack &&
  other.actor === attack.actor &&
  ['capture', 'recapture', 'repulse'].includes(other.kind) &&
  samePlace(attack, other);

/** Pass: drops attacks that ended in a capture or were repelled. */
export const dropAttacks = (draft: Draft): Draft => {
  const ended = draft.claims.filter(
    (claim) => claim.kind === 'attack' && draft.claims.some((other) => endsAttack(claim, other)),
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
