// Whether a number's words are true of one place, on one path of its states (control-method 10).
// Invariant: a place changes hands when another camp holds it than the last one that held it; fighting inside is no holder.
import type { Measure } from '../model/reconciliation.ts';
import { campAt, isSettled } from './state-space.ts';

/** One path read as changes of hands; made once and written over for every draw. */
export interface History {
  readonly path: Uint8Array;
  /** How many changes there are, and for each its day (index), who lost and who took. */
  turns: number;
  /** Who held it first; -1 where nobody ever did. */
  first: number;
  readonly day: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

export const historyOf = (days: number): History => ({
  ...{ path: new Uint8Array(days), turns: 0, first: -1 },
  ...{ day: new Int32Array(days), from: new Int32Array(days), to: new Int32Array(days) },
});

/** Reads the changes of hands off the path. */
export const readTurns = (history: History): void => {
  const { path, day, from, to } = history;
  let holder = -1;
  let turns = 0;
  history.first = -1;
  for (let at = 0; at < path.length; at += 1) {
    const camp = campAt(path[at] ?? 0);
    if (camp < 0 || camp === holder) continue;
    if (holder < 0) history.first = camp;
    else {
      day[turns] = at;
      from[turns] = holder;
      to[turns] = camp;
      turns += 1;
    }
    holder = camp;
  }
  history.turns = turns;
};

/** Days as indexes, both inclusive; the camp as `campAt` numbers it, -1 for one that has no state here. */
export interface Event {
  readonly measure: Measure;
  readonly camp: number;
  readonly from: number;
  readonly until: number;
}

const INCUMBENT = 0;

/** "Retaken" asks that it was had before; the incumbent had everything before the ledger's first day. */
const hadBefore = ({ first, to }: History, camp: number, turn: number): boolean => {
  if (camp === INCUMBENT || first === camp) return true;
  for (let at = 0; at < turn; at += 1) if (to[at] === camp) return true;
  return false;
};

const isSuchTurn = (history: History, { measure, camp }: Event, turn: number): boolean => {
  if (measure === 'changed-hands') return true;
  if (measure === 'lost') return history.from[turn] === camp;
  return history.to[turn] === camp && (measure === 'seized' || hadBefore(history, camp, turn));
};

const hasTurned = (history: History, event: Event): boolean => {
  for (let turn = 0; turn < history.turns; turn += 1) {
    const day = history.day[turn] ?? 0;
    if (day >= event.from && day <= event.until && isSuchTurn(history, event, turn)) return true;
  }
  return false;
};

/** Whether it happened, or was so, on this path. */
export const isTrueOn = (history: History, event: Event): boolean => {
  const state = history.path[event.until] ?? 0;
  const camp = campAt(state);
  switch (event.measure) {
    case 'held':
      return camp === event.camp;
    case 'settled':
      return camp === event.camp && isSettled(state);
    case 'present':
      return camp === event.camp || (camp < 0 && event.camp >= 0);
    case 'contested':
      return camp < 0;
    default:
      return hasTurned(history, event);
  }
};
