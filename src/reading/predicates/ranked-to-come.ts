// "It WOULD BE THE FIRST city captured this year", "would mark the second time they have taken a capital": a rank that
// nothing has earned yet.
// Invariant: only a modal over the rank makes it so; "was the first city captured" is told.
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import { lemmaIn } from '../clauses/governed-infinitive.ts';
import type { Parse } from '../clauses/parse.ts';
import { isIn, wordAt } from '../words/view-sentence.ts';

/** Words of "the first of the country's provincial capitals that the rebels". */
const REACH = 12;

/** Whether what is told stands under a rank that is only imagined. */
export const isRankedToCome = ({ view, verbs }: Parse, { from }: VerbGroup): boolean => {
  const over = verbs.findLast(
    ({ to, modal }) => to <= from && to >= from - REACH && view.lexicon.has('imaginedModals', modal ?? ''),
  );
  if (over === undefined || over.perfect) return false;
  if (!lemmaIn(view, over, 'copulas') && !lemmaIn(view, over, 'rankingVerbs')) return false;
  const between = view.tokens.slice(over.to, from);
  if (between.some((_, i) => /^[;:"“”]$/.test(wordAt(view, over.to + i)))) return false;
  return between.some((_, i) => isIn(view, 'ordinalWords', over.to + i));
};
