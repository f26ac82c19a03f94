// "described THE RETREAT from A as tactical", "called the fall of A a setback": who judges a deed tells of it.
// Invariant: a definite deed right behind the verb; "described a planned attack" tells of none.
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import { deedNouns } from '../clauses/noun-links.ts';
import { formsAt } from '../clauses/verb-forms.ts';
import { isIn, isInAny, type SentenceView, wordAt } from '../words/view-sentence.ts';

/** Words of "the army's sudden". */
const DEED = 4;

/** Words of "the districts of A, B and C". */
const LISTED = 12;

/** "listed AS TAKEN the district of A", "listed A and B AS CAPTURED": of the one who says so. */
const labelsAsDone = (view: SentenceView, to: number): boolean => {
  for (let at = to; at <= to + LISTED && !/^[;:.]$/.test(wordAt(view, at)); at++)
    if (isIn(view, 'quotedLinks', at)) return formsAt(view, at + 1).includes('participle');
  return false;
};

/** Whether a verb of naming has a deed for its object. */
export const labelsDeed = (view: SentenceView, { lemmas, to, passive }: VerbGroup): boolean => {
  const labels = !passive && lemmas.some((lemma) => view.lexicon.has('labelVerbs', lemma));
  if (labels && labelsAsDone(view, to)) return true;
  if (!labels || !isIn(view, 'definiteArticles', to)) return false;
  const noun = view.tokens.findIndex(({ word }, at) => at > to && at <= to + DEED && deedNouns(view.lexicon).has(word));
  const plain = view.tokens.slice(to, Math.max(to, noun)).every(({ type }) => type === 'word');
  return noun > 0 && plain && isInAny(view, ['nounLinks', 'homeLinks'], noun + 1);
};
