// "two villages, A and B": a number and the names that it counts are one list, and each place is told once.
// Invariant: only what a plural without a name was found to mean takes the place of the name.
import type { PlaceItem, PredicatePlace } from '../marks.ts';

interface Found {
  readonly item: PlaceItem;
  readonly places: readonly PredicatePlace[];
}

const isNumber = ({ place, noun, kindWord }: PlaceItem): boolean =>
  place === null && noun?.plural === true && kindWord !== null;

/** The places of a list, each as what the number before it counts. */
export const toldOnce = (found: readonly Found[]): readonly PredicatePlace[] => {
  const counted = found.filter(({ item }) => isNumber(item));
  const told = new Set(counted.flatMap(({ places }) => places.map(({ mention }) => mention.span.start)));
  return found.flatMap(({ item, places }) => (item.place !== null && told.has(item.place.start) ? [] : places));
};
