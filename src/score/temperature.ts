// One temperature a month, learned on the months before it: a figure that is reported, never a change of the answers.
// Invariant: a month is never judged by a temperature that it helped to find.
import { binsOf, CLIP, eceOf, type Forecast, figuresOfBin, logLossOf } from './calibration.ts';
import type { CellDay } from './cell-days.ts';

/** Above this the method wants the forecasts recalibrated (control-method 11). */
export const ECE_LIMIT = 0.05;

/** Logits divided by the temperature: above 1 the forecasts are drawn towards a half, below 1 away from it. */
export const atTemperature = (p: number, temperature: number): number => {
  const safe = Math.min(1 - CLIP, Math.max(CLIP, p));
  return 1 / (1 + Math.exp(-Math.log(safe / (1 - safe)) / temperature));
};

export const warmed = <T extends Forecast>(all: readonly T[], temperature: number): readonly T[] =>
  all.map((one) => ({ ...one, p: atTemperature(one.p, temperature) }));

const GOLDEN = (Math.sqrt(5) - 1) / 2;
const WIDEST = Math.log(20);
const STEPS = 40;

/** The temperature from 1/20 to 20 with the least log loss, by golden section on its logarithm. */
export const fitTemperature = (all: readonly Forecast[]): number => {
  const loss = (log: number): number => logLossOf(warmed(all, Math.exp(log))) ?? 0;
  let [low, high] = [-WIDEST, WIDEST];
  for (let step = 0; step < STEPS; step += 1) {
    const [left, right] = [high - GOLDEN * (high - low), low + GOLDEN * (high - low)];
    if (loss(left) <= loss(right)) high = right;
    else low = left;
  }
  return Math.exp((low + high) / 2);
};

const ece = (all: readonly Forecast[]): number | null => eceOf(binsOf(all).map(figuresOfBin));

export interface Recalibration {
  readonly month: string;
  readonly temperature: number;
  readonly before: { readonly ece: number | null; readonly logLoss: number | null };
  readonly after: { readonly ece: number | null; readonly logLoss: number | null };
}

/** A row for each month but the first. Empty where all days are of one month. */
export const recalibrate = (all: readonly CellDay[]): readonly Recalibration[] => {
  const monthOf = ({ day }: CellDay): string => day.slice(0, 7);
  const months = [...new Set(all.map(monthOf))].sort();
  return months.slice(1).map((month) => {
    const temperature = fitTemperature(all.filter((one) => monthOf(one) < month));
    const own = all.filter((one) => monthOf(one) === month);
    const after = warmed(own, temperature);
    return {
      ...{ month, temperature },
      before: { ece: ece(own), logLoss: logLossOf(own) },
      after: { ece: ece(after), logLoss: logLossOf(after) },
    };
  });
};
