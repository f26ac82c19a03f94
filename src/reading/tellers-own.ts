// "The rebels' shadow governor says HIS MEN are at the gates": his own, though the text has told of others who rose.
// Invariant: only a man of the challenger's is asked; the holder's officials may speak of men who rose beside them.
import type { SideId } from '../model/actor.ts';
import type { Theatre } from '../model/theatre.ts';
import type { ActorMark } from './marks.ts';
import { challengerOf } from './theatre-sides.ts';

export const isTellersOwn = (theatre: Theatre, owner: ActorMark | null, speaker: () => SideId | null): boolean => {
  if (owner === null || !theatre.lexicon.has('personPronouns', owner.text.toLowerCase())) return false;
  const teller = speaker();
  return teller !== null && teller === challengerOf(theatre);
};
