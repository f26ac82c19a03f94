// Probabilities against what happened: Brier with its parts, log loss, and calibration in ten bins (control-method 11).
// Invariant: equal forecasts share a bin, so the figures do not depend on the order of the rows.
import { meanOf, totalOf, type Weighed } from './sums.ts';

/** One forecast of a yes or no: `p` that the challenger holds the seat, `y` 1 where he does. */
export interface Forecast extends Weighed {
  readonly p: number;
  readonly y: 0 | 1;
  /** The province: places of one province fall together, so that it is the province that is drawn again. */
  readonly block: string;
}

/** A certainty that was wrong would cost an infinite log loss: what was given to what happened counts as this at least. */
export const CLIP = 0.001;
export const BINS = 10;

export const brierOf = (all: readonly Forecast[]): number | null => meanOf(all, ({ p, y }) => (p - y) ** 2);

export const logLossAt = ({ p, y }: Pick<Forecast, 'p' | 'y'>): number =>
  -Math.log(Math.max(CLIP, y === 1 ? p : 1 - p));

export const logLossOf = (all: readonly Forecast[]): number | null => meanOf(all, logLossAt);

const byP = (a: Forecast, b: Forecast): number => a.p - b.p;

/** Bins of equal weight in the order of p, empty ones left out; equal forecasts go where the middle of them lies. */
export const binsOf = (all: readonly Forecast[], count = BINS): readonly (readonly Forecast[])[] => {
  const whole = totalOf(all.map(({ weight }) => weight));
  const bins: Forecast[][] = Array.from({ length: count }, () => []);
  const counted = all.filter(({ weight }) => weight > 0).sort(byP);
  let below = 0;
  for (const equal of Map.groupBy(counted, ({ p }) => p).values()) {
    const weight = totalOf(equal.map((one) => one.weight));
    const at = Math.min(count - 1, Math.floor((count * (below + weight / 2)) / whole));
    bins[at]?.push(...equal);
    below += weight;
  }
  return bins.filter((bin) => bin.length > 0);
};

/** A bin as it is drawn: what was forecast in it on average, how often it came true, how much it holds. */
export interface BinFigures {
  readonly from: number;
  readonly to: number;
  readonly p: number;
  readonly rate: number;
  readonly weight: number;
  readonly rows: number;
}

export const figuresOfBin = (bin: readonly Forecast[]): BinFigures => ({
  from: bin[0]?.p ?? 0,
  to: bin.at(-1)?.p ?? 0,
  p: meanOf(bin, ({ p }) => p) ?? 0,
  rate: meanOf(bin, ({ y }) => y) ?? 0,
  weight: totalOf(bin.map(({ weight }) => weight)),
  rows: bin.length,
});

const gapOf = ({ p, rate }: BinFigures): number => Math.abs(p - rate);

/** Expected calibration error: how far forecast and frequency lie apart, over the bins. */
export const eceOf = (bins: readonly BinFigures[]): number | null => meanOf(bins, gapOf);

/** Brier = reliability − resolution + uncertainty + within. */
export interface BrierParts {
  readonly reliability: number;
  readonly resolution: number;
  readonly uncertainty: number;
  /** What forecasts that differ inside a bin add or take away; nothing where each bin has one forecast (Murphy 1973). */
  readonly within: number;
}

export const brierParts = (all: readonly Forecast[], bins: readonly BinFigures[]): BrierParts | null => {
  const [brier, base] = [brierOf(all), meanOf(all, ({ y }) => y)];
  if (brier === null || base === null) return null;
  const reliability = meanOf(bins, (bin) => gapOf(bin) ** 2) ?? 0;
  const resolution = meanOf(bins, ({ rate }) => (rate - base) ** 2) ?? 0;
  const uncertainty = base * (1 - base);
  return { reliability, resolution, uncertainty, within: brier - reliability + resolution - uncertainty };
};
