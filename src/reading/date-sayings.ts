// Dates of a saying, not of what is said: "said on Wednesday that A had fallen".
import { inSentence } from './by-sentence.ts';
import type { DateMark, Draft, Frame } from './marks.ts';

/** "said on Wednesday that", "claimed in a statement on Wednesday": a date that belongs to the reporting verb. */
export const datesSaying = (draft: Draft, date: DateMark, frame: Frame): boolean => {
  if (frame.sentence !== date.sentence || date.start < frame.end) return false;
  const between = draft.report.text
    .slice(frame.end, date.start)
    .replace(/\p{Lu}[\p{L}\p{N}]*|\p{N}+/gu, '')
    .toLowerCase();
  const words = between.split(/[^\p{L}]+/u).filter((word) => word !== '');
  const links = (word: string): boolean => draft.theatre.lexicon.has('sayingLinks', word);
  return !/[,;:"“”]/.test(between) && words.every(links);
};

export const isOfSaying = (draft: Draft, date: DateMark): boolean =>
  inSentence(draft.frames, date.sentence).some((frame) => datesSaying(draft, date, frame));
