// Deletes every derived table and makes it again from the entries, and reads the entries themselves.
// Invariant: afterwards the derived tables hold the same bytes as before.
import type { Entry } from '../model/entry.ts';
import type { Report, Signature } from '../model/report.ts';
import type { Queries } from './database.ts';
import { indexLines, type Line, type TakenBack } from './index-lines.ts';
import { wholeReport } from './reports.ts';
import { keepSignatures } from './signatures.ts';
import { DERIVED_TABLES } from './tables.ts';

const CHUNK = 2000;

type EntryRow = Omit<Line, 'standing' | 'value'>;

const ROWS = 'select seq, recorded, author, act, type, id, report, reader, body, known, reason from entries';

const rowsFrom = (on: Queries, from: number, to: number): Promise<readonly EntryRow[]> =>
  on.query<EntryRow>(`${ROWS} where seq >= $1 and seq < $2 order by seq`, [from, to]);

/** Which assertion each line ends or takes back: the newest of its id before it that stands and was not taken back. */
const linesOf = async (on: Queries, rows: readonly EntryRow[]): Promise<readonly Line[]> => {
  const before = await on.query<{ id: string; seq: number }>(
    `select id, seq from subjects where ended is null and retracted is null and id in ${on.dialect.list(1, 'text')}`,
    [JSON.stringify(rows.map(({ id }) => id))],
  );
  const standings = new Map(before.map(({ id, seq }) => [id, seq]));
  return rows.map((row) => {
    const standing = standings.get(row.id) ?? null;
    const value: unknown = JSON.parse(row.body);
    if (row.act === 'assert') standings.set(row.id, row.seq);
    else standings.delete(row.id);
    return { ...row, value, standing };
  });
};

const reportsIn = async (on: Queries, rows: readonly EntryRow[]): Promise<readonly Report[]> => {
  const wanted = rows.filter(({ act, type }) => act === 'assert' && type === 'report');
  const texts = await textsOf(
    on,
    wanted.map(({ id }) => id),
  );
  return wanted.map(({ id, body }) => wholeReport({ body, text: texts.get(id) ?? '""' }));
};

const textsOf = async (on: Queries, reports: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const rows = await on.query<{ report: string; text: string }>(
    `select report, text from texts where report in ${on.dialect.list(1, 'text')}`,
    [JSON.stringify(reports)],
  );
  return new Map(rows.map(({ report, text }) => [report, text]));
};

export const rebuild = async (on: Queries, signatureOf: (report: Report) => Signature): Promise<void> => {
  for (const { name } of DERIVED_TABLES) await on.query(`delete from ${name}`);
  for (let from = 1; ; from += CHUNK) {
    const rows = await rowsFrom(on, from, from + CHUNK);
    if (rows.length === 0) return;
    await indexLines(on, await linesOf(on, rows));
    await keepSignatures(on, (await reportsIn(on, rows)).map(signatureOf));
  }
};

/** Everything that people asserted or took back, in order. */
export const entriesByPeople = async (on: Queries): Promise<readonly Entry[]> =>
  entriesOf(on, await on.query<EntryRow>(`${ROWS} where substr(reader, 1, 7) = 'person/' order by seq`));

/** Entries from ≤ seq < to. */
export const entries = async (on: Queries, from: number, to: number): Promise<readonly Entry[]> =>
  entriesOf(on, await rowsFrom(on, from, to));

const entriesOf = async (on: Queries, rows: readonly EntryRow[]): Promise<readonly Entry[]> => {
  const reports = new Map((await reportsIn(on, rows)).map((report) => [report.id, report.text]));
  return rows.map(({ seq, recorded, author: by, act, type, id, body, known, reason }): Entry => {
    const value = JSON.parse(body);
    if (act === 'retract') return { seq, recorded, by, act, type, subject: id, ...(value as TakenBack) };
    return {
      seq,
      recorded,
      by,
      act,
      what: type === 'report' ? { type, value: { ...value, text: reports.get(id) } } : { type, value },
      ...{ known, reason },
    };
  });
};
