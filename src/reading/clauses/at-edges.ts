// Where a place begins: "the gates of A", "the western approaches to A". Who is beaten off there is beaten off from A.
// Invariant: only words that describe the edge stand before it.
import { isFiller, isIn, type SentenceView } from '../words/view-sentence.ts';

/** "driven off FROM THE GATES OF A", "at the western approaches to A": behind the words for where a place begins. */
export const pastEdge = (view: SentenceView, at: number): number => {
  for (let i = at; i <= at + EDGE; i++) {
    if (isIn(view, 'edgeNouns', i)) return isIn(view, 'edgeLinks', i + 1) ? i + 2 : at;
    if (!isFiller(view, i)) return at;
  }
  return at;
};

/** Words of "the very". */
const EDGE = 3;
