// The stage's verb: claims in, assessed control of one cell on one day out, with every step that led there.
// Invariant: pure; the same claims in any order give the same bytes; what is not known, not recorded or withdrawn is not there.

import type { Assessment, Cell, Evidence, Moment } from '../model/control.ts';
import type { Day } from '../model/time.ts';
import { alternativeOn, othersOf } from './alternatives.ts';
import type { Listening } from './coverage.ts';
import { explain } from './explain.ts';
import { flagsOf } from './flags.ts';
import { bestGrade, gradedSupports } from './grade.ts';
import { baselineHolder, campOf, type Ground, limitDays } from './ground.ts';
import { effectiveNumber, familiesOf, voicesOf } from './independence.ts';
import { knownAt } from './known-evidence.ts';
import type { Letters } from './letters.ts';
import { likelihoodWords } from './likelihood.ts';
import { dayFrom, dayNumber } from './statements.ts';
import { countedIn, isCounted, round, type Sentences, sentencesOf } from './steps.ts';
import { prepare } from './view.ts';
import { type DayState, stateOn } from './walk.ts';

/** What could be known at a moment and stood in the ledger then: three clocks, of which the day is the third (house 4). */
export const cutEvidence = (evidence: readonly Evidence[], { asOf, seq }: Omit<Moment, 'on'>): readonly Evidence[] =>
  evidence.flatMap((one) => knownAt(one, { asOf, seq }) ?? []);

const dated = (state: DayState): { lastEvidence: Day | null; staleAfter: Day | null } => {
  const { view, verdict } = state;
  const seen = view.core
    .filter((one) => isCounted(state, one) && !one.implied)
    .map(({ until }) => Math.min(until, state.day));
  const last = seen.length === 0 ? null : Math.max(...seen);
  const { ground } = view.prepared;
  const newest = verdict.support.map(({ until }) => Math.min(until, state.day));
  const limit = verdict.status === 'undetermined' ? null : limitDays(ground, ground.parameters.days[verdict.status]);
  const stale = limit === null || newest.length === 0 ? null : dayFrom(Math.max(...newest) + limit);
  return { lastEvidence: last === null ? null : dayFrom(last), staleAfter: stale };
};

const because = ({ verdict }: DayState): readonly string[] => [
  ...new Set([...verdict.support, ...verdict.opposed].map(({ claim }) => claim.id)),
];

type Head = Omit<Assessment, 'cell' | 'moment' | 'alternative' | 'grade' | keyof Sentences>;

/** p of every camp with a state here, and of fighting inside; null without a model. */
export const sharesOf = ({ day, view }: DayState): Assessment['p'] => {
  const { belief } = view.prepared;
  if (belief === null) return null;
  const camps = [belief.space.incumbent, ...belief.space.challengers];
  const shares = camps.map((camp) => [camp, round(belief.share(camp, day), 4)] as const);
  return { ...Object.fromEntries(shares), contested: round(belief.contested(day), 4) };
};

/** Those shares, and the interval of the holder's, else of whoever is likeliest (7.5, 7.6). */
export const probabilitiesOf = (state: DayState): Pick<Assessment, 'p' | 'pLow' | 'pHigh' | 'likelihood'> => {
  const { day, verdict, view } = state;
  const { belief, ground } = view.prepared;
  const p = sharesOf(state);
  if (belief === null || p === null) return { p: null, pLow: null, pHigh: null, likelihood: null };
  const [likeliest] = [belief.space.incumbent, ...belief.space.challengers].toSorted(
    (a, b) => (p[b] ?? 0) - (p[a] ?? 0),
  );
  const { holder } = verdict;
  const nobody = holder === null || holder === 'none';
  const camp = nobody ? (likeliest ?? '') : campOf(ground, holder);
  const likelihood = nobody ? null : likelihoodWords(ground.parameters, p[camp] ?? 0);
  return { p, pLow: round(belief.low(camp, day), 4), pHigh: round(belief.high(camp, day), 4), likelihood };
};

/** Verdict, counts, flags and reason of a decided day, without the sentences and their grades. */
export const headOf = (state: DayState): Head => {
  const { verdict, view } = state;
  const { ground, cell } = view.prepared;
  const { counted } = countedIn(state);
  const baseline = ground.baselines[0];
  return {
    ...{ holder: verdict.holder, against: verdict.against, status: verdict.status },
    ...probabilitiesOf(state),
    families: familiesOf(counted),
    effective: effectiveNumber(ground, voicesOf(counted)),
    flags: flagsOf(state),
    reason: explain(state),
    because: because(state),
    ...dated(state),
    baseline:
      baseline === undefined || baselineHolder(ground, baseline, cell.place) === null
        ? null
        : { id: baseline.id, p: baseline.p },
    model: { version: ground.parameters.version, paramsHash: ground.paramsHash },
  };
};

/** A cell and a moment, and what is known there of all the rest: how well was listened, and what letter each source has. */
export interface Asked {
  readonly cell: Cell;
  readonly moment: Moment;
  readonly heard: Listening;
  readonly letters: Letters;
}

/**
 * What is held, by whom and by which right, on `moment.on`, as known at `moment.asOf` and recorded by `moment.seq`.
 * `evidence` may hold anything on the cell's place and on those that lend to it, in any order (control-method section 9).
 */
export const assess = (
  ground: Ground,
  { cell, moment, heard, letters }: Asked,
  evidence: readonly Evidence[],
): Assessment => {
  const known = { evidence: cutEvidence(evidence, moment), heard };
  const state = stateOn(prepare(ground, { cell, heard }, known.evidence), dayNumber(moment.on));
  const grade = bestGrade(ground.parameters.grading, letters, gradedSupports(state));
  const alternative = alternativeOn(state.day, state.verdict, othersOf(state.view.prepared, known));
  return { cell, moment, ...headOf(state), grade, ...sentencesOf(state, letters), alternative };
};
