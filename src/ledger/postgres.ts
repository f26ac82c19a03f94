// The server database: PostgreSQL 15 or later. Each append takes one advisory lock until its commit.
// Invariant: the order of sequence numbers is the order of commits, however many processes append.
import { hostname } from 'node:os';
import pg from 'pg';
import { Fault } from '../model/outcome.ts';
import {
  type Database,
  type Dialect,
  lockFault,
  type Queries,
  type Row,
  SILENT_MS,
  type Table,
  type Value,
  type Waiting,
  waitNotice,
} from './database.ts';
import { LOCK_NOT_AVAILABLE, postgresFault, sqlState } from './postgres-faults.ts';

const OLDEST = 150_000;
/** "whoholds" in a number: one ledger to a database. */
const LOCK = 0x77_68_6f;
/** PostgreSQL takes 65 535 parameters a statement. */
const PARAMETERS = 20_000;
const INT8 = 20;

export const POSTGRES: Dialect = {
  name: 'postgres',
  int: 'bigint',
  // Byte order, as SQLite has it: an answer's order must not hang on the server's language.
  text: 'text collate "C"',
  blob: 'bytea',
  strict: '',
  keyed: '',
  list: (n, of) =>
    `(select value::${of === 'int' ? 'bigint' : 'text collate "C"'} from jsonb_array_elements_text($${n}::jsonb))`,
  field: (json, name) => `(${json}::json ->> '${name}')`,
  tables:
    "select table_name as name from information_schema.tables where table_schema = current_schema() and table_type = 'BASE TABLE'",
  growOnly: (table) => [
    `create function ${table}_only_grows() returns trigger language plpgsql as
     $$ begin raise exception 'the ledger only grows: ${table} is never changed'; end $$`,
    `create trigger ${table}_only_grows before update or delete or truncate on ${table}
     for each statement execute function ${table}_only_grows()`,
  ],
};

const insertOf = ({ name, columns, passOver }: Table, rows: number): string => {
  const row = (index: number) =>
    `(${columns.map((_, column) => `$${index * columns.length + column + 1}`).join(', ')})`;
  const values = Array.from({ length: rows }, (_, index) => row(index)).join(', ');
  return `insert into ${name} (${columns.join(', ')}) values ${values}${passOver ? ' on conflict do nothing' : ''}`;
};

const queriesOn = (client: pg.Pool | pg.PoolClient, where: string): Queries => {
  const query = async <R = Row>(sql: string, params: readonly Value[] = []): Promise<readonly R[]> => {
    try {
      return (await client.query(sql, [...params])).rows as R[];
    } catch (error) {
      throw postgresFault(error, where);
    }
  };
  return {
    dialect: POSTGRES,
    query,
    insert: async (table, rows) => {
      const size = Math.floor(PARAMETERS / table.columns.length);
      for (let at = 0; at < rows.length; at += size) {
        const chunk = rows.slice(at, at + size);
        await query(insertOf(table, chunk.length), chunk.flat());
      }
    },
  };
};

interface Holder {
  readonly name: string;
  readonly since: Date;
}

const holderOf = async (client: pg.PoolClient): Promise<string> => {
  const { rows } = await client.query<Holder>(
    `select a.application_name as name, a.xact_start as since from pg_locks l join pg_stat_activity a using (pid)
     where l.locktype = 'advisory' and l.granted and l.objid = $1
       and l.database = (select oid from pg_database where datname = current_database())`,
    [LOCK],
  );
  const [holder] = rows;
  return holder ? `${holder.name} since ${holder.since.toISOString()}` : 'another process';
};

/** Begins and waits for the lock; false where it is still held after so many milliseconds. */
const beginLocked = async (client: pg.PoolClient, waitMs: number): Promise<boolean> => {
  await client.query('begin');
  try {
    await client.query("select set_config('lock_timeout', $1, true)", [String(Math.max(1, Math.round(waitMs)))]);
    await client.query('select pg_advisory_xact_lock($1)', [LOCK]);
    await client.query("select set_config('lock_timeout', '0', true)");
    return true;
  } catch (error) {
    await client.query('rollback');
    if (sqlState(error) === LOCK_NOT_AVAILABLE) return false;
    throw error;
  }
};

const begin = async (client: pg.PoolClient, where: string, { waitMs, notice }: Waiting): Promise<void> => {
  if (await beginLocked(client, Math.min(waitMs, SILENT_MS))) return;
  const holder = await holderOf(client);
  if (waitMs > SILENT_MS) {
    notice(waitNotice(holder, where));
    if (await beginLocked(client, waitMs - SILENT_MS)) return;
  }
  throw lockFault(await holderOf(client), where, waitMs);
};

/** Where the ledger is, for messages: never with its password. */
const placeOf = (url: string): string => {
  if (!URL.canParse(url))
    throw new Fault('usage', "The ledger's address cannot be read: give postgres://user@host/database.");
  const { host, pathname } = new URL(url);
  return `postgres://${host}${pathname}`;
};

const connect = async (url: string, readOnly: boolean): Promise<pg.Pool> => {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: `whoholds process ${process.pid} on ${hostname()}`.slice(0, 63),
    max: 8,
    ...(readOnly ? { options: '-c default_transaction_read_only=on' } : {}),
    types: {
      getTypeParser: (oid, format) => (oid === INT8 ? Number : pg.types.getTypeParser(oid, format as 'text')),
    },
  });
  // An idle connection that breaks has left the pool already; the next query opens another or says what is wrong.
  pool.on('error', () => undefined);
  const where = placeOf(url);
  try {
    const { rows } = await pool.query<{ number: string }>("select current_setting('server_version_num') as number");
    if (Number(rows[0]?.number) < OLDEST) {
      throw new Fault('world', `The server at ${where} is older than PostgreSQL 15, which the ledger needs.`);
    }
    return pool;
  } catch (error) {
    await pool.end();
    throw postgresFault(error, where);
  }
};

const inTransaction = async <T>(client: pg.PoolClient, work: () => Promise<T>): Promise<T> => {
  try {
    const result = await work();
    await client.query('commit');
    client.release();
    return result;
  } catch (error) {
    // The connection goes with the transaction: a broken one cannot even roll back.
    client.release(true);
    throw error;
  }
};

/** Faults: no server, no such database, no permission, too old a server. */
export const openPostgres = async (url: string, readOnly: boolean, waiting: Waiting): Promise<Database> => {
  const where = placeOf(url);
  const pool = await connect(url, readOnly);
  return {
    where,
    ...queriesOn(pool, where),
    transaction: async (work) => {
      if (readOnly) throw new Fault('usage', `The ledger ${where} was opened for reading only.`);
      try {
        const client = await pool.connect();
        return await inTransaction(client, async () => {
          await begin(client, where, waiting);
          return work(queriesOn(client, where));
        });
      } catch (error) {
        throw postgresFault(error, where);
      }
    },
    close: () => pool.end(),
  };
};
