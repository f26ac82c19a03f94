// One suite, two databases, both real: a SQLite file, and a PostgreSQL that is brought up here.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { afterAll, beforeAll } from 'vitest';
import type { Where } from '../src/ledger/ledger.ts';
import { openPostgres } from '../src/ledger/postgres.ts';
import { openSqlite } from '../src/ledger/sqlite.ts';
import { ledgerConformance, type World } from './ledger.conformance.ts';
import { ledgerProperties } from './ledger.properties.ts';
import { startPostgres, type TestPostgres } from './postgres.ts';
import { reviewConformance } from './review.conformance.ts';

const waiting = { waitMs: 0, notice: () => {} };
const fileOf = (where: Where): string => ('file' in where ? where.file : '');
const urlOf = (where: Where): string => ('url' in where ? where.url : '');

let home = '';
let files = 0;
let server: TestPostgres;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'whoholds-ledger-'));
  server = await startPostgres();
});
afterAll(async () => {
  await server.stop();
  rmSync(home, { recursive: true, force: true });
});

const sqlite: World = {
  fresh: async () => ({ file: join(home, `${++files}.db`) }),
  tamper: async (where, sql) => {
    const database = new DatabaseSync(fileOf(where));
    try {
      return database.prepare(sql).all();
    } finally {
      database.close();
    }
  },
  hold: async (where, work) => {
    const database = await openSqlite(fileOf(where), false, waiting);
    await database.transaction(work).finally(() => database.close());
  },
};

const postgres: World = {
  fresh: async () => ({ url: await server.database() }),
  tamper: async (where, sql) => {
    const client = new pg.Client({ connectionString: urlOf(where) });
    await client.connect();
    try {
      return (await client.query(sql)).rows;
    } finally {
      await client.end();
    }
  },
  hold: async (where, work) => {
    const database = await openPostgres(urlOf(where), false, waiting);
    await database.transaction(work).finally(() => database.close());
  },
};

ledgerConformance('SQLite', sqlite);
ledgerProperties('SQLite', sqlite, 40);
reviewConformance('SQLite', sqlite);
ledgerConformance('PostgreSQL', postgres);
ledgerProperties('PostgreSQL', postgres, 5);
reviewConformance('PostgreSQL', postgres);
