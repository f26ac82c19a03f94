// What the rest of the house asks of a ledger: writes that only add, and reads of one of its states.
// Invariant: every answer is a function of the entries up to a sequence number; all else here can be deleted and rebuilt.
import type { AnswerEdge } from '../model/answer.ts';
import type { AggregateClaim, ClaimId, Incident } from '../model/claim.ts';
import type { Appended, Batch, Dating, Deciding, Entry, PersonsAct } from '../model/entry.ts';
import type { Refusal } from '../model/outcome.ts';
import type { RefusedItem } from '../model/refused-item.ts';
import type { FamilyEdge, KeptCorrection, ReportId } from '../model/report.ts';
import type { ActRequest } from '../model/request.ts';
import type { Instant } from '../model/time.ts';
import type { Bookmark } from './bookmarks.ts';
import type { Membership } from './families.ts';
import type {
  CachedRow,
  ClaimPageQuery,
  ClaimsOfQuery,
  LedgerClaim,
  LedgerPage,
  LedgerRecord,
  LedgerReport,
  PlaceScope,
  QuarantineRow,
  ReadingRow,
  ReportHead,
  ReportPageQuery,
  Retraction,
  TouchedPlace,
} from './records.ts';
import type { NewRequest } from './requests.ts';
import type { Sketch, Sketcher } from './sketches.ts';

export interface Ledger {
  readonly theatre: string;
  readonly readOnly: boolean;

  // Writing. Each call is one transaction: all of it or nothing.
  /**
   * Appends what reports bring. An equal record is not written; a changed one is asserted again under its id, and the
   * later counts; what the same kind of reader read of this report before and no longer reads is retracted. What a
   * person asserted or took back stands against every reader. A report's family is judged when it first comes in.
   * `marks`, how far whoever brings them has got, are kept with them or not at all.
   */
  append(batches: readonly Batch[], marks?: readonly Bookmark[]): Promise<readonly Appended[]>;
  /**
   * What a person asserts or takes back, each line with that person's name, reason and known time; gives how many lines
   * were written, 0 where all stood so already. What stood before is taken back, so that earlier known times still see it.
   */
  decide(acts: readonly PersonsAct[], deciding: Deciding): Promise<number>;
  /**
   * What an undated report says once its family bounds it, beside what it says of itself: what the bounds change is taken
   * back from when they are known, and what comes in its place is known from then. Gives how many lines were written.
   */
  dateAnew(dating: Dating): Promise<number>;
  /** False where it was taken back already. An id that was never asserted is a usage fault. */
  retract(retraction: Retraction): Promise<boolean>;
  /** Items that gave no report at all (empty, binary …) go to quarantine under their file's name, with their bytes. */
  refuse(refused: readonly RefusedItem[], by: string, recorded: Instant): Promise<void>;
  /** Of these files, those that are in quarantine leave it. */
  release(files: readonly string[], by: string, recorded: Instant): Promise<void>;
  /** Deletes every derived table and makes it again from the entries; the sketcher is the intake's. */
  rebuild(sketcher: Sketcher): Promise<void>;
  /** Makes the sketches anew by which near reports are found, where another version of the sketcher made them. */
  sketch(sketcher: Sketcher): Promise<void>;

