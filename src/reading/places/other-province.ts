// "In Northmark, 63 soldiers gave themselves up": where a sentence says the province, no place of another one is meant.
// Invariant: only provinces that the gazetteer knows, and never the province of who speaks.
import type { Draft, PlaceItem, Predicate } from '../marks.ts';
import type { NamedPlace } from './named-places.ts';
import type { Ground } from './place-suits.ts';

const isProvince = ({ theatre: { gazetteer } }: Draft, { mark }: NamedPlace): boolean =>
  mark.candidates.length > 0 && mark.candidates.every((id) => gazetteer.get(id)?.kind === 'province');

/** "In Northmark, …", "… in Northmark": the sentence opens with it, or its clause ends in it. */
const isSaidOf = (draft: Draft, predicate: Predicate, one: NamedPlace): boolean => {
  const { mark, fronted, locates } = one;
  if (mark.sentence !== predicate.sentence || !isProvince(draft, one)) return false;
  const before = draft.sentences[mark.sentence]?.tokens[mark.from - 1]?.word ?? '';
  const inside = mark.start >= predicate.end && mark.end <= predicate.clause.end;
  return (
    (fronted && mark.start < predicate.start) || (inside && !locates && draft.theatre.lexicon.has('frontLinks', before))
  );
};

/** "THE garrison". */
const isKnown = ({ sentences, theatre: { lexicon } }: Draft, { doer, sentence }: Predicate): boolean =>
  doer === null || doer.pronoun || lexicon.has('definiteWords', sentences[sentence]?.tokens[doer.from - 1]?.word ?? '');

/** Whether the place that was spoken of is not what a sentence about a province tells of. */
export const liesElsewhere = (
  { draft, places }: Ground,
  item: PlaceItem | null,
  { predicate, named: { mark } }: { readonly predicate: Predicate; readonly named: NamedPlace },
): boolean => {
  if (draft.theatre.open || mark.sentence === predicate.sentence) return false;
  const told = places.filter((one) => isSaidOf(draft, predicate, one)).flatMap((one) => one.mark.candidates);
  if (told.length === 0) return false;
  // "In Northmark, 63 SOLDIERS surrendered" tells of no place in it; "THE GARRISON fled" of the one spoken of.
  if (item === null && predicate.placeWord === null && !isKnown(draft, predicate)) return true;
  const { gazetteer } = draft.theatre;
  return !mark.candidates.some(
    (id) => told.includes(id) || gazetteer.ancestors(id).some((above) => told.includes(above.id)),
  );
};
