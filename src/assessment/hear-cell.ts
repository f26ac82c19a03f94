// A cell as a fit hears it: the statements that assessment weighs, by the names of their marks, with the days and the start.
// Invariant: what is learned from is what is assessed from, weight for weight; nothing is heard here that no cell is shown.
import type { Evidence } from '../model/control.ts';
import { type Belief, fromFirst, spokenDays } from './belief.ts';
import { baselineHolder, campOf, type Ground } from './ground.ts';
import type { HeardCell, HeardMark } from './learn-corpus.ts';
import { startOf } from './state-space.ts';
import { type Heard, prepare } from './view.ts';

const marksOf = ({ weighed, first }: Belief): readonly HeardMark[] =>
  weighed.flatMap(({ mark, weight, from, until }) =>
    Array.from({ length: until - from + 1 }, (_, day) => ({
      ...{ day: from + day - first, mark: mark.name, of: mark.of, mirrored: mark.mirrored, weight },
      source: mark.source,
    })),
  );

/** A cell's heard days and the number of the first of them. */
export interface HeardFrom {
  readonly heard: HeardCell;
  readonly first: number;
}

/** Null where the theatre names no incumbent or no challenger: then there is nothing to learn. */
export const hearCell = (ground: Ground, { cell, heard }: Heard, evidence: readonly Evidence[]): HeardFrom | null => {
  const { belief } = prepare(ground, { cell, heard }, evidence);
  const baseline = ground.baselines[0];
  if (belief === null || baseline === undefined) return null;
  const { space, first, passes, weighed } = belief;
  const holder = campOf(ground, baselineHolder(ground, baseline, cell.place) ?? space.incumbent);
  const { seen, danger } = spokenDays(weighed);
  return {
    first,
    heard: {
      ...{ cell: `${cell.place} ${cell.scope}`, incumbent: space.incumbent, challengers: space.challengers },
      start: startOf(space, ground.parameters.model, { holder, p: baseline.p }),
      days: passes.days,
      coverage: (day) => heard.rho(day + first),
      marks: marksOf(belief),
      ...{ seen: fromFirst(seen, first), danger: fromFirst(danger, first) },
    },
  };
};
