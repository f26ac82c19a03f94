// What is told of a cell day by day, under two clocks, and the words behind it: what a truth is held against.
// Invariant: `nowcast` of a day holds nothing that could not be read on that day.
import type { SideId, SpeakerSide } from './actor.ts';
import type { Assessment, Cell } from './control.ts';
import type { Day, Instant } from './time.ts';

/** `nowcast`: as known at the end of the day itself. `hindcast`: as known at the end of all. */
export const CLOCKS = ['nowcast', 'hindcast'] as const;
export type Clock = (typeof CLOCKS)[number];

/** Of an assessment, what can be right or wrong. */
export type Told = Pick<Assessment, 'p' | 'holder' | 'status' | 'reason'>;

export interface ToldDay extends Readonly<Record<Clock, Told>> {
  readonly day: Day;
  /** What is known later than this is not in the nowcast. */
  readonly knownBy: Instant;
}

/** Somebody's word about a cell, unweighed: what rules without a model go by. */
export interface Saying {
  /** The day it is said of, and since when it could be read. */
  readonly day: Day;
  readonly known: Instant;
  /** The side that has the place by this word; null where it names none. */
  readonly holder: SideId | null;
  /** The side that speaks, or a voice that is no side. */
  readonly by: SpeakerSide;
  /** Another member of the same family says the same. */
  readonly copy: boolean;
}

/** A change of hands by the probabilities, and the days between which it lies with 80 %. */
export interface ToldChange {
  readonly to: SideId;
  readonly day: Day;
  readonly low: Day | null;
  readonly high: Day | null;
  /** How probable it is that the side took the cell between those two days. */
  readonly p: number;
}

/** All that is told of one cell over the days asked for. */
export interface CellSeries {
  readonly cell: Cell;
  /** Who had it at the start, as the theatre's own baseline says. */
  readonly baseline: SideId | null;
  readonly days: readonly ToldDay[];
  readonly sayings: readonly Saying[];
  /** As known at the end; null where the probabilities give no dates. */
  readonly changes: readonly ToldChange[] | null;
}
