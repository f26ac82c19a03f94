// A deed named by a noun behind words that leave it open: "on the verge of the capture of A", "days from A's capture", "dream of its fall".
// Invariant: only the words right before the noun, its article and its adjectives; "since the fall of A" tells of a fall.
import type { Kind } from '../../model/claim.ts';
import { dropped, type Mood, possible } from '../words/moods.ts';
import { isFiller, isIn, isInAny, isVerbForm, phraseBefore, type SentenceView } from '../words/view-sentence.ts';

const DEEDS: readonly Kind[] = ['capture', 'recapture', 'loss', 'surrender', 'withdrawal'];

/** Where the noun's own words begin: over "the", "a swift", "its". */
const startOf = (view: SentenceView, at: number): number => {
  let from = at;
  while (from > 0 && (isFiller(view, from - 1) || isInAny(view, ['determiners', 'possessives'], from - 1))) from--;
  return from;
};

/** The mood that the words right before a noun give its deed; null where they give none. */
export const governedNoun = (view: SentenceView, kind: Kind, at: number): Mood | null => {
  if (!DEEDS.includes(kind)) return null;
  const from = startOf(view, at);
  // "TEN DAYS FROM the capture of A, the rebels took B": what opens a sentence counts from a deed.
  const told = view.tokens.slice(0, from).some((_, i) => isVerbForm(view, i));
  const length = told ? phraseBefore(view, 'nearDeeds', from) : 0;
  // "in NO danger of the loss of A": nobody thinks that it may come.
  if (length > 0) return isIn(view, 'negativeWords', from - length - 1) ? dropped(kind, 'left open') : possible(kind);
  return phraseBefore(view, 'dreamtDeeds', from) > 0 ? dropped(kind, 'a thing still to come') : null;
};
