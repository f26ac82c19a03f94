// What a side is said to have won, which it has no reason to deny.
// Invariant: only of who speaks for one side.
import type { Attribution, UnplacedClaim } from '../../model/claim.ts';
import type { Theatre } from '../../model/theatre.ts';
import { opponentOf } from '../mentions/theatre-sides.ts';

/** What a side is said to have gained, it has no reason to deny. */
const LOSSES: readonly UnplacedClaim['kind'][] = ['loss', 'withdrawal', 'surrender'];
const GAINS: readonly UnplacedClaim['kind'][] = ['capture', 'recapture', 'hold', 'siege', 'entry'];

export const isOwnGain = ({ actor, kind }: UnplacedClaim, { sides }: Attribution, theatre: Theatre): boolean => {
  const [side = null] = sides.length === 1 ? sides : [];
  const gains = side === actor && GAINS.includes(kind);
  // "We lost A, and took it back, the mayor said. The rebels disputed that": what their enemy lost, they won.
  return side !== null && actor !== null && (gains || (LOSSES.includes(kind) && opponentOf(actor, theatre) === side));
};
