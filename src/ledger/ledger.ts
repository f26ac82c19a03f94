// The ledger: entries that only grow, and the reads that the rest of the house asks of them.
// Invariant: every answer is a function of the entries up to a sequence number; all else here can be deleted and rebuilt.

import type { AnswerEdge } from '../model/answer.ts';
import type { AggregateClaim, ClaimId, Incident } from '../model/claim.ts';
import type { Appended, Batch, Deciding, Entry, PersonsAct } from '../model/entry.ts';
import { Fault, type Refusal } from '../model/outcome.ts';
import type { RefusedItem } from '../model/refused-item.ts';
import type { FamilyEdge, KeptCorrection, ReportId } from '../model/report.ts';
import type { ActRequest } from '../model/request.ts';
import type { Instant } from '../model/time.ts';
import { append, lastSeq, retract } from './append.ts';
import { type Bookmark, bookmarks, keepBookmarks } from './bookmarks.ts';
import { cells, claimCounts, claimPage, claimsOf, claimTurns, LATEST, touched, unplaced } from './claims.ts';
import type { Database, Queries } from './database.ts';
import { decide } from './decide.ts';
import { familiesOf, type Membership, membershipsOf } from './families.ts';
import { ageOf, migrate } from './migrations.ts';
import { quarantine, readingsOf, refusals, refuse, release } from './readings.ts';
import { entries, entriesByPeople, rebuild, sketch } from './rebuild.ts';
import type {
  CachedRow,
  ClaimPageQuery,
  ClaimsOfQuery,
  LedgerClaim,
  LedgerPage,
  LedgerRecord,
  LedgerReport,
  PlaceScope,
  QuarantineRow,
  ReadingRow,
  ReportHead,
  ReportPageQuery,
  Retraction,
  TouchedPlace,
} from './records.ts';
import {
  backlog,
  keptBytes,
  original,
  reportById,
  reportHeads,
  reportPage,
  reportsAt,
  seen,
  standing,
} from './reports.ts';
import { keepRequest, type NewRequest, requestBy, requestBytes, requests } from './requests.ts';
import { isSketchedBy, near, type Sketch, type Sketcher } from './sketches.ts';
import { openSqlite } from './sqlite.ts';
import { DERIVED } from './tables.ts';

export type Where = { readonly file: string } | { readonly url: string };

export interface OpenOptions {
  /** Never writes, never waits; a ledger that is not there is a fault. */
  readonly readOnly?: boolean;
  /** How long an append waits for another process's append, in milliseconds; 0 fails at once. Default 30 000. */
  readonly waitMs?: number;
  /** Told once, in a sentence that names the holder, when an append has to wait for another process. */
  readonly notice?: (message: string) => void;
}

export interface Ledger {
  readonly theatre: string;
  readonly readOnly: boolean;

  // Writing. Each call is one transaction: all of it or nothing.
  /**
   * Appends what reports bring. An equal record is not written; a changed one is asserted again under its id, and the
   * later counts; what the same kind of reader read of this report before and no longer reads is retracted. What a
   * person asserted or took back stands against every reader. A report's family is judged when it first comes in.
   * `marks`, how far whoever brings them has got, are kept with them or not at all.
   */
  append(batches: readonly Batch[], marks?: readonly Bookmark[]): Promise<readonly Appended[]>;
  /**
   * What a person asserts or takes back, each line with that person's name, reason and known time; gives how many lines
   * were written, 0 where all stood so already. What stood before is taken back, so that earlier known times still see it.
   */
  decide(acts: readonly PersonsAct[], deciding: Deciding): Promise<number>;
  /** False where it was taken back already. An id that was never asserted is a usage fault. */
  retract(retraction: Retraction): Promise<boolean>;
  /** Items that gave no report at all (empty, binary …) go to quarantine under their file's name, with their bytes. */
  refuse(refused: readonly RefusedItem[], by: string, recorded: Instant): Promise<void>;
  /** Of these files, those that are in quarantine leave it. */
  release(files: readonly string[], by: string, recorded: Instant): Promise<void>;
  /** Deletes every derived table and makes it again from the entries; the sketcher is the intake's. */
  rebuild(sketcher: Sketcher): Promise<void>;
  /** Makes the sketches anew by which near reports are found, where another version of the sketcher made them. */
  sketch(sketcher: Sketcher): Promise<void>;

