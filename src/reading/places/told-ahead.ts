// Which of the names ahead "a town in the north" of a headline or a first sentence is: the one that something like it is told of.
// Invariant: all the names given suit what is looked for; a name of which only a threat is told is taken where nothing else is.
import type { Draft, PlaceItem, Predicate } from '../marks.ts';
import type { NamedPlace } from './named-places.ts';

/** Who is near a place, or all around it, has not come there. */
const OUTSIDE: readonly Predicate['kind'][] = ['threat', 'siege'];

/** "took a town … near the city of B … took A": of the name itself a deed is told, and the town is not only near it. */
const isTold = (draft: Draft, { kind }: Predicate, { mark }: NamedPlace): boolean =>
  draft.predicates.some(
    (one) =>
      one.dropped === null &&
      (one.kind === kind || !OUTSIDE.includes(one.kind)) &&
      one.items.some(({ place }) => place?.start === mark.start),
  );

/** The name that is meant; null where there is none. */
export const toldAhead = (
  draft: Draft,
  { item, predicate }: { readonly item: PlaceItem | null; readonly predicate: Predicate },
  ahead: readonly NamedPlace[],
): NamedPlace | null => {
  // A crossing or a post lies in a town, which is named in its stead; "the bazaar" is of what was spoken of.
  const [first] = ahead;
  if (!draft.theatre.open || item?.noun?.definite !== false) return first ?? null;
  if (item.kindWord !== null && first?.item.kindWord === item.kindWord) return first;
  const told = ahead.filter((named) => isTold(draft, predicate, named));
  const near = told.length > 0 ? told : ahead;
  // "took a TOWN … the CITY of A … B, a TOWN on the road": the one that is called so.
  const isOther = near[0]?.item.kindWord != null && near[0].item.kindWord !== item.kindWord;
  const called = isOther ? near.find((one) => one.item.kindWord === item.kindWord) : undefined;
  return called ?? near[0] ?? null;
};
