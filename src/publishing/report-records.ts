// One report as JSON: without its text for lists, and whole with what was read in it and what stands beside it.
// A promise like the shapes of records.ts: fields are only added.
import type { ReportRow, WholeReport } from '../whoholds.ts';
import { aggregateRecord, claimRecord, incidentRecord, refusalRecord, reportRowRecord } from './records.ts';

/** A report of a list that is asked for without texts. */
export const reportHeadRecord = (row: ReportRow) => ({ ...reportRowRecord(row), text: null, parts: null, cut: null });

/** `whoholds report --json`, and one report over HTTP. */
export const wholeReportRecord = ({ row, reading, refusals, notes, dropped, relations }: WholeReport) => ({
  ...reportRowRecord(row),
  dropped,
  members: relations.members,
  versions: relations.versions,
  origin: relations.origin,
  read: {
    claims: reading.claims.map(claimRecord),
    aggregates: reading.aggregates.map(aggregateRecord),
    incidents: reading.incidents.map(incidentRecord),
    refusals: refusals.map(refusalRecord),
    notes,
    corrections: relations.corrections,
  },
});
