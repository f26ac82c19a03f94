// The ledger's lists for people to browse: claims, reports, counts, incidents, sources, refusals.
import { foldFamilies } from '../intake/fold-families.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { LedgerClaim, LedgerReport } from '../ledger/records.ts';
import type { ReportId } from '../model/report.ts';
import type { Theatre } from '../model/theatre.ts';
import type { ClaimQuery, ClaimRow, Page, ReportRow, SourceRow, Whoholds } from './contract.ts';
import { indexReports, type ReportIndex } from './gather-evidence.ts';

type Lists = Pick<
  Whoholds,
  'claims' | 'reports' | 'report' | 'familiesAmong' | 'aggregates' | 'incidents' | 'sources' | 'refusals'
>;

const claimRow = (row: LedgerClaim, index: ReportIndex): ClaimRow => {
  const report = index.reports.get(row.report);
  const { outlet = null, url = null } = report ?? {};
  const published = report?.published ?? { earliest: null, latest: null, precision: 'unknown', basis: 'implied' };
  return {
    claim: row.claim,
    report: { id: row.report, outlet, url, published },
    seq: row.seq,
    retracted: row.retracted !== null,
  };
};

const countSources = (index: ReportIndex, claims: ReadonlyMap<ReportId, number>): readonly SourceRow[] => {
  const rows = new Map<string | null, SourceRow>();
  for (const report of index.reports.values()) {
    const row = rows.get(report.outlet) ?? {
      outlet: report.outlet,
      affiliation: report.affiliation,
      reports: 0,
      copies: 0,
      claims: 0,
    };
    rows.set(report.outlet, {
      ...row,
      reports: row.reports + 1,
      copies: row.copies + (index.copyOf.has(report.id) ? 1 : 0),
      claims: row.claims + (claims.get(report.id) ?? 0),
    });
  }
  return [...rows.values()].sort(
    (a, b) => b.reports - a.reports || String(a.outlet).localeCompare(String(b.outlet), 'en'),
  );
};

export const answerLists = (ledger: Ledger, theatre: Theatre): Lists => {
  const indexOf = async (ids?: readonly ReportId[]): Promise<ReportIndex> =>
    indexReports({ ledger, theatre }, await ledger.seq(), ids);
  const reportRows = async (found: readonly LedgerReport[]): Promise<readonly ReportRow[]> => {
    const ids = found.map(({ report }) => report.id);
    const [index, counts] = [await indexOf(ids), await ledger.claimCounts(ids)];
    return found.map(({ report, seq }) => ({
      report,
      family: index.reports.get(report.id)?.family ?? report.id,
      copyOf: index.copyOf.get(report.id) ?? null,
      claims: counts.get(report.id) ?? 0,
      seq,
    }));
  };
  const claims = async (query: ClaimQuery): Promise<Page<ClaimRow>> => {
    const page = await ledger.claims(query);
    const index = await indexOf(page.rows.map((row) => row.report));
    return { rows: page.rows.map((row) => claimRow(row, index)), next: page.next };
  };
  const reports: Lists['reports'] = async (query) => {
    const page = await ledger.reports(query);
    return { rows: await reportRows(page.rows), next: page.next };
  };
  const report: Lists['report'] = async (id) => {
    const found = await ledger.report(id);
    const [row] = found === null ? [] : await reportRows([found]);
    if (row === undefined) return null;
    const all = await allClaims(ledger, id);
    return {
      row,
      reading: {
        claims: all.filter((one) => one.retracted === null).map((one) => one.claim),
        aggregates: await ledger.aggregates(undefined, id),
        incidents: await ledger.incidents(undefined, id),
      },
      refusals: await ledger.refusals(id),
    };
  };
  const sources = async (): Promise<readonly SourceRow[]> => countSources(await indexOf(), await ledger.claimCounts());
  const familiesAmong = async (ids: readonly ReportId[]): Promise<number> => {
    const families = foldFamilies(await ledger.familyEdges());
    return new Set(ids.map((id) => families.get(id) ?? id)).size;
  };
  return {
    claims,
    familiesAmong,
    reports,
    report,
    sources,
    aggregates: () => ledger.aggregates(),
    incidents: () => ledger.incidents(),
    refusals: () => ledger.refusals(),
  };
};

const allClaims = async (ledger: Ledger, report: ReportId): Promise<readonly LedgerClaim[]> => {
  const rows: LedgerClaim[] = [];
  let cursor: string | null = null;
  do {
    const page = await ledger.claims({ report, limit: 500, cursor });
    rows.push(...page.rows);
    cursor = page.next;
  } while (cursor !== null);
  return rows;
};
