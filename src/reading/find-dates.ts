// Marks every date and stretch of time in the sentences, anchored to the report's day (reading guide, Dates).
// Invariant: chrono-node, at 3 MB/s, sees only sentences that have a figure or a date word.
import type { Report } from '../model/report.ts';
import { overlaps } from '../model/text.ts';
import type { Theatre } from '../model/theatre.ts';
import type { When } from '../model/time.ts';
import { addDays, dayIn, onDay, weekdayOf } from '../model/time.ts';
import { anchorDate, type DateMeaning, onlyDay } from './anchor-dates.ts';
import { weekdayAfter } from './calendar.ts';
import { findDatePhrases } from './date-phrases.ts';
import type { DateExpression } from './date-rule.ts';
import { hasPhrase } from './find-phrases.ts';
import type { DateMark, Draft, Pass, Sentence } from './marks.ts';
import { type DateOrder, findWrittenDays } from './written-days.ts';

const RELATIONS = ['since', 'by', 'until', 'before', 'after'] as const;

/** Four months, for a report dated outside the theatre's period (reading guide, judgement call 2). */
const HISTORY_DAYS = 122;

const longestFirst = (a: DateExpression, b: DateExpression): number => b.end - b.start - (a.end - a.start);

/** Runs of expressions that overlap one another, in text order: each is settled alone, so that long texts stay cheap. */
const clustersOf = (all: readonly DateExpression[]): readonly (readonly DateExpression[])[] => {
  const clusters: DateExpression[][] = [];
  let end = -1;
  for (const one of [...all].sort((a, b) => a.start - b.start)) {
    if (one.start < end) clusters.at(-1)?.push(one);
    else clusters.push([one]);
    end = Math.max(end, one.end);
  }
  return clusters;
};

/** Where two overlap the longer is kept; of equal ones the first rule's. */
const withoutOverlaps = (all: readonly DateExpression[]): readonly DateExpression[] =>
  clustersOf(all).flatMap((cluster) => {
    const kept: DateExpression[] = [];
    for (const one of [...cluster].sort(longestFirst)) if (!kept.some((other) => overlaps(other, one))) kept.push(one);
    return kept.sort((a, b) => a.start - b.start);
  });

/** How far back a date's preposition may stand: without a bound a text of dates alone takes hours. */
const RELATION_REACH = 80;

/** The preposition before it, past "the", "noon on", "late": "by noon on MONDAY". */
const relationOf = (text: string, { start, lasting }: DateExpression, theatre: Theatre): DateMark['relation'] => {
  if (lasting) return 'since';
  const { lexicon } = theatre;
  const words =
    text
      .slice(Math.max(0, start - RELATION_REACH), start)
      .toLowerCase()
      .match(/[\p{L}']+(?=\s*$|\s+[\p{L}'\s-]*$)/gu) ?? [];
  const before = words.slice(-5).reverse();
  const skip = before.findIndex((word) => !lexicon.has('dateFillers', word));
  const word = skip < 0 ? null : before[skip];
  const found = RELATIONS.find((name) => word && lexicon.has(`relation:${name}`, word));
  const inside = text.slice(start).toLowerCase().split(/\s+/)[0] ?? '';
  return found ?? RELATIONS.find((name) => lexicon.has(`relation:${name}`, inside)) ?? 'on';
};

/** A deadline still to come is the next such day: "they would be cleared by Monday". */
const asDeadline = (meaning: DateMeaning): DateMeaning => ({
  ...meaning,
  anchor: (said) => {
    const stretch = meaning.anchor(said);
    if (stretch === null || stretch.from !== stretch.to || stretch.to >= said) return stretch;
    return onlyDay(weekdayAfter(weekdayOf(stretch.to), said));
  },
});

const isBackground = (when: When, { published }: Report, period: Theatre['period']): boolean => {
  if (when.latest === null) return false;
  const known = published.earliest ?? published.latest;
  const outside = known !== null && (known < period.from || (period.until !== null && known > period.until));
  const limit = outside ? addDays(known, -HISTORY_DAYS) : period.from;
  return when.latest < limit;
};

