// What stands beside one report: the others of its family with what each left out, other states of its page, its corrections.
import type { Ledger } from '../ledger/ledger.ts';
import type { Claim } from '../model/claim.ts';
import type { FamilyEdge, Report, ReportId } from '../model/report.ts';
import type { Theatre } from '../model/theatre.ts';
import { type Dropped, droppedBy } from './dropped-sentences.ts';
import type { FamilyMember, ReportRelations } from './overview-contract.ts';
import { originOf, relativeOf, tellVersions } from './tell-versions.ts';

export type ClaimsOf = (of: ReportId) => Promise<readonly Claim[]>;

const claimsOfAll = async (ids: readonly ReportId[], claimsOf: ClaimsOf) => {
  const claims = new Map<ReportId, readonly Claim[]>();
  for (const id of ids) claims.set(id, await claimsOf(id));
  return (id: ReportId): readonly Claim[] => claims.get(id) ?? [];
};

const membersOf = async (ledger: Ledger, ids: readonly ReportId[], lacks: (id: ReportId) => readonly Dropped[]) => {
  const edges = await ledger.familyEdges(undefined, ids);
  const heads = ids.length === 0 ? [] : await ledger.reportHeads(ids);
  return heads.map(
    ({ report }): FamilyMember => ({
      ...relativeOf(report),
      copyOf: edges.find((edge) => edge.report === report.id)?.of ?? null,
      dropped: lacks(report.id),
    }),
  );
};

/** The report's relations, and what it lacks itself of fuller reports. */
export const relationsOf = async (
  { ledger, theatre }: { readonly ledger: Ledger; readonly theatre: Theatre },
  report: Report,
  claimsOf: ClaimsOf,
): Promise<{ readonly relations: ReportRelations; readonly dropped: readonly Dropped[] }> => {
  const edges: readonly FamilyEdge[] = await ledger.familyEdges(undefined, [report.id]);
  const others = [...new Set(edges.flatMap((edge) => [edge.report, edge.of]))].filter((id) => id !== report.id);
  const claims = await claimsOfAll([...new Set(edges.map(({ of }) => of))], claimsOf);
  const lacks = (id: ReportId): readonly Dropped[] => droppedBy(id, edges, claims);
  const heads = others.length === 0 ? [] : (await ledger.reportHeads(others)).map(({ report: head }) => head);
  return {
    dropped: lacks(report.id),
    relations: {
      members: await membersOf(ledger, others, lacks),
      versions: await tellVersions({ ledger, theatre }, report),
      corrections: await ledger.correctionsIn(report.id),
      origin: originOf([report, ...heads], theatre),
    },
  };
};
