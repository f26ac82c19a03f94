// The day for which a claim is said to hold (reading guide, Claim: date; Dates). One rule for all claims.
// Invariant: a date of the clause's own is 'stated'; a day taken from the saying or the report is 'implied'.
import type { When } from '../model/time.ts';
import type { DateMark, Predicate } from './marks.ts';

export interface WhenGround {
  /** Date marks inside the clause. */
  readonly dates: readonly DateMark[];
  /** Where the predicate stands: of two dates in a clause the nearer counts. */
  readonly at: number;
  readonly tense: Predicate['tense'];
  readonly modality: Predicate['modality'];
  /** The day of the saying where the frame gives one ("said on Wednesday"), else null. */
  readonly frameDate: When | null;
  /** The day on which the sentence is written: `saidOn` of find-dates.ts. */
  readonly said: When;
}

const distance = (mark: DateMark, at: number): number =>
  mark.start > at ? mark.start - at : Math.max(0, at - mark.end);

const nearest = (dates: readonly DateMark[], at: number): DateMark | null =>
  [...dates].sort((a, b) => distance(a, at) - distance(b, at))[0] ?? null;

/** A perfect without a day ("has fallen") happened about then; a present ("holds") is true on that very day. */
const implied = (day: When, tense: Predicate['tense']): When => {
  if (day.earliest === null || day.earliest !== day.latest) return { ...day, basis: 'implied' };
  const about = tense === 'perfect' || tense === 'past';
  return { ...day, precision: about ? 'about' : day.precision === 'unknown' ? 'unknown' : 'day', basis: 'implied' };
};

/** By a day, or after one: somewhere between it and the saying. */
const fromMark = ({ when, relation }: DateMark, day: When): When => {
  if (relation === 'after') return { ...when, latest: day.latest, precision: 'about' };
  if (relation === 'by' || relation === 'until')
    return { ...when, precision: when.precision === 'day' ? 'about' : when.precision };
  return when;
};

/**
 * The clause's own date, else the day it was said, else the day of the report. What is planned, possible or feared is
 * dated by its saying; its date is a deadline (`deadlineOf`). History is no date of a claim and is passed over.
 */
export const chooseWhen = ({ dates, at, tense, modality, frameDate, said }: WhenGround): When => {
  const day = frameDate ?? said;
  if (modality === 'planned' || modality === 'possible') return implied(day, 'present');
  const usable = dates.filter((mark) => mark.relation !== 'before' && !mark.background && isNotAhead(mark, day));
  const own = nearest(usable, at);
  return own === null ? implied(day, tense) : fromMark(own, day);
};

/** What has happened did not happen after it was said. */
const isNotAhead = ({ when }: DateMark, day: When): boolean =>
  when.earliest === null || day.latest === null || when.earliest <= day.latest;

/** The deadline of something planned: "by Monday", else a day still to come. */
export const deadlineOf = (dates: readonly DateMark[], said: When): When | null => {
  const ahead = dates.filter(({ when }) => when.latest !== null && said.latest !== null && when.latest >= said.latest);
  return (ahead.find(({ relation }) => relation === 'by' || relation === 'until') ?? ahead[0])?.when ?? null;
};

/** The day of a saying: a date among the frame's own words ("…, he said on Wednesday"). */
export const frameDateOf = (
  frame: { readonly start: number; readonly end: number },
  dates: readonly DateMark[],
): When | null =>
  dates.find((mark) => mark.start >= frame.start && mark.end <= frame.end && mark.relation === 'on' && !mark.background)
    ?.when ?? null;
