// Reads of reports, their originals and families.
// Invariant: an original is given out only when its bytes have the hash it was kept under.
import { inflateSync } from 'node:zlib';
import type { SubjectType } from '../model/entry.ts';
import { Fault } from '../model/outcome.ts';
import type { Report, ReportId } from '../model/report.ts';
import type { Instant } from '../model/time.ts';
import { cursorOf, JOINED, PAGE, pageOf, retractedOf, SEEN } from './claims.ts';
import type { Queries } from './database.ts';
import { membersBy, STANDING } from './families.ts';
import { hashOf } from './readings.ts';
import type { LedgerPage, LedgerRecord, LedgerReport, ReportHead, ReportPageQuery } from './records.ts';

interface Body {
  readonly seq: number;
  readonly body: string;
}

interface Whole extends Body {
  readonly text: string;
}

// Tells both databases that the small index of everything but claims will do. Not to be said where ids are given: it
// would lure them away from the index of ids.
const ALL = "s.type <> 'claim'";

export interface StandingQuery {
  readonly type: SubjectType;
  readonly seq: number;
  readonly report?: ReportId | undefined;
  readonly after?: number;
}

/** The bodies of all records of a type that stood at a sequence number, in the order of their entries. */
export const standing = async <T>(on: Queries, { type, seq, report, after }: StandingQuery): Promise<readonly T[]> => {
  const some = report === undefined ? `${ALL} and s.seq > $3` : 's.report = $3';
  const rows = await on.query<Body>(
    `select s.seq, e.body from subjects s join entries e on e.seq = s.seq where ${STANDING} and ${some} order by s.seq`,
    [seq, type, report ?? after ?? 0],
  );
  return rows.map(({ body }) => JSON.parse(body) as T);
};

interface SeenRow extends Body {
  readonly author: string;
  readonly reason: string | null;
  readonly known: Instant | null;
  readonly taken: number | null;
  readonly back: string | null;
}

const recordOf = <T>(row: SeenRow): LedgerRecord<T> => ({
  value: JSON.parse(row.body) as T,
  ...{ by: row.author, reason: row.reason, known: row.known, seq: row.seq, retracted: retractedOf(row) },
});

const SEEN_OF_TYPE = `s.type = $2 and ${SEEN}`;
const WITH_REASONS = 'select s.seq, e.body, e.author, e.reason, e.known, r.seq as taken, r.body as back';

export interface SeenQuery {
  readonly type: 'family' | 'answer' | 'aggregate';
  readonly seq: number;
  /** Only those of these reports; ties, of the whole families that they are or were in. */
  readonly reports: readonly ReportId[] | undefined;
}

/** Records of a type in the order of their entries, also those that were taken back by then. */
export const seen = async <T>(on: Queries, { type, seq, reports }: SeenQuery): Promise<readonly LedgerRecord<T>[]> => {
  const members = type === 'family' && reports ? membersBy(on, SEEN_OF_TYPE) : '';
  const given = type === 'family' ? '(select report from member)' : on.dialect.list(3, 'text');
  const rows = await on.query<SeenRow>(
    `${members} ${WITH_REASONS} from subjects s ${JOINED}
     where ${SEEN_OF_TYPE} and ${reports ? `s.report in ${given}` : ALL} order by s.seq`,
    [seq, type, ...(reports ? [JSON.stringify(reports)] : [])],
  );
  return rows.map((row) => recordOf<T>(row));
};

export interface HeadsQuery {
  readonly ids: readonly ReportId[] | undefined;
  readonly seq: number;
}

export const reportHeads = async (
  on: Queries,
  { ids, seq }: HeadsQuery,
): Promise<readonly LedgerReport<ReportHead>[]> => {
  const some = ids ? `s.report in ${on.dialect.list(3, 'text')}` : ALL;
  const rows = await on.query<Body>(
    `select s.seq, e.body from subjects s join entries e on e.seq = s.seq where ${STANDING} and ${some} order by s.seq`,
    [seq, 'report', ...(ids ? [JSON.stringify(ids)] : [])],
  );
  return rows.map((row) => ({ seq: row.seq, report: JSON.parse(row.body) as ReportHead }));
};

export const wholeReport = ({ body, text }: { readonly body: string; readonly text: string }): Report => ({
  ...(JSON.parse(body) as ReportHead),
  text: JSON.parse(text) as string,
});

