// The day on which a report's undated words were said: its own, or the day before, where it tells of that day as its last.
// A morning paper, or a paper that carries an agency's story, prints what was said the day before (guide, Dates).
import { addDays, type When } from '../model/time.ts';
import { isOfSaying } from './date-sayings.ts';
import type { DateMark, Draft } from './marks.ts';

/** A story is not carried for longer than this. */
const CARRIED_DAYS = 2;

const isDay = ({ when, relation, background }: DateMark): boolean =>
  relation === 'on' &&
  !background &&
  when.precision === 'day' &&
  when.earliest !== null &&
  when.earliest === when.latest;

/** True where a text opens with its own day ("KABUL, June 21 -"): what it says is of that day. */
const opensWithDay = ({ dates, sentences }: Draft, day: string): boolean =>
  dates.some(
    ({ when, sentence }) => when.earliest === day && when.latest === day && sentence <= firstOf(sentences) + 1,
  );

const firstOf = (sentences: Draft['sentences']): number => sentences.find(({ heading }) => !heading)?.index ?? 0;

/** Where nobody is said to have spoken on it, this many mentions of one day make it the day of the story. */
const MANY = 3;

/** "said on Wednesday", a story that an agency told, or one day named again and again: the story is of that day. */
const isDayOfStory = (draft: Draft, day: string): boolean => {
  const { agency, outlet } = draft.report;
  const marks = draft.dates.filter((date) => isDay(date) && date.when.earliest === day);
  const carried = agency !== null && agency !== outlet;
  return carried || marks.length >= MANY || marks.some((date) => isOfSaying(draft, date));
};

const told = new WeakMap<Draft['dates'], When>();

const findDay = (draft: Draft): When => {
  const { published } = draft.report;
  const day = published.earliest;
  if (day === null || published.latest !== day || opensWithDay(draft, day)) return published;
  const days = draft.dates.filter(isDay).flatMap(({ when }) => (when.earliest !== null ? [when.earliest] : []));
  const last = days
    .filter((one) => one <= day)
    .sort()
    .at(-1);
  const before = last !== undefined && last < day && last >= addDays(day, -CARRIED_DAYS);
  return before && isDayOfStory(draft, last)
    ? { ...published, earliest: last, latest: last, basis: 'implied' }
    : published;
};

/** The report's own day, or the last one it tells of where that is a day or two before. */
export const dayOfTelling = (draft: Draft): When => {
  const known = told.get(draft.dates) ?? findDay(draft);
  told.set(draft.dates, known);
  return known;
};
