// Where assessment and truth give a cell to different sides: a disagreement is a product, not an error (control-method 11).
import { addDays, type Day, daysBetween } from '../model/time.ts';
import type { Camp } from './camps.ts';
import type { CellDay, Track } from './cell-days.ts';

/** A run of days on which the same holder is told against the same truth. */
export interface Disagreement {
  readonly cell: string;
  readonly from: Day;
  /** Exclusive. */
  readonly until: Day;
  readonly days: number;
  readonly truth: Camp;
  readonly told: Camp;
  readonly status: string;
  /** Of the last day. */
  readonly p: number;
  readonly reason: string;
}

const differs = ({ holder, truth }: CellDay): boolean => holder !== null && holder !== truth;

const goesOn = (run: readonly CellDay[], one: CellDay): boolean => {
  const last = run.at(-1);
  if (last === undefined || addDays(last.day, 1) !== one.day) return false;
  return last.holder === one.holder && last.truth === one.truth && last.status === one.status;
};

const runsOf = ({ days }: Track): readonly (readonly CellDay[])[] => {
  const runs: CellDay[][] = [];
  for (const one of days.filter(differs)) {
    const run = runs.at(-1);
    if (run !== undefined && goesOn(run, one)) run.push(one);
    else runs.push([one]);
  }
  return runs;
};

/** The longest first. */
export const disagreementsOf = (tracks: readonly Track[]): readonly Disagreement[] =>
  tracks
    .flatMap(runsOf)
    .flatMap((run): Disagreement[] => {
      const [first, last] = [run[0], run.at(-1)];
      if (first === undefined || last === undefined) return [];
      const { cell, truth, status, p, reason } = last;
      const days = daysBetween(first.day, last.day) + 1;
      const told = last.holder ?? 'none';
      return [{ cell, from: first.day, until: addDays(last.day, 1), days, truth, told, status, p, reason }];
    })
    .sort((a, b) => b.days - a.days || (a.cell < b.cell ? -1 : 1));
