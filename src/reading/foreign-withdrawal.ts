// A withdrawal of foreign troops that names no place: "Norland, whose troops are to complete their withdrawal by autumn".
// Invariant: asked only of a withdrawal whose place would be one that was spoken of.
import type { Parse } from './parse.ts';

/** "Norland, whose troops are to complete THEIR WITHDRAWAL": from the land, and from no place spoken of. */
export const isForeigners = ({ view }: Parse, at: number): boolean => {
  const owner = view.marks.findLast(
    (mark) => mark.type === 'actor' && mark.to <= at && mark.means === 'name' && mark.side !== null,
  );
  const side = owner?.type === 'actor' ? view.theatre.sides.find(({ id }) => id === owner.side) : undefined;
  return !view.theatre.open && side?.class === 'foreign';
};
