// Families as they are and as they were before people cut or joined reports, so that an earlier known time sees the old ones.
// Invariant: a pure function of the ties; a report that no person's act touched has no history.
import { foldFamilies } from '../intake/fold-families.ts';
import type { LedgerRecord } from '../ledger/records.ts';
import type { Evidence } from '../model/control.ts';
import type { FamilyEdge, FamilyId, ReportId } from '../model/report.ts';
import type { Instant } from '../model/time.ts';

export type Tie = LedgerRecord<FamilyEdge>;
type Before = Evidence['report']['familyBefore'];

const edgesIn = (ties: readonly Tie[]): readonly FamilyEdge[] => ties.map(({ value }) => value);

const isTied = ({ retracted }: Tie): boolean => retracted === null;

const momentsOf = ({ known, retracted }: Tie): readonly Instant[] =>
  [known, retracted?.known ?? null].filter((one) => one !== null);

/** In force until just before a moment. */
const wasTied = ({ known, retracted }: Tie, until: Instant): boolean =>
  (known === null || known < until) && (retracted === null || retracted.known >= until);

/** Of neighbours that are alike the later one stands for both; what is still so needs no line. */
const shorten = (before: Before, now: FamilyId): Before => {
  const turns = before.filter(({ family }, index) => before[index + 1]?.family !== family);
  return turns.at(-1)?.family === now ? turns.slice(0, -1) : turns;
};

export interface Families {
  readonly now: ReadonlyMap<ReportId, FamilyId>;
  readonly before: ReadonlyMap<ReportId, Before>;
}

/** `ties` with those that were taken back. */
export const foldHistory = (ties: readonly Tie[]): Families => {
  const now = foldFamilies(edgesIn(ties.filter(isTied)));
  const ever = foldFamilies(edgesIn(ties));
  const changed = new Set(ties.filter((tie) => momentsOf(tie).length > 0).map(({ value }) => ever.get(value.report)));
  const touched = ties.filter(({ value }) => changed.has(ever.get(value.report)));
  const moments = [...new Set(touched.flatMap(momentsOf))].sort();
  const states = moments.map((until) => ({
    until,
    families: foldFamilies(edgesIn(touched.filter((tie) => wasTied(tie, until)))),
  }));
  const reports = new Set(touched.flatMap(({ value }) => [value.report, value.of]));
  const before = [...reports].map((id): [ReportId, Before] => {
    const turns = states.map(({ until, families }) => ({ family: families.get(id) ?? id, until }));
    return [id, shorten(turns, now.get(id) ?? id)];
  });
  return { now, before: new Map(before) };
};
