// Where a day and a number lie in the strip. One place is as high above zero as below it.
import { type Day, daysBetween } from '../model/time.ts';
import { highest, type StripRow } from './strip-rows.ts';

export interface StripFrame {
  readonly first: Day;
  readonly last: Day;
  readonly width: number;
  readonly height: number;
}

export interface RowScale {
  readonly row: StripRow;
  /** Pixels of a number above zero (or, negative, below it). */
  readonly y: (value: number) => number;
  readonly ticks: readonly number[];
}

/** Pixels kept free above the highest mark for its sign. */
const HEADROOM = 8;
/** Pixels kept free below for the least that must be seen. */
const FOOTROOM = 6;

/** Middle of the day; a day reaches half a step to both sides. */
export const xOf = (day: Day, { first, last, width }: StripFrame): number =>
  (daysBetween(first, day) / Math.max(1, daysBetween(first, last))) * width;

const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];
/** Round numbers, at most three of them. */
export const ticksUpTo = (most: number): readonly number[] => {
  const step = STEPS.find((each) => most / each < 4) ?? 10_000;
  return Array.from({ length: Math.floor(most / step) }, (_, at) => (at + 1) * step);
};

/** `said`: the highest number that anybody says of the side, for the row that has it. */
export const rowScales = (
  rows: readonly StripRow[],
  { height }: Pick<StripFrame, 'height'>,
  said: (row: StripRow) => number,
): readonly RowScale[] => {
  const tops = rows.map((row) => Math.max(1, highest(row.up), said(row)));
  const bottoms = rows.map((row) => highest(row.down));
  const room = height / Math.max(1, rows.length);
  const most = Math.max(...tops.map((top, at) => top + (bottoms[at] ?? 0)), 1);
  const unit = Math.max(0, room - HEADROOM - FOOTROOM) / most;
  return rows.map((row, at) => {
    const zero = room * (at + 1) - FOOTROOM - (bottoms[at] ?? 0) * unit;
    return { row, y: (value) => zero - value * unit, ticks: ticksUpTo(tops[at] ?? 1) };
  });
};
