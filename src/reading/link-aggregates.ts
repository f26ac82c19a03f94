// Which number answers which within a report: another side's number of the same things after the first one's.
// Invariant: it only points; whether both speak of the same proposition is judged later (control-method 10).
import type { AggregateClaim } from '../model/claim.ts';

const speakOtherwise = (a: AggregateClaim, b: AggregateClaim): boolean =>
  !a.by.sides.some((side) => b.by.sides.includes(side)) &&
  !a.by.sides.includes('outlet') &&
  !b.by.sides.includes('outlet');

const isAnswer = (later: AggregateClaim, earlier: AggregateClaim): boolean =>
  later.unit === earlier.unit &&
  later.kind !== 'not-control' &&
  later.quote.start > earlier.quote.start &&
  speakOtherwise(later, earlier) &&
  (later.count !== earlier.count || later.polarity !== earlier.polarity);

/** Each points at the nearest one before it that it answers. */
export const linkAggregates = (aggregates: readonly AggregateClaim[]): readonly AggregateClaim[] =>
  aggregates.map((later) => ({
    ...later,
    answers: aggregates.filter((earlier) => isAnswer(later, earlier)).at(-1)?.id ?? null,
  }));
