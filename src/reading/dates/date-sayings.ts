// Dates of a saying, not of what is said: "said on Wednesday that A had fallen".
import type { Span } from '../../model/text.ts';
import type { When } from '../../model/time.ts';
import type { DateMark, Draft, Frame } from '../marks.ts';
import { inSentence } from '../words/by-sentence.ts';

/** "your issue OF FRIDAY stated": which paper it is. */
const isOfPaper = ({ report, theatre }: Draft, { start }: DateMark): boolean =>
  theatre.lexicon.has('partLinks', /(\p{L}+)\s+$/u.exec(report.text.slice(Math.max(0, start - 12), start))?.[1] ?? '');

/** "the governor ON MONDAY denied that": a day right before the verb of a saying. */
const isRightBefore = ({ relation, end }: DateMark, { cue }: Frame): boolean =>
  relation === 'on' && cue.end > cue.start && cue.start > end && cue.start - end <= 1;

/** "said on Wednesday that", "claimed in a statement on Wednesday": a date that belongs to the reporting verb. */
export const datesSaying = (draft: Draft, date: DateMark, frame: Frame): boolean => {
  if (frame.sentence !== date.sentence) return false;
  if (isRightBefore(date, frame)) return !isOfPaper(draft, date);
  if (date.start < frame.end) return false;
  const between = draft.report.text
    .slice(frame.end, date.start)
    .replace(/\p{Lu}[\p{L}\p{N}]*|\p{N}+/gu, '')
    .toLowerCase();
  const words = between.split(/[^\p{L}]+/u).filter((word) => word !== '');
  const has = (list: string) => (word: string) => draft.theatre.lexicon.has(list, word);
  // "said that on Monday A fell": behind "that" a day is of what is said.
  return !/[,;:"“”]/.test(between) && words.every(has('sayingLinks')) && !words.some(has('clauseComplements'));
};

export const isOfSaying = (draft: Draft, date: DateMark): boolean =>
  inSentence(draft.frames, date.sentence).some((frame) => datesSaying(draft, date, frame));

/** "On Tuesday it had been announced that A was free": the day of the saying, where it does not say whose it is. */
export const isDayOfTold = ({ report, theatre: { lexicon } }: Draft, { end }: DateMark, at: number): boolean => {
  const words = report.text.slice(end, Math.max(end, at)).toLowerCase().split(/\s+/);
  return words.some((word, i) => lexicon.has('toldForms', word) && lexicon.has('be', words[i - 1] ?? ''));
};

/** "On Tuesday it had been announced that A was free, but the rebels denied that": the answer is of the same day. */
export const toldOn = (draft: Draft, { sentence, start }: Pick<Frame, 'sentence' | 'start'>): When | null => {
  const date = inSentence(draft.dates, sentence).find(
    (one) => one.when.precision === 'day' && one.end < start && isDayOfTold(draft, one, start),
  );
  return date === undefined ? null : { ...date.when, basis: 'implied' };
};

/** Characters of "denied it all late". */
const BESIDE = 20;

/** "denied it ON MONDAY", "on Monday denied it": the day that stands beside the denial. */
export const dayBeside = (
  draft: Draft,
  { sentence, at: first }: { readonly sentence: number; readonly at: number },
): When | null => {
  const denial = inSentence(draft.frames, sentence).find(
    ({ polarity, cue }) => polarity === 'denied' && cue.end > first,
  );
  const at = denial?.cue.start ?? first;
  const isBeside = ({ start, end }: Span): boolean =>
    (start > at && start - at <= BESIDE) || (end < at && at - end <= 1);
  const marks = inSentence(draft.dates, sentence);
  return marks.find((one) => one.relation === 'on' && one.when.precision === 'day' && isBeside(one))?.when ?? null;
};
