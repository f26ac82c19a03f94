// The day on which something was said: its own frame's, the one that opens the sentence, what the same mouth said before it, or
// the day when the report was told. Invariant: `exact` only where the words themselves date the saying.
import { addDays, type When } from '../../model/time.ts';
import { frameOver } from '../clauses/frame-over.ts';
import type { DateMark, Draft, Frame, Predicate } from '../marks.ts';
import { inSentence } from '../words/by-sentence.ts';
import { datesSaying, toldOn } from './date-sayings.ts';
import { dayOfMeeting } from './day-of-meeting.ts';
import { toldDay } from './day-of-telling.ts';

/** A date among a sentence's first characters counts for all of it. */
const OPENING = 24;

/** "X told us late on Wednesday that A. He added that B.": what the same mouth says later without a day was said then too. */
const lastSaidOn = (draft: Draft, predicate: Predicate): When | null => {
  const speaker = frameOver(draft, predicate.start)?.by.speaker ?? null;
  const sameMouth = (date: DateMark): boolean =>
    inSentence(draft.frames, date.sentence).some(
      (frame) => frame.by.speaker === speaker && datesSaying(draft, date, frame),
    );
  return (
    draft.dates.findLast(
      (date) =>
        speaker !== null &&
        date.start < predicate.start &&
        date.when.precision === 'day' &&
        !date.background &&
        sameMouth(date) &&
        isNear(draft, date),
    )?.when ?? null
  );
};

/** Not before the day before the report's own. */
const isNear = ({ report }: Draft, { when }: DateMark): boolean =>
  report.published.earliest !== null &&
  when.earliest !== null &&
  when.earliest >= addDays(report.published.earliest, -1);

/** The frame with the day of its saying: its own, or in "said on Monday that A and DENIED that B" that of the one before it. */
const saidIn = (draft: Draft, frame: Frame | null): DateMark | undefined => {
  if (frame === null) return undefined;
  const dates = inSentence(draft.dates, frame.sentence);
  const own = dates.find((date) => datesSaying(draft, date, frame));
  if (own !== undefined) return own;
  const mouth = inSentence(draft.frames, frame.sentence).filter(
    ({ by, end, polarity }) =>
      by.speaker !== null && by.speaker === frame.by.speaker && end <= frame.start && polarity !== frame.polarity,
  );
  return dates.findLast((date) => mouth.some((before) => datesSaying(draft, date, before))) ?? frontedDay(draft, frame);
};

/** "A fell on Monday; ON TUESDAY the army said": a day that opens the second half of a sentence. */
const opensHalf = ({ report, theatre: { lexicon } }: Draft, { start }: DateMark): boolean => {
  const before = report.text.slice(Math.max(0, start - HALF), start).toLowerCase();
  const [, mark = '', link = ''] = /([;,–—])\s+(?:(\p{L}+)\s+)?$/u.exec(before) ?? [];
  return mark === ';'
    ? link === '' || lexicon.has('conjunctions', link)
    : mark !== '' && lexicon.has('conjunctions', link);
};

/** Characters of ", and ". */
const HALF = 12;

/** "ON THE 9TH their general said that they would leave": a day that opens the sentence of a saying, or its half, is its day too. */
const frontedDay = (draft: Draft, { start, sentence, speaker }: Frame): DateMark | undefined => {
  const opening = (draft.sentences[sentence]?.start ?? 0) + OPENING;
  const dates = inSentence(draft.dates, sentence).filter(
    (date) => date.relation === 'on' && date.end <= Math.min(start, speaker?.start ?? start),
  );
  const told = (from: number): boolean =>
    inSentence(draft.predicates, sentence).some((one) => one.start >= from && one.start < start);
  const half = dates.findLast((date) => opensHalf(draft, date) && !told(date.start));
  return half ?? dates.find((date) => date.start < opening && !told(0));
};

/** `exact` where the words date the saying ("said on Wednesday"). */
export const dayOfSaying = (draft: Draft, predicate: Predicate): { when: When; exact: boolean } => {
  const frame = frameOver(draft, predicate.start);
  const said = saidIn(draft, frame);
  const sentence = draft.sentences[predicate.sentence];
  if (said !== undefined) return { when: { ...said.when, basis: 'implied' }, exact: true };
  const told = frame === null ? null : toldOn(draft, frame);
  if (told !== null) return { when: told, exact: true };
  const earlier = lastSaidOn(draft, predicate);
  if (earlier !== null && sentence?.at === null && sentence.day === null)
    return { when: { ...earlier, basis: 'implied' }, exact: false };
  const when = dayOfMeeting(draft, frame) ?? toldDay(draft, sentence);
  return { when: { ...when, basis: 'implied' }, exact: false };
};
