// Deletes every derived table and makes it again from the entries, and reads the entries themselves.
// Invariant: afterwards the derived tables hold the same bytes as before.
import type { Entry } from '../model/entry.ts';
import type { Report } from '../model/report.ts';
import type { Queries } from './database.ts';
import { indexLines, type Line, type TakenBack } from './index-lines.ts';
import { wholeReport } from './reports.ts';
import { isFirst, isSketchedBy, keepSketches, moveSketches, noteSketcher, type Sketcher } from './sketches.ts';
import { DERIVED_TABLES, SKETCH_TABLES } from './tables.ts';

const CHUNK = 2000;

type EntryRow = Omit<Line, 'standing' | 'value'>;

const ROWS = 'select seq, recorded, author, act, type, id, report, reader, body, known, reason from entries';

const rowsFrom = (on: Queries, from: number, to: number): Promise<readonly EntryRow[]> =>
  on.query<EntryRow>(`${ROWS} where seq >= $1 and seq < $2 order by seq`, [from, to]);

interface Standing {
  readonly seq: number;
  live: boolean;
}

const standingsOf = async (on: Queries, ids: readonly string[]): Promise<Map<string, Standing[]>> => {
  const rows = await on.query<{ id: string; seq: number; retracted: number | null }>(
    `select id, seq, retracted from subjects where ended is null and id in ${on.dialect.list(1, 'text')} order by seq`,
    [JSON.stringify(ids)],
  );
  const all = rows.map(({ id, seq, retracted }) => ({ id, seq, live: retracted === null }));
  return Map.groupBy(all, ({ id }) => id) as Map<string, Standing[]>;
};

/**
 * Which assertion each line ends or takes back: the newest of its id before it that stands and was not taken back; what
 * was taken back is ended only where nothing stands, and only by what says that it never did.
 */
const linesOf = async (on: Queries, rows: readonly EntryRow[]): Promise<readonly Line[]> => {
  const before = await standingsOf(
    on,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => {
    const value: unknown = JSON.parse(row.body);
    const standings = before.get(row.id) ?? [];
    const live = standings.findLast((one) => one.live);
    const misread = row.act === 'retract' && (value as TakenBack).known === null;
    const standing = live ?? (misread ? standings.at(-1) : undefined);
    if (standing !== undefined) {
      if (row.act === 'assert' || misread) standings.splice(standings.indexOf(standing), 1);
      else standing.live = false;
    }
    if (row.act === 'assert') before.set(row.id, [...standings, { seq: row.seq, live: true }]);
    return { ...row, value, standing: standing?.seq ?? null };
  });
};

const reportsIn = async (
  on: Queries,
  rows: readonly Pick<EntryRow, 'act' | 'type' | 'id' | 'body'>[],
): Promise<readonly Report[]> => {
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

const sketchLines = async (on: Queries, lines: readonly Line[], { signatureOf }: Sketcher): Promise<void> => {
  const first = lines.filter(isFirst);
  const reports = await reportsIn(on, first);
  await keepSketches(on, new Map(reports.map((report, at) => [first[at]?.seq ?? 0, signatureOf(report)])));
  const [begin, end] = [lines[0], lines.at(-1)];
  if (begin !== undefined && end !== undefined) await moveSketches(on, begin.seq - 1, end.seq);
};

export const rebuild = async (on: Queries, sketcher: Sketcher): Promise<void> => {
  for (const { name } of DERIVED_TABLES) await on.query(`delete from ${name}`);
  await noteSketcher(on, sketcher);
  for (let from = 1; ; from += CHUNK) {
    const rows = await rowsFrom(on, from, from + CHUNK);
    if (rows.length === 0) return;
    const lines = await linesOf(on, rows);
    await indexLines(on, lines);
    await sketchLines(on, lines, sketcher);
  }
};

/** The same lines as they first came, without what they end or take back. */
const firstReports = async (on: Queries, from: number): Promise<readonly Line[]> => {
  const rows = await rowsFrom(on, from, from + CHUNK);
  const earlier = await on.query<{ seq: number }>(
    `select min(seq) as seq from entries where type = 'report' and act = 'assert' and id in ${on.dialect.list(1, 'text')} group by id`,
    [JSON.stringify(rows.flatMap(({ type, id }) => (type === 'report' ? id : [])))],
  );
  const first = new Set(earlier.map(({ seq }) => seq));
  return rows.map((row) => ({ ...row, value: null, standing: first.has(row.seq) ? null : 0 }));
};

/** Where another version made the sketches, or none did, all are made anew. */
export const sketch = async (on: Queries, sketcher: Sketcher): Promise<void> => {
  if (await isSketchedBy(on, sketcher)) return;
  for (const { name } of SKETCH_TABLES) await on.query(`delete from ${name}`);
  await noteSketcher(on, sketcher);
  for (let from = 1; ; from += CHUNK) {
    const lines = await firstReports(on, from);
    if (lines.length === 0) return;
    await sketchLines(on, lines, sketcher);
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
