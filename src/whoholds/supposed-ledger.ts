// A ledger as it would stand after an act: what would be written is kept in memory and seen by every later read.
// Invariant: nothing reaches the ledger below; what is supposed has the sequence number after its last.
import { foldFamilies } from '../intake/fold-families.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { LedgerClaim, LedgerRecord, LedgerReport } from '../ledger/records.ts';
import type { AnswerEdge } from '../model/answer.ts';
import type { Appended, Batch, Dating, Deciding, PersonsAct, Subject } from '../model/entry.ts';
import type { PlaceId } from '../model/place.ts';
import type { FamilyEdge, Report, ReportId } from '../model/report.ts';
import type { Instant } from '../model/time.ts';

type Back = NonNullable<LedgerClaim['retracted']>;
type Place = { readonly known: Instant | null; readonly by: string; readonly reason: string | null };

/** What would be asserted, and which ids would be taken back first. */
class Supposed {
  readonly seq: number;
  readonly back = new Map<string, Back>();
  readonly claims: LedgerClaim[] = [];
  readonly families: LedgerRecord<FamilyEdge>[] = [];
  readonly answers: LedgerRecord<AnswerEdge>[] = [];
  readonly reports: LedgerReport<Report>[] = [];

  constructor(seq: number) {
    this.seq = seq;
  }

  take(id: string, { known, reason }: { known: Instant; reason: string }): void {
    this.back.set(id, { seq: this.seq, known, reason });
    const live = <T extends { retracted: Back | null }>(rows: T[], idOf: (row: T) => string): void => {
      for (const [at, row] of rows.entries())
        if (idOf(row) === id && row.retracted === null)
          rows[at] = { ...row, retracted: { seq: this.seq, known, reason } };
    };
    live(this.claims, ({ claim }) => claim.id);
    live(this.families, ({ value }) => value.id);
    live(this.answers, ({ value }) => value.id);
  }

  put(what: Subject, { known, by, reason }: Place): void {
    const { seq } = this;
    const record = { by, reason, known, seq, retracted: null };
    if (what.type === 'claim')
      this.claims.push({ claim: what.value, report: what.value.report, seq, known, retracted: null });
    if (what.type === 'family') this.families.push({ ...record, value: what.value });
    if (what.type === 'answer') this.answers.push({ ...record, value: what.value });
    if (what.type === 'report') this.reports.push({ report: what.value, seq });
  }
}

const decideOn = (supposed: Supposed, acts: readonly PersonsAct[], { by, reason, known }: Deciding): number => {
  for (const act of acts) {
    if (act.act === 'assert') {
      supposed.take(act.what.value.id, { known, reason });
      supposed.put(act.what, { known, by, reason });
    } else supposed.take(act.subject, { known, reason });
  }
  return acts.length;
};

/** Only what is not there yet: a report that came before keeps what people did to its claims. */
const appendOn = async (ledger: Ledger, supposed: Supposed, batch: Batch): Promise<Appended> => {
  const place = { known: null, by: batch.by, reason: null };
  const isNew = (await ledger.report(batch.report.id)) === null;
  if (isNew) supposed.put({ type: 'report', value: batch.report }, place);
  const ties = new Set((await ledger.familyTies(undefined, [batch.report.id])).map(({ value }) => value.id));
  for (const value of batch.families) if (!ties.has(value.id)) supposed.put({ type: 'family', value }, place);
  let asserted = isNew ? 1 : 0;
  for (const value of batch.claims) {
    if ((await ledger.claim(value.id)) !== null) continue;
    supposed.put({ type: 'claim', value }, place);
    asserted += 1;
  }
  return { report: batch.report.id, asserted, unchanged: 0, retracted: 0, seq: supposed.seq };
};

/** As it would be known in the end: what the last turn of its dating says in place of the turns before. */
const dateOn = async (ledger: Ledger, supposed: Supposed, { turns, by }: Dating): Promise<number> => {
  const last = turns.at(-1);
  if (last === undefined || last.from === null) return 0;
  const { from: known, reason } = last;
  const said = new Set(last.claims.map(({ id }) => id));
  for (const { id } of turns.slice(0, -1).flatMap(({ claims }) => claims))
    if (!said.has(id)) supposed.take(id, { known, reason });
  for (const value of last.claims) {
    const before = supposed.claims.find(({ claim }) => claim.id === value.id) ?? (await ledger.claim(value.id));
    if (before === null || before.retracted !== null) supposed.put({ type: 'claim', value }, { known, by, reason });
  }
  return said.size;
};

