// Reads of claims and of the places they speak of, as they stood at a sequence number.
// Invariant: a row is seen at N when it was asserted by N and not ended by N; a taking-back after N does not count.
import type { Claim, ClaimId } from '../model/claim.ts';
import { Fault } from '../model/outcome.ts';
import type { PlaceId } from '../model/place.ts';
import type { ReportId } from '../model/report.ts';
import type { Day, Instant } from '../model/time.ts';
import type { Queries, Value } from './database.ts';
import type { TakenBack } from './index-lines.ts';
import type { ClaimPageQuery, ClaimsOfQuery, LedgerClaim, LedgerPage, PlaceScope, TouchedPlace } from './records.ts';
import { FIRST_DAY } from './tables.ts';

export const LATEST = Number.MAX_SAFE_INTEGER;

interface ClaimRow {
  readonly seq: number;
  readonly report: ReportId;
  readonly body: string;
  readonly known: Instant | null;
  readonly taken: number | null;
  readonly back: string | null;
}

// $1 is the sequence number to answer from, in every query of this file.
export const SEEN = 's.seq <= $1 and (s.ended is null or s.ended > $1)';
const CLAIM = `s.type = 'claim' and ${SEEN}`;
const BODIES = 'select s.seq, s.report, e.body, e.known, r.seq as taken, r.body as back';
export const JOINED = 'join entries e on e.seq = s.seq left join entries r on r.seq = s.retracted and r.seq <= $1';
const CLAIMS = `${BODIES} from subjects s ${JOINED} where ${CLAIM}`;

export const retractedOf = ({ taken, back }: Pick<ClaimRow, 'taken' | 'back'>): LedgerClaim['retracted'] => {
  if (taken === null || back === null) return null;
  const { known, reason }: TakenBack = JSON.parse(back);
  return known === null ? null : { seq: taken, known, reason };
};

const claimOf = (row: ClaimRow): LedgerClaim => ({
  claim: JSON.parse(row.body) as Claim,
  report: row.report,
  seq: row.seq,
  known: row.known,
  retracted: retractedOf(row),
});

/** Conditions with their parameters, numbered as they are added. */
interface Conditions {
  readonly sql: readonly string[];
  readonly params: readonly Value[];
}

type Condition = readonly [sql: (n: number) => string, value: Value | null | undefined];

const conditionsOf = (seq: number, wanted: readonly Condition[]): Conditions => {
  const params: Value[] = [seq];
  const sql = wanted.flatMap(([of, value]) => {
    if (value === null || value === undefined) return [];
    params.push(value);
    return [` and ${of(params.length)}`];
  });
  return { sql, params };
};

const reaching = (from: Day | null | undefined, until: Day | null | undefined): readonly Condition[] => [
  [(n) => `s.last_day >= $${n}`, from],
  [(n) => `s.first_day < $${n}`, until],
];

export const claimsOf = async (on: Queries, query: ClaimsOfQuery): Promise<readonly LedgerClaim[]> => {
  const { sql, params } = conditionsOf(query.seq ?? LATEST, [
    [(n) => `s.place in ${on.dialect.list(n, 'text')}`, query.places && JSON.stringify(query.places)],
    ...reaching(query.from, query.until),
  ]);
  const rows = await on.query<ClaimRow>(`${CLAIMS} and s.place is not null${sql.join('')}`, params);
  // Sorted here: asked for in SQL, it tempts a planner to walk all claims in order instead of one place's.
  return rows.map(claimOf).sort((a, b) => a.seq - b.seq);
};

/** Claims whose name was not told apart, or is in no gazetteer, in the order of their entries. */
export const unplaced = async (on: Queries, seq: number): Promise<readonly LedgerClaim[]> => {
  const rows = await on.query<ClaimRow>(`${CLAIMS} and s.place is null order by s.seq`, [seq]);
  return rows.map(claimOf);
};

/** What was asserted under an id and not found misread, oldest first: more than one where people put it right. */
export const claimTurns = async (on: Queries, id: ClaimId): Promise<readonly LedgerClaim[]> => {
  const rows = await on.query<ClaimRow>(`${CLAIMS} and s.id = $2 order by s.seq`, [LATEST, id]);
  return rows.map(claimOf);
};

export const cursorOf = (cursor: string | null | undefined): number => {
  if (cursor === null || cursor === undefined) return LATEST;
  if (/^\d{1,15}$/.test(cursor)) return Number(cursor);
  throw new Fault('usage', `The cursor "${cursor}" is none of this ledger's: pass on "next" of the page before.`);
};

