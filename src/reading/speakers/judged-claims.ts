// "Red CLAIMS to have taken A WERE BASELESS", "the Red CLAIM that A had fallen WAS FALSE": what is called false is a noun.
// Invariant: between the two stands what is claimed, with a verb of its own; "the Reds claim the report was false" is told.
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import { isIn, isInAny, phraseLength, type SentenceView } from '../words/view-sentence.ts';

const FALSE = ['lieWords', 'lieNouns', 'denyingNouns'];

/** "was completely false". */
const VERDICT = 3;

const callsFalse = (view: SentenceView, { to }: VerbGroup): boolean =>
  view.tokens
    .slice(to, to + VERDICT)
    .some((_, i) => isInAny(view, FALSE, to + i) || phraseLength(view, 'lieWords', to + i) > 0);

/** Whether a word that could be a verb of saying is a claim that its own clause calls false. */
export const isJudgedClaim = ({ view, verbs }: Parse, { to }: VerbGroup): boolean => {
  const verdict = verbs.find(
    (one) =>
      one.from > to &&
      !one.infinitive &&
      one.lemmas.some((lemma) => view.lexicon.has('be', lemma)) &&
      callsFalse(view, one),
  );
  if (verdict === undefined || !verbs.some((one) => one.from >= to && one.to <= verdict.from)) return false;
  // "the Red claim THAT A had fallen"
  const from = isIn(view, 'clauseComplements', to) ? to + 1 : to;
  const between = view.tokens.slice(from, verdict.from);
  return between.every(
    ({ type }, i) => type !== 'mark' && !isInAny(view, ['conjunctions', 'rumourNouns', 'toldThings'], from + i),
  );
};
