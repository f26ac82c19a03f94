// What is scored: one cell on one day, with the truth and what was told of it, under one of the two clocks.
// Invariant: rows of a cell come in the order of days; a day that the truth does not speak of is not there.
import type { Cell, Status } from '../model/control.ts';
import type { CellSeries, Clock, Told } from '../model/series.ts';
import { addDays, type Day, daysBetween } from '../model/time.ts';
import type { Forecast } from './calibration.ts';
import type { Camp, Camps } from './camps.ts';
import type { TruthRow } from './truth.ts';

export interface CellDay extends Forecast {
  readonly cell: string;
  readonly day: Day;
  readonly truth: Camp;
  /** The camp that is told to hold it; null where the assessment leaves it open. */
  readonly holder: Camp | null;
  readonly status: Status;
  readonly reason: string;
}

/** One cell's scored days under one clock. */
export interface Track {
  readonly cell: string;
  readonly block: string;
  readonly baseline: Camp | null;
  readonly days: readonly CellDay[];
}

export const cellName = ({ place, scope }: Cell): string => `${place} (${scope})`;

/** The days of the truth, `until` being the last one scored. */
export interface Range {
  readonly from: Day;
  readonly until: Day;
}

const clipped = (row: TruthRow, range: Range): { from: Day; days: number } => {
  const from = row.from > range.from ? row.from : range.from;
  const end = addDays(range.until, 1);
  const until = row.until !== null && row.until < end ? row.until : end;
  return { from, days: Math.max(0, daysBetween(from, until)) };
};

/** The row that speaks of each day within the range. */
export const truthByDay = (rows: readonly TruthRow[], range: Range): ReadonlyMap<Day, TruthRow> =>
  new Map(
    rows.flatMap((row) => {
      const { from, days } = clipped(row, range);
      return Array.from({ length: days }, (_, at) => [addDays(from, at), row] as const);
    }),
  );

/** Probability that the challenger's camp holds the seat; null without a model. */
export const challengerP = (p: Told['p'], camps: Camps): number | null => {
  if (p === null) return null;
  let sum = 0;
  for (const [side, value] of Object.entries(p)) if (camps.of(side) === camps.challenger) sum += value;
  return Math.min(1, sum);
};

export interface TrackGround {
  readonly camps: Camps;
  readonly block: string;
  readonly truth: ReadonlyMap<Day, TruthRow>;
}

/** The scored days of a cell under one clock; null where a day carries no probability. */
export const trackOf = (series: CellSeries, clock: Clock, { camps, block, truth }: TrackGround): Track | null => {
  const cell = cellName(series.cell);
  const days: CellDay[] = [];
  for (const { day, ...told } of series.days) {
    const row = truth.get(day);
    if (row === undefined) continue;
    const { holder, status, reason } = told[clock];
    const p = challengerP(told[clock].p, camps);
    if (p === null) return null;
    const held = camps.of(row.holder);
    days.push({
      ...{ cell, block, day, p, status, reason, truth: held, weight: row.confidence },
      y: held === camps.challenger ? 1 : 0,
      holder: holder === null ? null : camps.of(holder),
    });
  }
  return { cell, block, baseline: series.baseline === null ? null : camps.of(series.baseline), days };
};
