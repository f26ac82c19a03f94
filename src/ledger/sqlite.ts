// The embedded database: one SQLite file in write-ahead mode with full synchronous commits.
// Invariant: reads go through a connection of their own, so they see only what is committed and are never blocked.
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { Fault } from '../model/outcome.ts';
import { type Database, type Queries, type Row, retry, type Value, type Waiting } from './database.ts';
import { insertOf, SQLITE } from './sqlite-dialect.ts';
import { BUSY, CANNOT_OPEN, primaryCode, READ_ONLY, sqliteFault } from './sqlite-faults.ts';
import { noteWriter, readWriter, removeWriter } from './writer-note.ts';

const queriesOn = (connection: DatabaseSync, file: string): Queries => {
  const statements = new Map<string, StatementSync>();
  const prepared = (sql: string): StatementSync => {
    const known = statements.get(sql);
    if (known) return known;
    const made = connection.prepare(sql.replaceAll(/\$(\d+)/g, '?$1'));
    statements.set(sql, made);
    return made;
  };
  const guarded = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw sqliteFault(error, file);
    }
  };
  return {
    dialect: SQLITE,
    query: async <R = Row>(sql: string, params: readonly Value[] = []) =>
      guarded(() => prepared(sql).all(...params) as R[]),
    insert: async (table, rows) =>
      guarded(() => {
        const statement = prepared(insertOf(table));
        for (const row of rows) statement.run(...row);
      }),
  };
};

const READ_TIMEOUT_MS = 5000;
/** Ids are hashes and fall all over an index: with SQLite's own 2 MB each append would read most of it from the disk. */
const CACHE_KIB = 65_536;

const readingConnection = (path: string | URL): DatabaseSync => {
  const connection = new DatabaseSync(path, { readOnly: true, timeout: READ_TIMEOUT_MS });
  try {
    // Nothing is opened before the first question.
    connection.prepare('select count(*) from sqlite_master').get();
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
};

/** In a directory that cannot be written, a file with no log beside it cannot change: SQLite then reads it as it is. */
const openToRead = (file: string): DatabaseSync => {
  try {
    return readingConnection(file);
  } catch (error) {
    const log = `${file}-wal`;
    const frozen = existsSync(file) && !(existsSync(log) && statSync(log).size > 0);
    const code = primaryCode(error);
    if (!frozen || (code !== CANNOT_OPEN && code !== READ_ONLY)) throw sqliteFault(error, file);
  }
  try {
    const url = pathToFileURL(file);
    url.search = 'immutable=1';
    return readingConnection(url);
  } catch (error) {
    throw sqliteFault(error, file);
  }
};

const openToWrite = async (file: string, waiting: Waiting): Promise<DatabaseSync> => {
  let connection: DatabaseSync | null = null;
  try {
    mkdirSync(dirname(file), { recursive: true });
    const opened = new DatabaseSync(file, { timeout: 0, enableForeignKeyConstraints: true });
    connection = opened;
    await locked(file, waiting, () => {
      opened.exec(`pragma synchronous = full; pragma cache_size = -${CACHE_KIB}`);
      const [row] = opened.prepare('select count(*) as tables from sqlite_master').all();
      // Only a file that is still empty is ours to change: write-ahead mode stays with the file.
      if (row?.tables === 0) opened.exec('pragma journal_mode = wal');
    });
    return opened;
  } catch (error) {
    connection?.close();
    throw sqliteFault(error, file);
  }
};

const locked = (file: string, waiting: Waiting, work: () => void): Promise<true> =>
  retry(
    {
      where: file,
      holder: () => readWriter(file),
      once: () => {
        try {
          work();
          return true;
        } catch (error) {
          if (primaryCode(error) === BUSY) return null;
          throw sqliteFault(error, file);
        }
      },
    },
    waiting,
  );

const inTransaction = async <T>(connection: DatabaseSync, file: string, work: () => Promise<T>): Promise<T> => {
  try {
    noteWriter(file);
    const result = await work();
    // Before the commit: after it, the note could already be the next writer's.
    removeWriter(file);
    connection.exec('commit');
    return result;
  } catch (error) {
    if (connection.isTransaction) {
      removeWriter(file);
      connection.exec('rollback');
    }
    throw sqliteFault(error, file);
  }
};

/** Opens a further connection, or closes the first where that fails. */
const beside = (first: DatabaseSync | null, open: () => DatabaseSync): DatabaseSync => {
  try {
    return open();
  } catch (error) {
    first?.close();
    throw error;
  }
};

/** Faults: no such file when read-only, no permission, not a database, no room. */
export const openSqlite = async (path: string, readOnly: boolean, waiting: Waiting): Promise<Database> => {
  const file = resolve(path);
  if (readOnly && !existsSync(file)) {
    throw new Fault('world', `There is no ledger at ${file}. "whoholds add" makes one from reports.`);
  }
  const write = readOnly ? null : await openToWrite(file, waiting);
  const read = beside(write, () => openToRead(file));
  const reading = queriesOn(read, file);
  const writing = write && queriesOn(write, file);
  // One process appends one thing after another: each transaction starts when the one before has ended.
  let last: Promise<unknown> = Promise.resolve();
  return {
    where: file,
    ...reading,
    warm:
      writing === null
        ? reading
        : { dialect: SQLITE, query: (sql, params) => last.then(() => writing.query(sql, params)) },
    transaction: async (work) => {
      if (!write || !writing) throw new Fault('usage', `The ledger ${file} was opened for reading only.`);
      const run = async () => {
        await locked(file, waiting, () => write.exec('begin immediate'));
        return inTransaction(write, file, () => work(writing));
      };
      const result = last.then(run, run);
      // The caller hears of a failure; the next transaction only waits for the end.
      last = result.catch(() => undefined);
      return result;
    },
    close: async () => {
      await last;
      // In this order: the last one to go moves the log into the file, which a reading connection may not.
      read.close();
      write?.close();
    },
  };
};
