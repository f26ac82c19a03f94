// The place that a line of its own names over what follows, and the names among which nobody can say which is meant.
// Invariant: asks of the names before the word alone.
import type { Draft, PlaceItem, Predicate } from '../marks.ts';
import type { NamedPlace } from './named-places.ts';
import { type Ground, suits } from './place-suits.ts';

/** "Ashford", "Ashford district": a paragraph of no other word. */
const isHeading = ({ sentences }: Draft, { mark, item }: NamedPlace): boolean => {
  const sentence = sentences[mark.sentence];
  if (sentence === undefined || sentences[mark.sentence + 1]?.paragraph === sentence.paragraph) return false;
  if (sentences[mark.sentence - 1]?.paragraph === sentence.paragraph) return false;
  return sentence.tokens.every(({ type }, at) => type === 'mark' || (at >= item.from && at < item.to));
};

/** The name of the line that heads what is told, where no other place has been spoken of since. */
export const headingOver = (
  { draft, places }: Ground,
  { start }: Predicate,
  fits: (named: NamedPlace) => boolean,
): NamedPlace | null => {
  const last = places.findLast(({ mark, locates, dateline }) => mark.start < start && !locates && !dateline);
  return last !== undefined && isHeading(draft, last) && fits(last) ? last : null;
};

const idOf = ({ mark }: NamedPlace): string => mark.candidates.join() || mark.text.toLowerCase();

/** "took A and B. The district was retaken": one of a list, of which nothing else is told that says which. */
export const isOneOfMany = (
  { draft, places }: Ground,
  item: PlaceItem,
  { predicate, named }: { readonly predicate: Predicate; readonly named: NamedPlace },
): boolean => {
  const { noun } = item;
  if (noun === null || !noun.definite || noun.plural || noun.kind === null || noun.refers !== null) return false;
  if (named.beside.length < 2 || named.mark.sentence >= predicate.sentence || item.within.length > 0) return false;
  const listed = places.filter(({ beside, mark }) => beside === named.beside && mark.start < predicate.start);
  const alike = listed.filter((one) => suits(draft, item, one));
  const ids = new Set(alike.map(idOf));
  const apart = places.some(
    (one) => one.mark.start < predicate.start && one.beside !== named.beside && !one.locates && ids.has(idOf(one)),
  );
  return ids.size > 1 && !apart;
};
