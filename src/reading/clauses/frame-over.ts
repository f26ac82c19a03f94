// Which reporting frame stands over a word: the innermost, that is the shortest, content that covers it.
import { kept } from '../../model/keep.ts';
import type { Span } from '../../model/text.ts';
import type { Draft, Frame } from '../marks.ts';

/** What a frame stands over; its own verb too, for "claims control of A" says what it claims. */
const spansOf = ({ content, cue }: Frame): readonly Span[] => [...content, cue];

/** The shortest of its spans over an offset; infinite where none is. */
const lengthAt = ({ content, cue }: Frame, at: number): number => {
  let least = cue.start <= at && at < cue.end ? cue.end - cue.start : Number.POSITIVE_INFINITY;
  for (const { start, end } of content) if (start <= at && at < end && end - start < least) least = end - start;
  return least;
};

/** Frames are looked up by stretches of so many characters of the text. */
const STRETCH = 2048;

const indexOf = kept((frames: readonly Frame[]): ReadonlyMap<number, readonly Frame[]> => {
  const index = new Map<number, Set<Frame>>();
  for (const frame of frames)
    for (const { start, end } of spansOf(frame))
      for (let at = Math.floor(start / STRETCH); at * STRETCH < end; at++)
        index.set(at, (index.get(at) ?? new Set()).add(frame));
  return new Map([...index].map(([at, found]) => [at, [...found]]));
});

/** "SANA, citing a source, said A": of two over the same words, who passes them on is the outer one. */
const passesOn = (frame: Frame, inner: Frame | null): boolean => {
  const via = inner?.by.via ?? null;
  return via !== null && (frame.by.speaker ?? '').endsWith(via);
};

const NONE: readonly Frame[] = [];

/** The frame over an offset, or null where the outlet speaks. */
export const frameOver = (draft: Draft, at: number): Frame | null => {
  const index = indexOf(draft.frames);
  let best: Frame | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const frame of index.get(Math.floor(at / STRETCH)) ?? NONE) {
    const length = lengthAt(frame, at);
    if (length === Number.POSITIVE_INFINITY || length > least || (length === least && passesOn(frame, best))) continue;
    best = frame;
    least = length;
  }
  return best;
};
