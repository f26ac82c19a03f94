// "On Sunday it was A'S TURN": whose turn it was, said before the word.
// Invariant: "it was" stands right before the place.
import type { Parse } from '../clauses/parse.ts';
import { isPossessive } from '../clauses/word-class.ts';
import type { PlaceGroup } from '../place-groups/find-place-groups.ts';
import { isIn } from '../words/view-sentence.ts';

interface Turn {
  readonly at: number;
  readonly to: number;
  readonly group: PlaceGroup;
}

/** Where the words begin and end, and whose turn it was; null for none. */
export const ownedTurn = ({ view, groups }: Parse): Turn | null => {
  const group = groups.find(({ to }) => isPossessive(view, to) && isIn(view, 'ownTurns', to + 1));
  const from = group?.from ?? 0;
  const is = isIn(view, 'be', from - 1) && isIn(view, 'onePronouns', from - 2);
  return group !== undefined && is ? { at: from - 2, to: group.to + 2, group } : null;
};
