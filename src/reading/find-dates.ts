// Marks every date and stretch of time in the sentences, anchored to the report's day (reading guide, Dates).
// Invariant: a sentence without a figure or a date word costs a look at its tokens and nothing else.
import type { Report } from '../model/report.ts';
import type { Theatre } from '../model/theatre.ts';
import { addDays, dayIn, daysBetween, onDay, type When } from '../model/time.ts';
import { anchorDate } from './dates/anchor-dates.ts';
import { isAhead, relationOf } from './dates/date-relation.ts';
import type { DateMeaning, DateOrder, Stretch } from './dates/date-values.ts';
import { type DateVocabulary, vocabularyOf } from './dates/date-vocabulary.ts';
import { datelineDay } from './dates/dateline-day.ts';
import { isInDateline } from './dates/dates-for.ts';
import { isInName } from './dates/day-in-name.ts';
import { type DatedWords, type DateExpression, matchDates } from './dates/match-dates.ts';
import { pairDays } from './dates/paired-days.ts';
import { roughDays } from './dates/rough-days.ts';
import {
  comesTo,
  type FirstMark,
  isOfArrival,
  isOfDays,
  isOfDescription,
  isOfMeeting,
  isOfTelling,
  isStory,
  onwardFrom,
} from './dates/story-days.ts';
import { reckonedFromDeed, reckonedFromPlace } from './dates/story-deeds.ts';
import { begunBefore, echoOf, toldBefore, untilThen } from './dates/told-days.ts';
import { inReview, weekReviewed } from './dates/week-reviewed.ts';
import type { DateMark, Draft, Pass, Sentence } from './marks.ts';
import { cutWords } from './words/text-words.ts';

/** Four months, for a report dated outside the theatre's period (reading guide, judgement call 2). */
const HISTORY_DAYS = 122;

/** "fell IN 2018", said in spring: a year that is over is as old as its middle; what is shorter as its end. */
const middleOf = ({ earliest, latest }: When): string => {
  const days = earliest === null || latest === null ? 0 : daysBetween(earliest, latest);
  return earliest !== null && days > HISTORY_DAYS ? addDays(earliest, Math.round(days / 2)) : (latest ?? '');
};

const isBackground = (when: When, { published }: Report, period: Theatre['period']): boolean => {
  if (when.latest === null) return false;
  const known = published.earliest ?? published.latest;
  const outside = known !== null && (known < period.from || (period.until !== null && known > period.until));
  const limit = outside ? addDays(known, -HISTORY_DAYS) : period.from;
  return when.latest < limit || (known !== null && when.latest < known && middleOf(when) < limit);
};

/** Wholly after the day of saying: what has happened "two days later" has not happened then. */
const isAfter = (when: When, said: When): boolean =>
  when.earliest !== null && said.latest !== null && when.earliest > said.latest;

/** From the start up to the saying; what is still to start stays as it is. */
const sinceStart = (when: When, said: When): When =>
  isAfter(when, said) ? when : { ...when, latest: said.latest, precision: 'about' };

const dateOrderOf = (report: Report, theatre: Theatre): DateOrder =>
  theatre.outlets.find((outlet) => outlet.name === report.outlet)?.dateOrder ?? null;

/** The day on which a sentence is said: a live-blog entry's or a diary's own, else the dateline's, else the report's. */
export const saidOn = ({ at, day }: Pick<Sentence, 'at' | 'day'>, report: Report, theatre: Theatre): When =>
  at === null
    ? (day ?? datelineDay(report, theatre) ?? report.published)
    : onDay(dayIn(at, theatre.timezone), 'implied');

interface Ground {
  readonly draft: Draft;
  /** The report tells a story from day to day. */
  readonly story: boolean;
  /** Marks of the text before. */
  readonly told: readonly FirstMark[];
  /** The days that the report says it reviews. */
  readonly review: Stretch | null;
}

/** The sentence with its words, and what was told before it. */
interface Place {
  readonly sentence: Sentence;
  readonly dated: DatedWords;
  readonly ground: Ground;
}

/** The day that a story has come to. */
const reachedIn = ({ story, told }: Ground): When | null =>
  story ? (told.findLast(({ goesOn }) => goesOn)?.when ?? null) : null;

/** "On the THURSDAY" of a story that has come to a day weeks ago: the first one from there. */
const inStory = (expression: DateExpression, { sentence, dated, ground }: Place): When | null => {
  const { report, theatre } = ground.draft;
  const reached = reachedIn(ground)?.earliest ?? null;
  if (reached === null || isOfTelling(dated, expression, theatre.lexicon)) return null;
  if (isOfArrival(dated, expression, { sentence, lexicon: theatre.lexicon })) return null;
  return onwardFrom(reached, expression.meaning, saidOn(sentence, report, theatre));
};

const DAYS: readonly When['precision'][] = ['day', 'about', 'week'];

