// How often the map was right, by a list of who really held what: scored outside, told here as `whoholds score --control` does.
import type { Day } from '../model/time.ts';
import type { Whoholds } from '../whoholds.ts';

interface Share {
  readonly share: number | null;
  readonly of: number;
}

/** As much of one clock's scores as a page shows; the record has all of them. */
export interface ClockCalibration {
  readonly assessed: { readonly brier: number | null; readonly ece: number | null; readonly auc: number | null };
  readonly rivals: readonly { readonly name: string; readonly brier: number | null }[];
  readonly reliability: readonly {
    readonly p: number;
    readonly rate: number;
    readonly rows: number;
    readonly band: { readonly low: number; readonly high: number } | null;
  }[];
  readonly confirmed: Share;
}

export interface Calibration {
  readonly challenger: string;
  readonly from: Day;
  readonly until: Day;
  readonly cells: number;
  readonly cellDays: number;
  readonly nowcast: ClockCalibration;
  readonly hindcast: ClockCalibration;
}

/** Scores the ledger, as whoever asks may see it, against the list that the server was started with. */
export type Calibrate = (whoholds: Whoholds) => Promise<Calibration>;

/** Scoring takes seconds and more: once for each state of the ledger. What is held back is another ledger. */
export const keepingScores = (calibrate: Calibrate): Calibrate => {
  const kept = new Map<Whoholds, { readonly seq: number; readonly scores: Promise<Calibration> }>();
  return async (whoholds) => {
    const seq = await whoholds.seq();
    const known = kept.get(whoholds);
    if (known?.seq === seq) return known.scores;
    const scores = calibrate(whoholds);
    kept.set(whoholds, { seq, scores });
    scores.catch(() => kept.delete(whoholds));
    return scores;
  };
};
