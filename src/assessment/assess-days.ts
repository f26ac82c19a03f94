// A cell's assessments on every day on which anything of one changes: what a large ledger keeps beside its entries.
// Invariant: the assessment of any day is the last one at or before it; sentences are left out, `assess` gives them.
import type { Assessment, Cell, Evidence } from '../model/control.ts';
import type { Day } from '../model/time.ts';
import { alternativeOf, cutEvidence, headOf } from './assess.ts';
import type { Ground } from './ground.ts';
import { dayFrom, dayNumber } from './statements.ts';
import { prepare } from './view.ts';
import { eventDays, walk } from './walk.ts';

/** Event days are bounded by the claims' days and their limits; this only closes the range. */
const END_OF_DAYS = dayNumber('9999-01-01' as Day);

export interface DayAssessment {
  readonly from: Day;
  readonly assessment: Assessment;
}

/** In the order of days, as all that was recorded by `seq` is known; neighbours always differ. */
export const assessDays = (
  ground: Ground,
  { cell, seq }: { readonly cell: Cell; readonly seq: number },
  evidence: readonly Evidence[],
): readonly DayAssessment[] => {
  const known = cutEvidence(evidence, { asOf: null, seq });
  const prepared = prepare(ground, cell, known);
  const found: DayAssessment[] = [];
  let last = '';
  for (const state of walk(prepared, eventDays(prepared, END_OF_DAYS))) {
    const from = dayFrom(state.day);
    const silent = { steps: [], denials: [], notCounted: [] };
    const record = { ...headOf(state), ...silent, alternative: alternativeOf(state, known) };
    const body = JSON.stringify(record);
    if (body !== last) found.push({ from, assessment: { cell, moment: { on: from, asOf: null, seq }, ...record } });
    last = body;
  }
  return found;
};
