// The index by which near reports are found without comparing all pairs: sampled hashes, and the reports that have them.
// A report is named by its first entry. New rows fall all over an index that is ordered by hashes, and each would cost a page
// of it: so they come into a small table first, and are moved on in their order, twice, before they lie in the large one.
// Invariant: derived; which rows lie in which table follows from the entries alone, however they were cut into appends.
import type { Report, ReportId, Signature } from '../model/report.ts';
import type { Queries } from './database.ts';
import type { Line } from './index-lines.ts';
import { FRESH_SKETCHES, RECENT_SKETCHES, SETTLED_SKETCHES, SKETCH_TABLES } from './tables.ts';

export type Sketch = Pick<Signature, 'report' | 'sample'>;

/** How a sketch is made, by a name that changes with it: another's sketches cannot be compared. */
export interface Sketcher {
  readonly version: string;
  readonly signatureOf: (report: Report) => Sketch;
}

/** Whenever so many more entries are in the ledger, what came before moves on. */
const MOVES = [
  { from: FRESH_SKETCHES.name, to: RECENT_SKETCHES.name, entries: 2 ** 12 },
  { from: RECENT_SKETCHES.name, to: SETTLED_SKETCHES.name, entries: 2 ** 17 },
] as const;

/**
 * What so many reports have in common is a phrase, a footer or an agency's background and finds nobody's copy; and of a story
 * in more papers than that, any of the first leads to all the others.
 */
const MOST_REPORTS = 64;

const moveOn = async (on: Queries, { from, to }: (typeof MOVES)[number], until: number): Promise<void> => {
  await on.query(
    `insert into ${to} (hash, report) select hash, report from
       (select hash, report, row_number() over (partition by hash order by report) as place from ${from} where report < $1) moved
     where place <= ${MOST_REPORTS} - (select count(*) from ${to} there where there.hash = moved.hash) order by hash, report`,
    [until],
  );
  await on.query(`delete from ${from} where report < $1`, [until]);
};

/** Sketches of reports, each by the entry that first brought it. */
export const keepSketches = async (on: Queries, sketches: ReadonlyMap<number, Sketch>): Promise<void> => {
  const rows = [...sketches].flatMap(([entry, { sample }]) => [...new Set(sample)].map((hash) => [hash, entry]));
  await on.insert(FRESH_SKETCHES, rows);
};

/** Once for all entries behind `before` up to the last, whatever they are; their sketches are there. */
export const moveSketches = async (on: Queries, before: number, last: number): Promise<void> => {
  for (const move of MOVES) {
    const until = last - (last % move.entries);
    if (before < until) await moveOn(on, move, until);
  }
};

/** Whether this line brings a report for the first time: read again it has the same text. */
export const isFirst = ({ act, type, standing }: Pick<Line, 'act' | 'type' | 'standing'>): boolean =>
  act === 'assert' && type === 'report' && standing === null;

const SHARED = SKETCH_TABLES.map(
  ({ name }) => `select k.hash, k.report from asked a join ${name} k on k.hash = a.hash`,
).join(' union all ');

/** A hash that few reports have tells more: each counts by the share of one report in it, in millionths. */
const nearIn = (list: string): string => `with asked (hash) as materialized ${list},
  shared as materialized (${SHARED}),
  told as materialized (select hash, count(*) as reports from shared group by hash),
  best as (select s.report, sum(1000000 / t.reports) as weight from shared s join told t on t.hash = s.hash
    group by s.report order by weight desc, s.report limit $3)
  select e.id from best b join entries e on e.seq = b.report where e.id <> $2 order by b.weight desc, e.id`;

/** Reports that share sampled hashes with this one, the most telling first. */
export const near = async (
  on: Pick<Queries, 'dialect' | 'query'>,
  { report, sample }: Sketch,
  limit: number,
): Promise<readonly ReportId[]> => {
  const rows = await on.query<{ id: ReportId }>(nearIn(on.dialect.list(1, 'int')), [
    JSON.stringify(sample),
    report,
    // Its own may be among them.
    limit + 1,
  ]);
  return [...new Set(rows.map(({ id }) => id))].slice(0, limit);
};

const KEY = 'sketches';

/** Whether the sketches that are there are of this sketcher's making. */
export const isSketchedBy = async (on: Queries, { version }: Sketcher): Promise<boolean> => {
  const [row] = await on.query<{ value: string }>('select value from ledger where key = $1', [KEY]);
  return row?.value === version;
};

export const noteSketcher = async (on: Queries, { version }: Sketcher): Promise<void> => {
  await on.query('delete from ledger where key = $1', [KEY]);
  await on.query('insert into ledger (key, value) values ($1, $2)', [KEY, version]);
};
