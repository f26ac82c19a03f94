// Where a fight is of which only the sentence's other deeds say where: "After days of fighting, A fell", "A and B fell after clashes".
import type { Predicate } from './marks.ts';
import type { Parse } from './parse.ts';
import { isIn } from './view-sentence.ts';

/** "After days of fighting, A fell": a scene that opens the sentence is where the first deed behind it is. */
const deedOfScene = ({ view }: Parse, made: Predicate, verbs: readonly Predicate[]): Predicate | undefined =>
  isIn(view, 'outcomeAfter', 0) && verbs.every(({ start }) => start > made.start)
    ? verbs.find(({ dropped, items }) => dropped === null && items.length > 0)
    : undefined;

/** "A and B fell after days of fighting": the fight was in all of them. */
export const withPlacesOf = (parse: Parse, made: Predicate, verbs: readonly Predicate[]): Predicate => {
  const told =
    verbs.findLast(({ start, dropped, items }) => start < made.start && dropped === null && items.length > 1) ??
    deedOfScene(parse, made, verbs);
  const named = told?.items.every(({ place }) => place !== null) === true;
  return made.kind === 'clash' && named ? { ...made, items: told.items, placeFromContext: false } : made;
};