const WHOLE = `select s.seq, e.body, t.text from subjects s join entries e on e.seq = s.seq
  join texts t on t.report = s.id where ${STANDING}`;

const storedOf = (row: Whole): LedgerReport => ({ seq: row.seq, report: wholeReport(row) });

export const reportById = async (on: Queries, seq: number, id: ReportId): Promise<LedgerReport | null> => {
  const [row] = await on.query<Whole>(`${WHOLE} and s.report = $3`, [seq, 'report', id]);
  return row ? storedOf(row) : null;
};

/** Rows looked through at a time for words, outlets and days. */
const SEARCH_CHUNK = 200;

interface Chunk {
  readonly before: number;
  readonly limit: number;
}

const chunkOf = async (on: Queries, seq: number, { before, limit }: Chunk): Promise<readonly LedgerReport[]> => {
  const rows = await on.query<Whole>(`${WHOLE} and ${ALL} and s.seq < $3 order by s.seq desc limit $4`, [
    seq,
    'report',
    before,
    limit,
  ]);
  return rows.map(storedOf);
};

/** An undated report is found on no day. */
const isOfDays = ({ published: { earliest, latest } }: Report, { from, until }: ReportPageQuery): boolean => {
  const last = latest ?? earliest;
  const first = earliest ?? latest;
  return (!from || (last !== null && last >= from)) && (!until || (first !== null && first <= until));
};

/** Compared here, so that case folds alike in both databases. */
const isWanted = ({ report }: LedgerReport, query: ReportPageQuery, words: string): boolean =>
  (!query.outlet || report.outlet === query.outlet) &&
  isOfDays(report, query) &&
  (words === '' || report.text.toLowerCase().includes(words));

export const reportsAt = async (on: Queries, url: string): Promise<readonly ReportId[]> => {
  const rows = await on.query<{ report: ReportId }>('select report from addresses where url = $1 order by report', [
    url,
  ]);
  return rows.map(({ report }) => report);
};

/** Newest entries first. */
export const reportPage = async (
  on: Queries,
  seq: number,
  query: ReportPageQuery,
): Promise<LedgerPage<LedgerReport>> => {
  const limit = query.limit ?? PAGE;
  const words = query.q?.trim().toLowerCase() ?? '';
  let before = cursorOf(query.cursor);
  const isSearch = words !== '' || [query.outlet, query.from, query.until].some((each) => each);
  if (!isSearch) return pageOf(await chunkOf(on, seq, { before, limit: limit + 1 }), limit);
  const found: LedgerReport[] = [];
  for (;;) {
    const chunk = await chunkOf(on, seq, { before, limit: SEARCH_CHUNK });
    found.push(...chunk.filter((row) => isWanted(row, query, words)));
    if (found.length > limit || chunk.length < SEARCH_CHUNK) return pageOf(found, limit);
    before = chunk.at(-1)?.seq ?? 0;
  }
};

/** The bytes that were kept under a hash; null where they are not there, or no longer have it. */
export const keptBytes = async (on: Queries, hash: string): Promise<Uint8Array | null> => {
  const [row] = await on.query<{ bytes: Uint8Array }>('select bytes from originals where hash = $1', [hash]);
  const bytes = row && Uint8Array.from(inflateSync(row.bytes));
  return bytes && hashOf(bytes) === hash ? bytes : null;
};

export const original = async (on: Queries, seq: number, id: ReportId): Promise<Uint8Array | null> => {
  const [head] = await reportHeads(on, { ids: [id], seq });
  if (!head) return null;
  const hash = head.report.originalHash;
  const bytes = await keptBytes(on, hash);
  if (bytes === null) {
    throw new Fault(
      'world',
      `The original of report ${id} is not what was kept, or missing: the ledger is damaged. Restore it from a backup.`,
    );
  }
  return bytes;
};

export const backlog = async (on: Queries, reader: string, limit: number): Promise<readonly ReportId[]> => {
  const rows = await on.query<{ id: ReportId }>(
    `select s.id from subjects s where s.type = 'report' and s.type <> 'claim' and s.ended is null and s.retracted is null
       and not exists (select 1 from readings r where r.report = s.id and r.reader = $1)
     order by s.seq limit $2`,
    [reader, limit],
  );
  return rows.map(({ id }) => id);
};
