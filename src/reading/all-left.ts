// "ALL THE ARMY HAS LEFT is A", "A is all that they HAVE LEFT": what somebody still has, and nobody who went.
// Invariant: "all" or "what" stands before who has it, and a verb of being beside that.
import type { VerbGroup } from './find-verb-groups.ts';
import type { Parse } from './parse.ts';
import { isIn } from './view-sentence.ts';

/** Words of "all that the beaten army". */
const REACH = 6;

/** Words of "in the whole of Northmark". */
const WHERE = 5;

export const isAllLeft = ({ view, verbAt }: Parse, verb: VerbGroup): boolean => {
  if (!verb.perfect || verb.passive || !isIn(view, 'leftForms', verb.head)) return false;
  const isBe = (at: number): boolean => verbAt[at] !== undefined && isIn(view, 'be', at);
  for (let at = verb.from - 1; at >= Math.max(0, verb.from - REACH) && verbAt[at] === undefined; at--)
    if (isIn(view, 'heldThings', at))
      return isBe(at - 1) || view.tokens.slice(verb.to, verb.to + WHERE).some((_, i) => isBe(verb.to + i));
  return false;
};

/** "there is no army LEFT", "are there any LEFT?" */
export const isLeftOver = ({ view, verbAt, phraseAt }: Parse, verb: VerbGroup): boolean => {
  // "Has the army LEFT?"
  if (isIn(view, 'have', 0)) return false;
  const phrase = verb.bare && verb.forms.includes('participle') ? phraseAt[verb.from - 1] : undefined;
  const over = ['onlyWords', 'thereWords'].some((list) => isIn(view, list, (phrase?.from ?? 0) - 1));
  const is = phrase === undefined ? undefined : verbAt[phrase.from - (over ? 2 : 1)];
  return is?.lemmas.some((lemma) => view.lexicon.has('be', lemma) || view.lexicon.has('have', lemma)) === true;
};
