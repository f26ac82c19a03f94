// The ledger's lists for people to browse: claims, reports, counts, incidents, sources, refusals.
import type { Ledger } from '../ledger/ledger.ts';
import type { LedgerClaim, LedgerReport } from '../ledger/records.ts';
import type { Report, ReportId } from '../model/report.ts';
import type { ClaimQuery, ClaimRow, Page, ReportRow, SourceRow, Whoholds } from './contract.ts';
import type { ReportIndex } from './gather-evidence.ts';

type Lists = Pick<Whoholds, 'claims' | 'reports' | 'report' | 'aggregates' | 'incidents' | 'sources' | 'refusals'>;

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

export const answerLists = (ledger: Ledger, indexAt: (seq: number | null) => Promise<ReportIndex>): Lists => {
  const reportRow = async (
    { report, seq }: LedgerReport<Report>,
    counts: ReadonlyMap<ReportId, number>,
  ): Promise<ReportRow> => {
    const index = await indexAt(null);
    return {
      report,
      family: index.families.get(report.id) ?? report.id,
      copyOf: index.copyOf.get(report.id) ?? null,
      claims: counts.get(report.id) ?? 0,
      seq,
    };
  };
  const claims = async (query: ClaimQuery): Promise<Page<ClaimRow>> => {
    const page = await ledger.claims(query);
    const index = await indexAt(null);
    return { rows: page.rows.map((row) => claimRow(row, index)), next: page.next };
  };
  const reports: Lists['reports'] = async (query) => {
    const page = await ledger.reports(query);
    const counts = await ledger.claimCounts(page.rows.map(({ report }) => report.id));
    return { rows: await Promise.all(page.rows.map((row) => reportRow(row, counts))), next: page.next };
  };
  const report: Lists['report'] = async (id) => {
    const row = await ledger.report(id);
    if (row === null) return null;
    const [found, aggregates, incidents] = await Promise.all([
      allClaims(ledger, id),
      ledger.aggregates(),
      ledger.incidents(),
    ]);
    return {
      row: await reportRow(row, await ledger.claimCounts([id])),
      reading: {
        claims: found.filter((one) => one.retracted === null).map((one) => one.claim),
        aggregates: aggregates.filter((one) => one.report === id),
        incidents: incidents.filter((one) => one.report === id),
      },
      refusals: await ledger.refusals(id),
    };
  };
  const sources = async (): Promise<readonly SourceRow[]> =>
    countSources(await indexAt(null), await ledger.claimCounts());
  return {
    claims,
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
