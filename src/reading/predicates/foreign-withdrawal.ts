// Foreign troops that go home leave a country, and no town of it: "Norland, whose troops are to complete their withdrawal".
// Invariant: asked only of a withdrawal whose place would be one that was spoken of.

import type { Parse } from '../clauses/parse.ts';
import type { Predicate } from '../marks.ts';
import { nationWordAt } from '../mentions/nation-words.ts';
import { isIn } from '../words/view-sentence.ts';

/** "THEIR WITHDRAWAL from Norland": the land that is left stands right behind. */
const isFromLand = ({ view }: Parse, noun: number): boolean =>
  isIn(view, 'fromWords', noun + 1) &&
  [noun + 2, noun + 3].some((at) => nationWordAt(view.tokens, at, view.theatre.lexicon) !== null);

/** "Norland, whose troops are to complete THEIR WITHDRAWAL": from the land, and from no place spoken of. */
export const isForeigners = (parse: Parse, at: number, noun: number): boolean => {
  const { view } = parse;
  const owner = view.marks.findLast(
    (mark) => mark.type === 'actor' && mark.to <= at && mark.means === 'name' && mark.side !== null,
  );
  const side = owner?.type === 'actor' ? view.theatre.sides.find(({ id }) => id === owner.side) : undefined;
  return view.theatre.open ? isFromLand(parse, noun) : side?.class === 'foreign';
};

/** "INTERNATIONAL FORCES began to withdraw": where nobody says from which town they go, they go from the land. */
export const isLeavingLand = ({ view, groups }: Parse, one: Predicate): boolean => {
  const { kind, placeFromContext, placeWord, doer, clause, modality } = one;
  const named = groups.some(({ from }) => {
    const start = view.tokens[from]?.start ?? -1;
    return clause.start <= start && start < clause.end;
  });
  if (named || kind !== 'withdrawal' || !placeFromContext || placeWord !== null || doer === null || doer.pronoun)
    return false;
  // "Norland HAS VOWED to pull out": what a guest means to do it does with all its men; "Norland pulled out" may be told of the town.
  const toCome = modality === 'planned';
  return (
    (toCome || doer.means !== 'name') && view.theatre.sides.find(({ id }) => id === doer.side)?.class === 'foreign'
  );
};
