// "What the rebels took was Ashford", "What fell on Sunday is the district": the place stands behind the sentence's "is".
// Invariant: the clause of "what" holds one verb, and what is said behind "is" is a place.

import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import { objectFrom } from '../clauses/parse-sentence.ts';
import type { PlaceGroup } from '../place-groups/find-place-groups.ts';
import { isIn, wordAt } from '../words/view-sentence.ts';

/** Words of "the rebels in the north". */
const SUBJECT = 6;

/** Behind a comma "what" opens a clause of its own; behind a verb it is what somebody knows or asks. */
const opensClause = ({ view }: Parse, at: number): boolean =>
  at === 0 || view.tokens[at - 1]?.type === 'mark' || isIn(view, 'conjunctions', at - 1);

export const cleftPlace = (parse: Parse, verb: VerbGroup): PlaceGroup | null => {
  const { view, verbs } = parse;
  const what = view.tokens.findLastIndex((_, at) => at < verb.from && isIn(view, 'whatWords', at));
  if (what < 0 || verb.from - what > SUBJECT || !opensClause(parse, what)) return null;
  if (verbs.some(({ from }) => from > what && from < verb.from)) return null;
  const is = verbs.find(({ from }) => from >= verb.to);
  if (is === undefined || is.negated || !isIn(view, 'be', is.head) || wordAt(view, view.tokens.length - 1) === '?')
    return null;
  return objectFrom(parse, is.to);
};
