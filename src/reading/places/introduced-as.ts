// What was introduced or just called by a noun is meant by that noun: "a military BASE in A. … troops regrouped in B and retook THE BASE".
// Invariant: only what "a" or "an" introduced, and only by the same noun; whatever place is named since, it is not of that noun.
import type { PlaceItem, Predicate } from '../marks.ts';
import type { NamedPlace } from './named-places.ts';
import { ALIKE, type Ground, LANDMARKS } from './place-suits.ts';

const lastWord = (words: string): string => words.slice(words.lastIndexOf(' ') + 1);

/** The place in whose sentence the noun was introduced, or null; `before` in the order of the text. */
export const introducedAs = (
  item: PlaceItem | null,
  { sentence }: Predicate,
  before: readonly NamedPlace[],
): NamedPlace | null => {
  const noun = item?.noun ?? null;
  // "the district", "the town" are told of by other rules.
  if (noun === null || !noun.definite || noun.plural || noun.kind !== null) return null;
  return (
    before.findLast(
      ({ mark, item: { noun: first } }) =>
        first !== null &&
        !first.definite &&
        !first.plural &&
        mark.sentence < sentence &&
        lastWord(first.noun) === lastWord(noun.noun),
    ) ?? null
  );
};

/** "took A, the capital of X. … in the city": the sentence before was about a place that it called so. */
export const calledJustBefore = (
  { draft, focus }: Ground,
  { item, predicate }: { readonly item: PlaceItem | null; readonly predicate: Predicate },
  before: readonly NamedPlace[],
): NamedPlace | null => {
  const wanted = item?.noun?.definite === true && draft.theatre.open ? item.kindWord : null;
  if (wanted === null) return null;
  // "the airport" of a report that has named one
  if (LANDMARKS.includes(wanted)) return before.findLast((named) => named.item.kindWord === wanted) ?? null;
  const alike = (named: NamedPlace): boolean =>
    named.item.kindWord !== null && (ALIKE[wanted] ?? [wanted]).includes(named.item.kindWord);
  const told = (named: NamedPlace): boolean =>
    !named.reckoned && focus.some(({ mark }) => mark.start === named.mark.start);
  return (
    before.findLast((named) => named.mark.sentence === predicate.sentence - 1 && alike(named) && told(named)) ?? null
  );
};
