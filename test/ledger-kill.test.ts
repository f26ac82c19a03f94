// The world at its worst: writers killed at any moment, two at once, a full disk, a directory that cannot be written.
// Invariant: what was acknowledged is there whole, and nothing is half there.
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { setTimeout as moment } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openLedger, type Where } from '../src/ledger/ledger.ts';
import { Fault } from '../src/model/outcome.ts';
import { batchOf, reportOf } from './ledger-world.ts';
import { startPostgres, type TestPostgres } from './postgres.ts';

const WRITER = join(import.meta.dirname, 'ledger-writer.ts');
const CLAIMS = 60;

let home = '';
let server: TestPostgres;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'whoholds-kill-'));
  server = await startPostgres();
});
afterAll(async () => {
  await server.stop();
  rmSync(home, { recursive: true, force: true });
});

type Writer = ChildProcessByStdio<null, Readable, Readable>;

const startWriter = (where: Where, name: string, reports: number, through: readonly string[] = []): Writer => {
  const [command = '', ...rest] = [
    ...through,
    process.execPath,
    WRITER,
    JSON.stringify(where),
    name,
    `${reports}`,
    `${CLAIMS}`,
  ];
  return spawn(command, rest, { stdio: ['ignore', 'pipe', 'pipe'] });
};

const finished = async (writer: Writer) => {
  const [said, complaint] = await Promise.all([text(writer.stdout), text(writer.stderr), once(writer, 'close')]);
  return { names: said.split('\n').filter(Boolean), complaint, status: writer.exitCode };
};

/** Kills a writer somewhere in an append after it has acknowledged some reports. Gives the names it acknowledged. */
const killedAfter = async (writer: Writer, acknowledged: number): Promise<readonly string[]> => {
  const names: string[] = [];
  const closed = once(writer, 'close');
  for await (const name of createInterface({ input: writer.stdout })) {
    names.push(name);
    if (names.length !== acknowledged) continue;
    await moment(Math.random() * 10);
    writer.kill('SIGKILL');
  }
  await closed;
  return names;
};

/** Every report has all its claims, sequence numbers have no gap, and the named reports are there. */
const expectWhole = async (where: Where, names: readonly string[]): Promise<void> => {
  const ledger = await openLedger(where, 'tiny');
  const [heads, counts] = [await ledger.reportHeads(), await ledger.claimCounts()];
  const ids = new Set(heads.map(({ report }) => report.id));
  expect(names.filter((name) => !ids.has(reportOf(name).id))).toEqual([]);
  expect(heads.filter(({ report }) => counts.get(report.id) !== CLAIMS)).toEqual([]);
  expect(await ledger.seq()).toBe(heads.length * (CLAIMS + 1));
  for (const { report } of heads) expect(await ledger.original(report.id)).not.toBeNull();
  await ledger.close();
};

const integrityOf = (file: string): unknown => {
  const database = new DatabaseSync(file);
  const row = database.prepare('pragma integrity_check').get();
  database.close();
  return row?.integrity_check;
};

const places: readonly (readonly [name: string, fresh: () => Promise<Where>])[] = [
  ['SQLite', async () => ({ file: join(mkdtempSync(join(home, 'ledger-')), 'whoholds.db') })],
  ['PostgreSQL', async () => ({ url: await server.database() })],
];

describe.each(places)('%s', (_, fresh) => {
  test('a writer killed at any moment leaves every acknowledged report whole and none half there', async () => {
    const where = await fresh();
    const names: string[] = [];
    for (const round of [1, 2, 3, 4, 5, 6]) {
      names.push(...(await killedAfter(startWriter(where, `round${round}`, 100_000), round * 3)));
      await expectWhole(where, names);
    }
    expect(names.length).toBeGreaterThanOrEqual(63);
    if ('file' in where) expect(integrityOf(where.file)).toBe('ok');
  });

  test('two writers at once lose nothing, and no two entries have one number', async () => {
    const where = await fresh();
    const done = await Promise.all([startWriter(where, 'one', 25), startWriter(where, 'two', 25)].map(finished));
    expect(done.map(({ status, complaint }) => [status, complaint])).toEqual([
      [0, ''],
      [0, ''],
    ]);
    expect(done.flatMap(({ names }) => names)).toHaveLength(50);
    await expectWhole(
      where,
      done.flatMap(({ names }) => names),
    );
  });
});

