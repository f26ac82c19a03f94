// The words that leave a place out of a whole: "except for", "but", "other than".
// Invariant: only their length is told; whether something whole stands before them is the reader's to see.
import { phraseLength, type SentenceView } from './view-sentence.ts';

/** How many words make the exception at this token; 0 where none begins. */
export const exceptionLength = (view: SentenceView, at: number): number =>
  phraseLength(view, 'exceptionWords', at) || phraseLength(view, 'exceptions', at);