  // State. `seq` is the ledger's state to answer from; without it, the latest.
  seq(): Promise<number>;
  /** In the order of their entries. What a newer reader found misread is left out. */
  claimsOf(query: ClaimsOfQuery): Promise<readonly LedgerClaim[]>;
  /** Cells that anybody spoke of, by place and scope. */
  places(seq?: number): Promise<readonly PlaceScope[]>;
  reportHeads(ids?: readonly ReportId[], seq?: number): Promise<readonly LedgerReport<ReportHead>[]>;
  /** All of them, or those of the whole families that some reports are in. */
  familyEdges(seq?: number, reports?: readonly ReportId[]): Promise<readonly FamilyEdge[]>;
  /** Of each of these reports the members of its family by the ties that were read, whatever people cut or joined since. */
  kin(reports: readonly ReportId[]): Promise<ReadonlyMap<ReportId, readonly ReportId[]>>;
  /** The family that each of these reports is in and what it copies; of one without a tie, itself and null. */
  memberships(reports: readonly ReportId[]): Promise<ReadonlyMap<ReportId, Membership>>;
  /** The ties with those that were taken back, and with who, why and known when. */
  familyTies(seq?: number, reports?: readonly ReportId[]): Promise<readonly LedgerRecord<FamilyEdge>[]>;
  /** People's judgements of answers, also those taken back; of all denials, or of those in some reports. */
  answers(seq?: number, reports?: readonly ReportId[]): Promise<readonly LedgerRecord<AnswerEdge>[]>;
  /** Claims that were put at no place, also where they were taken back. */
  unplaced(seq?: number): Promise<readonly LedgerClaim[]>;
  aggregates(seq?: number, report?: ReportId): Promise<readonly AggregateClaim[]>;
  /** The same with those that were taken back, and with from when each is known where that is later than its report. */
  aggregateTurns(seq?: number): Promise<readonly LedgerRecord<AggregateClaim>[]>;
  incidents(seq?: number, report?: ReportId): Promise<readonly Incident[]>;
  /** What reports correct or withdraw of what their outlets said before; all of it, or what was entered after `after`. */
  corrections(seq?: number, after?: number): Promise<readonly KeptCorrection[]>;
  correctionsIn(report: ReportId): Promise<readonly KeptCorrection[]>;
  /** Places that entries after `since` bear on, so that what was derived before must be derived again. */
  touched(since: number): Promise<readonly TouchedPlace[]>;

  // Looking up.
  report(id: ReportId): Promise<LedgerReport | null>;
  /** Reports that came from an address. */
  reportsAt(url: string): Promise<readonly ReportId[]>;
  /** The bytes as they came, checked against their hash. Null where no such report is. */
  original(id: ReportId): Promise<Uint8Array | null>;
  /** One claim by id as it stands now, also when retracted. */
  claim(id: ClaimId): Promise<LedgerClaim | null>;
  /** The same with what people put right of it, oldest first; each was taken back but the last, which may be. */
  claimTurns(id: ClaimId): Promise<readonly LedgerClaim[]>;
  /** Newest entries first. */
  claims(query: ClaimPageQuery): Promise<LedgerPage<LedgerClaim>>;
  reports(query: ReportPageQuery): Promise<LedgerPage<LedgerReport>>;
  /** How many live claims each report has; reports without any are not in it. */
  claimCounts(ids?: readonly ReportId[]): Promise<ReadonlyMap<ReportId, number>>;
  /** Reports that share sampled hashes with this one, the most telling first; never itself. */
  near(sketch: Sketch, limit?: number): Promise<readonly ReportId[]>;
  /** Of each item's latest reading; without an argument, of all items. */
  refusals(report?: ReportId): Promise<readonly Refusal[]>;
  /** The same with when it was refused, and the bytes of items that gave no report. */
  quarantine(): Promise<readonly QuarantineRow[]>;
  /** Bytes by their hash; null where they are not there. */
  keptBytes(hash: string): Promise<Uint8Array | null>;
  /** Those of these reports of which something stands as dated by their families. */
  datedAnew(reports: readonly ReportId[]): Promise<ReadonlySet<ReportId>>;
  readingsOf(report: ReportId): Promise<readonly ReadingRow[]>;
  /** Reports that this reader (name and version) has not read, in the order they came. */
  backlog(reader: string, limit: number): Promise<readonly ReportId[]>;
  /** Everything that people asserted or took back, in order. */
  entriesByPeople(): Promise<readonly Entry[]>;
  /** Entries from ≤ seq < to, in order. */
  entries(from: number, to: number): Promise<readonly Entry[]>;

  // What people asked for over the network, and what became of it. No part of the entries.
  requests(): Promise<readonly ActRequest[]>;
  request(by: string, key: string): Promise<ActRequest | null>;
  requestBytes(number: number): Promise<Uint8Array | null>;
  /** Where the account has a request by this key already, that one is given back and nothing is kept. */
  keepRequest(asked: NewRequest, bytes: Uint8Array | null): Promise<ActRequest>;

  // Where long work has got to; each by its key.
  bookmarks(keys: readonly string[]): Promise<ReadonlyMap<string, string>>;
  keepBookmarks(marks: readonly Bookmark[]): Promise<void>;

  // A small store for what was derived at a sequence number; rebuild() empties it, a read-only ledger keeps nothing.
  cached(keys: readonly string[]): Promise<ReadonlyMap<string, CachedRow>>;
  cache(rows: readonly CachedRow[]): Promise<void>;

  close(): Promise<void>;
}
