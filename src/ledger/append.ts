// Writes to the ledger: what reports bring, what is taken back.
// Invariant: called inside one transaction; sequence numbers are given under its lock, without gaps.
import type { Appended, Batch, SubjectType } from '../model/entry.ts';
import { Fault } from '../model/outcome.ts';
import { type Bookmark, keepBookmarks } from './bookmarks.ts';
import { canonical } from './canonical.ts';
import type { Queries, Value } from './database.ts';
import { indexLines, type Line, type TakenBack } from './index-lines.ts';
import { keyOf, planBatch, type Standing, type Standings } from './plan-lines.ts';
import { isDatedReader } from './plan-turns.ts';
import { hashOf, keepReadings, originalRow, type Reading } from './readings.ts';
import type { Retraction } from './records.ts';
import { isFirst, keepSketches, moveSketches, type Sketch } from './sketches.ts';
import { ENTRIES, ORIGINALS, TEXTS } from './tables.ts';

export const STANDING = `select s.seq, s.type, s.id, s.report, s.reader, s.retracted, e.body
  from subjects s join entries e on e.seq = s.seq where s.ended is null`;

const standingsOf = async (on: Queries, reports: readonly string[]): Promise<ReadonlyMap<string, Standings>> => {
  const rows = await on.query<Standing>(`${STANDING} and s.report in ${on.dialect.list(1, 'text')} order by s.seq`, [
    JSON.stringify(reports),
  ]);
  const standings = new Map<string, Standings>(reports.map((report) => [report, new Map()]));
  // What a report says only as its family dates it stands behind what it says of itself.
  const dated = (row: Standing): number => (isDatedReader(row.reader) ? 0 : 1);
  for (const row of rows.toSorted((a, b) => dated(a) - dated(b) || a.seq - b.seq))
    standings.get(row.report)?.set(keyOf(row), row);
  return standings;
};

export const lastSeq = async (on: Queries): Promise<number> => {
  const [row] = await on.query<{ last: number }>('select coalesce(max(seq), 0) as last from entries');
  return row?.last ?? 0;
};

const lineRow = (line: Line): readonly Value[] => [
  line.seq,
  line.recorded,
  line.author,
  line.act,
  line.type,
  line.id,
  line.report,
  line.reader,
  line.body,
  line.known,
  line.reason,
];

export const writeLines = async (on: Queries, lines: readonly Line[]): Promise<void> => {
  const [first, last] = [lines[0], lines.at(-1)];
  if (first === undefined || last === undefined) return;
  await on.insert(ENTRIES, lines.map(lineRow));
  await indexLines(on, lines);
  await moveSketches(on, first.seq - 1, last.seq);
};

const keepOriginals = async (on: Queries, batches: readonly Batch[]): Promise<void> => {
  for (const { report, original } of batches) {
    if (hashOf(original) !== report.originalHash) {
      throw new Fault(
        'world',
        `The original of report ${report.id} (${report.file}) does not have the hash that the report names. Nothing was written.`,
      );
    }
  }
  await on.insert(
    TEXTS,
    batches.map(({ report }) => [report.id, JSON.stringify(report.text)]),
  );
  await on.insert(
    ORIGINALS,
    batches.map(({ report, original }) => originalRow(report.originalHash, original)),
  );
};

const readingOf = ({ report, reader, recorded, refusals }: Batch): Reading => ({
  report: report.id,
  file: report.file,
  reader,
  recorded,
  refusals: canonical(refusals),
  original: null,
  about: null,
});

/** `marks`: how far whoever brings these has got; kept with them or not at all. */
export const append = async (
  on: Queries,
  batches: readonly Batch[],
  marks: readonly Bookmark[] = [],
): Promise<readonly Appended[]> => {
  const standings = await standingsOf(
    on,
    batches.map(({ report }) => report.id),
  );
  let seq = await lastSeq(on);
  const lines: Line[] = [];
  const changed: Batch[] = [];
  const sketches = new Map<number, Sketch>();
  const appended = batches.map((batch): Appended => {
    const plan = planBatch(batch, standings.get(batch.report.id) ?? new Map(), seq + 1);
    lines.push(...plan.lines);
    if (plan.lines.some(({ type }) => type === 'report')) changed.push(batch);
    for (const line of plan.lines.filter(isFirst)) sketches.set(line.seq, batch.signature);
    seq += plan.lines.length;
    const asserted = plan.lines.filter(({ act }) => act === 'assert').length;
    return {
      report: batch.report.id,
      asserted,
      unchanged: plan.unchanged,
      retracted: plan.lines.length - asserted,
      seq,
    };
  });
  await keepSketches(on, sketches);
  await writeLines(on, lines);
  await keepOriginals(on, changed);
  await keepReadings(on, batches.map(readingOf));
  await keepBookmarks(on, marks);
  return appended;
};

/** The newest assertion of an id that nothing has ended, also where it was taken back. */
export const standingOf = async (on: Queries, type: SubjectType, id: string): Promise<Standing | null> => {
  const rows = await on.query<Standing>(`${STANDING} and s.id = $1 and s.type = $2 order by s.seq desc limit 1`, [
    id,
    type,
  ]);
  return rows[0] ?? null;
};

export const retract = async (on: Queries, { type, id, by, reason, known, recorded }: Retraction): Promise<boolean> => {
  const ever = await on.query('select 1 as found from subjects where id = $1 and type = $2 limit 1', [id, type]);
  if (ever.length === 0) {
    throw new Fault(
      'usage',
      `There is no ${type} ${id} in this ledger, so it cannot be taken back. "whoholds why PLACE" shows the ids.`,
    );
  }
  const standing = await standingOf(on, type, id);
  if (!standing || standing.retracted !== null) return false;
  const value: TakenBack = { known, reason };
  const line: Line = {
    act: 'retract',
    type,
    id,
    value,
    body: JSON.stringify(value),
    ...{ known: null, reason: null },
    seq: (await lastSeq(on)) + 1,
    recorded,
    author: by,
    report: standing.report,
    reader: by,
    standing: standing.seq,
  };
  await writeLines(on, [line]);
  return true;
};
