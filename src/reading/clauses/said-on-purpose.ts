// "The governor has called our bureau TO DENY THAT A had fallen", "took to Twitter to say that": what somebody does in order to speak.
// Invariant: the infinitive has a clause of its own behind it, and its sentence's verb is one of speaking, writing or appearing.

import { isIn, isInAny } from '../words/view-sentence.ts';
import type { VerbGroup } from './find-verb-groups.ts';
import type { Parse } from './parse.ts';

/** Words from the verb to the infinitive: "has just called our bureau in Herat". */
const REACH = 9;

const has = ({ view }: Parse, { lemmas }: VerbGroup, list: string): boolean =>
  lemmas.some((lemma) => view.lexicon.has(list, lemma));

/** True of the infinitive of a verb that reports, behind what was done to say it. */
export const isSaidOnPurpose = (parse: Parse, verb: VerbGroup): boolean => {
  const { view, verbs } = parse;
  if (!verb.infinitive || verb.passive || verb.negated) return false;
  if (!has(parse, verb, 'reportingVerbs') || !isIn(view, 'clauseComplements', verb.to)) return false;
  const before = verbs.findLast(({ to }) => to <= verb.from);
  if (before === undefined || before.infinitive || before.gerund || before.negated || before.modal !== null)
    return false;
  if (isIn(view, 'relatives', before.from - 1) || verb.from - before.to > REACH) return false;
  return has(parse, before, 'purposeSpeechVerbs') || isIn(view, 'quickWords', verb.from - 1);
};

/** "as the mayor PUT IT, …", "…, as the mayor put it". */
export const putsIt = ({ view }: Parse, { lemmas, from, to, infinitive, passive }: VerbGroup): boolean =>
  !infinitive &&
  !passive &&
  lemmas.some((lemma) => view.lexicon.has('puttingVerbs', lemma)) &&
  isIn(view, 'emptySubjects', to) &&
  view.tokens[to + 1]?.type === 'mark' &&
  view.tokens.slice(Math.max(0, from - PUT), from).some(({ word }) => view.lexicon.has('assentLinks', word));

/** "The ministry WAS ADAMANT THAT A had not fallen": to be so of a clause is to say it. */
const isInsisting = ({ view }: Parse, { lemmas, to, infinitive, gerund }: VerbGroup): boolean =>
  !infinitive &&
  !gerund &&
  lemmas.some((lemma) => view.lexicon.has('be', lemma)) &&
  isIn(view, 'insistingWords', to) &&
  (isIn(view, 'clauseComplements', to + 1) ||
    isInAny(view, ['determiners', 'possessives'], to + 1) ||
    view.markAt[to + 1] !== undefined);

/** Words of who puts it so. */
const PUT = 30;

/** Verbs that report though none of them means to say. */
export const isSaidOtherwise = (parse: Parse, verb: VerbGroup): boolean =>
  isSaidOnPurpose(parse, verb) || putsIt(parse, verb) || isInsisting(parse, verb);
