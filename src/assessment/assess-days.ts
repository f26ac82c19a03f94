// A cell's assessments over a range of days: what a large ledger keeps beside its entries.
// Invariant: the assessment of any day of the range is the last one at or before it with that day's probabilities; sentences are
// left out, `assess` gives them.
import type { Assessment, Cell, Evidence } from '../model/control.ts';
import type { Day } from '../model/time.ts';
import { alternativeOf, cutEvidence, headOf, probabilitiesOf } from './assess.ts';
import type { Listening } from './coverage.ts';
import type { Ground } from './ground.ts';
import { dayFrom, dayNumber } from './statements.ts';
import { prepare } from './view.ts';
import { type DayState, eventDays, walk } from './walk.ts';

export interface DayAssessment {
  readonly from: Day;
  /** Without probabilities: those change every day. */
  readonly assessment: Assessment;
}

export type Probabilities = Pick<Assessment, 'p' | 'pLow' | 'pHigh'>;

export interface AssessedDays {
  /** In the order of days; neighbours always differ. */
  readonly days: readonly DayAssessment[];
  /** Of each day from the first to the last. */
  readonly probabilities: readonly Probabilities[];
}

export interface DaysAsked {
  readonly cell: Cell;
  readonly heard: Listening;
  readonly seq: number;
  /** Both inclusive. */
  readonly first: Day;
  readonly last: Day;
}

const NO_PROBABILITY: Probabilities = { p: null, pLow: null, pHigh: null };
const NO_SENTENCES = { steps: [], denials: [], notCounted: [] } as const;

const probabilitiesBetween = (states: readonly DayState[], first: number, last: number): readonly Probabilities[] =>
  Array.from({ length: last - first + 1 }, (_, at) => {
    const day = first + at;
    const state = states.findLast((one) => one.day <= day);
    return state === undefined ? NO_PROBABILITY : probabilitiesOf({ ...state, day });
  });

/** As all that was recorded by `seq` is known; an answer holds from `first` to `last`. */
export const assessDays = (
  ground: Ground,
  { cell, heard, seq, first, last }: DaysAsked,
  evidence: readonly Evidence[],
): AssessedDays => {
  const known = { evidence: cutEvidence(evidence, { asOf: null, seq }), heard };
  const prepared = prepare(ground, { cell, heard }, known.evidence);
  const [from, until] = [dayNumber(first), dayNumber(last)];
  const asked = [...new Set([...eventDays(prepared, until), from])].sort((a, b) => a - b);
  const states = [...walk(prepared, asked)];
  const days: DayAssessment[] = [];
  let before = '';
  for (const state of states) {
    const on = dayFrom(state.day);
    const record = {
      ...{ ...headOf(state), ...NO_PROBABILITY, ...NO_SENTENCES },
      alternative: alternativeOf(state, known),
    };
    const body = JSON.stringify(record);
    if (body !== before) days.push({ from: on, assessment: { cell, moment: { on, asOf: null, seq }, ...record } });
    before = body;
  }
  return { days, probabilities: probabilitiesBetween(states, from, until) };
};
