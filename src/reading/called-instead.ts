// "The fall of the Ashford BASE … troops withdrew from the city": no post is a city where another place is called so before it.
// Invariant: only without a gazetteer, and only of a name that the report calls by no kind of place at all.
import type { Draft, PlaceItem } from './marks.ts';
import type { NamedPlace } from './named-places.ts';
import { isCalled } from './place-suits.ts';

interface Meant {
  /** What is looked for: "the city". */
  readonly item: PlaceItem | null;
  /** What it would mean. */
  readonly last: NamedPlace | null;
}

/** The place that is called by the kind, where the one last spoken of is only a post of that name. */
export const calledInstead = (
  draft: Draft,
  { item, last }: Meant,
  before: readonly NamedPlace[],
): NamedPlace | null => {
  const wanted = item?.noun?.definite === true && !item.noun.plural ? item.kindWord : null;
  if (!draft.theatre.open || last?.item.scope !== 'base' || last.item.noun?.from !== last.mark.to) return last;
  if (wanted === null || isCalled(draft, wanted, last) !== null) return last;
  return before.findLast((named) => !named.dateline && isCalled(draft, wanted, named) === true) ?? last;
};
