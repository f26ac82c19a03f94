// Families from edges: connected reports are one family. A pure function of the table, so a cut edge parts them again.
// Invariant: the family's id is its least report id, whatever the order of arrival; a report without an edge is not listed.
import type { FamilyEdge, FamilyId, ReportId } from '../model/report.ts';

/** The family of each report that has an edge; any other report is its own family. */
export const foldFamilies = (edges: readonly Pick<FamilyEdge, 'report' | 'of'>[]): ReadonlyMap<ReportId, FamilyId> => {
  const parent = new Map<ReportId, ReportId>();
  const rootOf = (id: ReportId): ReportId => {
    let root = id;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    for (let at = id; at !== root; ) {
      const up = parent.get(at) ?? root;
      parent.set(at, root);
      at = up;
    }
    return root;
  };
  for (const { report, of } of edges) {
    const roots = [rootOf(report), rootOf(of)].sort();
    for (const root of roots) parent.set(root, roots[0] ?? root);
  }
  const families = new Map<ReportId, FamilyId>();
  for (const id of edges.flatMap(({ report, of }) => [report, of])) families.set(id, rootOf(id));
  return families;
};
