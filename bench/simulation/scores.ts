// How right a forecast of "the challenger holds it" was, over all cells and days of a made-up world.
import { runPasses } from '../../src/assessment/forward-backward.ts';
import { type HeardCell, logLikelihoodsOf } from '../../src/assessment/learn-corpus.ts';
import type { ModelParameters } from '../../src/assessment/model-parameters.ts';
import { sideShare, stateSpaceOf } from '../../src/assessment/state-space.ts';
import { CHALLENGER, INCUMBENT } from './hearing.ts';
import type { SimulatedCell } from './world.ts';

/** By cell and day, in one array each. */
export interface Forecasts {
  readonly p: Float64Array;
  readonly came: Uint8Array;
  readonly days: number;
}

export interface Scores {
  readonly brier: number;
  readonly logLoss: number;
  /** Ten bins of equal width. */
  readonly ece: number;
  /** Null where every cell-day has the same forecast. */
  readonly auc: number | null;
  /** The challenger's share of the cells on the last day: as forecast, and as it was. */
  readonly share: { readonly forecast: number; readonly real: number };
}

/** Held by the challenger, freshly or settled. */
export const came = (world: readonly SimulatedCell[]): Uint8Array =>
  Uint8Array.from(world.flatMap(({ states }) => [...states].map((state) => (state >= 2 ? 1 : 0))));

/** What the model says of each cell and day by these numbers: on the day itself, or looking back. */
export const forecast = (
  heard: readonly HeardCell[],
  parameters: ModelParameters,
  clock: 'filtered' | 'smoothed',
): Float64Array => {
  const space = stateSpaceOf(parameters, INCUMBENT, [CHALLENGER]);
  const all = heard.flatMap((cell) => {
    const logLikelihoods = logLikelihoodsOf(space, parameters, { heard: cell, anchors: [] });
    const { [clock]: values, days } = runPasses({ space, start: cell.start, logLikelihoods });
    return Array.from({ length: days }, (_, day) =>
      sideShare(space, CHALLENGER, values.subarray(day * space.size, (day + 1) * space.size)),
    );
  });
  return Float64Array.from(all);
};

const CLIP = 0.001;
const BINS = 10;

const meanOver = ({ p, came: all }: Forecasts, value: (p: number, came: number) => number): number =>
  p.reduce((sum, one, at) => sum + value(one, all[at] ?? 0), 0) / p.length;

const calibrationError = ({ p, came: all }: Forecasts): number => {
  const gaps = new Float64Array(BINS);
  for (const [at, one] of p.entries()) {
    const bin = Math.min(BINS - 1, Math.floor(one * BINS));
    gaps[bin] = (gaps[bin] ?? 0) + one - (all[at] ?? 0);
  }
  return gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / p.length;
};

/** How often a cell-day that the challenger holds has the higher forecast; equal ones count half. */
const ranking = ({ p, came: all }: Forecasts): number | null => {
  const order = Uint32Array.from(p.keys()).sort((a, b) => (p[a] ?? 0) - (p[b] ?? 0));
  let [won, below, held] = [0, 0, 0];
  for (let at = 0; at < order.length; ) {
    const level = p[order[at] ?? 0];
    let [yes, no] = [0, 0];
    for (; at < order.length && p[order[at] ?? 0] === level; at += 1) {
      if (all[order[at] ?? 0] === 1) yes += 1;
      else no += 1;
    }
    if (yes + no === p.length) return null;
    won += yes * (below + no / 2);
    below += no;
    held += yes;
  }
  return won / (held * below);
};

const lastDayMean = (values: Float64Array | Uint8Array, days: number): number => {
  let sum = 0;
  for (let at = days - 1; at < values.length; at += days) sum += values[at] ?? 0;
  return (sum * days) / values.length;
};

export const scoresOf = (all: Forecasts): Scores => ({
  brier: meanOver(all, (p, one) => (p - one) ** 2),
  logLoss: meanOver(all, (p, one) => -Math.log(Math.max(CLIP, one === 1 ? p : 1 - p))),
  ece: calibrationError(all),
  auc: ranking(all),
  share: { forecast: lastDayMean(all.p, all.days), real: lastDayMean(all.came, all.days) },
});
