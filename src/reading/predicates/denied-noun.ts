// "The rebels DENIED ANY ATTACK", "denied that THERE HAD BEEN a withdrawal": a deed denied by its noun alone, of what was told before.
// Invariant: nothing stands between the verb of denying and the noun but words that describe it.

import type { Parse } from '../clauses/parse.ts';
import { isIn, isInAny, startOfPhrase } from '../words/view-sentence.ts';
import type { NounMatch } from './make-noun-predicate.ts';

/** "denied that there HAD BEEN a": where the words before "there is" end; `at` where no such words stand there. */
const beforeThere = ({ view, verbAt }: Parse, at: number): number => {
  const verb = verbAt[at - 1];
  if (verb === undefined || !verb.lemmas.some((lemma) => view.lexicon.has('be', lemma))) return at;
  if (!isIn(view, 'thereWords', verb.from - 1)) return at;
  return isIn(view, 'clauseComplements', verb.from - 2) ? verb.from - 2 : verb.from - 1;
};

/** Whether a noun with no place of its own is denied. */
export const isDeniedAlone = (parse: Parse, { at, place, rule }: NounMatch): boolean => {
  const { view, verbAt } = parse;
  if (place !== null || rule.kind === 'hold' || isIn(view, 'partLinks', at + 1)) return false;
  const start = startOfPhrase(view, at);
  const before = beforeThere(parse, start);
  // "THERE WAS NO attack", he said
  if (before < start && isIn(view, 'negativeWords', start)) return true;
  const verb = verbAt[before - 1];
  return verb?.lemmas.some((lemma) => view.lexicon.has('denyingVerbs', lemma)) === true;
};

const NO = ['negativeWords', 'nounNegations'];

/** "had NO INFORMATION ABOUT the fall of A": nobody says that it fell. */
export const isUnheardOf = ({ view }: Parse, { from }: NounMatch): boolean => {
  const at = startOfPhrase(view, from) - 1;
  return isIn(view, 'rumourLinks', at) && isIn(view, 'knowledgeNouns', at - 1) && isInAny(view, NO, at - 2);
};
