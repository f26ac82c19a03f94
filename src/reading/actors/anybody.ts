// Who says something and is nobody in particular: "whoever says that A has fallen".
// Invariant: a verb of saying stands right behind, so that "anyone who fled" says nothing.

import type { Draft, Frame, Sentence } from '../marks.ts';
import { inSentence } from '../words/by-sentence.ts';

/** Words of "anyone who still". */
const ANYBODY = 3;

/** "WHOEVER says that A has fallen", "THOSE who claim", "ANYBODY claiming": nobody in particular, and something that he says. */
export const isAnybody = ({ theatre: { lexicon } }: Draft, { tokens }: Sentence, at: number): boolean =>
  lexicon.has('anybodyWords', tokens[at]?.word ?? '') &&
  tokens
    .slice(at + 1, at + 1 + ANYBODY)
    .some(({ word }) => (lexicon.verbs.get(word) ?? []).some(({ lemma }) => lexicon.has('reportingVerbs', lemma)));

/** Words of "what the enemy's papers write". */
const WHAT = 6;

/** "What was WRITTEN about the fall of A", "what they SAY of it": something told, by a verb and no noun. */
export const isWhatTold = ({ theatre: { lexicon } }: Draft, { tokens }: Sentence, at: number): boolean =>
  lexicon.has('spreadForms', tokens[at]?.word ?? '') &&
  tokens.slice(Math.max(0, at - WHAT), at).some(({ word }) => lexicon.has('whatWords', word));

/** "Those who say that A has fallen are lying, the MAYOR said": who speaks of them, and none of those; any other frame as it is. */
export const overAnybody = (draft: Draft, sentence: Sentence, frame: Frame | null): Frame | null => {
  const said = sentence.tokens.findIndex(({ start }) => start === frame?.start);
  if (frame === null || said < 0 || !isAnybody(draft, sentence, said)) return frame;
  const over = ({ content }: Frame): boolean =>
    content.some(({ start, end }) => start <= frame.start && frame.start < end);
  return inSentence(draft.frames, sentence.index).find((one) => one !== frame && over(one)) ?? null;
};
