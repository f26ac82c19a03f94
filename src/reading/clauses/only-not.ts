// A no that is said of one place alone: "took A AND NOT B", "took NOT A BUT B".
// Invariant: "not only" rules nothing out.
import { isIn, type SentenceView } from '../words/view-sentence.ts';

/** Words of "Old A district in N". */
const NAME = 6;

/** "took NOT A BUT B": the no that stands there is said of a place alone; "not only A but B" is no contrast. */
export const opensContrast = (view: SentenceView, at: number): boolean => {
  if (!isOnlyNot(view, at)) return false;
  for (let but = at + 2; but <= at + 1 + NAME; but++) {
    if (view.tokens[but]?.type === 'mark') return false;
    if (isIn(view, 'contrastLinks', but)) return view.markAt[but - 1]?.type === 'place' && isPlaceNear(view, but + 1);
  }
  return false;
};

/** "A and NOT B", but "A and not only B". */
export const isOnlyNot = (view: SentenceView, at: number): boolean =>
  isIn(view, 'negations', at) && !isIn(view, 'onlyWords', at + 1);

/** "A", "the A district", "OF A". */
const isPlaceNear = (view: SentenceView, at: number): boolean =>
  [at, at + 1, at + 2].some((near) => view.markAt[near]?.type === 'place');
