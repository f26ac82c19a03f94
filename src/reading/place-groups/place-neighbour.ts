// A crossing that is called by the country on its other side.
// Invariant: that country is no part of the place.
import type { PlaceItem } from '../marks.ts';
import { nationWordAt } from '../mentions/nation-words.ts';
import { isIn, type SentenceView } from '../words/view-sentence.ts';

/** "the Ashford crossing with Norland": the country on the other side only tells which crossing. */
export const withNeighbour = (view: SentenceView, item: PlaceItem): PlaceItem => {
  if (item.noun?.kind !== 'crossing' || !isIn(view, 'neighbourLinks', item.to)) return item;
  const mark = view.markAt[item.to + 1];
  const nation = nationWordAt(view.tokens, item.to + 1, view.lexicon)?.to ?? (mark?.type === 'actor' ? mark.to : -1);
  return nation < 0 ? item : { ...item, to: nation };
};
