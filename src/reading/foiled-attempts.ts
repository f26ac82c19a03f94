// Attempts whose end the sentence tells: "an attempt to capture A was foiled", "tried to enter A but failed".
import type { VerbGroup } from './find-verb-groups.ts';
import type { Parse } from './parse.ts';
import { endsAttack, type VerbMatch } from './verb-match.ts';
import { isIn } from './view-sentence.ts';

/** "tried to capture A": the verb over the infinitive is one of trying. */
const isTried = ({ view, verbs }: Parse, { from }: VerbGroup): boolean => {
  const over = verbs.findLast((other) => other.to <= from);
  return over?.to === from && over.lemmas.some((lemma) => view.lexicon.has('tryingVerbs', lemma));
};

const ATTEMPT = 6;

/** "an attempt to", "an attempt by the rebels to". */
const isAttempt = ({ view }: Parse, { from }: VerbGroup): boolean => {
  if (isIn(view, 'attemptNouns', from - 1)) return true;
  for (let at = from - 1; at > from - ATTEMPT; at--)
    if (isIn(view, 'agentWords', at)) return isIn(view, 'attemptNouns', at - 1);
  return false;
};

/** "an attempt to capture A was foiled", "tried to enter A but failed": the attempt's own verb, behind it, tells how it ended. */
export const foiledBy = (parse: Parse, { verb, to }: VerbMatch): VerbGroup | null => {
  const { view, verbs } = parse;
  if (!verb.infinitive || !(isAttempt(parse, verb) || isTried(parse, verb))) return null;
  const next = verbs.find(({ from }) => from >= to);
  if (next === undefined || next.from - to > 12) return null;
  const fails = !next.passive && next.lemmas.some((lemma) => view.lexicon.has('outcomeFailures', lemma));
  return fails || (next.passive && endsAttack(view.lexicon, next.lemmas)) ? next : null;
};
