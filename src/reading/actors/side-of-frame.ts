// Whose "he" is in a frame that he himself opens: "HE, however, assured that …", "according to HIM".
// Invariant: the frame that the pronoun stands in comes before the last one that is told.
import type { SideId } from '../../model/actor.ts';
import type { ActorMark, Draft } from '../marks.ts';

/** "He, however, assured that …": the speaker of the frame that the pronoun stands in, or of the last one before. */
export const sideOfFrameAt = (draft: Draft, mark: ActorMark): SideId | null => {
  const own = draft.frames.find(({ start, end }) => start <= mark.start && mark.end <= end && end > start);
  const last = own ?? draft.frames.findLast(({ start, end }) => end > start && end <= mark.start);
  return draft.theatre.sides.find(({ id, belligerent }) => belligerent && last?.by.sides.includes(id))?.id ?? null;
};
