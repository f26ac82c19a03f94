// "stormed A and, AFTER FIERCE FIGHTING, claimed", "The rebels, ON MONDAY, said": what stands between two commas and tells when.
// Invariant: the phrase opens with a preposition and has no verb of its own that tells something.
import { isFiniteVerb } from '../clauses/clause-bounds.ts';
import type { Parse } from '../clauses/parse.ts';
import { isIn, wordAt } from '../words/view-sentence.ts';

/** Where such a phrase opens that closes at the comma `close`; -1 where none does. */
const adjunctBefore = ({ view, verbs }: Parse, close: number): number => {
  const open = view.tokens.slice(0, close).findLastIndex(({ word }) => word === ',');
  if (open < 1 || !isIn(view, 'prepositions', open + 1)) return -1;
  return verbs.some((verb) => verb.from > open && verb.to <= close && isFiniteVerb(verb)) ? -1 : open;
};

/** Words of "after two days of heavy fighting". */
const ADJUNCT = 7;

/** "stormed A and AFTER FIERCE FIGHTING claimed": who did the first says it; where his verb begins, or -1. */
export const behindJoint = ({ view, verbs, verbAt }: Parse, verbFrom: number): number => {
  if (!isIn(view, 'adjunctEnds', verbFrom - 1)) return -1;
  for (let at = verbFrom - 1; at > Math.max(1, verbFrom - 1 - ADJUNCT) && verbAt[at]?.gerund !== false; at--) {
    if (view.tokens[at]?.type === 'mark') return -1;
    if (isIn(view, 'prepositions', at) && isIn(view, 'conjunctions', at - 1))
      return verbs.findLast((verb) => verb.to < at && isFiniteVerb(verb))?.from ?? -1;
  }
  return -1;
};

/** Behind "and," the subject is that of the verb before it: where that verb begins; -1 where there is no "and", or no verb. */
const verbBeforeAnd = ({ view, verbs }: Parse, open: number): number => {
  if (!isIn(view, 'conjunctions', open - 1) || wordAt(view, open) !== ',') return -1;
  return verbs.findLast((verb) => verb.to <= open && isFiniteVerb(verb))?.from ?? -1;
};

/** Where the words that name who says it end, behind which such a phrase stands; -1 where none does. */
export const behindAdjunct = (parse: Parse, close: number, isHead: (parse: Parse, open: number) => boolean): number => {
  const open = adjunctBefore(parse, close);
  if (open < 0) return -1;
  const verb = verbBeforeAnd(parse, open);
  return verb < 0 && isHead(parse, open) ? open : verb;
};
