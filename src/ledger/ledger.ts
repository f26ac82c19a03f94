// The ledger: entries that only grow, and the reads that the rest of the house asks of them.
// Invariant: every answer is a function of the entries up to a sequence number; all else here can be deleted and rebuilt.

import type { AnswerEdge } from '../model/answer.ts';
import type { AggregateClaim, Incident } from '../model/claim.ts';
import { Fault } from '../model/outcome.ts';
import type { FamilyEdge, KeptCorrection } from '../model/report.ts';
import { append, lastSeq, retract } from './append.ts';
import { bookmarks, keepBookmarks } from './bookmarks.ts';
import { cells, claimCounts, claimPage, claimsOf, claimTurns, LATEST, touched, unplaced } from './claims.ts';
import type { Ledger } from './contract.ts';
import type { Database, Queries } from './database.ts';
import { dateAnew, datedAnew } from './date-anew.ts';
import { decide } from './decide.ts';
import { familiesOf, kin, membershipsOf } from './families.ts';
import { ageOf, migrate } from './migrations.ts';
import { quarantine, readingsOf, refusals, refuse, release } from './readings.ts';
import { entries, entriesByPeople, rebuild, sketch } from './rebuild.ts';
import type { CachedRow } from './records.ts';
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
import { keepRequest, requestBy, requestBytes, requests } from './requests.ts';
import { isSketchedBy, near } from './sketches.ts';
import { openSqlite } from './sqlite.ts';
import { DERIVED } from './tables.ts';

export type { Ledger } from './contract.ts';

export type Where = { readonly file: string } | { readonly url: string };

export interface OpenOptions {
  /** Never writes, never waits; a ledger that is not there is a fault. */
  readonly readOnly?: boolean;
  /** How long an append waits for another process's append, in milliseconds; 0 fails at once. Default 30 000. */
  readonly waitMs?: number;
  /** Told once, in a sentence that names the holder, when an append has to wait for another process. */
  readonly notice?: (message: string) => void;
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
    dateAnew: (dating) => db.transaction((on) => dateAnew(on, dating)),
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

/** Ledgers from before aggregates had a place of their own do not have the field. */
const placed = (one: AggregateClaim): AggregateClaim => ({ ...one, within: one.within ?? [] });

const stateOf = (db: Database) =>
  ({
    seq: () => lastSeq(db),
    claimsOf: (query) => claimsOf(db, query),
    places: (seq = LATEST) => cells(db, seq),
    reportHeads: (ids, seq = LATEST) => reportHeads(db, { ids, seq }),
    familyEdges: (seq = LATEST, reports) =>
      reports ? familiesOf(db, seq, reports) : standing<FamilyEdge>(db, { type: 'family', seq }),
    kin: (reports) => kin(db, reports),
    memberships: (reports) => membershipsOf(db, reports),
    familyTies: (seq = LATEST, reports) => seen<FamilyEdge>(db, { type: 'family', seq, reports }),
    answers: (seq = LATEST, reports) => seen<AnswerEdge>(db, { type: 'answer', seq, reports }),
    unplaced: (seq = LATEST) => unplaced(db, seq),
    aggregates: async (seq = LATEST, report) =>
      (await standing<AggregateClaim>(db, { type: 'aggregate', seq, report })).map(placed),
    aggregateTurns: async (seq = LATEST) => {
      const all = await seen<AggregateClaim>(db, { type: 'aggregate', seq, reports: undefined });
      return all.map((row) => ({ ...row, value: placed(row.value) }));
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
    near: (one, limit = NEAR) => near(db.warm, one, limit),
    refusals: (report) => refusals(db, report),
    quarantine: () => quarantine(db),
    keptBytes: (hash) => keptBytes(db, hash),
    datedAnew: (reports) => datedAnew(db, reports),
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

/** Near reports looked at: the most telling come first, and of a story in more papers any of them leads to its family. */
const NEAR = 16;

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
