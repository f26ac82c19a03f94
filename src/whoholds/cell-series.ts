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

interface Known {
  readonly evidence: readonly Evidence[];
  readonly heard: Listening;
}

const isSame = (a: Known, b: Known): boolean =>
  a.heard === b.heard &&
  a.evidence.length === b.evidence.length &&
  a.evidence.every((one, at) => one === b.evidence[at]);

/** Days after one another on which the same was known: the model runs once for all of them. */
interface Stretch {
  readonly known: Known;
  readonly days: Day[];
}

const stretchesOf = (days: readonly Day[], knownOn: (day: Day) => Known): readonly Stretch[] => {
  const stretches: Stretch[] = [];
  for (const day of days) {
    const known = knownOn(day);
    const last = stretches.at(-1);
    if (last !== undefined && isSame(last.known, known)) last.days.push(day);
    else stretches.push({ known, days: [day] });
  }
  return stretches;
};

const toldOn = (days: ReadonlyMap<Day, Told>, day: Day): Told => {
  const found = days.get(day);
  if (found === undefined) throw new Error(`nothing was told of ${day}`);
  return found;
};

/** The words and verdicts of one cell. */
export const cellSeries = (ground: Ground, cell: Cell, asked: SeriesAsked): CellSeries => {
  const { days, asOf, seq, evidence, heardBy } = asked;
  const knownBy = (moment: Instant | null): Known => ({
    evidence: cutEvidence(evidence, { asOf: moment, seq }),
    heard: heardBy(moment),
  });
  const preparedFrom = ({ evidence, heard }: Known): Prepared => prepare(ground, { cell, heard }, evidence);
  const endOf = (day: Day): Instant => earlier(endOfDayIn(day, ground.timezone), asOf);
  const atTheEnd = knownBy(asOf);
  const prepared = preparedFrom(atTheEnd);
  const hindcast = tellDays(prepared, days);
  const stretches = stretchesOf(days, (day) => knownBy(endOf(day)));
  const nowcast = new Map(stretches.flatMap((one) => [...tellDays(preparedFrom(one.known), one.days)]));
  return {
    cell,
    days: days.map((day): ToldDay => {
      const [now, then] = [toldOn(nowcast, day), toldOn(hindcast, day)];
      return { day, knownBy: endOf(day), nowcast: now, hindcast: then };
    }),
    changes: prepared.belief === null ? null : findChanges(prepared.belief),
    baseline: baselineHolder(ground, ground.baselines[0], cell.place),
    sayings: sayingsOf(ground, cell, atTheEnd.evidence),
  };
};
