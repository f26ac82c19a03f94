// A cell's assessments over a range of days: what a large ledger keeps beside its entries.
// Invariant: the assessment of any day of the range is the last one at or before it with that day's probabilities; sentences are
// left out, `assess` gives them.
import type { Assessment, Cell, Evidence } from '../model/control.ts';
import type { Day } from '../model/time.ts';
import { differing, othersOf } from './alternatives.ts';
import { cutEvidence, headOf, probabilitiesOf } from './assess.ts';
import type { Listening } from './coverage.ts';
import { type Gradable, gradedSupports } from './grade.ts';
import type { Ground } from './ground.ts';
import { dayFrom, dayNumber } from './statements.ts';
import { recordOf, type TrackRecord } from './track-record.ts';
import type { Verdict } from './verdict.ts';
import { type Prepared, prepare } from './view.ts';
import { type DayState, eventDays, walk } from './walk.ts';

export interface DayAssessment {
  readonly from: Day;
  /** Without probabilities, which change every day, and without a grade, which changes with other cells' histories. */
  readonly assessment: Assessment;
  /** What its grade is made from. */
  readonly supports: readonly Gradable[];
}

export type Probabilities = Pick<Assessment, 'p' | 'pLow' | 'pHigh' | 'likelihood'>;

export interface AssessedDays {
  /** In the order of days; neighbours always differ. */
  readonly days: readonly DayAssessment[];
  /** Of each day from the first to the last. */
  readonly probabilities: readonly Probabilities[];
  /** What this cell adds to the sources' histories. */
  readonly record: TrackRecord;
}

export interface DaysAsked {
  readonly cell: Cell;
  readonly heard: Listening;
  readonly seq: number;
  /** Both inclusive. */
  readonly first: Day;
  readonly last: Day;
}

const NO_PROBABILITY: Probabilities = { p: null, pLow: null, pHigh: null, likelihood: null };
const NO_SENTENCES = { steps: [], denials: [], notCounted: [] } as const;

const probabilitiesBetween = (states: readonly DayState[], first: number, last: number): readonly Probabilities[] =>
  Array.from({ length: last - first + 1 }, (_, at) => {
    const day = first + at;
    const state = states.findLast((one) => one.day <= day);
    return state === undefined ? NO_PROBABILITY : probabilitiesOf({ ...state, day });
  });

const verdictsOn = (prepared: Prepared, days: readonly number[]): ReadonlyMap<number, Verdict> =>
  new Map([...walk(prepared, days)].map(({ day, verdict }) => [day, verdict]));

/** As all that was recorded by `seq` is known; an answer holds from `first` to `last`. */
export const assessDays = (
  ground: Ground,
  { cell, heard, seq, first, last }: DaysAsked,
  evidence: readonly Evidence[],
): AssessedDays => {
  const known = { evidence: cutEvidence(evidence, { asOf: null, seq }), heard };
  const prepared = prepare(ground, { cell, heard }, known.evidence);
  const [from, until] = [dayNumber(first), dayNumber(last)];
  const others = othersOf(prepared, known);
  const events = [prepared, ...others.map((other) => other.prepared)].flatMap((each) => eventDays(each, until));
  const asked = [...new Set([...events, from])].sort((a, b) => a - b);
  const elsewhere = others.map((other) => ({ ...other, on: verdictsOn(other.prepared, asked) }));
  const states = [...walk(prepared, asked)];
  const days: DayAssessment[] = [];
  let before = '';
  for (const state of states) {
    const on = dayFrom(state.day);
    const record = {
      ...{ ...headOf(state), ...NO_PROBABILITY, ...NO_SENTENCES, grade: null },
      alternative: differing(
        state.verdict,
        elsewhere.map(({ baseline, on }) => ({ baseline, verdict: on.get(state.day) })),
      ),
    };
    const supports = gradedSupports(state);
    const body = JSON.stringify([record, supports]);
    const assessment = { cell, moment: { on, asOf: null, seq }, ...record };
    if (body !== before) days.push({ from: on, assessment, supports });
    before = body;
  }
  return { days, probabilities: probabilitiesBetween(states, from, until), record: recordOf(prepared) };
};
