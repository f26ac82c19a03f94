// Marks every date and stretch of time in the sentences, anchored to the report's day (reading guide, Dates).
// Invariant: a sentence without a figure or a date word costs a look at its tokens and nothing else.
import type { Report } from '../model/report.ts';
import type { Theatre } from '../model/theatre.ts';
import type { When } from '../model/time.ts';
import { addDays, dayIn, onDay } from '../model/time.ts';
import { anchorDate } from './anchor-dates.ts';
import { isAhead, relationOf } from './date-relation.ts';
import type { DateMeaning, DateOrder } from './date-values.ts';
import { type DateVocabulary, vocabularyOf } from './date-vocabulary.ts';
import type { DateMark, Draft, Pass, Sentence } from './marks.ts';
import { type DatedWords, type DateExpression, matchDates } from './match-dates.ts';

/** Four months, for a report dated outside the theatre's period (reading guide, judgement call 2). */
const HISTORY_DAYS = 122;

const isBackground = (when: When, { published }: Report, period: Theatre['period']): boolean => {
  if (when.latest === null) return false;
  const known = published.earliest ?? published.latest;
  const outside = known !== null && (known < period.from || (period.until !== null && known > period.until));
  const limit = outside ? addDays(known, -HISTORY_DAYS) : period.from;
  return when.latest < limit;
};

/** Wholly after the day of saying: what has happened "two days later" has not happened then. */
const isAfter = (when: When, said: When): boolean =>
  when.earliest !== null && said.latest !== null && when.earliest > said.latest;

/** From the start up to the saying; what is still to start stays as it is. */
const sinceStart = (when: When, said: When): When =>
  isAfter(when, said) ? when : { ...when, latest: said.latest, precision: 'about' };

const dateOrderOf = (report: Report, theatre: Theatre): DateOrder =>
  theatre.outlets.find((outlet) => outlet.name === report.outlet)?.dateOrder ?? null;

/** The day on which a sentence is said: a live-blog entry's own, else the report's. */
export const saidOn = ({ at }: Pick<Sentence, 'at'>, report: Report, theatre: Theatre): When =>
  at === null ? report.published : onDay(dayIn(at, theatre.timezone), 'implied');

/** How many sentences and marks back a day may have been told that "the day before" counts from. */
const TOLD_REACH = 3;
const TOLD_MARKS = 12;

/** The day told last before the expression; null where none was told near enough. History only in its own sentence. */
const toldBefore = (sentence: Sentence, told: readonly DateMark[]): When | null => {
  const isNear = (mark: DateMark): boolean => sentence.index - mark.sentence <= TOLD_REACH && !mark.background;
  const tells = (mark: DateMark): boolean =>
    mark.relation === 'on' && (mark.sentence === sentence.index || isNear(mark));
  return told.slice(-TOLD_MARKS).findLast(tells)?.when ?? null;
};

interface Ground {
  readonly draft: Draft;
  /** Marks of the text before. */
  readonly told: readonly DateMark[];
}

/** What it means and from which day: for "the day before" the day told last, else the sentence's own. */
const reckoning = (
  expression: DateExpression,
  sentence: Sentence,
  { draft, told }: Ground,
): { readonly meaning: DateMeaning; readonly said: When } | null => {
  const { meaning, untold, fromTold } = expression;
  const before = fromTold ? toldBefore(sentence, told) : null;
  if (before !== null) return { meaning, said: before };
  const own = fromTold ? untold : meaning;
  return own && { meaning: own, said: saidOn(sentence, draft.report, draft.theatre) };
};

const markOf = (
  expression: DateExpression,
  { words }: DatedWords,
  { sentence, ground }: { readonly sentence: Sentence; readonly ground: Ground },
): DateMark | null => {
  const { report, theatre } = ground.draft;
  const reckoned = reckoning(expression, sentence, ground);
  if (reckoned === null) return null;
  const relation = relationOf(words, expression, theatre.lexicon);
  const ahead = isAhead(words, { ...expression, relation }, vocabularyOf(theatre.lexicon));
  const anchored = anchorDate(reckoned.meaning, reckoned.said, { period: theatre.period, ahead });
  if (expression.fromTold && !ahead && isAfter(anchored, saidOn(sentence, report, theatre))) return null;
  return {
    start: sentence.start + expression.start,
    end: sentence.start + expression.end,
    sentence: sentence.index,
    when: relation === 'since' ? sinceStart(anchored, reckoned.said) : anchored,
    relation,
    background: isBackground(anchored, report, theatre.period),
  };
};

/** One look at the tokens: without a figure or a date word there is nothing to read. */
const mayBearDate = ({ tokens }: Sentence, { gate, capitals }: DateVocabulary): boolean =>
  tokens.some(
    ({ type, word, text }) => type === 'number' || gate.has(word) || (capitals.has(word) && text[0] !== word[0]),
  );

export const findDates: Pass = (draft) => {
  const { report, theatre } = draft;
  const vocabulary = vocabularyOf(theatre.lexicon);
  const order = dateOrderOf(report, theatre);
  const dates: DateMark[] = [];
  for (const sentence of draft.sentences) {
    if (!mayBearDate(sentence, vocabulary)) continue;
    const dated = matchDates(report.text.slice(sentence.start, sentence.end), theatre, order);
    for (const expression of dated.expressions) {
      const mark = markOf(expression, dated, { sentence, ground: { draft, told: dates } });
      if (mark !== null) dates.push(mark);
    }
  }
  const trace = dates.map(({ start, end, when, relation }) => ({
    pass: 'find-dates',
    span: { start, end },
    says: `${relation} ${when.earliest ?? '…'}..${when.latest ?? '…'} (${when.precision})`,
  }));
  return { ...draft, dates: [...draft.dates, ...dates], trace: [...draft.trace, ...trace] };
};
