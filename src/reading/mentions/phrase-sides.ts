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

/** A name of its own; "militants" and "militias" are told by whom they follow, though a side is called so. */
export const isOwnName = ({ value }: FoundPhrase, { open }: Theatre): boolean =>
  value.type === 'side' && (open || !value.common);

/** "the army lost it to GUNMEN OF THE LEAGUE": those whom a name tells are no armed group at large. */
export const isNamesMen = (found: FoundPhrase, owner: FoundPhrase, theatre: Theatre): boolean =>
  !theatre.open && meansOf(found) === 'non-state' && meansOf(owner) === 'name' && isOwnName(owner, theatre);
