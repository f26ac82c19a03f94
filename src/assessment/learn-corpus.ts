// What a fit learns from: cells with what was heard of them day by day, and changes that are known from outside.
// Invariant: marks are named, never bare numbers, for it is their numbers that are learned.
import type { MarkName, ModelParameters } from './model-parameters.ts';
import { type Coverage, type DayReports, observe } from './observe.ts';
import { type StateSpace, sideShare } from './state-space.ts';

/** One assertion as evidence on one day, by the name of its mark. */
export interface HeardMark {
  /** Counted from the first day of the series. */
  readonly day: number;
  readonly mark: MarkName;
  /** Camp spoken of; null: all challengers alike. */
  readonly of: string | null;
  /** The row was written for the other direction. */
  readonly mirrored: boolean;
  readonly weight: number;
  /** Who speaks, where a name is known. */
  readonly source: string | null;
}

export interface HeardCell {
  readonly cell: string;
  readonly incumbent: string;
  /** Camps, the theatre's main one first. */
  readonly challengers: readonly string[];
  /** Over the cell's states, before the first day's reports. */
  readonly start: Float64Array;
  readonly days: number;
  readonly coverage: Coverage;
  readonly marks: readonly HeardMark[];
  readonly seen: DayReports['seen'];
  readonly danger: DayReports['danger'];
}

/** That a camp had the cell on a day, from a list that was not made of these reports. */
export interface Anchor {
  readonly cell: string;
  readonly day: number;
  /** The camp. */
  readonly side: string;
  /** 0 to 1: how much the list is believed. */
  readonly weight: number;
}

export interface Corpus {
  readonly cells: readonly HeardCell[];
  readonly anchors: readonly Anchor[];
}

const addAnchor = (
  space: StateSpace,
  logs: Float64Array,
  { day, side, weight, sure }: Anchor & { sure: number },
): void => {
  const alone = new Float64Array(space.size);
  for (let state = 0; state < space.size; state += 1) {
    alone.fill(0);
    alone[state] = 1;
    const at = day * space.size + state;
    logs[at] = (logs[at] ?? 0) + weight * Math.log(sideShare(space, side, alone) === 1 ? sure : 1 - sure);
  }
};

/** ln L of a cell's days and states, by these numbers. */
export const logLikelihoodsOf = (
  space: StateSpace,
  parameters: ModelParameters,
  { heard, anchors }: { readonly heard: HeardCell; readonly anchors: readonly Anchor[] },
): Float64Array => {
  const { marks, seen, danger, days, coverage } = heard;
  const rows = marks.map(({ mark, ...rest }) => ({ ...rest, row: parameters.marks[mark] }));
  const logs = observe(space, parameters, { reports: { marks: rows, seen, danger }, days, coverage });
  for (const anchor of anchors)
    if (anchor.day >= 0 && anchor.day < days) addAnchor(space, logs, { ...anchor, sure: parameters.learning.anchor });
  return logs;
};
