// What one drawing of the strip is made from: days with their counts, and numbers that people say.
import type { DayCounts } from '../model/control.ts';
import type { Day } from '../model/time.ts';
import type { Paint, SideNumber } from './palette.ts';
import type { StripSides } from './strip-rows.ts';
import type { StripFrame } from './strip-scale.ts';

export interface StripMark {
  readonly on: Day;
  /** Whose places are counted. */
  readonly of: string;
  readonly number: number;
  readonly low: number;
  readonly high: number;
  readonly bound: 'none' | 'over' | 'under' | 'range';
  /** The speaker's side; null for others. */
  readonly side: SideNumber | null;
  /** "195 of 407", "over 80" */
  readonly words: string;
  readonly who: string;
  /** Says out of how many: worth its words also far from the chosen day. */
  readonly counted: boolean;
}

export interface StripDrawing extends StripSides, StripFrame {
  /** One after the other, without a gap. */
  readonly days: readonly DayCounts[];
  readonly marks: readonly StripMark[];
  /** The chosen day, at which labels stand. */
  readonly on: Day;
  /** Our own number on that day, in words; null where nothing is held. */
  readonly own: { readonly number: string; readonly who: string; readonly value: number } | null;
  readonly paint: Paint;
  readonly prefix: string;
  readonly labelled: boolean;
}
