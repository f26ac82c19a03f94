// Changes of hands: those of the truth, those that are told, and which of the told ones are of which true one.
// Invariant: a turn is dated only where the truth speaks of the day before it; nobody holding a place is no turn of its own.
import { addDays, type Day, daysBetween } from '../model/time.ts';
import type { Camp } from './camps.ts';
import type { CellDay, Track } from './cell-days.ts';

export interface Turn {
  readonly cell: string;
  readonly from: Camp;
  readonly to: Camp;
  readonly day: Day;
  /** 80 % interval of the day, where the model gives one. */
  readonly low: Day | null;
  readonly high: Day | null;
}

export interface TrueTurn extends Turn {
  /** The side that takes it had it before. */
  readonly again: boolean;
  /** The side that loses it had taken it back before. */
  readonly lostAgain: boolean;
}

/** Camps in the order of days, each change at the first day of the new camp; days without a camp are passed over. */
const changesOf = (days: readonly CellDay[], campOf: (one: CellDay) => Camp | null): readonly Turn[] => {
  const turns: Turn[] = [];
  let last: Camp | null = null;
  let before: Day | null = null;
  for (const one of days) {
    const camp = campOf(one);
    const follows = before !== null && addDays(before, 1) === one.day;
    before = one.day;
    if (camp === null || camp === 'none' || camp === last) continue;
    if (last !== null && follows)
      turns.push({ cell: one.cell, from: last, to: camp, day: one.day, low: null, high: null });
    last = camp;
  }
  return turns;
};

/** The changes of hands that the truth dates, with what went before them. */
export const trueTurns = ({ days, baseline }: Track): readonly TrueTurn[] => {
  const held = new Set<Camp>(baseline === null ? [] : [baseline]);
  let again = false;
  return changesOf(days, ({ truth }) => truth).map((turn) => {
    held.add(turn.from);
    const lostAgain = again;
    again = held.has(turn.to);
    return { ...turn, again, lostAgain };
  });
};

export const toldTurns = ({ days }: Track): readonly Turn[] => changesOf(days, ({ holder }) => holder);

export interface Match {
  readonly turn: TrueTurn;
  readonly told: Turn | null;
  /** Days by which the told turn is late; negative where it is early. */
  readonly late: number | null;
}

/** Pairs each true turn with the nearest told one to the same camp within so many days; no told turn serves twice. */
export const matchTurns = (truth: readonly TrueTurn[], told: readonly Turn[], within: number): readonly Match[] => {
  const pairs = truth.flatMap((turn) =>
    told
      .filter(({ cell, to }) => cell === turn.cell && to === turn.to)
      .map((one) => ({ turn, told: one, late: daysBetween(turn.day, one.day) }))
      .filter(({ late }) => Math.abs(late) <= within),
  );
  pairs.sort((a, b) => Math.abs(a.late) - Math.abs(b.late) || (a.turn.day < b.turn.day ? -1 : 1));
  const found = new Map<TrueTurn, Match>();
  const used = new Set<Turn>();
  for (const pair of pairs) {
    if (found.has(pair.turn) || used.has(pair.told)) continue;
    found.set(pair.turn, pair);
    used.add(pair.told);
  }
  return truth.map((turn) => found.get(turn) ?? { turn, told: null, late: null });
};
