// "It is not true that A has fallen": a claim behind the very words that call it false.
// Invariant: nothing stands between the two but what links them.
import type { UnplacedClaim } from '../../model/claim.ts';
import { type Cue, tokensIn } from '../actors/denial-cues.ts';
import type { Draft } from '../marks.ts';
import { startsIn } from './false-words.ts';

/** So many words stand at most between "not true" and what is not. */
const TOLD = 6;

/** "It was not true THAT A had fallen", "premature to SAY A had fallen", "no truth in REPORTS OF the fall of A": the claim follows the words that deny it, and is denied by who says them. */
export const isToldFalse = (draft: Draft, cue: Cue, claim: UnplacedClaim): boolean => {
  if (claim.polarity !== 'affirmed' || !startsIn(claim, cue.sentence)) return false;
  const { lexicon } = draft.theatre;
  const between = tokensIn(cue.sentence, { start: cue.at, end: Math.max(cue.at, claim.quote.start) });
  const at = between.findLastIndex(
    ({ word }) => !lexicon.has('definiteWords', word) || lexicon.has('clauseComplements', word),
  );
  const last = between[at];
  // "said the claim was false AND THAT A was his": a second thing that is said.
  if (lexicon.has('conjunctions', between[at - 1]?.word ?? '')) return false;
  const isLast = (list: string): boolean => lexicon.has(list, last?.word ?? '');
  const ofRumour = isLast('rumourLinks') && lexicon.has('rumourNouns', between[at - 1]?.word ?? '');
  const opens = isLast('clauseComplements') || isLast('reportingVerbs') || ofRumour;
  return between.length <= TOLD && opens;
};
