// What a phrase of the lexicon means in a theatre: the side of a name, the side that a common noun stands for.
// Invariant: asks of the phrase alone, never of the words beside it.
import type { SideId } from '../../model/actor.ts';
import type { Theatre } from '../../model/theatre.ts';
import type { ActorMark } from '../marks.ts';
import type { FoundPhrase } from './name-tree.ts';
import type { ActorNoun } from './phrase-values.ts';

/** The side that a common noun means in this theatre: "army" the incumbent, "rebels" the first challenger. */
export const sideOfClass = (means: ActorNoun['means'], { sides, open }: Theatre): SideId | null => {
  if (open) return sides.find((side) => side.class === means)?.id ?? null;
  if (means === 'government') return sides.find(({ role }) => role === 'incumbent')?.id ?? null;
  if (means === 'non-state') return sides.find(({ role }) => role === 'challenger')?.id ?? null;
  if (means === 'foreign') return sides.find((side) => side.class === 'foreign' && side.belligerent)?.id ?? null;
  return null;
};

export const sideOf = ({ value }: FoundPhrase, theatre: Theatre): SideId | null => {
  if (value.type === 'side') return value.side;
  return value.type === 'noun' ? sideOfClass(value.means, theatre) : null;
};

export const meansOf = ({ value }: FoundPhrase): ActorMark['means'] => (value.type === 'noun' ? value.means : 'name');