const seen = <T extends { retracted: Back | null }>(supposed: Supposed, rows: readonly T[], idOf: (row: T) => string) =>
  rows.map((row) => {
    const back = row.retracted === null ? supposed.back.get(idOf(row)) : undefined;
    return back === undefined ? row : { ...row, retracted: back };
  });

const membersOf = (families: ReadonlyMap<ReportId, string>) => {
  const members = Map.groupBy(families.keys(), (id) => families.get(id) ?? id);
  return (id: ReportId): readonly ReportId[] => members.get(families.get(id) ?? id) ?? [id];
};

const readsOf = (ledger: Ledger, supposed: Supposed) => {
  const familyTies: Ledger['familyTies'] = async (seq, reports) => {
    const mine = supposed.families.filter(
      ({ value }) => reports === undefined || reports.includes(value.report) || reports.includes(value.of),
    );
    const ends = mine.flatMap(({ value }) => [value.report, value.of]);
    const below = await ledger.familyTies(seq, reports && [...new Set([...reports, ...ends])]);
    return [...seen(supposed, below, ({ value }) => value.id), ...mine];
  };
  return {
    familyTies,
    kin: async (reports) => {
      const ties = (await familyTies(undefined, reports)).filter(({ known }) => known === null);
      const members = membersOf(foldFamilies(ties.map(({ value }) => value)));
      return new Map(reports.map((id) => [id, members(id)]));
    },
    familyEdges: async (seq, reports) =>
      (await familyTies(seq, reports)).flatMap(({ value, retracted }) => (retracted === null ? [value] : [])),
    claimsOf: async (query) => {
      const places = query.places === undefined ? null : new Set<PlaceId | null>(query.places);
      const below = seen(supposed, await ledger.claimsOf(query), ({ claim }) => claim.id);
      const mine = supposed.claims.filter(
        ({ claim: { place } }) => place.id !== null && (places?.has(place.id) ?? true),
      );
      return [...below, ...mine];
    },
    places: async (seq) => [
      ...(await ledger.places(seq)),
      ...supposed.claims.flatMap(({ claim: { place, scope } }) =>
        place.id === null ? [] : [{ place: place.id, scope }],
      ),
    ],
    reportHeads: async (ids, seq) => [
      ...(await ledger.reportHeads(ids, seq)),
      ...supposed.reports.filter(({ report }) => ids === undefined || ids.includes(report.id)),
    ],
    answers: async (seq, reports) => [
      ...seen(supposed, await ledger.answers(seq, reports), ({ value }) => value.id),
      ...supposed.answers.filter(({ value }) => reports === undefined || reports.includes(value.report)),
    ],
    report: async (id: ReportId) =>
      supposed.reports.find(({ report }) => report.id === id) ?? (await ledger.report(id)),
  } satisfies Partial<Ledger>;
};

export interface SupposedLedger extends Ledger {
  /** Claims that would be taken back or judged, by id. */
  changedClaims(): readonly string[];
  putClaims(): readonly LedgerClaim[];
  /** The reports of ties that would be made or cut. */
  tiedReports(): readonly ReportId[];
}

export const supposeLedger = async (ledger: Ledger): Promise<SupposedLedger> => {
  const supposed = new Supposed((await ledger.seq()) + 1);
  const ties = await ledger.familyTies();
  return {
    ...ledger,
    ...readsOf(ledger, supposed),
    seq: async () => supposed.seq,
    decide: async (acts, deciding) => decideOn(supposed, acts, deciding),
    append: async (batches) => {
      const appended: Appended[] = [];
      for (const batch of batches) appended.push(await appendOn(ledger, supposed, batch));
      return appended;
    },
    dateAnew: (dating) => dateOn(ledger, supposed, dating),
    retract: async ({ id, known, reason }) => {
      supposed.take(id, { known, reason });
      return true;
    },
    refuse: async () => {},
    release: async () => {},
    keepBookmarks: async () => {},
    cache: async () => {},
    keepRequest: async (asked) => ({ number: 0, ...asked }),
    changedClaims: () => [
      ...supposed.back.keys(),
      ...supposed.answers.flatMap(({ value }) => [value.denial, value.claim]),
    ],
    putClaims: () => supposed.claims,
    tiedReports: () => [
      ...supposed.families.flatMap(({ value }) => [value.report, value.of]),
      ...ties.flatMap(({ value }) => (supposed.back.has(value.id) ? [value.report, value.of] : [])),
    ],
  };
};
