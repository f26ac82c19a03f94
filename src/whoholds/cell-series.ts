// What is told of one cell on each of many days, as known on the day and as known at the end: what a truth is held against.
// Invariant: a day's answer is what any other question about that day and moment gives.
import { cutEvidence } from '../assessment/assess.ts';
import type { Listening } from '../assessment/coverage.ts';
import { findChanges } from '../assessment/find-changes.ts';
import { baselineHolder, type Ground } from '../assessment/ground.ts';
import { sayingsOf } from '../assessment/sayings.ts';
import { tellDays } from '../assessment/tell-days.ts';
import { type Prepared, prepare } from '../assessment/view.ts';
import type { Cell, Evidence } from '../model/control.ts';
import type { CellSeries, Told, ToldDay } from '../model/series.ts';
import { type Day, endOfDayIn, type Instant } from '../model/time.ts';

export interface SeriesAsked {
  readonly days: readonly Day[];
  readonly asOf: Instant | null;
  readonly seq: number;
  /** Anything on the cell and on what lends to it, in any order. */
  readonly evidence: readonly Evidence[];
  /** How well the cell's province was listened to, as known by a moment. */
  readonly heardBy: (asOf: Instant | null) => Listening;
}

const earlier = (a: Instant, b: Instant | null): Instant => (b === null || a < b ? a : b);

const told = (days: ReadonlyMap<Day, Told>, day: Day): Told => {
  const found = days.get(day);
  if (found === undefined) throw new Error(`nothing was told of ${day}`);
  return found;
};

/** The words and verdicts of one cell. */
export const cellSeries = (ground: Ground, cell: Cell, asked: SeriesAsked): CellSeries => {
  const { days, asOf, seq, evidence, heardBy } = asked;
  const knownBy = (moment: Instant | null): Prepared =>
    prepare(ground, { cell, heard: heardBy(moment) }, cutEvidence(evidence, { asOf: moment, seq }));
  const atTheEnd = knownBy(asOf);
  const hindcast = tellDays(atTheEnd, days);
  return {
    cell,
    days: days.map((day): ToldDay => {
      const moment = earlier(endOfDayIn(day, ground.timezone), asOf);
      const nowcast = told(tellDays(knownBy(moment), [day]), day);
      return { day, knownBy: moment, nowcast, hindcast: told(hindcast, day) };
    }),
    changes: atTheEnd.belief === null ? null : findChanges(atTheEnd.belief),
    baseline: baselineHolder(ground, ground.baselines[0], cell.place),
    sayings: sayingsOf(ground, cell, cutEvidence(evidence, { asOf, seq })),
  };
};