/** What it means and from which day: for "the day before" the day told last, else the sentence's own. */
const reckoning = (
  expression: DateExpression,
  { sentence, ground }: Pick<Place, 'sentence' | 'ground'>,
): { readonly meaning: DateMeaning; readonly said: When } | null => {
  const { meaning, untold, fromTold } = expression;
  const before = fromTold
    ? (begunBefore(sentence, ground.told) ?? reachedIn(ground) ?? toldBefore(sentence, ground.told))
    : null;
  // "taken in February … over the previous day": a month has no day before it.
  if (before !== null && !(isOfDays(meaning) && !DAYS.includes(before.precision))) return { meaning, said: before };
  // A story that has come to no day yet goes on from none.
  if (fromTold && ground.story) return null;
  const own = fromTold ? untold : meaning;
  const said = saidOn(sentence, ground.draft.report, ground.draft.theatre);
  return own && { meaning: own, said: sentence.day === null || own.needs === 'relative' ? said : lastDayOf(said) };
};

/** "OCTOBER 2020: A fell.": in the entry of a month a date is read as on the month's last day, so that all of it is meant. */
const lastDayOf = (said: When): When => ({ ...said, earliest: said.latest });

/** When it was, and from which day it is reckoned. */
interface Anchored {
  readonly when: When;
  readonly said: When;
  /** The day of the deed behind it that it is reckoned from. */
  readonly from: When | null;
}

const anchored = (
  expression: DateExpression,
  place: Place,
  { ahead, relation }: { readonly ahead: boolean; readonly relation: DateMark['relation'] },
): Anchored | null => {
  if (expression.ofStory && !place.ground.story) return null;
  const { report, theatre } = place.ground.draft;
  const own = saidOn(place.sentence, report, theatre);
  const coming = ahead && place.dated.words.some(({ word }) => theatre.lexicon.has('futureModals', word));
  const told = coming
    ? null
    : (inReview(place.ground.review, expression.meaning, own) ??
      (relation === 'until'
        ? untilThen(expression, { sentence: place.sentence, draft: place.ground.draft, told: place.ground.told })
        : null) ??
      inMonthNamed(expression, place) ??
      inStory(expression, place));
  if (told !== null) return { when: told, said: own, from: null };
  const { ground, ...standing } = place;
  const echo = expression.fromTold ? echoOf(expression, { ...standing, ...ground }) : null;
  if (echo !== null) return { when: echo, said: own, from: null };
  const reach = { told: ground.told, said: own };
  const behind = { expression, ...standing };
  const deed =
    reckonedFromPlace(ground.draft, behind, ground.told) ??
    (ground.story ? reckonedFromDeed(ground.draft, behind, reach) : undefined);
  if (deed !== undefined) return { ...deed, said: own };
  const reckoned = reckoning(expression, place);
  if (reckoned === null) return null;
  const when = anchorDate(reckoned.meaning, reckoned.said, { period: theatre.period, ahead });
  return expression.fromTold && !ahead && isAfter(when, own) ? null : { when, said: reckoned.said, from: null };
};

/** "a day earlier": what follows is not of that day. */
const goesBack = ({ when, said, from }: Anchored, { fromTold }: DateExpression): boolean =>
  fromTold && from === null && said.earliest !== null && when.latest !== null && when.latest < said.earliest;

/** So many sentences on a month that was named holds for bare days, where no story is told. */
const MONTH_REACH = 6;
const MONTH_DAYS = 31;

/** The marks so far that bear the name of a month, with its words in the language's list. */
const monthsNamed = ({ draft: { report, theatre }, told }: Ground): readonly { mark: DateMark; month: string }[] => {
  const names = vocabularyOf(theatre.lexicon).phrases('dateMonths');
  return told.flatMap((mark) =>
    cutWords(report.text.slice(mark.start, mark.end)).words.flatMap((word) => {
      const month = names.get(word)?.[0]?.value;
      return month === undefined ? [] : [{ mark, month }];
    }),
  );
};

/** "in the first days of June …, ON THE 3RD": a month named alone is that of the bare days behind it. */
const inMonthNamed = (expression: DateExpression, { sentence, dated, ground }: Place): When | null => {
  const { report, theatre } = ground.draft;
  const mark = expression.meaning.within === undefined ? undefined : monthsNamed(ground).at(-1)?.mark;
  const { earliest = null, latest = null } = mark?.when ?? {};
  if (mark === undefined || earliest === null || latest === null || isOfTelling(dated, expression, theatre.lexicon))
    return null;
  const days = daysBetween(earliest, latest);
  const near = ground.story || sentence.index - mark.sentence <= MONTH_REACH;
  if (!near || days === 0 || days > MONTH_DAYS || mark.relation !== 'on') return null;
  const own = expression.meaning.within?.(earliest) ?? null;
  // "in the LAST DAYS of October …, on the 9th": of the month behind it.
  const stretch = own !== null && own.to < earliest ? (expression.meaning.onward?.(earliest) ?? null) : own;
  const said = saidOn(sentence, report, theatre).latest;
  if (stretch === null || (said !== null && stretch.from > said)) return null;
  return { earliest: stretch.from, latest: stretch.to, precision: stretch.precision, basis: 'stated' };
};

