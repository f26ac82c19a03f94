// Items into the ledger, in batches: read, fold into families, append. A batch is all or nothing; what was told is kept.
import { SKETCHER } from '../intake/find-family.ts';
import type { Item } from '../intake/sources.ts';
import type { Bookmark } from '../ledger/bookmarks.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Appended, Batch } from '../model/entry.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Correction, ReportId } from '../model/report.ts';
import { type Added, NOTHING_ADDED } from './added.ts';
import { applyCorrections, applyKept, KeptCorrections } from './apply-corrections.ts';
import { isWaitedFor, meetRevisit } from './find-revisited.ts';
import { KinDates } from './kin-dates.ts';
import { type Adding, batchFrom, batchOf } from './make-batch.ts';
import { NearReports } from './near-reports.ts';
import { readItem, readReport } from './read-item.ts';

export type { AddOptions } from './make-batch.ts';

/** Appending is one flush to disk a batch; reports in one batch still see each other as possible copies. */
const BATCH_SIZE = 32;

interface Pending {
  readonly batch: Batch;
  readonly corrections: readonly Correction[];
  /** As it was named now; the ledger keeps the name under which it first came. */
  readonly file: string;
}

/** What the ledger now says of each report: its family and what it copies are the ledger's, not this reading's. */
const tellAdded = async (ledger: Ledger, pending: readonly Pending[], appended: readonly Appended[]) => {
  const memberships = await ledger.memberships(pending.map(({ batch }) => batch.report.id));
  return pending.map(({ batch, file }, position): Added => {
    const { id } = batch.report;
    const { asserted = 0, unchanged = 0 } = appended[position] ?? {};
    return {
      file,
      report: { id },
      family: memberships.get(id)?.family ?? id,
      copyOf: memberships.get(id)?.copyOf ?? null,
      entries: { asserted, unchanged },
      claims: batch.claims.length,
      refusals: batch.refusals,
    };
  });
};

/** What one run keeps in mind between its batches. */
interface Run {
  readonly kept: KeptCorrections;
  readonly dates: KinDates;
}

const runOn = ({ ledger, theatre, options }: Adding): Run => ({
  kept: new KeptCorrections(ledger),
  dates: new KinDates({ ledger, theatre, reader: options.reader ?? readReport }),
});

const flush = async (
  { ledger, theatre, options }: Adding,
  pending: Pending[],
  { kept, dates }: Run,
): Promise<readonly Added[]> => {
  const appended = await ledger.append(
    pending.map(({ batch }) => batch),
    options.marks?.(),
  );
  const ground = { ledger, theatre, by: options.by, now: options.now() };
  const redated = await dates.follow(
    pending.map(({ batch }) => batch),
    ground,
  );
  for (const { batch, corrections } of pending)
    await applyCorrections(ground, { report: batch.report, corrections, within: null });
  await applyKept(ground, kept, [...pending.map(({ batch }) => batch.report), ...redated]);
  const renamed = pending.filter(({ batch, file }) => batch.report.file !== file).map(({ file }) => file);
  if (renamed.length > 0) await ledger.release(renamed, options.by, options.now());
  const added = await tellAdded(ledger, pending, appended);
  pending.length = 0;
  return added;
};

/** Yields one line a report, only after its batch is safely in the ledger. */
export async function* addItems(adding: Adding, items: AsyncIterable<Outcome<Item>>): AsyncIterable<Added> {
  const { ledger, theatre, options } = adding;
  const pending: Pending[] = [];
  const seen = new Set<ReportId>();
  const near = new NearReports(ledger);
  const run = runOn(adding);
  await ledger.sketch(SKETCHER);
  let refusals = 0;
  const place = (): readonly Bookmark[] => options.marks?.() ?? [];
  // What is kept with a batch is the place before it: whoever is interrupted is told its last lines again, and none is
  // left out. The item in hand is in no batch yet.
  let [told, read] = [place(), place()];
  const flushed = async function* (): AsyncIterable<Added> {
    const upTo = read;
    yield* await flush({ ...adding, options: { ...options, marks: () => told } }, pending, run);
    told = upTo;
    seen.clear();
    near.arrived();
  };
  for await (const item of items) {
    if (isWaitedFor(item, pending)) yield* flushed();
    const met = await meetRevisit(adding, item);
    if ('file' in met) {
      yield met;
      read = place();
      continue;
    }
    const one = readItem(met, { theatre, reader: options.reader ?? readReport, retrieved: options.now() });
    if (!one.ok) {
      await ledger.refuse([{ refusal: one.refusal, ...one.kept }], options.by, options.now());
      yield { ...NOTHING_ADDED, file: one.file, refusals: [one.refusal] };
      refusals += 1;
      // A long row of refusals is gone past as well.
      if (pending.length === 0 && refusals % BATCH_SIZE === 0) await ledger.keepBookmarks(place());
    } else {
      if (pending.length >= BATCH_SIZE || seen.has(one.report.id)) yield* flushed();
      const batch = await batchOf(adding, one, near);
      seen.add(batch.report.id);
      pending.push({ batch, file: one.report.file, corrections: one.reading.corrections });
    }
    read = place();
  }
  if (pending.length > 0) yield* flushed();
}

/** Reads a report that is in the ledger again, from its kept words, by the reader and the theatre of now. */
export async function* readAgain(adding: Adding, id: ReportId): AsyncIterable<Added> {
  const { ledger, theatre, options } = adding;
  const [found, original] = [await ledger.report(id), await ledger.original(id)];
  if (found === null || original === null) return;
  const { report } = found;
  const reading = (options.reader ?? readReport)(report, theatre);
  const batch = await batchFrom(adding, { report, original, reading }, new NearReports(ledger));
  const pending = [{ batch, file: report.file, corrections: reading.corrections }];
  yield* await flush(adding, pending, runOn(adding));
}
