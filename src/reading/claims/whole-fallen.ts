// Whose fall "its fall" is, where a part of a town was told of last.
// Invariant: only where the same person has told of the whole before, of the same side and in the same way.

import type { UnplacedClaim } from '../../model/claim.ts';
import type { Draft } from '../marks.ts';
import { sameClaimant } from './told-before.ts';

const PARTS: readonly UnplacedClaim['scope'][] = ['base', 'facility', 'centre'];

/** "The town is theirs; they have the airport. … the claim of ITS FALL is false": the town's, where the same person told of it. */
export const wholeOf = ({ claims }: Draft, target: UnplacedClaim): UnplacedClaim =>
  (PARTS.includes(target.scope)
    ? claims.findLast(
        (one) =>
          one.quote.start < target.quote.start &&
          one.polarity === 'affirmed' &&
          one.kind === target.kind &&
          one.place.text === target.place.text &&
          one.by.speaker === target.by.speaker &&
          sameClaimant(one, target) &&
          !PARTS.includes(one.scope),
      )
    : undefined) ?? target;
