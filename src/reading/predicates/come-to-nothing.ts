// How a verb says that what it is told of came to nothing: "failed", "ended in a rout", "made no headway".
// Invariant: asks of the verb group and the words behind it alone.
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import { isIn, phraseLength } from '../words/view-sentence.ts';

/** "failed", "broke down at the clinic". */
export const isFailing = ({ view }: Parse, { passive, lemmas, to }: VerbGroup): boolean =>
  !passive &&
  lemmas.some(
    (lemma) =>
      view.lexicon.has('outcomeFailures', lemma) ||
      (isIn(view, 'downWords', to) && view.lexicon.has('breakingDown', lemma)),
  );

/** "achieved nothing", "did not achieve anything", "made no headway". */
const gainsNothing = ({ view }: Parse, { to, lemmas, passive, negated }: VerbGroup): boolean =>
  !passive &&
  lemmas.some((lemma) => view.lexicon.has('gainVerbs', lemma)) &&
  (phraseLength(view, 'nothingGained', to) > 0 || (negated && phraseLength(view, 'anythingGained', to) > 0));

/** "came to nothing", "ended in failure", "was a failure"; "was brought to a standstill". */
const endsBadly = ({ view }: Parse, { passive, to }: VerbGroup): boolean =>
  [to, to + 1].some((at) => phraseLength(view, passive ? 'broughtEnds' : 'failedEnds', at) > 0);

/** What the verb is said of came to nothing, in other words than that it was beaten off. */
export const comesToNothing = (parse: Parse, verb: VerbGroup): boolean =>
  gainsNothing(parse, verb) || endsBadly(parse, verb);
