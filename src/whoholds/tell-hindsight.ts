// What was told on a day, beside what is told of the same day now: how often the first answer held.
// Invariant: it compares answers with answers. It is no check against what happened, and does not pretend to be.
import { type Assessment, STATUSES, type Status } from '../model/control.ts';
import { cellKey } from './derived-control.ts';
import type { Held, Hindsight } from './overview-contract.ts';

/** One cell-day on which a holder was named. */
export interface Compared {
  readonly status: Status;
  readonly likelihood: string | null;
  /** The holder's probability by the model's lower bound: only to order the words by it. */
  readonly p: number;
  readonly held: 'same' | 'other' | 'open';
}

const isNamed = ({ status, holder }: Assessment): boolean =>
  holder !== null && holder !== 'none' && status !== 'undetermined';

const heldBy = (then: Assessment, now: Assessment | undefined): Compared['held'] => {
  if (now === undefined || !isNamed(now)) return 'open';
  return now.holder === then.holder ? 'same' : 'other';
};

/** Every cell for which a holder was named on the day, held against what is told of that day now. */
export const compareDay = (then: readonly Assessment[], now: readonly Assessment[]): readonly Compared[] => {
  const byCell = new Map(now.map((one) => [cellKey(one.cell), one]));
  return then.filter(isNamed).map((one) => ({
    status: one.status,
    likelihood: one.likelihood,
    p: one.pLow ?? 0,
    held: heldBy(one, byCell.get(cellKey(one.cell))),
  }));
};

const count = (compared: readonly Compared[]): Held => {
  const of = (held: Compared['held']): number => compared.filter((one) => one.held === held).length;
  return { told: compared.length, same: of('same'), other: of('other'), open: of('open') };
};

const meanOf = (compared: readonly Compared[]): number =>
  compared.reduce((sum, { p }) => sum + p, 0) / Math.max(1, compared.length);

/** The counts by status and by the words of probability; what was never told is left out. */
export const tallyHindsight = (compared: readonly Compared[]): Pick<Hindsight, 'byStatus' | 'byLikelihood'> => {
  const byWord = Map.groupBy(compared, ({ likelihood }) => likelihood);
  return {
    byStatus: STATUSES.map((status) => ({ status, ...count(compared.filter((one) => one.status === status)) })).filter(
      ({ told }) => told > 0,
    ),
    byLikelihood: [...byWord]
      .sort(([, a], [, b]) => meanOf(b) - meanOf(a))
      .flatMap(([likelihood, ones]) => (likelihood === null ? [] : [{ likelihood, ...count(ones) }])),
  };
};