/** "on 10 Asad … on THE 12TH": the month told last says whose months they are. */
const bySolarMonths = (expression: DateExpression, ground: Ground): DateExpression => {
  const { solar } = expression.meaning;
  if (solar === undefined) return expression;
  return monthsNamed(ground).at(-1)?.month.startsWith('solar') === true
    ? { ...expression, meaning: solar }
    : expression;
};

const markOf = (given: DateExpression, place: Place): DateMark | null => {
  const { sentence, dated, ground } = place;
  const expression = bySolarMonths(given, ground);
  if (isInName(ground.draft, expression, sentence)) return null;
  const { report, theatre } = ground.draft;
  const relation = relationOf(dated.words, expression, theatre.lexicon);
  const ahead = isAhead(dated.words, { ...expression, relation }, vocabularyOf(theatre.lexicon));
  const found = anchored(expression, place, { ahead, relation });
  if (found === null) return null;
  const mark: Omit<DateMark, 'story' | 'goesOn' | 'from' | 'begins'> = {
    start: sentence.start + expression.start,
    end: sentence.start + expression.end,
    sentence: sentence.index,
    when: relation === 'since' ? sinceStart(found.when, found.said) : found.when,
    relation,
    background: isBackground(found.when, report, theatre.period),
  };
  const aside = [isOfTelling, isOfDescription].some((is) => is(dated, expression, theatre.lexicon));
  return {
    ...mark,
    story: ground.story,
    from: found.from,
    begins: relation === 'since' && !expression.lasting ? found.when : null,
    goesOn:
      comesTo(mark, saidOn(sentence, report, theatre), expression.meaning) &&
      !aside &&
      !goesBack(found, expression) &&
      !isLongAgo(ground.draft, mark) &&
      !isInDateline(ground.draft, mark),
  };
};

/** "up from 60 percent A YEAR AGO": a story does not come to it. */
const isLongAgo = (
  { report, theatre }: Draft,
  { start, end, when }: Pick<DateMark, 'start' | 'end' | 'when'>,
): boolean => {
  const last = report.text.slice(start, end).toLowerCase().split(/\s+/u).at(-1) ?? '';
  return !DAYS.includes(when.precision) && theatre.lexicon.has('longAgoWords', last);
};

/** One look at the tokens: without a figure or a date word there is nothing to read. */
const mayBearDate = ({ tokens }: Sentence, { gate, capitals }: DateVocabulary): boolean =>
  tokens.some(
    ({ type, word, text }) => type === 'number' || gate.has(word) || (capitals.has(word) && text[0] !== word[0]),
  );

/** A sentence that bears dates, with its words. */
interface Dated {
  readonly sentence: Sentence;
  readonly dated: DatedWords;
}

const datedSentences = ({ report, sentences, theatre }: Draft): readonly Dated[] => {
  const vocabulary = vocabularyOf(theatre.lexicon);
  const order = dateOrderOf(report, theatre);
  return sentences
    .filter((sentence) => mayBearDate(sentence, vocabulary))
    .map((sentence) => ({
      sentence,
      dated: matchDates(report.text.slice(sentence.start, sentence.end), theatre, order),
    }));
};

const marksOf = (draft: Draft, found: readonly Dated[], story: boolean): readonly FirstMark[] => {
  const told: FirstMark[] = [];
  const review = weekReviewed(draft, found);
  for (const { sentence, dated } of found)
    for (const expression of dated.expressions) {
      const mark = markOf(expression, { sentence, dated, ground: { draft, story, told, review } });
      const ofMeeting = expression.fromTold || isOfMeeting(dated, expression, draft.theatre.lexicon);
      if (mark !== null) told.push({ ...mark, ofMeeting });
    }
  return told;
};

/** First read as any other report; what turns out to be a story is read again as one. */
const datesOf = (draft: Draft): readonly DateMark[] => {
  const found = datedSentences(draft);
  const marks = marksOf(draft, found, false);
  const expressions = found.flatMap(({ dated }) => dated.expressions);
  return isStory(draft, marks, expressions) ? marksOf(draft, found, true) : marks;
};

export const findDates: Pass = (draft) => {
  const dates = roughDays(draft, pairDays(draft, datesOf(draft)));
  const trace = dates.map(({ start, end, when, relation, story }) => ({
    pass: 'find-dates',
    span: { start, end },
    says: `${relation} ${when.earliest ?? '…'}..${when.latest ?? '…'} (${when.precision})${story ? ' of a story' : ''}`,
  }));
  return { ...draft, dates: [...draft.dates, ...dates], trace: [...draft.trace, ...trace] };
};
