// "described THE RETREAT from A as tactical", "called the fall of A a setback": who judges a deed tells of it.
// Invariant: a definite deed right behind the verb; "described a planned attack" tells of none.
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import { deedNouns } from '../clauses/noun-links.ts';
import { isIn, isInAny, type SentenceView } from '../words/view-sentence.ts';

/** Words of "the army's sudden". */
const DEED = 4;

/** Whether a verb of naming has a deed for its object. */
export const labelsDeed = (view: SentenceView, { lemmas, to, passive }: VerbGroup): boolean => {
  const labels = !passive && lemmas.some((lemma) => view.lexicon.has('labelVerbs', lemma));
  if (!labels || !isIn(view, 'definiteArticles', to)) return false;
  const noun = view.tokens.findIndex(({ word }, at) => at > to && at <= to + DEED && deedNouns(view.lexicon).has(word));
  const plain = view.tokens.slice(to, Math.max(to, noun)).every(({ type }) => type === 'word');
  return noun > 0 && plain && isInAny(view, ['nounLinks', 'homeLinks'], noun + 1);
};
