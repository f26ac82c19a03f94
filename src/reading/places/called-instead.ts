// What a noun says of the names before it: "Ashford Pass … the pass", and
// "The fall of the Ashford BASE … troops withdrew from the city": no post is a city where another place is called so before it.
// Invariant: a post is left for a city only without a gazetteer, where the report calls its name by no kind of place at all.
import type { Draft, PlaceItem, Predicate } from '../marks.ts';
import type { NamedPlace } from './named-places.ts';
import { type Ground, isCalled, LANDMARKS } from './place-suits.ts';

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

/** So many sentences back may the name stand that "the pass" is short for. */
const FAR = 15;

/** "the Ashford BRIDGE … B has fallen too … THE BRIDGE": a gate or a pass that bears no such name, but was called so. */
const calledSo = ({ theatre: { gazetteer } }: Draft, near: readonly NamedPlace[], noun: string) =>
  near.findLast(
    ({ mark, item }) =>
      item.noun?.noun === noun &&
      mark.candidates.length > 0 &&
      mark.candidates.every((id) => LANDMARKS.includes(gazetteer.get(id)?.kind ?? null)),
  );

/** "Ashford PASS … the capture of THE PASS": the last name that the noun itself ends. */
export const namedByNoun = (
  { draft, places }: Pick<Ground, 'draft' | 'places'>,
  item: PlaceItem | null,
  { sentence, start }: Pick<Predicate, 'sentence' | 'start'>,
): NamedPlace | null => {
  const noun = item?.noun ?? null;
  // "the city", "the district" may be any that is spoken of, whatever its name.
  if (noun === null || (noun.kind !== null && noun.kind !== 'road')) return null;
  if (!noun.definite || noun.plural || noun.refers !== null || item?.within.length !== 0) return null;
  const near = places.filter(({ mark }) => mark.start < start && sentence - mark.sentence <= FAR);
  const named = near.findLast(({ mark }) => mark.text.toLowerCase().endsWith(` ${noun.noun}`));
  return named ?? (draft.theatre.open || noun.kind !== null ? null : (calledSo(draft, near, noun.noun) ?? null));
};
