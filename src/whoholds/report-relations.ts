// What stands beside one report: the others of its family with what each left out, other states of its page, its corrections.
import type { Ledger } from '../ledger/ledger.ts';
import type { ReportHead } from '../ledger/records.ts';
import type { Claim } from '../model/claim.ts';
import type { FamilyEdge, ReportId } from '../model/report.ts';
import { type Dropped, droppedBy } from './dropped-sentences.ts';
import type { FamilyMember, Relative, ReportRelations } from './overview-contract.ts';

const relativeOf = ({ id, outlet, url, title, published }: ReportHead): Relative => ({
  ...{ id, outlet, url, title, published },
});

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

const versionsOf = async (ledger: Ledger, { id, url }: ReportHead): Promise<readonly Relative[]> => {
  if (url === null) return [];
  const heads = await ledger.reportHeads();
  return heads.flatMap(({ report }) => (report.url === url && report.id !== id ? [relativeOf(report)] : []));
};

/** The report's relations, and what it lacks itself of fuller reports. */
export const relationsOf = async (
  ledger: Ledger,
  head: ReportHead,
  claimsOf: ClaimsOf,
): Promise<{ readonly relations: ReportRelations; readonly dropped: readonly Dropped[] }> => {
  const edges: readonly FamilyEdge[] = await ledger.familyEdges(undefined, [head.id]);
  const others = [...new Set(edges.flatMap(({ report, of }) => [report, of]))].filter((id) => id !== head.id);
  const claims = await claimsOfAll([...new Set(edges.map(({ of }) => of))], claimsOf);
  const lacks = (id: ReportId): readonly Dropped[] => droppedBy(id, edges, claims);
  const corrections = (await ledger.corrections()).filter(({ report }) => report === head.id);
  return {
    dropped: lacks(head.id),
    relations: {
      members: await membersOf(ledger, others, lacks),
      versions: await versionsOf(ledger, head),
      corrections,
    },
  };
};
