// All that one report brings to the ledger: its reading, its ties, its original, as it was first seen.
import { judgeFamilies, signatureOf } from '../intake/find-family.ts';
import type { Bookmark } from '../ledger/bookmarks.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Reading } from '../model/claim.ts';
import type { Batch } from '../model/entry.ts';
import { keptCorrection, type Report } from '../model/report.ts';
import type { Theatre } from '../model/theatre.ts';
import type { Instant } from '../model/time.ts';
import type { NearReports } from './near-reports.ts';
import { type Reader, type readItem, readReport } from './read-item.ts';

export interface AddOptions {
  /** Null = the rules. */
  readonly reader: Reader | null;
  readonly by: string;
  readonly now: () => Instant;
  /** How far whoever gives the items has got; kept with what is added. */
  readonly marks?: () => readonly Bookmark[];
}

export interface Adding {
  readonly ledger: Ledger;
  readonly theatre: Theatre;
  readonly options: AddOptions;
}

/** Of two captures of one report the earlier says when it was out, and bounds its day where it bears none. */
const earliestCapture = (report: Report, known: Report): Report => {
  const { retrieved, captured, published } = known;
  if (captured === null || (report.captured !== null && report.captured < captured)) return { ...report, retrieved };
  const isUndated = report.published.precision === 'unknown' && report.published.basis === 'implied';
  return { ...report, retrieved, captured, published: isUndated ? published : report.published };
};

/** The report as first seen: reading it again must not make it a new record. */
const asFirstSeen = async (ledger: Ledger, report: Report): Promise<Report> => {
  const known = await ledger.report(report.id);
  return known === null ? report : { ...earliestCapture(report, known.report), file: known.report.file };
};

interface Brought {
  readonly report: Report;
  readonly original: Uint8Array;
  readonly reading: Reading;
}

export const batchFrom = async (
  { options }: Adding,
  { report, original, reading }: Brought,
  near: NearReports,
): Promise<Batch> => {
  const signature = signatureOf(report);
  const families = judgeFamilies(report, signature, await near.to({ report, signature }));
  near.add({ report, signature });
  const { claims, aggregates, incidents, refusals, reader } = reading;
  const corrections = reading.corrections.map((one) => keptCorrection(report.id, one));
  return {
    ...{ by: options.by, recorded: options.now(), report, original, signature, families },
    ...{ claims, aggregates, incidents, corrections, refusals, reader },
  };
};

export const batchOf = async (
  adding: Adding,
  { item, report, reading }: Extract<ReturnType<typeof readItem>, { ok: true }>,
  near: NearReports,
): Promise<Batch> => {
  const asSeen = await asFirstSeen(adding.ledger, report);
  const { options, theatre } = adding;
  // What it says is told by the bounds that it keeps.
  const isBounded = JSON.stringify(asSeen.published) === JSON.stringify(report.published);
  const told = isBounded ? reading : (options.reader ?? readReport)(asSeen, theatre);
  return batchFrom(adding, { report: asSeen, original: item.original ?? item.bytes, reading: told }, near);
};
