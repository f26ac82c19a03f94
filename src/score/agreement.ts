// Agreement of assessment and truth on whose seat it is, one day a cell: table, kappa, PABAK, McNemar (control-method 11).
// Invariant: each cell counts once, on its last scored day: days of one cell are no independent witnesses.
import type { Camp } from './camps.ts';
import type { CellDay, Track } from './cell-days.ts';
import { ratio, totalOf } from './sums.ts';

/** Counts by what is told and what is true, of "the challenger has it". */
export interface TwoByTwo {
  readonly both: number;
  readonly toldOnly: number;
  readonly trueOnly: number;
  readonly neither: number;
}

export interface Agreement {
  readonly table: TwoByTwo;
  readonly agree: number | null;
  /** Linear weights over three steps: not the challenger's, between, the challenger's. */
  readonly weightedKappa: number | null;
  /** Kappa falls with prevalence; this does not (Byrt 1993). */
  readonly pabak: number | null;
  /** Probability of so one-sided a disagreement if neither direction were likelier (McNemar, exact). */
  readonly mcnemar: number | null;
}

/** 2·agree − 1 for two classes. */
export const pabakOf = ({ both, toldOnly, trueOnly, neither }: TwoByTwo): number | null => {
  const agree = ratio(both + neither, both + toldOnly + trueOnly + neither);
  return agree === null ? null : 2 * agree - 1;
};

/** Both tails of the binomial with one half; null where there is no disagreement. */
export const mcnemarOf = ({ toldOnly, trueOnly }: TwoByTwo): number | null => {
  const all = toldOnly + trueOnly;
  if (all === 0) return null;
  let term = 0.5 ** all;
  let tail = 0;
  for (let least = 0; least <= Math.min(toldOnly, trueOnly); least += 1) {
    tail += term;
    term *= (all - least) / (least + 1);
  }
  return Math.min(1, 2 * tail);
};

const STEPS = [0, 1, 2] as const;
type Step = (typeof STEPS)[number];

/** Cohen's kappa with linear weights; null where one step is all there is, for both. */
export const weightedKappa = (pairs: readonly (readonly [told: Step, truth: Step])[]): number | null => {
  const share = (of: 0 | 1, step: Step): number => pairs.filter((pair) => pair[of] === step).length / pairs.length;
  const seen = totalOf(pairs.map(([told, truth]) => Math.abs(told - truth))) / pairs.length;
  const expected = totalOf(
    STEPS.flatMap((told) => STEPS.map((truth) => Math.abs(told - truth) * share(0, told) * share(1, truth))),
  );
  const left = ratio(seen, expected);
  return left === null ? null : 1 - left;
};

const isBetween = ({ holder, status }: CellDay): boolean =>
  holder === null || holder === 'none' || status === 'disputed' || status === 'contested';

const toldStep = (one: CellDay, challenger: Camp): Step => (isBetween(one) ? 1 : one.holder === challenger ? 2 : 0);
const trueStep = ({ truth }: CellDay, challenger: Camp): Step => (truth === 'none' ? 1 : truth === challenger ? 2 : 0);

export const agreementOf = (tracks: readonly Track[], challenger: Camp): Agreement => {
  const last = tracks.flatMap(({ days }) => days.at(-1) ?? []);
  const pairs = last.map((one) => [toldStep(one, challenger), trueStep(one, challenger)] as const);
  const count = (told: boolean, truth: boolean): number =>
    pairs.filter((pair) => (pair[0] === 2) === told && (pair[1] === 2) === truth).length;
  const table = {
    ...{ both: count(true, true), toldOnly: count(true, false) },
    ...{ trueOnly: count(false, true), neither: count(false, false) },
  };
  return {
    table,
    agree: ratio(table.both + table.neither, pairs.length),
    weightedKappa: weightedKappa(pairs),
    pabak: pabakOf(table),
    mcnemar: mcnemarOf(table),
  };
};
