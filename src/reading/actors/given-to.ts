// Who gives a place up, and to whom, where the words name but one of the two.
// Invariant: who gets a place is not who gave it.
import type { SideId } from '../../model/actor.ts';
import type { ActorMark, Draft, Predicate } from '../marks.ts';
import { opponentOf } from '../mentions/theatre-sides.ts';

const isArmed = (doer: ActorMark | null): boolean => doer !== null && !doer.pronoun && doer.means !== 'civilian';

interface Given {
  readonly said: SideId | null;
  readonly to: SideId | null;
}

/** Who gives a place up, where its taker is known; null where nothing but the words tells. */
export const givenTo = (
  { sentences, theatre }: Draft,
  { doer, receiver, sentence }: Predicate,
  { said, to }: Given,
): Pick<Predicate, 'actor' | 'to'> | null => {
  if (to === null) return null;
  // "their picket came over to us": whoever gave himself up to one side was the other's.
  if (said === null && isArmed(doer)) return { actor: opponentOf(to, theatre), to };
  if (said !== to) return null;
  // "They gave the town to the enemy": who gets it is not who gave it.
  // "Forces of the Council handed it to the GOVERNMENT": "forces" may be anybody's, the receiver is named.
  // "The MILITIA of A went over to the REDS": a common noun leans to a side, a name is one.
  const named = receiver?.pronoun === false && receiver.side !== null;
  const before = sentences[sentence]?.tokens[(doer?.from ?? 0) - 1];
  const common = doer?.means !== 'name' && (before === undefined || theatre.lexicon.has('determiners', before.word));
  const vague = doer !== null && named && (doer.side === null || (common && receiver.means === 'name'));
  return doer?.pronoun === true || vague
    ? { actor: opponentOf(to, theatre), to }
    : { actor: said, to: opponentOf(said, theatre) };
};
