// One number as an aggregate: the same fields from whatever rule found it.
// Invariant: the quote is the report's own text; the id follows from what was read.
import type { AggregateClaim, Attribution, Polarity } from '../../model/claim.ts';
import type { Span } from '../../model/text.ts';
import { quoteOf } from '../../model/text.ts';
import type { When } from '../../model/time.ts';
import type { DateMark, Draft } from '../marks.ts';
import { aggregateId } from '../record-ids.ts';

/** What is said of a quantity, by whom and when. */
export interface Counted {
  readonly quantity: Pick<AggregateClaim, 'count' | 'comparator' | 'fraction' | 'of' | 'unit'>;
  readonly kind: AggregateClaim['kind'];
  readonly actor: AggregateClaim['actor'];
  readonly polarity: Polarity;
  readonly modality: AggregateClaim['modality'];
  readonly clause: Span;
  /** Of the clause, without those of the saying. */
  readonly dates: readonly DateMark[];
  readonly when: When;
  readonly by: Attribution;
}

const dayBy = (dates: readonly DateMark[], relation: DateMark['relation'], bound: 'earliest' | 'latest') =>
  dates.find((date) => date.relation === relation && !date.background)?.when[bound] ?? null;

/** The day that dates the deed itself, not its saying nor another deed of the sentence. */
const onOf = (dates: readonly DateMark[], when: When) => {
  const on = dates.find((date) => date.relation === 'on' && !date.background && date.when === when)?.when;
  return on && on.earliest === on.latest ? on.earliest : null;
};

/** Words that qualify what is counted ("permanent presence", "changed hands") and must not be lost. */
const predicateWords = (draft: Draft, clause: Span): string | null => {
  const text = draft.report.text.slice(clause.start, clause.end).toLowerCase();
  return draft.theatre.lexicon.list('aggregatePredicates').find((words) => text.includes(words)) ?? null;
};

export const makeAggregate = (draft: Draft, counted: Counted): AggregateClaim => {
  const { quantity, kind, actor, polarity, modality, clause, dates, when, by } = counted;
  const { count, comparator, fraction, of, unit } = quantity;
  const aggregate: Omit<AggregateClaim, 'id'> = {
    report: draft.report.id,
    ...{ count, comparator, fraction, of, unit, kind, actor },
    within: [],
    since: dayBy(dates, 'since', 'earliest'),
    on: onOf(dates, when),
    until: dayBy(dates, 'by', 'latest'),
    predicate: predicateWords(draft, clause),
    ...{ when, polarity, modality, by },
    quote: quoteOf(draft.report.text, clause),
    answers: null,
  };
  return { id: aggregateId(aggregate), ...aggregate };
};