  // State. `seq` is the ledger's state to answer from; without it, the latest.
  seq(): Promise<number>;
  /** In the order of their entries. What a newer reader found misread is left out. */
  claimsOf(query: ClaimsOfQuery): Promise<readonly LedgerClaim[]>;
  /** Cells that anybody spoke of, by place and scope. */
  places(seq?: number): Promise<readonly PlaceScope[]>;
  reportHeads(ids?: readonly ReportId[], seq?: number): Promise<readonly LedgerReport<ReportHead>[]>;
  /** All of them, or those of the whole families that some reports are in. */
  familyEdges(seq?: number, reports?: readonly ReportId[]): Promise<readonly FamilyEdge[]>;
  /** The family that each of these reports is in and what it copies; of one without a tie, itself and null. */
  memberships(reports: readonly ReportId[]): Promise<ReadonlyMap<ReportId, Membership>>;
  /** The ties with those that were taken back, and with who, why and known when. */
  familyTies(seq?: number, reports?: readonly ReportId[]): Promise<readonly LedgerRecord<FamilyEdge>[]>;
  /** People's judgements of answers, also those taken back; of all denials, or of those in some reports. */
  answers(seq?: number, reports?: readonly ReportId[]): Promise<readonly LedgerRecord<AnswerEdge>[]>;
  /** Claims that were put at no place, also where they were taken back. */
  unplaced(seq?: number): Promise<readonly LedgerClaim[]>;
  aggregates(seq?: number, report?: ReportId): Promise<readonly AggregateClaim[]>;
  incidents(seq?: number, report?: ReportId): Promise<readonly Incident[]>;
  /** What reports correct or withdraw of what their outlets said before; all of it, or what was entered after `after`. */
  corrections(seq?: number, after?: number): Promise<readonly KeptCorrection[]>;
  correctionsIn(report: ReportId): Promise<readonly KeptCorrection[]>;
  /** Places that entries after `since` bear on, so that what was derived before must be derived again. */
  touched(since: number): Promise<readonly TouchedPlace[]>;

  // Looking up.
  report(id: ReportId): Promise<LedgerReport | null>;
  /** Reports that came from an address. */
  reportsAt(url: string): Promise<readonly ReportId[]>;
  /** The bytes as they came, checked against their hash. Null where no such report is. */
  original(id: ReportId): Promise<Uint8Array | null>;
  /** One claim by id as it stands now, also when retracted. */
  claim(id: ClaimId): Promise<LedgerClaim | null>;
  /** The same with what people put right of it, oldest first; each was taken back but the last, which may be. */
  claimTurns(id: ClaimId): Promise<readonly LedgerClaim[]>;
  /** Newest entries first. */
  claims(query: ClaimPageQuery): Promise<LedgerPage<LedgerClaim>>;
  reports(query: ReportPageQuery): Promise<LedgerPage<LedgerReport>>;
  /** How many live claims each report has; reports without any are not in it. */
  claimCounts(ids?: readonly ReportId[]): Promise<ReadonlyMap<ReportId, number>>;
  /** Reports that share sampled hashes with this one, the most telling first; never itself. */
  near(sketch: Sketch, limit?: number): Promise<readonly ReportId[]>;
  /** Of each item's latest reading; without an argument, of all items. */
  refusals(report?: ReportId): Promise<readonly Refusal[]>;
  /** The same with when it was refused, and the bytes of items that gave no report. */
  quarantine(): Promise<readonly QuarantineRow[]>;
  /** Bytes by their hash; null where they are not there. */
  keptBytes(hash: string): Promise<Uint8Array | null>;
  readingsOf(report: ReportId): Promise<readonly ReadingRow[]>;
  /** Reports that this reader (name and version) has not read, in the order they came. */
  backlog(reader: string, limit: number): Promise<readonly ReportId[]>;
  /** Everything that people asserted or took back, in order. */
  entriesByPeople(): Promise<readonly Entry[]>;
  /** Entries from ≤ seq < to, in order. */
  entries(from: number, to: number): Promise<readonly Entry[]>;

