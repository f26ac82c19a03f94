// What was told on a day, beside what is told of the same day now: how often the first answer held.
// Invariant: it compares answers with answers. It is no check against what happened, and does not pretend to be.
import { campOf, type Ground } from '../assessment/ground.ts';
import { likelihoodWords } from '../assessment/likelihood.ts';
import { STATUSES, type Status } from '../model/control.ts';
import type { Told, ToldDay } from '../model/series.ts';
import type { Held, Hindsight } from './overview-contract.ts';

/** One cell-day on which a holder was named. */
export interface Compared {
  readonly status: Status;
  /** Null in a theatre without a model. */
  readonly likelihood: string | null;
  /** The holder's probability: only to order the words by it. */
  readonly p: number;
  readonly held: 'same' | 'other' | 'open';
}

const isNamed = ({ status, holder }: Told): boolean =>
  holder !== null && holder !== 'none' && status !== 'undetermined';

const heldBy = (then: Told, now: Told): Compared['held'] => {
  if (!isNamed(now)) return 'open';
  return now.holder === then.holder ? 'same' : 'other';
};

/** Every day on which a holder was named for the cell, held against what is told of that day now. */
export const compareDays = (ground: Ground, days: readonly ToldDay[]): readonly Compared[] =>
  days
    .filter(({ nowcast }) => isNamed(nowcast))
    .map(({ nowcast, hindcast }) => {
      const p = nowcast.p?.[campOf(ground, nowcast.holder ?? '')] ?? 0;
      const likelihood = nowcast.p === null ? null : likelihoodWords(ground.parameters, p);
      return { status: nowcast.status, likelihood, p, held: heldBy(nowcast, hindcast) };
    });

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
