// The seam to a database: query, transaction, close. Two implementations, one conformance suite.
// Invariant: a transaction holds the ledger's one write lock from its first statement to its commit.
import { setTimeout as pause } from 'node:timers/promises';
import { Fault } from '../model/outcome.ts';

export type Value = string | number | null | Uint8Array;
export type Row = Readonly<Record<string, unknown>>;

/** What the two databases do not write alike. */
export interface Dialect {
  readonly name: 'sqlite' | 'postgres';
  readonly int: string;
  readonly text: string;
  readonly blob: string;
  /** What follows a table's closing bracket. */
  readonly strict: string;
  /** The same for a table that is nothing but its key. */
  readonly keyed: string;
  /** A subquery of the values in parameter n, a JSON array. */
  list(n: number, of: 'text' | 'int'): string;
  /** A field of a JSON object that lies in a text. */
  field(json: string, name: string): string;
  /** Names of all tables that anybody made, as `name`. */
  readonly tables: string;
  /** Statements that make a table refuse update and delete, and anything but a new key on insert. */
  growOnly(table: string, key: string): readonly string[];
}

export interface Table {
  readonly name: string;
  readonly key: readonly string[];
  readonly columns: readonly string[];
  /** True where a row whose key is there already is passed over; else it is an error. */
  readonly passOver: boolean;
}

export interface Queries {
  readonly dialect: Dialect;
  /** SQL with $1, $2 … for parameters; the caller's R must say what the SQL selects. */
  query<R = Row>(sql: string, params?: readonly Value[]): Promise<readonly R[]>;
  insert(table: Table, rows: readonly (readonly Value[])[]): Promise<void>;
}

export interface Database extends Queries {
  /** The file or the server's address, for messages. */
  readonly where: string;
  transaction<T>(work: (on: Queries) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface Waiting {
  readonly waitMs: number;
  readonly notice: (message: string) => void;
}

/** A wait shorter than this is nobody's business. */
export const SILENT_MS = 500;

export const lockFault = (holder: string, where: string, waitMs: number): Fault =>
  new Fault(
    'world',
    `The ledger ${where} is being written by ${holder}${waitMs > 0 ? `, still after ${waitMs / 1000} s of waiting` : ''}. ` +
      'Nothing was written. Try again when it has finished.',
  );

export const waitNotice = (holder: string, where: string): string =>
  `Waiting for the ledger ${where}: it is being written by ${holder}.`;

export interface Attempt<T> {
  /** Null = somebody else holds the lock. */
  readonly once: () => T | null;
  readonly holder: () => string;
  readonly where: string;
}

/** Tries again until it is done or the wait is over; tells once who is waited for. */
export const retry = async <T>({ once, holder, where }: Attempt<T>, { waitMs, notice }: Waiting): Promise<T> => {
  const start = performance.now();
  let told = false;
  for (let delay = 1; ; delay = Math.min(delay * 2, 50)) {
    const done = once();
    if (done !== null) return done;
    const waited = performance.now() - start;
    if (waited >= waitMs) throw lockFault(holder(), where, waitMs);
    if (!told && waited > SILENT_MS) {
      told = true;
      notice(waitNotice(holder(), where));
    }
    await pause(Math.min(delay, Math.max(waitMs - waited, 1)));
  }
};
