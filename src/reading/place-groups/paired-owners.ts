// "seized ARMY AND police bases in A": two whose posts they are stand before one noun.
// Invariant: only kinds of forces are paired so, behind a verb or a preposition; "fled from the army and police posts fell" is no pair.
import { isIn, isVerbForm, type SentenceView } from '../words/view-sentence.ts';

/** Where a place phrase begins with the first of two owners before it; its own beginning where there is one owner. */
export const fromPair = (view: SentenceView, start: number): number => {
  const second = view.markAt[start];
  if (second?.type !== 'actor' || second.pronoun || !isIn(view, 'listLinks', start - 1)) return start;
  if (!isIn(view, 'forceKinds', start) || !isIn(view, 'forceKinds', start - 2)) return start;
  const first = start - 2 - (isIn(view, 'definiteArticles', start - 3) ? 1 : 0);
  const ruled = isVerbForm(view, first - 1) || (first === start - 2 && isIn(view, 'prepositions', first - 1));
  return ruled && !isIn(view, 'agentWords', first - 1) ? first : start;
};
