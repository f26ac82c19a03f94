// A number of places so small that a report may name them all right after: "two districts", "three more towns".
// Invariant: one place is none.
import { numberOf } from '../words/numbers.ts';
import type { SentenceView } from '../words/view-sentence.ts';

const FEW = 3;

/** "two districts", "three more towns": a number that a report can spell out. */
export const isFew = (view: SentenceView, start: number, to: number): boolean =>
  view.tokens.slice(Math.max(0, start - 2), to).some(({ word }) => {
    const value = numberOf([word], view.lexicon);
    return value !== null && value > 1 && value <= FEW;
  });
