// Which reporting frame stands over a word: the innermost, that is the shortest, content that covers it.
import type { Draft, Frame } from './marks.ts';

const lengthAt = (frame: Frame, at: number): number =>
  Math.min(...frame.content.filter(({ start, end }) => start <= at && at < end).map(({ start, end }) => end - start));

/** The frame over an offset, or null where the outlet speaks. */
export const frameOver = (draft: Draft, at: number): Frame | null => {
  let best: Frame | null = null;
  for (const frame of draft.frames) {
    if (!frame.content.some(({ start, end }) => start <= at && at < end)) continue;
    if (best === null || lengthAt(frame, at) <= lengthAt(best, at)) best = frame;
  }
  return best;
};
