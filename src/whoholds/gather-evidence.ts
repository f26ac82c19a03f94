// Joins the ledger's claims with what is known of their reports: known time, family, origin, affiliation.
// Known time is neither valid time nor recorded time: it is when the report could be read.
import { foldFamilies } from '../intake/fold-families.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { LedgerClaim, ReportHead } from '../ledger/records.ts';
import type { Evidence } from '../model/control.ts';
import type { PlaceId } from '../model/place.ts';
import type { FamilyId, ReportId } from '../model/report.ts';
import type { Theatre } from '../model/theatre.ts';
import { endOfDayIn, type Instant } from '../model/time.ts';

/** A bare day of publication is known at its end; an undated report from when it was first seen. */
export const knownTime = (head: ReportHead, timezone: string, recorded: Instant): Instant => {
  if (head.publishedAt !== null) return head.publishedAt;
  const { latest } = head.published;
  if (latest !== null) return endOfDayIn(latest, timezone);
  return head.retrieved ?? recorded;
};

type ReportSide = Evidence['report'];

/** Report heads and families as of one state of the ledger; read once for each `seq` that is asked from. */
export interface ReportIndex {
  readonly seq: number;
  readonly reports: ReadonlyMap<ReportId, ReportSide>;
  readonly families: ReadonlyMap<ReportId, FamilyId>;
  readonly copyOf: ReadonlyMap<ReportId, ReportId>;
}

const LONG_PAST = '1970-01-01T00:00:00.000Z' as Instant;

export const indexReports = async (ledger: Ledger, theatre: Theatre, seq: number): Promise<ReportIndex> => {
  const edges = await ledger.familyEdges(seq);
  const families = foldFamilies(edges);
  const affiliation = new Map(
    theatre.outlets.flatMap((outlet) =>
      [outlet.name, ...outlet.names].map((name) => [name, outlet.affiliation] as const),
    ),
  );
  const heads = await ledger.reportHeads(undefined, seq);
  const sideOf = (head: ReportHead): ReportSide => ({
    id: head.id,
    outlet: head.outlet,
    url: head.url,
    published: head.published,
    publishedAt: head.publishedAt,
    known: knownTime(head, theatre.timezone, LONG_PAST),
    family: families.get(head.id) ?? head.id,
    agency: head.agency,
    affiliation: affiliation.get(head.outlet ?? '') ?? null,
  });
  return {
    seq,
    reports: new Map(heads.map(({ report }) => [report.id, sideOf(report)])),
    families,
    copyOf: new Map(edges.map((edge) => [edge.report, edge.of])),
  };
};

const evidenceOf = (row: LedgerClaim, index: ReportIndex): Evidence[] => {
  const report = index.reports.get(row.report);
  return report === undefined ? [] : [{ claim: row.claim, report, seq: row.seq, retracted: row.retracted }];
};

/** Evidence by place. Without places, of the whole theatre. */
export const gatherEvidence = async (
  ledger: Ledger,
  index: ReportIndex,
  places: readonly PlaceId[] | null,
): Promise<ReadonlyMap<PlaceId, readonly Evidence[]>> => {
  const rows = await ledger.claimsOf({ seq: index.seq, ...(places === null ? {} : { places }) });
  const byPlace = new Map<PlaceId, Evidence[]>();
  for (const row of rows) {
    const id = row.claim.place.id;
    if (id === null) continue;
    const list = byPlace.get(id) ?? [];
    list.push(...evidenceOf(row, index));
    byPlace.set(id, list);
  }
  return byPlace;
};
