// The words that leave a place out of a whole: "except for", "but", "other than".
// Invariant: only their length is told; whether something whole stands before them is the reader's to see.
import { isIn, phraseLength, type SentenceView } from './view-sentence.ts';

/** How many words make the exception at this token; 0 where none begins. */
export const exceptionLength = (view: SentenceView, at: number): number =>
  phraseLength(view, 'exceptionWords', at) || phraseLength(view, 'exceptions', at);

/** "hold all of N, BAR A", "hold all of N, A EXCEPTED": what a comma adds is taken out, and no member of a list. */
export const isExcepted = (view: SentenceView, from: number, to: number): boolean =>
  phraseLength(view, 'exceptions', from) > 0 || isIn(view, 'exceptedBehind', to);
