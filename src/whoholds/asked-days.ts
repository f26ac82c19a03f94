// Which days a question means that names no first or no last one: the theatre's period, else up to the last report.
import type { Ledger } from '../ledger/ledger.ts';
import type { Theatre } from '../model/theatre.ts';
import type { Day } from '../model/time.ts';
import type { TimelineQuery } from './contract.ts';

export interface Where {
  readonly ledger: Ledger;
  readonly theatre: Theatre;
}

/** The last day on which a report that says its day was published. */
export const lastReportDay = async (ledger: Ledger): Promise<Day | null> => {
  const days = (await ledger.reportHeads()).flatMap(({ report }) => report.published.latest ?? []);
  return days.sort().at(-1) ?? null;
};

/** Both days inclusive. */
export const askedDays = async (
  { ledger, theatre: { period } }: Where,
  { from, until }: Pick<TimelineQuery, 'from' | 'until'>,
): Promise<{ from: Day; last: Day }> => {
  const first = from ?? period.from;
  return { from: first, last: until ?? period.until ?? (await lastReportDay(ledger)) ?? first };
};
