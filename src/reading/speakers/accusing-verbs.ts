// "accused him OF buying votes", "accused the rebels, who include deserters, OF shelling it": what somebody is accused of is said.
// Invariant: the link stands within a few words of the verb, or right behind a clause that only tells who is accused.
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import { isIn, type SentenceView, wordAt } from '../words/view-sentence.ts';

/** Words of whom somebody accuses. */
const WHOM = 8;

/** "accused him of buying votes", "urged people to leave": what somebody is accused of or urged to is said. */
export const accuses = (view: SentenceView, verb: VerbGroup): boolean => {
  if (!verb.lemmas.some((lemma) => view.lexicon.has('accusingVerbs', lemma))) return false;
  // "accused the rebels, WHO INCLUDE DESERTERS, of shelling it"
  const whom = view.tokens.slice(verb.to, verb.to + WHOM).findIndex(({ word }) => /^[,.;:]$/.test(word));
  const aside = whom > 0 && isIn(view, 'clauseRelatives', verb.to + whom + 1);
  const close = aside ? view.tokens.findIndex(({ word }, at) => at > verb.to + whom && word === ',') : -1;
  if (close > 0 && isIn(view, 'accusingLinks', close + 1)) return true;
  for (let at = verb.to; at < verb.to + WHOM && !/^[,.;:]$/.test(wordAt(view, at)); at++)
    if (isIn(view, 'accusingLinks', at)) return true;
  return false;
};
