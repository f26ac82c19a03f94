// The figures of one way of forecasting, and how it stands against another on the same days.
// Invariant: every forecast of a table is scored on the same rows, so that the differences mean something.
import { type Band, bandBySums, bandByTimes, type Drawing, sumByBlock } from './bootstrap.ts';
import {
  type BinFigures,
  type BrierParts,
  binsOf,
  brierOf,
  brierParts,
  eceOf,
  type Forecast,
  figuresOfBin,
  logLossOf,
} from './calibration.ts';
import { aucOf, aucOfRanked, rankedBy } from './ranking.ts';
import { ratio, totalOf } from './sums.ts';

export interface ForecastFigures {
  readonly brier: number | null;
  readonly parts: BrierParts | null;
  readonly logLoss: number | null;
  readonly auc: number | null;
  /** Over cells whose holder changes between challenger and not: else the quiet majority flatters. */
  readonly aucChanged: number | null;
  readonly ece: number | null;
}

export const figuresOfForecast = (all: readonly Forecast[], changed: readonly Forecast[]): ForecastFigures => {
  const bins = binsOf(all).map(figuresOfBin);
  return {
    brier: brierOf(all),
    parts: brierParts(all, bins),
    logLoss: logLossOf(all),
    auc: aucOf(all),
    aucChanged: aucOf(changed),
    ece: eceOf(bins),
  };
};

/** By how much the second forecast's Brier is above the first's, with its band; positive = the first is better. */
export interface Difference {
  readonly brier: number | null;
  readonly band: Band | null;
}

export const brierDifference = (
  first: readonly Forecast[],
  second: readonly Forecast[],
  drawing: Drawing,
): Difference => {
  const pairs = first.map((one, at) => ({ ...one, other: second[at]?.p ?? one.p }));
  const sums = sumByBlock(pairs, ({ p, other, y, weight }) => [weight * ((other - y) ** 2 - (p - y) ** 2), weight]);
  const mean = ([gain = 0, weight = 0]: readonly number[]): number | null => ratio(gain, weight);
  return {
    brier: mean([0, 1].map((at) => totalOf(sums.map((one) => one[at] ?? 0)))),
    band: bandBySums(sums, mean, drawing),
  };
};

export const brierBand = (all: readonly Forecast[], drawing: Drawing): Band | null =>
  bandBySums(
    sumByBlock(all, ({ p, y, weight }) => [weight * (p - y) ** 2, weight]),
    ([sum = 0, weight = 0]) => ratio(sum, weight),
    drawing,
  );

export const aucBand = (all: readonly Forecast[], drawing: Drawing): Band | null => {
  const blocks = new Map([...new Set(all.map(({ block }) => block))].map((block, at) => [block, at]));
  const ranked = rankedBy(all).map(({ p, y, weight, block }) => ({ p, y, weight, at: blocks.get(block) ?? 0 }));
  return bandByTimes(
    blocks.size,
    (times) => aucOfRanked(ranked, ({ weight, at }) => weight * (times[at] ?? 0)),
    drawing,
  );
};

export interface ReliabilityPoint extends BinFigures {
  /** 90 % band of how often it came true. */
  readonly band: Band | null;
}

/** The bins of the reliability diagram, each with its band; the bins stay as they are from draw to draw. */
export const reliabilityOf = (all: readonly Forecast[], drawing: Drawing): readonly ReliabilityPoint[] => {
  const blocks = new Set(all.map(({ block }) => block));
  return binsOf(all).map((bin) => {
    const silent = [...blocks].map((block) => ({ block, y: 0, weight: 0 }));
    const sums = sumByBlock([...bin, ...silent], ({ y, weight }) => [weight * y, weight]);
    const rate = ([yes = 0, weight = 0]: readonly number[]): number | null => ratio(yes, weight);
    return { ...figuresOfBin(bin), band: bandBySums(sums, rate, drawing) };
  });
};
