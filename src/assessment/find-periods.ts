// When a cell changed hands or status: periods that follow one another without gap or overlap.
// Invariant: only days on which something can change are assessed, so that a cell with thousands of claims stays fast.
import type { Cell, ChangeBetween, ControlPeriod, Evidence, Holding, Moment } from '../model/control.ts';
import type { ToldChange } from '../model/series.ts';
import type { Day } from '../model/time.ts';
import { cutEvidence } from './assess.ts';
import type { Listening } from './coverage.ts';
import { explain } from './explain.ts';
import { changeNear, findChanges } from './find-changes.ts';
import { campOf, type Ground } from './ground.ts';
import { dayFrom, dayNumber } from './statements.ts';
import { isCamp, type Verdict } from './verdict.ts';
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

type Turn = { readonly state: DayState; readonly day: number };

/** When the holder of a period took the cell, where it is another than before. */
const changeInto = (turn: Turn, before: Turn | undefined, changes: readonly ToldChange[]): ChangeBetween | null => {
  const { ground } = turn.state.view.prepared;
  const { holder } = turn.state.verdict;
  if (before === undefined || holder === null || holder === 'none') return null;
  if (isCamp(ground, holder, before.state.verdict.holder)) return null;
  return changeNear(changes, campOf(ground, holder), turn.day);
};

interface Bounds {
  readonly from: number;
  readonly until: number | null;
  readonly changeBetween: ChangeBetween | null;
}

const periodOf = (cell: Cell, state: DayState, bounds: Bounds): ControlPeriod => ({
  cell,
  holder: state.verdict.holder,
  status: state.verdict.status,
  from: dayFrom(bounds.from),
  until: bounds.until === null ? null : dayFrom(bounds.until),
  changeBetween: bounds.changeBetween,
  because: [...new Set([...state.verdict.support, ...state.verdict.opposed].map(({ claim }) => claim.id))],
  reason: explain(state),
});

/** The states at which holder or status changes within the span, each with its first day there. */
const changesIn = (days: Iterable<DayState>, from: number): readonly Turn[] => {
  const changes: Turn[] = [];
  for (const state of days) {
    const last = changes.at(-1);
    if (state.day <= from) changes.splice(0, changes.length, { state, day: from });
    else if (last === undefined || !isAlike(last.state.verdict, state.verdict)) changes.push({ state, day: state.day });
  }
  return changes;
};

interface CellSpan extends Span {
  readonly cell: Cell;
  readonly heard: Listening;
}

const turnsOf = (ground: Ground, { cell, heard, ...span }: CellSpan, evidence: readonly Evidence[]) => {
  const from = dayNumber(span.from);
  const last = dayNumber(span.until) - 1;
  const prepared = prepare(ground, { cell, heard }, cutEvidence(evidence, span));
  const days = [...new Set([...eventDays(prepared, last), from])].sort((a, b) => a - b);
  return { prepared, turns: last < from ? [] : changesIn(walk(prepared, days), from) };
};

/** The same periods without their sentences: who holds the cell from which day on, by which right. */
export const findHoldings = (ground: Ground, span: CellSpan, evidence: readonly Evidence[]): readonly Holding[] =>
  turnsOf(ground, span, evidence).turns.map(({ state: { verdict }, day }) => ({
    from: dayFrom(day),
    holder: verdict.holder,
    status: verdict.status,
    against: verdict.against,
  }));

/** Periods of one cell from `from` up to (without) `until`; the last one is open. Empty where the span is. */
export const findPeriods = (
  ground: Ground,
  span: CellSpan,
  evidence: readonly Evidence[],
): readonly ControlPeriod[] => {
  const { prepared, turns } = turnsOf(ground, span, evidence);
  const { cell } = span;
  const changes = prepared.belief === null || turns.length < 2 ? [] : findChanges(prepared.belief);
  return turns.map((turn, index) => {
    const changeBetween = changeInto(turn, turns[index - 1], changes);
    return periodOf(cell, turn.state, { from: turn.day, until: turns[index + 1]?.day ?? null, changeBetween });
  });
};
