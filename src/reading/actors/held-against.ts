// "The army attacked A. IT HELD": who holds a place against an attack that was told of right before.
// Invariant: the attacker is named by the words; of an attack by nobody nothing follows.
import type { SideId } from '../../model/actor.ts';
import type { Draft, Predicate } from '../marks.ts';
import { opponentOf } from '../mentions/theatre-sides.ts';
import { inSentences } from '../words/by-sentence.ts';
import { sideAt } from './actor-meant.ts';

const ATTACKS: readonly Predicate['kind'][] = ['attack', 'siege', 'threat'];

/** The enemy of who attacked last in this sentence or the one before; null where nobody did. */
export const heldAgainst = (draft: Draft, { sentence, start }: Predicate): SideId | null => {
  const last = inSentences(draft.predicates, { from: sentence - 1, to: sentence }).findLast((one) => one.start < start);
  if (last === undefined || !ATTACKS.includes(last.kind) || last.polarity === 'denied') return null;
  return opponentOf(sideAt(draft, last.doer), draft.theatre);
};
