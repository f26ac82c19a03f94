// How right a forecast of "the challenger holds it" was, over all cells and days of a made-up world.
import { runPasses } from '../../src/assessment/forward-backward.ts';
import { type HeardCell, logLikelihoodsOf } from '../../src/assessment/learn-corpus.ts';
import type { ModelParameters } from '../../src/assessment/model-parameters.ts';
import { sideShare, stateSpaceOf } from '../../src/assessment/state-space.ts';
import { brierOf, eceOf, type Forecast, figuresOfBin, logLossOf } from '../../src/score/calibration.ts';
import { aucOf } from '../../src/score/ranking.ts';
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
  readonly auc: number;
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

const BINS = 10;

/** Bins of equal width, as in the method's own table; the score of a truth has bins of equal count. */
const widthBins = (all: readonly Forecast[]): readonly (readonly Forecast[])[] => [
  ...Map.groupBy(all, ({ p }) => Math.min(BINS - 1, Math.floor(p * BINS))).values(),
];

const lastDayMean = (values: Float64Array | Uint8Array, days: number): number => {
  let sum = 0;
  for (let at = days - 1; at < values.length; at += days) sum += values[at] ?? 0;
  return (sum * days) / values.length;
};

export const scoresOf = ({ p, came: real, days }: Forecasts): Scores => {
  const all = Array.from(p, (one, at): Forecast => ({ p: one, y: real[at] === 1 ? 1 : 0, block: '', weight: 1 }));
  return {
    brier: brierOf(all) ?? 0,
    logLoss: logLossOf(all) ?? 0,
    ece: eceOf(widthBins(all).map(figuresOfBin)) ?? 0,
    auc: aucOf(all) ?? 0,
    share: { forecast: lastDayMean(p, days), real: lastDayMean(real, days) },
  };
};