  // What people asked for over the network, and what became of it. No part of the entries.
  requests(): Promise<readonly ActRequest[]>;
  request(by: string, key: string): Promise<ActRequest | null>;
  requestBytes(number: number): Promise<Uint8Array | null>;
  /** Where the account has a request by this key already, that one is given back and nothing is kept. */
  keepRequest(asked: NewRequest, bytes: Uint8Array | null): Promise<ActRequest>;

  // Where long work has got to; each by its key.
  bookmarks(keys: readonly string[]): Promise<ReadonlyMap<string, string>>;
  keepBookmarks(marks: readonly Bookmark[]): Promise<void>;

  // A small store for what was derived at a sequence number; rebuild() empties it, a read-only ledger keeps nothing.
  cached(keys: readonly string[]): Promise<ReadonlyMap<string, CachedRow>>;
  cache(rows: readonly CachedRow[]): Promise<void>;

  close(): Promise<void>;
}

const WAIT_MS = 30_000;

const openDatabase = async (where: Where, options: OpenOptions): Promise<Database> => {
  const { readOnly = false, waitMs = WAIT_MS, notice = () => {} } = options;
  if ('file' in where) return openSqlite(where.file, readOnly, { waitMs, notice });
  // Loaded when it is wanted: its driver alone takes longer to load than a file's answer.
  const { openPostgres } = await import('./postgres.ts');
  return openPostgres(where.url, readOnly, { waitMs, notice });
};

const CACHED = 'select key, seq, body from derived where key in ';

const cached = async (on: Queries, keys: readonly string[]): Promise<ReadonlyMap<string, CachedRow>> => {
  const rows = await on.query<CachedRow>(CACHED + on.dialect.list(1, 'text'), [JSON.stringify(keys)]);
  return new Map(rows.map((row) => [row.key, row]));
};

const cache = async (on: Queries, rows: readonly CachedRow[]): Promise<void> => {
  const latest = [...new Map(rows.map((row) => [row.key, row])).values()];
  await on.query(`delete from derived where key in ${on.dialect.list(1, 'text')}`, [
    JSON.stringify(latest.map(({ key }) => key)),
  ]);
  await on.insert(
    DERIVED,
    latest.map(({ key, seq, body }) => [key, seq, body]),
  );
};

/** A ledger of an older version is brought up to date, also when it is only to be read. */
const bringUpToDate = async (where: Where, theatre: string, options: OpenOptions): Promise<void> => {
  try {
    const db = await openDatabase(where, { ...options, readOnly: false });
    await migrate(db, { where: db.where, theatre, readOnly: false }).finally(() => db.close());
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const why = `The ledger is of an older version and could not be brought up to date. ${error.message}`;
    throw new Fault(error.kind, why, { cause: error });
  }
};

const writesOn = (db: Database, readOnly: boolean) =>
  ({
    append: (batches, marks) => db.transaction((on) => append(on, batches, marks)),
    decide: (acts, deciding) => db.transaction((on) => decide(on, acts, deciding)),
    retract: (retraction) => db.transaction((on) => retract(on, retraction)),
    refuse: (refused, by, recorded) => db.transaction((on) => refuse(on, refused, { by, recorded })),
    release: (files, by, recorded) => db.transaction((on) => release(on, files, { by, recorded })),
    keepBookmarks: (marks) => db.transaction((on) => keepBookmarks(on, marks)),
    keepRequest: (asked, bytes) => db.transaction((on) => keepRequest(on, asked, bytes)),
    rebuild: (sketcher) => db.transaction((on) => rebuild(on, sketcher)),
    sketch: async (sketcher) => {
      if (!(await isSketchedBy(db, sketcher))) await db.transaction((on) => sketch(on, sketcher));
    },
    cache: async (rows) => {
      if (!readOnly && rows.length > 0) await db.transaction((on) => cache(on, rows));
    },
  }) satisfies Partial<Ledger>;

