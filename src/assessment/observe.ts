// What the reports of a cell make of each of its days: ln L(state) = presence or silence, and the marks by their weights (7.3).
// Invariant: silence counts only as far as was listened; a day of nothing but danger is neither a report-day nor silent.
import type { ModelParameters, Row } from './model-parameters.ts';
import { mirror, type StateSpace, spread } from './state-space.ts';

/** One assertion as evidence on one day. */
export interface DayMark {
  /** Counted from the first day of the series. */
  readonly day: number;
  readonly row: Row;
  /** Camp spoken of; null: all challengers alike. */
  readonly of: string | null;
  /** The row was written for the other direction. */
  readonly mirrored: boolean;
  readonly weight: number;
}

export interface DayReports {
  readonly marks: readonly DayMark[];
  /** Days with a family that speaks of who holds the cell. */
  readonly seen: ReadonlySet<number>;
  /** Days on which only danger is spoken of: o is treated as unseen, and nobody was silent either. */
  readonly danger: ReadonlySet<number>;
}

/** ρ of a day of the series, 0 to 1. */
export type Coverage = (day: number) => number;

/** ln of each state's value, taken once and not day by day. */
const logsOf = (values: Float64Array): Float64Array => values.map(Math.log);

const addLogs = (logs: Float64Array, day: number, told: { values: Float64Array; weight: number }): void => {
  const { values, weight } = told;
  const size = values.length;
  for (let state = 0; state < size; state += 1) {
    const at = day * size + state;
    logs[at] = (logs[at] ?? 0) + weight * (values[state] ?? 0);
  }
};

/** What a day's being spoken of, or not, says of the states: ln, before any mark; nothing on a day of danger only. */
export const presenceOn = (
  space: StateSpace,
  parameters: ModelParameters,
  day: { readonly seen: boolean; readonly danger: boolean; readonly rho: number },
): Float64Array => {
  const present = spread(space, parameters.presence, null);
  if (day.seen) return present.map(Math.log);
  return present.map((value) => (day.danger ? 0 : day.rho * Math.log(1 - value)));
};

export const observe = (
  space: StateSpace,
  parameters: ModelParameters,
  { reports, days, coverage }: { readonly reports: DayReports; readonly days: number; readonly coverage: Coverage },
): Float64Array => {
  const logs = new Float64Array(days * space.size);
  const spoken = spread(space, parameters.presence, null);
  const [present, absent] = [logsOf(spoken), logsOf(spoken.map((value) => 1 - value))];
  for (let day = 0; day < days; day += 1) {
    if (reports.seen.has(day)) addLogs(logs, day, { values: present, weight: 1 });
    else if (!reports.danger.has(day)) addLogs(logs, day, { values: absent, weight: coverage(day) });
  }
  for (const { day, row, of, mirrored, weight } of reports.marks)
    if (day >= 0 && day < days)
      addLogs(logs, day, { values: logsOf(spread(space, mirrored ? mirror(row) : row, of)), weight });
  return logs;
};
