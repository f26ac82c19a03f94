// The day on which a report's chief speaker was met ("He spoke to us on Saturday", "In an interview on Tuesday evening, …"):
// what he says without a day was said then, whenever it was printed.
// Invariant: one such day, no more than some days before the report's own; other speakers have spoken when it was written.
import { daysBetween, type When } from '../../model/time.ts';
import type { DateMark, Draft, Frame } from '../marks.ts';
import { inSentence } from '../words/by-sentence.ts';

/** So many words stand at most between "spoke" and the day. */
const REACH = 9;

/** A talk is not printed later than this. */
const PRINTED_DAYS = 14;

/** Whoever is quoted so often is the one whom the report is about. */
const OFTEN = 3;

/** "spoke to us by telephone ON SATURDAY": before the day a word of meeting, and no other deed between. */
const isOfMeeting = ({ sentences, theatre: { lexicon } }: Draft, { sentence, start }: DateMark): boolean => {
  const { tokens = [] } = sentences[sentence] ?? {};
  const before = tokens.filter((token) => token.end <= start && !token.quoted).slice(-REACH);
  const at = before.findLastIndex(({ word }) => lexicon.has('talkForms', word));
  const between = before.slice(at + 1);
  return (
    at >= 0 &&
    between.every(({ word, type }) => type === 'word' && !lexicon.verbs.get(word)?.some(({ past }) => past === word))
  );
};

const sameDay = (a: DateMark, b: DateMark): boolean => a.when.earliest === b.when.earliest;

const findMeeting = (draft: Draft): DateMark | null => {
  const published = draft.report.published.latest;
  const met = draft.dates.filter(
    (date) =>
      date.relation === 'on' &&
      date.when.earliest !== null &&
      date.when.earliest === date.when.latest &&
      isOfMeeting(draft, date),
  );
  const [first] = met;
  const day = first?.when.earliest ?? null;
  if (first === undefined || day === null || !met.every((one) => sameDay(one, first))) return null;
  return published === null || daysBetween(day, published) > PRINTED_DAYS ? null : first;
};

const found = new WeakMap<Draft['dates'], DateMark | null>();

const meetingOf = (draft: Draft): DateMark | null => {
  const known = found.get(draft.dates);
  const mark = known === undefined ? findMeeting(draft) : known;
  found.set(draft.dates, mark);
  return mark;
};

const lastName = (speaker: string): string => speaker.split(',')[0]?.split(' ').at(-1) ?? '';

/** Whom the sentence of the meeting names, or who speaks most and is met as "he". */
const isMet = ({ frames, report, sentences }: Draft, speaker: string, { sentence }: DateMark): boolean => {
  const { start = 0, end = 0 } = sentences[sentence] ?? {};
  if (report.text.slice(start, end).includes(lastName(speaker))) return true;
  const own = inSentence(frames, sentence).some(({ by }) => by.speaker === speaker);
  return own || frames.filter(({ by }) => by.speaker === speaker).length >= OFTEN;
};

/** When what a frame tells was said, where its speaker is the one who was met; else null. */
export const dayOfMeeting = (draft: Draft, frame: Frame | null): When | null => {
  const speaker = frame?.by.speaker ?? null;
  const met = speaker === null ? null : meetingOf(draft);
  return met !== null && speaker !== null && isMet(draft, speaker, met) ? { ...met.when, basis: 'implied' } : null;
};
