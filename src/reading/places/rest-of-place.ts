// "Only the headquarters of A are the army's, THE REST is with the rebels": what is left of a place of which a part was told.
// Invariant: where the sentence has told of no part of one place, nothing is left of any.
import type { PlaceItem, Predicate } from '../marks.ts';
import { inSentence } from '../words/by-sentence.ts';
import type { NamedPlace } from './named-places.ts';
import type { Ground } from './place-suits.ts';

const MENS: readonly Predicate['kind'][] = ['surrender', 'withdrawal'];

/** "the rest", "the remainder". */
export const isRest = ({ draft: { theatre } }: Ground, { noun }: PlaceItem): boolean =>
  noun?.noun
    .toLowerCase()
    .split(' ')
    .some((word) => ['restWords', 'shareNouns'].every((list) => theatre.lexicon.has(list, word))) === true;

/** The one place of which the sentence has told a part before; `here` are the places that it names. */
export const restOfPlace = (
  ground: Ground,
  { item, predicate }: { readonly item: PlaceItem; readonly predicate: Predicate },
  here: readonly NamedPlace[],
): NamedPlace | null => {
  // "took the base, and THE REST surrendered": the men.
  if (!isRest(ground, item) || MENS.includes(predicate.kind)) return null;
  const told = inSentence(ground.draft.predicates, predicate.sentence).filter(({ start }) => start < predicate.start);
  const ofParts = told.some(
    ({ partial, items }) => partial || items.some(({ noun }) => noun !== null && noun.kind === null),
  );
  const [named, ...more] = ofParts ? here : [];
  return named === undefined || more.length > 0 ? null : named;
};
