// Whether a side is named only as who tells it: behind what it tells, "A fell to the rebels, OFFICIALS SAID".
// Invariant: asks of another sentence than the word's own.

import type { ActorMark, Draft } from '../marks.ts';
import { inSentence } from '../words/by-sentence.ts';

/** "A fell to the rebels, OFFICIALS SAID. … in their hands": who told it in another sentence is meant last. */
export const onlySaysIt = (
  draft: Draft,
  { sentence, start, end }: ActorMark,
  by: Pick<ActorMark, 'sentence'>,
): boolean =>
  sentence !== by.sentence &&
  inSentence(draft.frames, sentence).some(
    (frame) =>
      frame.speaker !== null &&
      frame.speaker.start <= start &&
      end <= frame.speaker.end &&
      // "OFFICIALS denied it. “They have been here for two days”": who denies a thing has not done it.
      (frame.polarity === 'denied' || frame.content.some((content) => content.end <= frame.start)),
  );
