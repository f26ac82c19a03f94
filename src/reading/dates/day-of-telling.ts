// The day on which a report's undated words were said: its own, or the day before, where it tells of that day as its last.
// A morning paper, or a paper that carries an agency's story, prints what was said the day before (guide, Dates).
import { addDays, type Day, type When } from '../../model/time.ts';
import { saidOn } from '../find-dates.ts';
import type { DateMark, Draft, Sentence } from '../marks.ts';
import { isOfSaying } from './date-sayings.ts';
import { datelineDay } from './dateline-day.ts';

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

/** "(AFP) Rebels took …", "(Wire 7) Rebels took …": an agency credited where its own dateline would give its day. */
const CREDIT = /^\((?:\p{Lu}{2,8}|\p{Lu}\p{Ll}+ \d{1,2}|\d\p{Lu}{1,6}|(\p{Lu}\p{Ll}+))\) \p{Lu}/u;

/** Among the first sentences of a body. */
const OPENING = 4;

const isCredited = ({ report, sentences, theatre }: Draft): boolean =>
  sentences
    .filter(({ heading }) => !heading)
    .slice(0, OPENING)
    .some(({ start, end }) => {
      const found = CREDIT.exec(report.text.slice(start, end));
      return found !== null && (found[1] === undefined || theatre.lexicon.has('agencyNames', found[1].toLowerCase()));
    });

/** A story that an agency told for others to print. */
const isCarried = (draft: Draft): boolean => {
  const { agency, outlet } = draft.report;
  return (agency !== null && agency !== outlet) || isCredited(draft);
};

/** One day named more often than all others together: the story is of that day. */
const isChief = (draft: Draft, day: string): boolean => {
  const days = draft.dates.filter(isDay);
  const marks = days.filter(({ when }) => when.earliest === day);
  return marks.length >= MANY && marks.length * 2 > days.length;
};

/** "said on Wednesday". */
const isSpokenOn = (draft: Draft, day: string): boolean =>
  draft.dates.some((date) => isDay(date) && date.when.earliest === day && isOfSaying(draft, date));

const between = (earliest: Day, latest: Day): When => ({
  ...{ earliest, latest, precision: earliest === latest ? 'day' : 'about' },
  basis: 'implied',
});

const told = new WeakMap<Draft['dates'], When>();

const findDay = (draft: Draft): When => {
  const published = datelineDay(draft.report, draft.theatre) ?? draft.report.published;
  const day = published.earliest;
  if (day === null || published.latest !== day || opensWithDay(draft, day)) return published;
  const days = draft.dates.filter(isDay).flatMap(({ when }) => (when.earliest !== null ? [when.earliest] : []));
  const last = days
    .filter((one) => one <= day)
    .sort()
    .at(-1);
  if (last === undefined || last >= day || last < addDays(day, -CARRIED_DAYS)) return published;
  // What an agency told it told on the last day it speaks of, or on the one before it was printed.
  if (isCarried(draft)) return between(last, addDays(day, -1));
  if (isChief(draft, last)) return between(last, last);
  // Where somebody spoke on that day, the others did then or since.
  return isSpokenOn(draft, last) ? between(last, day) : published;
};

/** The report's own day, or the last one it tells of where that is a day or two before. */
const dayOfTelling = (draft: Draft): When => {
  const known = told.get(draft.dates) ?? findDay(draft);
  told.set(draft.dates, known);
  return known;
};

/** The day on which a sentence without a day of its own was said: its entry's, else the story's. */
export const toldDay = (draft: Draft, sentence: Sentence | undefined): When =>
  sentence === undefined || (sentence.at === null && sentence.day === null)
    ? dayOfTelling(draft)
    : saidOn(sentence, draft.report, draft.theatre);
