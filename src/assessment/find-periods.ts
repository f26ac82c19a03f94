// When a cell changed hands or status: periods that follow one another without gap or overlap.
// Invariant: only days on which something can change are assessed, so that a cell with thousands of claims stays fast.
import type { Cell, ControlPeriod, Evidence, Moment } from '../model/control.ts';
import type { Day } from '../model/time.ts';
import { cutEvidence } from './assess.ts';
import type { Listening } from './coverage.ts';
import { explain } from './explain.ts';
import type { Ground } from './ground.ts';
import { dayFrom, dayNumber } from './statements.ts';
import type { Verdict } from './verdict.ts';
import { prepare } from './view.ts';
import { type DayState, eventDays, walk } from './walk.ts';

export interface Span {
  readonly from: Day;
  /** Exclusive. */
  readonly until: Day;
  readonly asOf: Moment['asOf'];
  readonly seq: number;
}

const isAlike = (a: Verdict, b: Verdict): boolean => a.status === b.status && a.holder === b.holder;

const periodOf = (cell: Cell, state: DayState, bounds: { from: number; until: number | null }): ControlPeriod => ({
  cell,
  holder: state.verdict.holder,
  status: state.verdict.status,
  from: dayFrom(bounds.from),
  until: bounds.until === null ? null : dayFrom(bounds.until),
  because: [...new Set([...state.verdict.support, ...state.verdict.opposed].map(({ claim }) => claim.id))],
  reason: explain(state),
});

/** The states at which holder or status changes within the span, each with its first day there. */
const changesIn = (days: Iterable<DayState>, from: number): readonly { state: DayState; day: number }[] => {
  const changes: { state: DayState; day: number }[] = [];
  for (const state of days) {
    const last = changes.at(-1);
    if (state.day <= from) changes.splice(0, changes.length, { state, day: from });
    else if (last === undefined || !isAlike(last.state.verdict, state.verdict)) changes.push({ state, day: state.day });
  }
  return changes;
};

/** Periods of one cell from `from` up to (without) `until`; the last one is open. Empty where the span is. */
export const findPeriods = (
  ground: Ground,
  { cell, heard, ...span }: Span & { readonly cell: Cell; readonly heard: Listening },
  evidence: readonly Evidence[],
): readonly ControlPeriod[] => {
  const from = dayNumber(span.from);
  const last = dayNumber(span.until) - 1;
  if (last < from) return [];
  const prepared = prepare(ground, { cell, heard }, cutEvidence(evidence, span));
  const days = [...new Set([...eventDays(prepared, last), from])].sort((a, b) => a - b);
  const changes = changesIn(walk(prepared, days), from);
  return changes.map(({ state, day }, index) =>
    periodOf(cell, state, { from: day, until: changes[index + 1]?.day ?? null }),
  );
};