export const PAGE = 100;
/** Rows looked through at a time for words. */
const SEARCH_CHUNK = 1000;

const isAbout = ({ claim }: LedgerClaim, words: string): boolean =>
  [claim.quote.text, claim.place.name, claim.by.speaker ?? ''].some((text) => text.toLowerCase().includes(words));

interface Chunk extends ClaimPageQuery {
  readonly limit: number;
  readonly before: number;
}

const chunkOf = async (on: Queries, query: Chunk): Promise<readonly LedgerClaim[]> => {
  const { sql, params } = conditionsOf(LATEST, [
    [(n) => `s.place = $${n}`, query.place],
    ...reaching(query.from, query.until),
    [(n) => `s.side = $${n}`, query.side],
    [(n) => `s.kind = $${n}`, query.kind],
    [(n) => `s.report = $${n}`, query.report],
    [(n) => `s.seq < $${n}`, query.before],
    [(n) => `true order by s.seq desc limit $${n}`, query.limit],
  ]);
  // The page is cut before the bodies are fetched: sorting bodies that are not shown costs twenty times as much.
  const page = `select s.* from subjects s where ${CLAIM}${sql.join('')}`;
  const rows = await on.query<ClaimRow>(`${BODIES} from (${page}) s ${JOINED} order by s.seq desc`, params);
  return rows.map(claimOf);
};

export const pageOf = <T extends { readonly seq: number }>(rows: readonly T[], limit: number): LedgerPage<T> => {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > limit && last ? String(last.seq) : null };
};

/** Newest first. Words are compared here, so that case folds alike in both databases. */
export const claimPage = async (on: Queries, query: ClaimPageQuery): Promise<LedgerPage<LedgerClaim>> => {
  const limit = query.limit ?? PAGE;
  const words = query.q?.trim().toLowerCase() ?? '';
  let before = cursorOf(query.cursor);
  if (words === '') return pageOf(await chunkOf(on, { ...query, before, limit: limit + 1 }), limit);
  const found: LedgerClaim[] = [];
  for (;;) {
    const chunk = await chunkOf(on, { ...query, before, limit: SEARCH_CHUNK });
    found.push(...chunk.filter((row) => isAbout(row, words)));
    if (found.length > limit || chunk.length < SEARCH_CHUNK) return pageOf(found, limit);
    before = chunk.at(-1)?.seq ?? 0;
  }
};

export const claimCounts = async (on: Queries, ids?: readonly ReportId[]): Promise<ReadonlyMap<ReportId, number>> => {
  const some = ids ? ` and report in ${on.dialect.list(1, 'text')}` : '';
  const rows = await on.query<{ report: ReportId; claims: number }>(
    `select report, count(*) as claims from subjects
     where type = 'claim' and ended is null and retracted is null${some} group by report`,
    ids ? [JSON.stringify(ids)] : [],
  );
  return new Map(rows.map(({ report, claims }) => [report, claims]));
};

export const cells = (on: Queries, seq: number): Promise<readonly PlaceScope[]> =>
  on.query<PlaceScope>(
    `select c.place, c.scope from cells c
     where exists (select 1 from subjects s where s.place = c.place and s.scope = c.scope and ${SEEN})
     order by c.place, c.scope`,
    [seq],
  );

/** Claims that came, went, moved or were judged as answers; and all claims of reports that changed or of changed families. */
export const touched = async (on: Queries, since: number): Promise<readonly TouchedPlace[]> => {
  const rows = await on.query<{ place: PlaceId; from: string }>(
    `select s.place, min(s.first_day) as "from" from subjects s
     where s.place is not null and (
       s.id in (select e.id from entries e where e.seq > $1 and e.type = 'claim')
       or s.report in (select e.report from entries e where e.seq > $1 and e.type = 'answer')
       or s.report in (${FAMILIES_SINCE}))
     group by s.place order by s.place`,
    [since],
  );
  return rows.map(({ place, from }) => ({ place, from: from === FIRST_DAY ? null : (from as Day) }));
};

// A changed edge touches the whole family on both its ends, through edges that stand or stood.
const FAMILIES_SINCE = `with recursive member (report) as (
    select e.report from entries e where e.seq > $1 and e.type in ('report', 'family')
    union select case when f.report = m.report then f.copy_of else f.report end
      from member m join subjects f on (f.report = m.report or f.copy_of = m.report) and f.copy_of is not null)
  select report from member`;
