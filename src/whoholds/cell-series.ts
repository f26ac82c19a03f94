// What is told of one cell on each of many days, as known on the day and as known at the end: what a truth is held against.
// Invariant: each day is assessed by the same function as any other question; nothing is carried from day to day.
import { assess, cutEvidence } from '../assessment/assess.ts';
import type { Listening } from '../assessment/coverage.ts';
import { baselineHolder, type Ground } from '../assessment/ground.ts';
import { sayingsOf } from '../assessment/sayings.ts';
import type { Assessment, Cell, Evidence } from '../model/control.ts';
import type { CellSeries, Told, ToldDay } from '../model/series.ts';
import { type Day, endOfDayIn, type Instant } from '../model/time.ts';

export interface SeriesMoment {
  readonly days: readonly Day[];
  readonly asOf: Instant | null;
  readonly seq: number;
}

const toldOf = ({ p, holder, status, reason }: Assessment): Told => ({ p, holder, status, reason });

const earlier = (a: Instant, b: Instant | null): Instant => (b === null || a < b ? a : b);

/** The words and verdicts of one cell; `evidence` may hold anything on it and on what lends to it, in any order. */
export const cellSeries = (
  ground: Ground,
  cell: Cell,
  {
    evidence,
    heardBy,
    ...moment
  }: SeriesMoment & {
    readonly evidence: readonly Evidence[];
    /** How well the cell's province was listened to, as known by a moment. */
    readonly heardBy: (asOf: Instant | null) => Listening;
  },
): CellSeries => {
  const { days, asOf, seq } = moment;
  const on = (day: Day, known: Instant | null): Told =>
    toldOf(assess(ground, { cell, moment: { on: day, asOf: known, seq }, heard: heardBy(known) }, evidence));
  const told = days.map((day): ToldDay => {
    const knownBy = earlier(endOfDayIn(day, ground.timezone), asOf);
    return { day, knownBy, nowcast: on(day, knownBy), hindcast: on(day, asOf) };
  });
  return {
    ...{ cell, days: told, changes: null },
    baseline: baselineHolder(ground, ground.baselines[0], cell.place),
    sayings: sayingsOf(ground, cell, cutEvidence(evidence, { asOf, seq })),
  };
};
