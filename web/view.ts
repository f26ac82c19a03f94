// What every view is given: the world, the state, the answers for it, and the few things a person can do.

import type { Day } from '../src/model/time.ts';
import type { Stamp } from '../src/publishing/stamp.ts';
import type { CellAnswer, ChangeAnswer } from './answers.ts';
import type { Compared } from './compare-cells.ts';
import type { State } from './state.ts';
import type { World } from './world.ts';

export interface Shown {
  readonly state: State;
  readonly on: Day;
  readonly cells: readonly CellAnswer[];
  /** Cells that differ from the day before; null while they are asked for. */
  readonly changes: readonly ChangeAnswer[] | null;
  readonly stamp: Stamp;
  /** What differs between two moments; null where none are compared. */
  readonly compared: Compared | null;
}

export interface Acts {
  /** What is asked for now; what is shown may still be behind. */
  readonly state: () => State;
  /** A choice makes a step to go back to; dragging replaces. */
  readonly go: (change: Partial<State>, how?: 'push' | 'replace') => void;
  /** Said aloud: an answer to what a person did, or news of what is shown. */
  readonly say: (words: string, kind?: 'answer' | 'news') => void;
}

export interface Page extends Acts {
  readonly world: World;
}

export const chooseCell = (cell: Pick<CellAnswer, 'place' | 'scope'>): Partial<State> => ({
  place: cell.place.id,
  scope: cell.scope,
});

/** Told to the document when another day, place or state of the ledger is shown. */
export const SHOWN = 'whoholds-shown';
