// Families as the ledger knows them: whole ones by their ties, and of single reports which family they are in.
// Invariant: a family is what standing ties connect, under the least id of its members.
import type { FamilyEdge, FamilyId, ReportId } from '../model/report.ts';
import type { Queries } from './database.ts';

/** Of the parameters $1 is the sequence number and $2 the type. */
export const STANDING = `s.type = $2 and s.seq <= $1 and (s.ended is null or s.ended > $1)
  and (s.retracted is null or s.retracted > $1)`;

const LATEST = Number.MAX_SAFE_INTEGER;

const OTHER_END = 'case when s.report = m.report then s.copy_of else s.report end';

/** The members of the families that the reports in $3 are in, by edges that meet a condition. */
export const membersBy = (on: Queries, condition: string): string =>
  `with recursive member (report) as (
     select * from ${on.dialect.list(3, 'text')} as given
     union select ${OTHER_END} from member m join subjects s on (s.report = m.report or s.copy_of = m.report) and ${condition})`;

/** The edges of the whole families that these reports are in. */
export const familiesOf = async (
  on: Queries,
  seq: number,
  reports: readonly ReportId[],
): Promise<readonly FamilyEdge[]> => {
  const rows = await on.query<{ body: string }>(
    `${membersBy(on, STANDING)} select s.seq, e.body from subjects s join entries e on e.seq = s.seq
     where s.report in (select report from member) and ${STANDING} order by s.seq`,
    [seq, 'family', JSON.stringify(reports)],
  );
  return rows.map(({ body }) => JSON.parse(body) as FamilyEdge);
};

/** What a report is among others: its family, and the report that it is a copy of by its first tie. */
export interface Membership {
  readonly family: FamilyId;
  readonly copyOf: ReportId | null;
}

const FAMILY = (list: string): string => `with recursive member (root, report) as (
     select given.*, given.* from ${list} as given
     union select m.root, ${OTHER_END} from member m join subjects s on (s.report = m.report or s.copy_of = m.report) and ${STANDING})
   select root, min(report) as family from member group by root`;

/** The same without the ties' bodies: of a story in a thousand papers they are megabytes. */
export const membershipsOf = async (
  on: Queries,
  reports: readonly ReportId[],
): Promise<ReadonlyMap<ReportId, Membership>> => {
  const list = on.dialect.list(3, 'text');
  const params = [LATEST, 'family', JSON.stringify(reports)] as const;
  const families = await on.query<{ root: ReportId; family: FamilyId }>(FAMILY(list), params);
  const ties = await on.query<{ report: ReportId; copy_of: ReportId }>(
    `select s.report, s.copy_of from subjects s where ${STANDING} and s.report in ${list} order by s.seq desc`,
    params,
  );
  const copyOf = new Map(ties.map(({ report, copy_of }) => [report, copy_of]));
  return new Map(families.map(({ root, family }) => [root, { family, copyOf: copyOf.get(root) ?? null }]));
};

/** A tie that was read, also where a person cut it since: a person's own has its known time in its entry. */
const READ = `s.type = $2 and s.seq <= $1 and (s.ended is null or s.ended > $1)
  and not exists (select 1 from entries e where e.seq = s.seq and e.known is not null)`;

/** All members of the families of these reports, by the ties that were read; of one without a tie, itself alone. */
export const kin = async (
  on: Queries,
  reports: readonly ReportId[],
): Promise<ReadonlyMap<ReportId, readonly ReportId[]>> => {
  const rows = await on.query<{ root: ReportId; report: ReportId }>(
    `with recursive member (root, report) as (
       select given.*, given.* from ${on.dialect.list(3, 'text')} as given
       union select m.root, ${OTHER_END} from member m join subjects s on (s.report = m.report or s.copy_of = m.report) and ${READ})
     select root, report from member order by root, report`,
    [LATEST, 'family', JSON.stringify(reports)],
  );
  const families = Map.groupBy(rows, ({ root }) => root);
  return new Map([...families].map(([root, members]) => [root, members.map(({ report }) => report)]));
};
