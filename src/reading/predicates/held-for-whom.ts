// "They now guard the bridge FOR THE REBELS": who keeps a place for somebody else keeps it in his name.
// Invariant: the words stand right behind the place, and name a side.

import type { Parse } from '../clauses/parse.ts';
import { finderOf } from '../clauses/parse-sentence.ts';
import type { ActorMark } from '../marks.ts';
import type { PlaceGroup } from '../place-groups/find-place-groups.ts';
import { isIn } from '../words/view-sentence.ts';
import type { VerbMatch } from './verb-match.ts';

/** For whom a place is held; null where nobody is named behind it. */
export const heldForWhom = (
  parse: Parse,
  { rule, to }: Pick<VerbMatch, 'rule' | 'to'>,
  place: PlaceGroup | null,
): ActorMark | null => {
  const end = Math.max(to, place?.to ?? 0);
  if (rule.kind !== 'hold' || !isIn(parse.view, 'forWhomLinks', end)) return null;
  const whom = finderOf(parse).actorAt(end + 1);
  return whom === null || whom.pronoun || whom.modifies || whom.means === 'civilian' ? null : whom;
};
