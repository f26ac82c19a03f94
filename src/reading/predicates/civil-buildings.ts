// A mill, a school, a hotel may be taken by fighters and be held by them; who merely has one, runs it or gives it back is at peace.
// Invariant: only a place that is nothing but such a building; what is taken, entered or attacked is told as of any place.

import type { Parse } from '../clauses/parse.ts';
import type { PlaceGroup } from '../place-groups/find-place-groups.ts';
import { isIn } from '../words/view-sentence.ts';
import type { VerbMatch } from './verb-match.ts';

const isCivil = ({ view }: Parse, place: PlaceGroup | null): boolean =>
  place?.items.every(({ noun }) => noun !== null && view.lexicon.has('civilBuildings', noun.noun)) === true;

/** "The hotel is occupied BY GUESTS": by somebody who is of no side. */
const isBySomebody = ({ view }: Parse, { verb, doer, to }: VerbMatch): boolean =>
  doer === null && [verb.to, to].some((at) => isIn(view, 'byWords', at));

/** "The Council HAS A MILL in A", "handed over a SCHOOL", "the mill was lost to fire". */
export const isMerelyOwned = (parse: Parse, match: VerbMatch, place: PlaceGroup | null): boolean => {
  const { kind } = match.rule;
  if (!['hold', 'surrender', 'loss'].includes(kind) || !isCivil(parse, place)) return false;
  const held = match.verb.lemmas.some((lemma) => parse.view.lexicon.has('armedHolds', lemma));
  return kind !== 'hold' || !held || isBySomebody(parse, match);
};
