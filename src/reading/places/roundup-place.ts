// A round-up with several datelines: "FARAH -- The militants are in the bazaar", each paragraph of its own place.
import type { Predicate } from '../marks.ts';
import type { NamedPlace } from './named-places.ts';
import type { Ground } from './place-suits.ts';

/** The place that a paragraph was sent from, where more than one has such a name; null where it speaks of another. */
export const roundupPlace = (
  { draft, places }: Ground,
  predicate: Predicate,
  last: NamedPlace | null,
): NamedPlace | null => {
  const paragraphOf = ({ mark }: NamedPlace): number => draft.sentences[mark.sentence]?.paragraph ?? -1;
  const heads = places.filter(({ dateline }) => dateline);
  if (new Set(heads.map(paragraphOf)).size < 2) return null;
  const here = draft.sentences[predicate.sentence]?.paragraph;
  if (last !== null && paragraphOf(last) === here) return null;
  return heads.find((head) => paragraphOf(head) === here && head.mark.start < predicate.start) ?? null;
};
