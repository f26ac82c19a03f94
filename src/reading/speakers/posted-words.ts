// "said in a video POSTED on X that", "pictures POSTED on the net showed", "an officer POSTED at the gate": nobody who says it there;
// and what may be said, or is feared to be, is not said.
// Invariant: only the words beside the verb are asked.
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import { isIn, isInAny, type SentenceView, wordAt } from '../words/view-sentence.ts';

/** "an officer posted at the gate": a post that is held, not words put on the net. */
export const isStationed = (view: SentenceView, { bare, to, lemmas }: VerbGroup): boolean =>
  bare && isIn(view, 'stationLinks', to) && lemmas.some((lemma) => view.lexicon.has('stationVerbs', lemma));

/** "other PICTURES POSTED on the net showed", "a film the group POSTED SHOWED": what was put there, and nobody who speaks. */
const isFilmed = (view: SentenceView, at: number): boolean =>
  isInAny(view, ['publishedForms', 'clauseReportingForms'], at) &&
  ((/ed$/u.test(wordAt(view, at)) && isIn(view, 'footageNouns', at - 1)) || isIn(view, 'filmForms', at + 1));

/** "said in a video posted on X that": how it was published belongs to the medium. */
export const isOfMedium = (view: SentenceView, at: number): boolean =>
  isFilmed(view, at) ||
  (isIn(view, 'publishedForms', at) &&
    isIn(view, 'sayingMedia', at - 1) &&
    [at - 2, at - 3, at - 4].some((before) => isIn(view, 'tailPrepositions', before)));

/** "worried ABOUT inadvertently DISCLOSING it", "MIGHT JUDGE that A": what may be said is not said. */
export const isUnsaid = (view: SentenceView, at: number): boolean => {
  const before = /\p{Ll}{2}ly$/u.test(wordAt(view, at - 1)) ? at - 2 : at - 1;
  return isIn(view, 'modals', before) || (/\p{L}{3}ing$/u.test(wordAt(view, at)) && isIn(view, 'matterLinks', before));
};
