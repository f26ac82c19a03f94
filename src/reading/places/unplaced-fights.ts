// A fight that a sentence tells beside a deed whose place nobody can say: "pulled back from posts in a district after clashes".
// Invariant: only a fight without a place of its own, and only behind such a deed of its own sentence.
import type { Predicate } from '../marks.ts';

/** "pulled back from posts in a district after weeks of CLASHES": where the deed has no place its fight has none. */
export const isOfUnplaced = (resolved: readonly Predicate[], fight: Predicate): boolean =>
  fight.kind === 'clash' &&
  fight.placeFromContext &&
  fight.placeWord === null &&
  resolved.some(
    ({ sentence, places, placeFromContext, start, dropped }) =>
      sentence === fight.sentence &&
      start < fight.start &&
      !placeFromContext &&
      places.length === 0 &&
      dropped === null,
  );
