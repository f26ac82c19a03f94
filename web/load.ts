// Asks for what a state needs. Answers of a past state are dropped, so that quick steps never show an old day.
import { addDays } from '../src/model/time.ts';
import {
  ask,
  type CellAnswer,
  type ChangeAnswer,
  type ClaimRowAnswer,
  type PeriodAnswer,
  placePath,
  type ReportAnswer,
  type WhyAnswer,
} from './answers.ts';
import type { Evidence } from './evidence.ts';
import { loadComparison } from './load-comparison.ts';
import type { Start } from './load-start.ts';
import type { State } from './state.ts';
import type { Shown } from './view.ts';
import { dayOf, type World } from './world.ts';

/** `take` has the cells of the first day, which came with the page's start. */
export const loadShown = async (state: State, { world, take }: Start): Promise<Shown> => {
  const on = dayOf(state, world);
  const cut = { on, asOf: state.asOf, seq: state.seq };
  const cells = take(cut) ?? (await ask<readonly CellAnswer[]>('/api/control', cut));
  const shown = { state, on, cells: cells.data, changes: null, stamp: cells.meta };
  return { ...shown, compared: await loadComparison(shown, world) };
};

/** What changed since the day before, asked for after the cells so that the picture does not wait for it. */
export const loadChanges = async ({ state, on }: Shown): Promise<readonly ChangeAnswer[]> => {
  const days = { from: addDays(on, -1), to: on };
  return (await ask<readonly ChangeAnswer[]>('/api/changes', { ...days, asOf: state.asOf, seq: state.seq })).data;
};

const reportIdsOf = ({ steps, denials, notCounted }: WhyAnswer): readonly string[] => [
  ...new Set([...steps, ...denials, ...notCounted].map(({ claim }) => claim.report.id)),
];

/** Reports never change, so each is asked for once. */
const kept = new Map<string, Promise<ReportAnswer>>();
const loadReport = (id: string): Promise<ReportAnswer> => {
  const known = kept.get(id);
  if (known !== undefined) return known;
  const asked = ask<ReportAnswer>(`/api/reports/${encodeURIComponent(id)}`).then(({ data }) => data);
  asked.catch(() => kept.delete(id));
  kept.set(id, asked);
  return asked;
};

/** As many as one answer gives; a place of which more is said shows its newest days. */
const MOST_CLAIMS = 1000;

/** Null where no place is chosen. */
export const loadEvidence = async (state: State, world: World): Promise<Evidence | null> => {
  const { place, scope } = state;
  if (place === null) return null;
  const cut = { asOf: state.asOf, seq: state.seq };
  const on = dayOf(state, world);
  const [why, periods, claims] = await Promise.all([
    ask<WhyAnswer>(placePath(place, 'why'), { on, scope, ...cut }),
    ask<readonly PeriodAnswer[]>(placePath(place, 'timeline'), { scope, ...cut }),
    ask<readonly ClaimRowAnswer[]>('/api/claims', { place, limit: MOST_CLAIMS }),
  ]);
  const ids = reportIdsOf(why.data);
  const reports = await Promise.all(ids.map(loadReport));
  return {
    why: why.data,
    periods: periods.data.filter((period) => period.scope === why.data.scope),
    claims: claims.data,
    reports: new Map(reports.map((report) => [report.id, report])),
  };
};
