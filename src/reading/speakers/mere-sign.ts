// "THE ADVANCE along the coast SUGGESTED that the strikes worked": a sign of it, and nobody's words; a poll, a film or a paper tells.
// Invariant: asked of verbs of showing alone, and of the thing itself, not of whose it is or where.
import { isSomebody } from '../listed-marks/stance-owners.ts';
import { isIn, isInAny, type SentenceView, wordAt } from '../words/view-sentence.ts';
import type { RawFrame } from './name-speakers.ts';

const PAPERS = [
  'signPapers',
  'documentNouns',
  'sayingMedia',
  'footageNouns',
  'countNouns',
  'sayingNouns',
  'figureNouns',
];

/** True where what is said to show it is neither somebody nor anything that tells. */
export const isMereSign = (view: SentenceView, { cue, speaker }: RawFrame): boolean => {
  const { tokens } = view;
  const last = tokens.findLastIndex(({ end }) => end <= cue.end);
  if (speaker === null || !isIn(view, 'signForms', last)) return false;
  const from = tokens.findIndex(({ start }) => start >= speaker.start);
  const to = tokens.findLastIndex(({ end }) => end <= speaker.end) + 1;
  const link = tokens.findIndex((_, at) => at > from && at < to && isIn(view, 'prepositions', at));
  const end = link < 0 ? to : link;
  // "FRIDAY'S attack", "the ARMY'S retreat": the owner is not what shows it.
  const owner = tokens.findLastIndex((_, at) => at >= from && at < end - 1 && /^['’]s?$/u.test(wordAt(view, at)));
  const paper = tokens.slice(from, to).some((_, i) => isInAny(view, PAPERS, from + i));
  return from < to && !paper && !isSomebody(view, { from: owner < 0 ? from : owner + 1, to: end });
};
