// Items into the ledger, in batches: read, fold into families, append. A batch is all or nothing; what was told is kept.
import { judgeFamilies, signatureOf } from '../intake/find-family.ts';
import { foldFamilies } from '../intake/fold-families.ts';
import type { Item } from '../intake/sources.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Appended, Batch } from '../model/entry.ts';
import type { Outcome } from '../model/outcome.ts';
import { type Correction, keptCorrection, type Report, type ReportId, type Signature } from '../model/report.ts';
import type { Theatre } from '../model/theatre.ts';
import type { Instant } from '../model/time.ts';
import { applyCorrections, applyKept } from './apply-corrections.ts';
import type { Added } from './contract.ts';
import { type Reader, readItem, readReport } from './read-item.ts';

export interface AddOptions {
  /** Null = the rules. */
  readonly reader: Reader | null;
  readonly by: string;
  readonly now: () => Instant;
}

/** Appending is one flush to disk a batch; reports in one batch still see each other as possible copies. */
const BATCH_SIZE = 32;

interface Pending {
  readonly batch: Batch;
  readonly corrections: readonly Correction[];
  /** As it was named now; the ledger keeps the name under which it first came. */
  readonly file: string;
}

type Near = { readonly report: Report; readonly signature: Signature };

const nearReports = async (
  ledger: Ledger,
  signature: Signature,
  pending: readonly Pending[],
): Promise<readonly Near[]> => {
  const near: Near[] = pending.map(({ batch }) => ({ report: batch.report, signature: batch.signature }));
  for (const found of await ledger.near(signature)) {
    const row = await ledger.report(found.report);
    if (row !== null) near.push({ report: row.report, signature: found });
  }
  return near.filter(({ report }) => report.id !== signature.report);
};

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

const batchOf = async (
  { ledger, options }: Adding,
  read: Extract<ReturnType<typeof readItem>, { ok: true }>,
  pending: readonly Pending[],
): Promise<Batch> => {
  const report = await asFirstSeen(ledger, read.report);
  const signature = signatureOf(report);
  const families = judgeFamilies(report, signature, await nearReports(ledger, signature, pending));
  const { claims, aggregates, incidents, refusals, reader } = read.reading;
  const corrections = read.reading.corrections.map((one) => keptCorrection(report.id, one));
  const batch: Batch = {
    by: options.by,
    recorded: options.now(),
    report,
    original: read.item.original ?? read.item.bytes,
    signature,
    families,
    claims,
    aggregates,
    incidents,
    corrections,
    refusals,
    reader,
  };
  return batch;
};

interface Adding {
  readonly ledger: Ledger;
  readonly theatre: Theatre;
  readonly options: AddOptions;
}

/** What the ledger now says of each report: its family and what it copies are the ledger's, not this reading's. */
const tellAdded = async (ledger: Ledger, pending: readonly Pending[], appended: readonly Appended[]) => {
  const edges = await ledger.familyEdges(
    undefined,
    pending.map(({ batch }) => batch.report.id),
  );
  const families = foldFamilies(edges);
  return pending.map(({ batch, file }, position): Added => {
    const { id } = batch.report;
    const { asserted = 0, unchanged = 0 } = appended[position] ?? {};
    return {
      file,
      report: { id },
      family: families.get(id) ?? id,
      copyOf: edges.find((edge) => edge.report === id)?.of ?? null,
      entries: { asserted, unchanged },
      claims: batch.claims.length,
      refusals: batch.refusals,
    };
  });
};

const flush = async ({ ledger, theatre, options }: Adding, pending: Pending[]): Promise<readonly Added[]> => {
  const appended = await ledger.append(pending.map(({ batch }) => batch));
  const ground = { ledger, theatre, by: options.by, now: options.now() };
  for (const { batch, corrections } of pending)
    await applyCorrections(ground, { report: batch.report, corrections, within: null });
  await applyKept(
    ground,
    pending.map(({ batch }) => batch.report),
  );
  const added = await tellAdded(ledger, pending, appended);
  pending.length = 0;
  return added;
};

/** Yields one line a report, only after its batch is safely in the ledger. */
export async function* addItems(adding: Adding, items: AsyncIterable<Outcome<Item>>): AsyncIterable<Added> {
  const { ledger, theatre, options } = adding;
  const pending: Pending[] = [];
  const seen = new Set<ReportId>();
  for await (const item of items) {
    const read = readItem(item, { theatre, reader: options.reader ?? readReport, retrieved: options.now() });
    if (!read.ok) {
      await ledger.refuse([read.refusal], options.by, options.now());
      yield {
        file: read.file,
        report: null,
        family: null,
        copyOf: null,
        entries: { asserted: 0, unchanged: 0 },
        claims: 0,
        refusals: [read.refusal],
      };
      continue;
    }
    if (pending.length >= BATCH_SIZE || seen.has(read.report.id)) {
      yield* await flush(adding, pending);
      seen.clear();
    }
    const batch = await batchOf(adding, read, pending);
    seen.add(batch.report.id);
    pending.push({ batch, file: read.report.file, corrections: read.reading.corrections });
  }
  if (pending.length > 0) yield* await flush(adding, pending);
}