const stateOf = (db: Database) =>
  ({
    seq: () => lastSeq(db),
    claimsOf: (query) => claimsOf(db, query),
    places: (seq = LATEST) => cells(db, seq),
    reportHeads: (ids, seq = LATEST) => reportHeads(db, { ids, seq }),
    familyEdges: (seq = LATEST, reports) =>
      reports ? familiesOf(db, seq, reports) : standing<FamilyEdge>(db, { type: 'family', seq }),
    memberships: (reports) => membershipsOf(db, reports),
    familyTies: (seq = LATEST, reports) => seen<FamilyEdge>(db, { type: 'family', seq, reports }),
    answers: (seq = LATEST, reports) => seen<AnswerEdge>(db, { type: 'answer', seq, reports }),
    unplaced: (seq = LATEST) => unplaced(db, seq),
    aggregates: async (seq = LATEST, report) => {
      const all = await standing<AggregateClaim>(db, { type: 'aggregate', seq, report });
      // Ledgers from before aggregates had a place of their own do not have the field.
      return all.map((one) => ({ ...one, within: one.within ?? [] }));
    },
    incidents: (seq = LATEST, report) => standing<Incident>(db, { type: 'incident', seq, report }),
    corrections: (seq = LATEST, after = 0) => standing<KeptCorrection>(db, { type: 'correction', seq, after }),
    correctionsIn: (report) => standing<KeptCorrection>(db, { type: 'correction', seq: LATEST, report }),
    touched: (since) => touched(db, since),
  }) satisfies Partial<Ledger>;

const lookUpsOf = (db: Database) =>
  ({
    report: (id) => reportById(db, LATEST, id),
    reportsAt: (url) => reportsAt(db, url),
    original: (id) => original(db, LATEST, id),
    claim: async (id) => (await claimTurns(db, id)).at(-1) ?? null,
    claimTurns: (id) => claimTurns(db, id),
    claims: (query) => claimPage(db, query),
    reports: (query) => reportPage(db, LATEST, query),
    claimCounts: (ids) => claimCounts(db, ids),
    near: (one, limit = NEAR) => near(db, one, limit),
    refusals: (report) => refusals(db, report),
    quarantine: () => quarantine(db),
    keptBytes: (hash) => keptBytes(db, hash),
    readingsOf: (report) => readingsOf(db, report),
    bookmarks: (keys) => bookmarks(db, keys),
    backlog: (reader, limit) => backlog(db, reader, limit),
    entriesByPeople: () => entriesByPeople(db),
    entries: (from, to) => entries(db, from, to),
    requests: () => requests(db),
    request: (by, key) => requestBy(db, by, key),
    requestBytes: (number) => requestBytes(db, number),
    cached: (keys) => cached(db, keys),
  }) satisfies Partial<Ledger>;

/** Near-duplicates looked at: a story's copies are seldom more, and the best come first. */
const NEAR = 50;

/**
 * Opens (and, unless read-only, creates) the ledger of one theatre in a SQLite file or a PostgreSQL database.
 * Faults: another theatre's ledger, a file that is no ledger, a newer schema, no such place, no permission.
 */
export async function openLedger(where: Where, theatre: string, options: OpenOptions = {}): Promise<Ledger> {
  const readOnly = options.readOnly ?? false;
  const db = await openDatabase(where, options);
  try {
    const opening = { where: db.where, theatre, readOnly };
    if (readOnly && (await ageOf(db, opening)) === 'older') await bringUpToDate(where, theatre, options);
    await migrate(db, opening);
  } catch (error) {
    await db.close();
    throw error;
  }
  return { theatre, readOnly, ...writesOn(db, readOnly), ...stateOf(db), ...lookUpsOf(db), close: () => db.close() };
}
