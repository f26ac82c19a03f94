// "has dismissed THE GOVERNOR": who is sent away is no claim that is denied.
// Invariant: only the words behind the verb are asked, up to the first preposition or mark.
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import { isInAny, type SentenceView, wordAt } from '../words/view-sentence.ts';

/** Words of "dismissed his long-serving provincial governor". */
const REMOVED = 5;

/** "has dismissed THE GOVERNOR": who is sent away is no claim that is denied. */
export const isRemoval = (view: SentenceView, { to, lemmas }: VerbGroup): boolean => {
  if (!lemmas.some((lemma) => view.lexicon.has('removingVerbs', lemma))) return false;
  for (let at = to; at < to + REMOVED; at++) {
    if (isInAny(view, ['officeActors', 'officerNouns'], at)) return wordAt(view, at + 1) !== "'s";
    if (isInAny(view, ['prepositions', 'conjunctions'], at) || view.tokens[at]?.type === 'mark') return false;
  }
  return false;
};
