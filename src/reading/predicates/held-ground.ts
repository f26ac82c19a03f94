// "Each side is to stay in the positions IT HELD": what both have at the time of a truce is nobody's place.
// Invariant: only a clause that describes ground, in a sentence that speaks of both sides.
import type { VerbRule } from '../../model/lexicon.ts';
import type { Subject } from '../clauses/find-subject.ts';
import type { Parse } from '../clauses/parse.ts';
import { isIn, phraseLength } from '../words/view-sentence.ts';

export const isGroundOfBoth = ({ view }: Parse, { kind }: VerbRule, { phrase, actor }: Subject): boolean => {
  if (kind !== 'hold' || phrase === null || actor?.pronoun !== true || actor.modifies) return false;
  const at = isIn(view, 'relatives', phrase.from - 1) ? phrase.from - 2 : phrase.from - 1;
  if (!isIn(view, 'heldGrounds', at)) return false;
  return view.tokens.slice(0, at).some((_, i) => phraseLength(view, 'bothSides', i) > 1);
};
