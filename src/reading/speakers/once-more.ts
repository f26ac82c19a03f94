// "for the second time", "for the third day running": how often something was said, between a verb and what it governs.
// Invariant: an ordinal and a noun of time are both there; nothing else is passed over.
import { ordinalOf } from '../words/numbers.ts';
import { isIn, isInAny, phraseLength, type SentenceView, wordAt } from '../words/view-sentence.ts';

/** The word behind such an aside, or `at` itself where none stands there. */
export const pastOnceMore = (view: SentenceView, at: number): number => {
  if (!isIn(view, 'spanLinks', at) || !isIn(view, 'determiners', at + 1)) return at;
  const ordinal = ordinalOf(wordAt(view, at + 2), view.lexicon) !== null;
  if (!ordinal || !isInAny(view, ['timeNouns', 'lengthNouns', 'turnNouns'], at + 3)) return at;
  return at + 4 + phraseLength(view, 'inSuccession', at + 4);
};
