// "denied the town had fallen", "denied having lost it": the place of which it was said, unless another has come up since.
// Invariant: what is denied was said to be taken before.

import { frameOver } from '../clauses/frame-over.ts';
import type { PlaceItem, Predicate } from '../marks.ts';
import { canHave, isOfCity } from './city-parts.ts';
import { type NamedPlace, spokenIn } from './named-places.ts';
import { type Ground, suits } from './place-suits.ts';
import { FAR_BACK } from './reach-back.ts';

/** So many sentences back a paragraph may have opened with its place. */
const PARAGRAPH = 4;

const DENIED: readonly Predicate['kind'][] = ['capture', 'loss'];

/** "A fell. … What is B worth? B is the key to the north, B's elders say. The ministry denied having lost the city": of A nothing has been said for long. */
const hasGivenWay = (
  { draft, places }: Pick<Ground, 'draft' | 'places'>,
  { item, predicate }: { readonly item: PlaceItem; readonly predicate: Predicate },
  told: NamedPlace,
): boolean => {
  const since = places.filter(
    (one) =>
      !one.locates &&
      one.mark.sentence > told.mark.sentence &&
      one.mark.start < predicate.start &&
      suits(draft, item, one),
  );
  const names = new Set(since.map(({ mark }) => mark.text));
  return names.size === 1 && !names.has(told.mark.text) && since.length > 1;
};

/** "denied the town had fallen": the one that was said to be taken. */
export const deniedFor = (
  { draft, taken, places, focus }: Ground,
  item: PlaceItem | null,
  predicate: Predicate,
): NamedPlace | null => {
  const denies = (frameOver(draft, predicate.start)?.polarity === 'denied') !== (predicate.polarity === 'denied');
  const definite = item === null ? predicate.placeWord !== null : item.noun?.definite === true && !item.noun.plural;
  if (!denies || !definite || !DENIED.includes(predicate.kind)) return null;
  // "in full control of the A refinery. The rebels deny that they have lost THE REFINERY"
  const called = spokenIn(places, predicate.sentence - 1, predicate.sentence).findLast(
    ({ mark, item: named }) => mark.end <= predicate.start && named.noun?.noun === item?.noun?.noun,
  );
  if (item !== null && called !== undefined) return called;
  // "What happened in A is less clear. … the centre was never lost": a place of which nothing has been said yet.
  const paragraphOf = (sentence: number) => draft.sentences[sentence]?.paragraph;
  const before = spokenIn(places, predicate.sentence - PARAGRAPH, predicate.sentence).findLast(
    ({ mark, locates, fronted, subject }) =>
      !locates &&
      mark.end <= predicate.start &&
      (mark.sentence === predicate.sentence - 1 ||
        ((fronted || subject) && paragraphOf(mark.sentence) === paragraphOf(predicate.sentence))),
  );
  if (before !== undefined && !focus.some(({ mark }) => mark.start === before.mark.start)) return null;
  const told =
    taken.findLast(
      (named) =>
        named.mark.sentence < predicate.sentence &&
        named.mark.sentence >= predicate.sentence - FAR_BACK &&
        (!isOfCity(draft, item) || canHave(draft, item, named)) &&
        suits(draft, item, named),
    ) ?? null;
  return told !== null && item !== null && hasGivenWay({ draft, places }, { item, predicate }, told) ? null : told;
};
