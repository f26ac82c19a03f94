// The ledger's lists for people to browse: claims, reports, counts, incidents, sources.
import type { Ledger } from '../ledger/ledger.ts';
import type { LedgerClaim, LedgerReport } from '../ledger/records.ts';
import type { AggregateClaim, Claim, Incident } from '../model/claim.ts';
import type { Note } from '../model/outcome.ts';
import type { FamilyId, Report, ReportId } from '../model/report.ts';
import type { Theatre } from '../model/theatre.ts';
import type {
  ClaimQuery,
  ClaimRow,
  IncidentQuery,
  IncidentRow,
  Page,
  ReportQuery,
  ReportRow,
  SourceRow,
  Whoholds,
} from './contract.ts';
import { findIncidents } from './find-incidents.ts';
import { indexReports, type ReportIndex } from './gather-evidence.ts';
import { readReport } from './read-item.ts';
import { relationsOf } from './report-relations.ts';
import { openRefusals } from './settled-refusals.ts';
import { standingNotes } from './standing-notes.ts';

type Lists = Pick<
  Whoholds,
  | 'claims'
  | 'reports'
  | 'reportRow'
  | 'report'
  | 'familiesAmong'
  | 'aggregates'
  | 'incidents'
  | 'incidentRows'
  | 'sources'
>;

const briefOf = (id: ReportId, index: ReportIndex): ClaimRow['report'] => {
  const report = index.reports.get(id);
  const { outlet = null, url = null } = report ?? {};
  const published = report?.published ?? { earliest: null, latest: null, precision: 'unknown', basis: 'implied' };
  return { id, outlet, url, published };
};

const claimRow = (row: LedgerClaim, index: ReportIndex): ClaimRow => ({
  claim: row.claim,
  report: briefOf(row.report, index),
  seq: row.seq,
  retracted: row.retracted !== null,
});

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

const standing = (rows: readonly LedgerClaim[]): readonly Claim[] =>
  rows.flatMap(({ claim, retracted }) => (retracted === null ? [claim] : []));

const MOST_NOTES = 2000;
const ASKED_AT_ONCE = 1000;

/** The ledger's lists as they stand now. */
export class ListDesk implements Lists {
  readonly #ledger: Ledger;
  readonly #theatre: Theatre;
  /** Reports never change, and reading one takes milliseconds that a place with thirty reports would feel. */
  readonly #notes = new Map<ReportId, readonly Note[]>();

  constructor(ledger: Ledger, theatre: Theatre) {
    this.#ledger = ledger;
    this.#theatre = theatre;
  }

  async #indexOf(ids?: readonly ReportId[]): Promise<ReportIndex> {
    return indexReports({ ledger: this.#ledger, theatre: this.#theatre }, await this.#ledger.seq(), ids);
  }

  async #reportRows(found: readonly LedgerReport[]): Promise<readonly ReportRow[]> {
    const ids = found.map(({ report }) => report.id);
    const [index, counts] = [await this.#indexOf(ids), await this.#ledger.claimCounts(ids)];
    return found.map(({ report, seq }) => ({
      // An undated one with the bounds that its family gives it, as its claims are read.
      report: { ...report, published: index.reports.get(report.id)?.published ?? report.published },
      family: index.reports.get(report.id)?.family ?? report.id,
      copyOf: index.copyOf.get(report.id) ?? null,
      claims: counts.get(report.id) ?? 0,
      seq,
    }));
  }

  async claims(query: ClaimQuery): Promise<Page<ClaimRow>> {
    const page = await this.#ledger.claims(query);
    const index = await this.#indexOf(page.rows.map((row) => row.report));
    return { rows: page.rows.map((row) => claimRow(row, index)), next: page.next };
  }

  async reports(query: ReportQuery): Promise<Page<ReportRow>> {
    const page = await this.#ledger.reports(query);
    return { rows: await this.#reportRows(page.rows), next: page.next };
  }

  async reportRow(id: ReportId): Promise<ReportRow | null> {
    const found = await this.#ledger.report(id);
    const [row] = found === null ? [] : await this.#reportRows([found]);
    return row ?? null;
  }

  async report(id: ReportId): ReturnType<Lists['report']> {
    const row = await this.reportRow(id);
    if (row === null) return null;
    const claimsOf = async (of: ReportId): Promise<readonly Claim[]> => standing(await allClaims(this.#ledger, of));
    const claims = await claimsOf(id);
    const aggregates = await this.#ledger.aggregates(undefined, id);
    const incidents = await this.#ledger.incidents(undefined, id);
    const refusals = await openRefusals(this.#ledger, await this.#ledger.refusals(id));
    const reading = { claims, aggregates, incidents };
    const notes = standingNotes(this.#notesOf(row.report), reading);
    return {
      row,
      reading,
      refusals,
      notes,
      ...(await relationsOf({ ledger: this.#ledger, theatre: this.#theatre }, row.report, claimsOf)),
    };
  }

  #notesOf(report: Report): readonly Note[] {
    const known = this.#notes.get(report.id);
    if (known !== undefined) return known;
    const { notes } = readReport(report, this.#theatre);
    if (this.#notes.size >= MOST_NOTES) this.#notes.clear();
    this.#notes.set(report.id, notes);
    return notes;
  }

  async sources(): Promise<readonly SourceRow[]> {
    return countSources(await this.#indexOf(), await this.#ledger.claimCounts());
  }

  async familiesAmong(ids: readonly ReportId[]): Promise<number> {
    const families = new Set<FamilyId>();
    for (let from = 0; from < ids.length; from += ASKED_AT_ONCE) {
      const some = await this.#ledger.memberships(ids.slice(from, from + ASKED_AT_ONCE));
      for (const { family } of some.values()) families.add(family);
    }
    return families.size;
  }

  aggregates(): Promise<readonly AggregateClaim[]> {
    return this.#ledger.aggregates();
  }

  incidents(): Promise<readonly Incident[]> {
    return this.#ledger.incidents();
  }

  async incidentRows(query: IncidentQuery): Promise<Page<IncidentRow>> {
    const { rows, next } = findIncidents(await this.#ledger.incidents(), query, this.#theatre.gazetteer);
    const index = await this.#indexOf([...new Set(rows.map(({ report }) => report))]);
    return { rows: rows.map((incident) => ({ incident, report: briefOf(incident.report, index) })), next };
  }
}