describe('SQLite in a broken world', () => {
  test('a ledger that was closed is one file', async () => {
    const directory = mkdtempSync(join(home, 'closed-'));
    const ledger = await openLedger({ file: join(directory, 'whoholds.db') }, 'tiny');
    await ledger.append([batchOf('a', [{}])]);
    await ledger.close();
    expect(readdirSync(directory)).toEqual(['whoholds.db']);
  });

  test('a full disk is a clear fault, and what was acknowledged before is whole', async () => {
    const where = { file: join(home, 'full.db') };
    // The shell bounds the size of any file; the system then refuses to write on, as a full disk does.
    const writer = startWriter(where, 'full', 100_000, ['sh', '-c', 'ulimit -f 3000; exec "$@"', 'sh']);
    const { names, complaint, status } = await finished(writer);
    expect(status).toBe(3);
    expect(complaint).toMatch(/no room|disk failed/);
    expect(names.length).toBeGreaterThan(0);
    await expectWhole(where, names);
    expect(integrityOf(where.file)).toBe('ok');
  });

  test('a file that is no database is left alone and named', async () => {
    const file = join(home, 'notes.txt');
    writeFileSync(file, 'Ashford has fallen, says Ivo Hale.\n'.repeat(100));
    for (const readOnly of [false, true]) {
      await expect(openLedger({ file }, 'tiny', { readOnly })).rejects.toThrow(`${file} is not a ledger`);
    }
  });

  test('a ledger below a file, where no directory can be, is a clear fault', async () => {
    const file = join(home, 'a-file');
    writeFileSync(file, '');
    await expect(openLedger({ file: join(file, 'whoholds.db') }, 'tiny')).rejects.toThrow(/cannot be opened or made/);
  });

  test('in a read-only directory a ledger can be read, not written, and none can be made', async () => {
    const directory = join(home, 'read-only');
    mkdirSync(directory);
    const file = join(directory, 'whoholds.db');
    const ledger = await openLedger({ file }, 'tiny');
    await ledger.append([batchOf('a', [{}])]);
    await ledger.close();
    chmodSync(home, 0o755);
    chmodSync(directory, 0o555);
    await asNobody(async () => {
      const reader = await openLedger({ file }, 'tiny', { readOnly: true });
      expect(await reader.seq()).toBe(2);
      await reader.close();
      await expect(openLedger({ file }, 'tiny').then((it) => it.append([batchOf('b')]))).rejects.toThrow(
        /ledger .*whoholds\.db/,
      );
      await expect(openLedger({ file: join(directory, 'new.db') }, 'tiny')).rejects.toThrow(/cannot be/);
    });
    chmodSync(directory, 0o755);
  });
});

describe('PostgreSQL in a broken world', () => {
  test('an address where no server answers is a clear fault without the password', async () => {
    const nobody = openLedger({ url: 'postgres://ada:secret@127.0.0.1:1/ledger' }, 'tiny');
    await expect(nobody).rejects.toThrow('No PostgreSQL answers at postgres://127.0.0.1:1/ledger.');
  });

  test('a database that is not there, and an address that is none, say so', async () => {
    const missing = (await server.database()).replace(/ledger_\d+$/, 'nowhere');
    await expect(openLedger({ url: missing }, 'tiny')).rejects.toThrow(/no database .*nowhere/);
    await expect(openLedger({ url: 'postgres//x' }, 'tiny')).rejects.toMatchObject({ kind: 'usage' });
  });

  test('a connection that is cut in the middle loses only the append under way, and the next one goes on', async () => {
    const url = await server.database();
    const ledger = await openLedger({ url }, 'tiny');
    await ledger.append([batchOf('a', [{}])]);
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
    await client.end();
    await ledger.append([batchOf('b', [{}])]).catch((error: unknown) => expect(error).toBeInstanceOf(Fault));
    await ledger.append([batchOf('b', [{}])]);
    expect(await ledger.seq()).toBe(4);
    await ledger.close();
  });
});

/** Root may write anywhere: then somebody else has to try. */
const asNobody = async (work: () => Promise<void>): Promise<void> => {
  if (process.geteuid?.() !== 0) return work();
  process.seteuid?.('nobody');
  try {
    await work();
  } finally {
    process.seteuid?.(0);
  }
};