/** From the start up to the saying; what is still to start stays as it is. */
const sinceStart = (when: When, said: When): When =>
  when.earliest !== null && said.latest !== null && when.earliest > said.latest
    ? when
    : { ...when, latest: said.latest, precision: 'about' };

const dateOrderOf = (report: Report, theatre: Theatre): DateOrder =>
  theatre.outlets.find((outlet) => outlet.name === report.outlet)?.dateOrder ?? null;

/** The day on which a sentence is said: a live-blog entry's own, else the report's. */
export const saidOn = ({ at }: Pick<Sentence, 'at'>, report: Report, theatre: Theatre): When =>
  at === null ? report.published : onDay(dayIn(at, theatre.timezone), 'implied');

/** How many sentences back a day may have been told that "the day before" counts from. */
const TOLD_REACH = 3;

/** The day told last before the expression; null where none was told near enough. */
const toldBefore = (at: number, sentence: Sentence, told: readonly DateMark[]): When | null =>
  told.findLast(
    (mark) =>
      mark.start < at && mark.relation === 'on' && sentence.index - mark.sentence <= TOLD_REACH && !mark.background,
  )?.when ?? null;

/** The day from which an expression is reckoned: the sentence's own, or for "the day before" the day told last. */
const reckonedFrom = (expression: DateExpression, sentence: Sentence, ground: Ground): When | null =>
  expression.fromTold
    ? toldBefore(sentence.start + expression.start, sentence, ground.told)
    : saidOn(sentence, ground.draft.report, ground.draft.theatre);

interface Ground {
  readonly draft: Draft;
  /** Marks of the text before. */
  readonly told: readonly DateMark[];
}

const markOf = (expression: DateExpression, sentence: Sentence, ground: Ground): DateMark | null => {
  const { report, theatre } = ground.draft;
  const text = report.text.slice(sentence.start, sentence.end);
  const relation = expression.fromTold ? 'on' : relationOf(text, expression, theatre);
  const said = reckonedFrom(expression, sentence, ground);
  if (said === null) return null;
  const future = relation === 'by' || relation === 'until';
  const relative = expression.meaning.needs === 'relative';
  const isDeadline = future && relative && hasPhrase(text, theatre.lexicon.list('futureWords'));
  const anchored = anchorDate(isDeadline ? asDeadline(expression.meaning) : expression.meaning, said, theatre.period);
  const when = relation === 'since' ? sinceStart(anchored, said) : anchored;
  const span = { start: sentence.start + expression.start, end: sentence.start + expression.end };
  return {
    ...span,
    sentence: sentence.index,
    when,
    relation,
    background: isBackground(anchored, report, theatre.period),
  };
};

const expressionsIn = (sentence: Sentence, { report, theatre }: Draft): readonly DateExpression[] => {
  const text = report.text.slice(sentence.start, sentence.end);
  if (!/\d/.test(text) && !hasPhrase(text, theatre.lexicon.list('dateWords'))) return [];
  const order = dateOrderOf(report, theatre);
  const all = [...findDatePhrases(text, theatre), ...findWrittenDays(text, theatre.lexicon, order)];
  return withoutOverlaps(all);
};

export const findDates: Pass = (draft) => {
  const dates: DateMark[] = [];
  for (const sentence of draft.sentences)
    for (const expression of expressionsIn(sentence, draft)) {
      const mark = markOf(expression, sentence, { draft, told: dates });
      if (mark !== null) dates.push(mark);
    }
  const trace = dates.map(({ start, end, when, relation }) => ({
    pass: 'find-dates',
    span: { start, end },
    says: `${relation} ${when.earliest ?? '…'}..${when.latest ?? '…'} (${when.precision})`,
  }));
  return { ...draft, dates: [...draft.dates, ...dates], trace: [...draft.trace, ...trace] };
};
