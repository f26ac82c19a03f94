// "the capitals of A, B and C PROVINCES", "offices in the capital cities of A and B provinces": what is said before the first
// name is meant of each, and the noun behind the last only tells what they are the capitals of.
// Invariant: only a plural before the first name makes capitals of the others.
import type { PlaceItem } from '../marks.ts';
import type { SentenceView } from '../words/view-sentence.ts';

/** A list with the capital of each province that it names. */
export const withSeats = (view: SentenceView, items: readonly PlaceItem[]): readonly PlaceItem[] => {
  const [first, last] = [items[0], items.at(-1)];
  const noun = first?.noun ?? null;
  const seats = first?.kindWord === 'city' && noun?.plural === true && items.length > 1;
  if (!seats || last?.kindWord !== 'province' || last.noun?.plural !== true) return items;
  const { gazetteer } = view.theatre;
  return items.map((item) => {
    const candidates = item.place?.candidates ?? item.within;
    const named = item.place !== null && candidates.some((id) => gazetteer.get(id)?.kind === 'city');
    const seat = { ...item, noun, scope: noun.scope, kindWord: 'city' as const };
    return named
      ? seat
      : { ...seat, place: null, noun: { ...noun, plural: false, definite: true }, within: candidates };
  });
};
