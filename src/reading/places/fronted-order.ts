// "A and B are contested: IN THE FORMER, the army holds the market": the place by order that a clause begins with is where
// what has no name of its own lies.
// Invariant: the words stand before the deed in its own sentence, behind a preposition, and no place is named in between.

import type { Draft, PlaceItem, Predicate, ScopeMark } from '../marks.ts';
import { findReferred, pointing, type Referred } from './find-referred.ts';
import { frontedSet } from './fronted-set.ts';
import type { Ground } from './place-suits.ts';

const itemOf = (noun: ScopeMark): PlaceItem => ({
  ...{ place: null, noun, scope: null, kindWord: noun.kind, within: [], capitalOf: null },
  ...{ from: noun.from, to: noun.to },
});

/** "IN THE SECOND TOWN the police fled": a noun that only its order tells apart. */
const isLedNoun = (ground: Ground, mark: ScopeMark): boolean =>
  mark.refers === null && pointing(ground, itemOf(mark))?.by === 'order';

const isLed = ({ sentences, theatre: { lexicon } }: Draft, { sentence, from }: ScopeMark): boolean =>
  [1, 2, 3].some((back) => lexicon.has('frontPrepositions', sentences[sentence]?.tokens[from - back]?.word ?? ''));

/** The places that "in the former", "in the other two" mean before a deed; none where nothing of the kind stands there. */
const frontedOrder = (ground: Ground, predicate: Predicate): readonly Referred[] => {
  const { draft } = ground;
  const last = draft.mentions.findLast(
    (mark): mark is ScopeMark =>
      mark.type === 'scope' &&
      (mark.refers?.by === 'order' || mark.refers?.by === 'other' || isLedNoun(ground, mark)) &&
      mark.sentence === predicate.sentence &&
      mark.end <= predicate.start,
  );
  if (last === undefined || !isLed(draft, last)) return [];
  const named = draft.mentions.some(
    ({ type, start, sentence }) =>
      type === 'place' && sentence === predicate.sentence && start >= last.end && start < predicate.end,
  );
  if (named) return [];
  const meant = findReferred(ground, itemOf(last), predicate);
  return last.plural ? meant : meant.slice(0, 1);
};

/** The places that the words before a deed put it in: "in the former", "in both"; an item is what has no name of its own there. */
export const frontedPlaces = (ground: Ground, item: PlaceItem | null, predicate: Predicate): readonly Referred[] => {
  const ordered = item !== null && item.noun === null ? [] : frontedOrder(ground, predicate);
  // "IN THE FIRST the army is in control": nothing of its own is named there.
  if (ordered.length > 0) return ordered.map((one) => ({ named: one.named, item: item ?? one.item }));
  const apart = item === null || (item.noun?.definite === true && !item.noun.plural);
  return apart ? frontedSet(ground, predicate).map((named) => ({ named, item })) : [];
};
