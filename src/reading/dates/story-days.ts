// The days of a story: a report that names a day once and goes on from it ("that night", "two days later", "on the Thursday").
// Invariant: only such a report is read so; in any other a weekday is reckoned from the report's own day (guide, Dates).
import type { Lexicon } from '../../model/lexicon.ts';
import type { Day, When } from '../../model/time.ts';
import { daysBetween } from '../../model/time.ts';
import type { DateMark, Draft, Sentence } from '../marks.ts';
import type { DateMeaning } from './date-values.ts';
import type { DateWord } from './date-words.ts';
import { isInDateline } from './dates-for.ts';
import type { DatedWords, DateExpression } from './match-dates.ts';

/** What a report needs to be a story: so many days named and, counted twice, so many reckoned from one told before. */
const ENOUGH = 5;

/** Any day will do to see whether a meaning goes on or back. */
const SOME_DAY = '2000-01-03' as Day;

/** "that night", "two days later"; not "the day before", nor "three weeks after the rebels came". */
const reckonsOn = ({ fromTold, meaning }: DateExpression): boolean => {
  const stretch = fromTold ? meaning.anchor(SOME_DAY, false) : null;
  return stretch !== null && stretch.from >= SOME_DAY;
};

/** A story stands on a day, or on a night from one to the next. */
const isOneDay = ({ earliest, latest }: When): boolean =>
  earliest !== null && latest !== null && daysBetween(earliest, latest) <= 2;

/** A mark as it was first read, and whether it is the day of a meeting, or reckoned from another. */
export interface FirstMark extends DateMark {
  readonly ofMeeting: boolean;
}

/** A day of which a report brings news. */
const FRESH_DAYS = 2;

/** A first sentence has at least so many words and marks. */
const LEAD_WORDS = 4;

/** Its first sentence has a day of the last two: it is news, and what it tells besides is background. */
const isNews = (draft: Draft, marks: readonly FirstMark[]): boolean => {
  const { sentences, report } = draft;
  // "1. Residents said …": a number alone leads nothing.
  const lead = sentences.find(({ heading, tokens }) => !heading && tokens.length >= LEAD_WORDS)?.index;
  const published = report.published.earliest;
  if (lead === undefined || published === null) return false;
  return marks.some(
    ({ sentence, start, when, relation, ofMeeting }) =>
      sentence === lead &&
      !ofMeeting &&
      relation === 'on' &&
      !isInDateline(draft, { sentence, start }) &&
      isOneDay(when) &&
      daysBetween(when.latest ?? published, published) <= FRESH_DAYS,
  );
};

/** True of a report that goes from day to day. */
export const isStory = (draft: Draft, marks: readonly FirstMark[], expressions: readonly DateExpression[]): boolean => {
  const days = new Set(marks.flatMap(({ when, goesOn }) => (goesOn ? [when.latest] : [])));
  const reckoned = expressions.filter(reckonsOn).length;
  return days.size > 0 && reckoned > 0 && days.size + 2 * reckoned >= ENOUGH && !isNews(draft, marks);
};

