// Which reporting frame stands over a word: the innermost, that is the shortest, content that covers it.
import type { Span } from '../model/text.ts';
import type { Draft, Frame } from './marks.ts';

/** What a frame stands over; its own verb too, for "claims control of A" says what it claims. */
const spansOf = ({ content, cue }: Frame): readonly Span[] => [...content, cue];

const lengthAt = (frame: Frame, at: number): number =>
  Math.min(
    ...spansOf(frame)
      .filter(({ start, end }) => start <= at && at < end)
      .map(({ start, end }) => end - start),
  );

/** Frames are looked up by stretches of so many characters of the text. */
const STRETCH = 2048;

const indexes = new WeakMap<readonly Frame[], ReadonlyMap<number, readonly Frame[]>>();

const indexOf = (frames: readonly Frame[]): ReadonlyMap<number, readonly Frame[]> => {
  const index = new Map<number, Set<Frame>>();
  for (const frame of frames)
    for (const { start, end } of spansOf(frame))
      for (let at = Math.floor(start / STRETCH); at * STRETCH < end; at++)
        index.set(at, (index.get(at) ?? new Set()).add(frame));
  return new Map([...index].map(([at, found]) => [at, [...found]]));
};

/** The frame over an offset, or null where the outlet speaks. */
export const frameOver = (draft: Draft, at: number): Frame | null => {
  const index = indexes.get(draft.frames) ?? indexOf(draft.frames);
  indexes.set(draft.frames, index);
  let best: Frame | null = null;
  for (const frame of index.get(Math.floor(at / STRETCH)) ?? []) {
    if (!spansOf(frame).some(({ start, end }) => start <= at && at < end)) continue;
    if (best === null || lengthAt(frame, at) <= lengthAt(best, at)) best = frame;
  }
  return best;
};
