// AUC: how often a cell-day that the challenger holds has the higher p than one that he does not; equal p counts half.
// Invariant: null where one of the two is missing; the order of the rows does not matter.
import type { Forecast } from './calibration.ts';
import { ratio } from './sums.ts';

type Ranked = Pick<Forecast, 'p' | 'y'>;

/** Sorts once; the weights may then change from draw to draw. */
export const rankedBy = <T extends Ranked>(all: readonly T[]): readonly T[] => [...all].sort((a, b) => a.p - b.p);

/** Of rows in the order of p, with the weight that each has now. */
export const aucOfRanked = <T extends Ranked>(ranked: readonly T[], weightOf: (one: T) => number): number | null => {
  let [won, below, held] = [0, 0, 0];
  for (let at = 0; at < ranked.length; ) {
    const p = ranked[at]?.p;
    let [yes, no] = [0, 0];
    for (; at < ranked.length && ranked[at]?.p === p; at += 1) {
      const one = ranked[at] as T;
      if (one.y === 1) yes += weightOf(one);
      else no += weightOf(one);
    }
    won += yes * (below + no / 2);
    below += no;
    held += yes;
  }
  return ratio(won, held * below);
};

export const aucOf = (all: readonly Forecast[]): number | null => aucOfRanked(rankedBy(all), ({ weight }) => weight);
