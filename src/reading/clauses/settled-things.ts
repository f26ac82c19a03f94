// "A ten-day truce AGREED through the elders", "ten days later than first AGREED": what was settled, and nobody who says it.
// Invariant: "the ministry agreed" and "the sides agreed" stay verbs of somebody.

import { isIn, isInAny, type SentenceView, wordAt } from '../words/view-sentence.ts';
import type { VerbGroup } from './find-verb-groups.ts';
import type { Parse } from './parse.ts';

const THINGS = ['lullNouns', 'paperNouns', 'dealNouns', 'settledNouns'];

/** "than FIRST agreed", "earlier than PREVIOUSLY announced". */
const isCompared = (view: SentenceView, at: number): boolean =>
  isIn(view, 'comparingWords', isIn(view, 'settledAdverbs', at) ? at - 1 : at);

export const isSettled = (view: SentenceView, { bare, forms, from, head }: VerbGroup): boolean =>
  bare &&
  forms.includes('participle') &&
  isIn(view, 'settledForms', head) &&
  !isIn(view, 'clauseComplements', head + 1) &&
  (isInAny(view, THINGS, from - 1) || isCompared(view, from - 1));

/** "Fighters WHO HAD PROMISED TO stay out were seen in it": what they promised is told of them, and the rest by nobody of them. */
export const isOwnPromise = (view: SentenceView, { from, to }: VerbGroup): boolean =>
  isIn(view, 'infinitiveLinks', to) && wordAt(view, from - 2) !== ',';

/** "“They PROMISED us homes,” she said": within a quotation who promises a thing says nothing. */
export const promisesThing = ({ view, verbAt }: Parse, { head, to, lemmas }: VerbGroup): boolean => {
  if (view.tokens[head]?.quoted !== true || !lemmas.some((lemma) => view.lexicon.has('promisingVerbs', lemma)))
    return false;
  for (let at = to; view.tokens[at]?.type === 'word' || view.tokens[at]?.type === 'number'; at++)
    if (verbAt[at] !== undefined || isInAny(view, ['clauseComplements', 'infinitiveLinks'], at)) return false;
  return to < view.tokens.length;
};
