// "The army attacked A. IT HELD": who holds a place against an attack that was told of right before.
// Invariant: the attacker is named by the words; of an attack by nobody nothing follows.
import type { SideId } from '../../model/actor.ts';
import type { Draft, Predicate } from '../marks.ts';
import { opponentOf } from '../mentions/theatre-sides.ts';
import { inSentences } from '../words/by-sentence.ts';
import { sideAt } from './actor-meant.ts';
import { holderFor } from './holder-for.ts';

const ATTACKS: readonly Predicate['kind'][] = ['attack', 'siege', 'threat'];

/** The enemy of who attacked last in this sentence or the one before; where nobody did, who had the place. */
export const holderAgainst = (draft: Draft, predicate: Predicate): SideId | null => {
  const { sentence, start } = predicate;
  const last = inSentences(draft.predicates, { from: sentence - 1, to: sentence }).findLast((one) => one.start < start);
  const attacks = last !== undefined && ATTACKS.includes(last.kind) && last.polarity === 'affirmed';
  const foe = attacks ? opponentOf(sideAt(draft, last.doer), draft.theatre) : null;
  return foe ?? holderFor(draft, predicate);
};
