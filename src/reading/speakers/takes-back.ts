// "withdrew a report that A had fallen", "took back its claim": a word of what was told is what the verb takes back.
// Invariant: the noun stands right behind the verb, with an article, a possessor or a plain adjective at most between.

import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import { isFiller, isIn, isInAny, type SentenceView } from '../words/view-sentence.ts';

/** Words of "its earlier". */
const REACH = 4;

/** Whether the verb takes back what has been told. */
export const takesBack = (view: SentenceView, { lemmas, to }: VerbGroup): boolean => {
  const back = isIn(view, 'backWords', to);
  const takes = lemmas.some((lemma) => view.lexicon.has(back ? 'backTakingVerbs' : 'retractingVerbs', lemma));
  if (!takes) return false;
  for (let at = to + (back ? 1 : 0); at < to + REACH; at++) {
    if (isInAny(view, ['rumourNouns', 'sayingNouns'], at))
      return isInAny(view, ['clauseComplements', 'partLinks', 'aboutWords', 'weekdays', 'prepositions'], at + 1);
    if (!isFiller(view, at) && !isInAny(view, ['determiners', 'possessives'], at)) return false;
  }
  return false;
};
