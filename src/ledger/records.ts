// What the ledger hands out: rows with their sequence numbers, questions with their bounds.
// Invariant: an answer for a sequence number N never changes, whatever is appended after N.
import type { Claim, Kind, Scope } from '../model/claim.ts';
import type { SubjectType } from '../model/entry.ts';
import type { Refusal } from '../model/outcome.ts';
import type { PlaceId } from '../model/place.ts';
import type { Report, ReportId } from '../model/report.ts';
import type { Day, Instant } from '../model/time.ts';

/** A claim as it stands at a sequence number, with the entry that asserted it and, where there is one, the one that took it back. */
export interface LedgerClaim {
  readonly claim: Claim;
  readonly report: ReportId;
  readonly seq: number;
  /** From when it is known where a person asserted it or a family dated it; null for what is known with its report. */
  readonly known: Instant | null;
  readonly retracted: { readonly seq: number; readonly known: Instant; readonly reason: string } | null;
}

/** Any other record as it stands at a sequence number, also where it was taken back; `by` who asserted it, a person why. */
export interface LedgerRecord<T> {
  readonly value: T;
  readonly by: string;
  readonly reason: string | null;
  readonly known: Instant | null;
  readonly seq: number;
  readonly retracted: LedgerClaim['retracted'];
}

/** Everything of a report but its text. */
export type ReportHead = Omit<Report, 'text'>;

export interface LedgerReport<R = Report> {
  readonly report: R;
  readonly seq: number;
}

export interface ClaimsOfQuery {
  /** Only claims put at these places; without it, all that have a place. */
  readonly places?: readonly PlaceId[];
  /** The ledger's state to answer from; without it, the latest. */
  readonly seq?: number;
  /** Only claims whose days reach into [from, until); a claim with an open bound reaches far. */
  readonly from?: Day;
  readonly until?: Day;
}

export interface ClaimPageQuery {
  readonly place?: PlaceId | null;
  /** Days [from, until) that the claim's own days must reach into. */
  readonly from?: Day | null;
  readonly until?: Day | null;
  /** The claim's actor. */
  readonly side?: string | null;
  readonly kind?: Kind | null;
  /** Words to be found in the quote, the place's name or the speaker's, in any case. */
  readonly q?: string | null;
  readonly report?: ReportId | null;
  readonly limit?: number;
  readonly cursor?: string | null;
}

export interface ReportPageQuery {
  readonly limit?: number;
  readonly cursor?: string | null;
  /** Words to be found in its text, in any case. */
  readonly q?: string | null;
  readonly outlet?: string | null;
  /** Days that its own day, as far as it is known, may lie on, both inclusive. */
  readonly from?: Day | null;
  readonly until?: Day | null;
}

export interface LedgerPage<T> {
  readonly rows: readonly T[];
  /** Opaque; null at the end. */
  readonly next: string | null;
}

export interface PlaceScope {
  readonly place: PlaceId;
  readonly scope: Scope;
}

/** A place that entries after some sequence number bear on, and the first day they speak of (null: no lower bound). */
export interface TouchedPlace {
  readonly place: PlaceId;
  readonly from: Day | null;
}

/** That a reader has read a report: the backlog is the reports without one. */
export interface ReadingRow {
  readonly reader: string;
  readonly recorded: Instant;
  readonly refusals: readonly Refusal[];
}

/** An item with what was refused in its latest reading: a whole item (report is null), or single claims of a report. */
export interface QuarantineRow {
  readonly number: number;
  readonly report: ReportId | null;
  readonly file: string;
  readonly recorded: Instant;
  readonly refusals: readonly Refusal[];
  /** The bytes of an item that gave no report; null where they were never at hand. */
  readonly original: { readonly hash: string; readonly size: number } | null;
  readonly about: string | null;
}

export interface CachedRow {
  readonly key: string;
  readonly seq: number;
  readonly body: string;
}

/** Takes back what was said: it counts until `known`, not after. (What a reader misread, `append` takes back itself.) */
export interface Retraction {
  readonly type: SubjectType;
  readonly id: string;
  readonly by: string;
  readonly reason: string;
  readonly known: Instant;
  readonly recorded: Instant;
}