const BARRIER = /^[,;:“”"()—–]$/u;

/** The words before a date back to the last mark that parts them. */
const leadOf = (words: readonly DateWord[], { from }: DateExpression): readonly DateWord[] => {
  const before = words.slice(0, from);
  return before.slice(before.findLastIndex(({ text }) => BARRIER.test(text)) + 1);
};

/** A verb in its past form opens a clause of its own: "says his men ENTERED it on Monday". */
const isPastForm = ({ word }: DateWord, lexicon: Lexicon): boolean =>
  lexicon.verbs.get(word)?.some(({ past }) => past === word) ?? false;

/** One of the list's words stands before the date, and no verb between. */
const follows = (
  { words }: DatedWords,
  expression: DateExpression,
  of: { readonly list: string; readonly lexicon: Lexicon },
): boolean => {
  const lead = leadOf(words, expression);
  const at = lead.findLastIndex(({ word }) => of.lexicon.has(of.list, word));
  // "his story BEGINS on July 4": there it does.
  if (lead.slice(at + 1).some(({ word }) => of.lexicon.has('beginForms', word))) return false;
  return at >= 0 && !lead.slice(at + 1).some((word) => isPastForm(word, of.lexicon));
};

/** "spoke on TUESDAY", "said in a statement on MONDAY": the day of a saying, which the story does not come to. */
export const isOfTelling = (dated: DatedWords, expression: DateExpression, lexicon: Lexicon): boolean =>
  follows(dated, expression, { list: 'tellingWords', lexicon }) ||
  isRightBehindTelling(dated, expression, lexicon) ||
  isOfMeeting(dated, expression, lexicon);

/** "insisted ON TUESDAY that", "warned late on MONDAY": any verb of saying has the day right behind it for its own. */
const isRightBehindTelling = ({ words }: DatedWords, { from }: DateExpression, lexicon: Lexicon): boolean => {
  const [back, word = ''] = [2, 1, 3]
    .map((step) => [step, words[from - step]?.word ?? ''] as const)
    .find(([, one]) => tells(one, lexicon)) ?? [0];
  return (
    back !== 0 &&
    word !== '' &&
    words
      .slice(from - back + 1, from)
      .every(({ word: one }) => lexicon.has('dateFillers', one) || lexicon.has('againWords', one))
  );
};

const tells = (word: string, lexicon: Lexicon): boolean =>
  lexicon.verbs.get(word)?.some(({ lemma, past }) => past === word && lexicon.has('reportingVerbs', lemma)) ?? false;

/** "met us on SATURDAY", "speaking on FRIDAY": the day on which a story was heard. */
export const isOfMeeting = (dated: DatedWords, expression: DateExpression, lexicon: Lexicon): boolean =>
  follows(dated, expression, { list: 'meetingWords', lexicon }) || isOfHearing(dated, expression, lexicon);

/** Words of "On Monday, as I was writing this, residents of Ashford told us". */
const HEARING = 18;

/** "ON MONDAY residents told us that": a day that opens the sentence in which the reporter heard it. */
const isOfHearing = ({ words }: DatedWords, { from, to }: DateExpression, lexicon: Lexicon): boolean => {
  if (from > 1) return false;
  const behind = words.slice(to, to + HEARING);
  const quote = behind.findIndex(({ text }) => /^["“”]$/u.test(text));
  return behind
    .slice(0, quote < 0 ? undefined : quote)
    .some(({ word }, i) => lexicon.has('hearerForms', word) && lexicon.has('ourselves', behind[i + 1]?.word ?? ''));
};

/** "I came to Ashford on SUNDAY", nobody's quotation: the reporter's own way is told from the day of writing. */
export const isOfArrival = (
  { words }: DatedWords,
  expression: DateExpression,
  { sentence, lexicon }: { readonly sentence: Pick<Sentence, 'tokens'>; readonly lexicon: Lexicon },
): boolean => {
  const lead = leadOf(words, expression);
  const at = lead.findLastIndex(({ word }) => lexicon.has('arrivalForms', word));
  const who = lead[at - 1]?.word ?? '';
  if (at < 1 || !(lexicon.has('onePersons', who) || lexicon.has('manyPersons', who))) return false;
  const first = sentence.tokens.find(({ word }) => word === who);
  return first?.quoted === false;
};

/** "Azizi, who joined the army on MAY 3, ...": a day that only the describing clause has. */
export const isOfDescription = ({ words }: DatedWords, expression: DateExpression, lexicon: Lexicon): boolean => {
  const lead = leadOf(words, expression);
  const [first] = lead;
  // "after a siege THAT HAD begun on the third": what had come before.
  const before = lead.some(
    ({ word }, i) => lexicon.has('relatives', word) && lexicon.has('pastHave', lead[i + 1]?.word ?? ''),
  );
  return before || (first !== undefined && lexicon.has('clauseRelatives', first.word));
};

const ON: readonly DateMark['relation'][] = ['on', 'by', 'until'];

/** A year and some weeks: a story told again when the year is out. */
const YEAR_DAYS = 400;

/** History is none of the story; what was a year ago may be what it is told for. */
const isOfOldTimes = ({ background, when }: Mark, said: When): boolean =>
  background && (said.earliest === null || when.latest === null || daysBetween(when.latest, said.earliest) > YEAR_DAYS);

type Mark = Omit<DateMark, 'goesOn' | 'story' | 'from' | 'begins'>;

/** True where the story comes to the day and goes on from there. */
export const comesTo = (mark: Mark, said: When, { needs }: Pick<DateMeaning, 'needs'>): boolean =>
  ON.includes(mark.relation) &&
  // "I stayed UNTIL THE FRIDAY. On the Tuesday they left": it looks ahead, and goes back.
  !(mark.relation === 'until' && needs === 'relative') &&
  !isOfOldTimes(mark, said) &&
  isOneDay(mark.when) &&
  (said.latest === null || (mark.when.latest ?? said.latest) <= said.latest);

/** Of a week or longer ago a weekday is not said as if it were of this one. */
const WEEK = 7;
const isLongAgo = (reached: Day, { earliest }: When): boolean =>
  earliest === null || daysBetween(reached, earliest) >= WEEK;

/** Half a year on, a day without a year could be either year's. */
const HALF_YEAR = 183;
const isAnotherYear = (reached: Day, { earliest }: When): boolean =>
  earliest !== null && daysBetween(reached, earliest) > HALF_YEAR;

/** "overnight", "during the night": the last one, or in a story the one behind the day told. */
const isOfNights = (anchor: DateMeaning['anchor']): boolean => {
  const stretch = anchor(SOME_DAY, false);
  return stretch !== null && stretch.to === SOME_DAY && daysBetween(stretch.from, stretch.to) === 1;
};

const isPassed = (reached: Day, { earliest }: When): boolean =>
  earliest !== null && daysBetween(reached, earliest) > FRESH_DAYS;

/** What is meant from the day on that a story has come to; null where the day of saying is as near, or it is still to come. */
export const onwardFrom = (reached: Day, { onward, needs, anchor }: DateMeaning, said: When): When | null => {
  if (onward === undefined || !(isLongAgo(reached, said) || (isOfNights(anchor) && isPassed(reached, said))))
    return null;
  if (needs === 'yearless' && !isAnotherYear(reached, said)) return null;
  const stretch = onward(reached);
  if (stretch === null || (said.latest !== null && stretch.from > said.latest)) return null;
  return { earliest: stretch.from, latest: stretch.to, precision: stretch.precision, basis: 'stated' };
};

/** "the previous day", and not "a year later". */
export const isOfDays = ({ anchor }: DateMeaning): boolean => {
  const stretch = anchor(SOME_DAY, false);
  return stretch !== null && Math.abs(daysBetween(SOME_DAY, stretch.from)) < WEEK;
};
