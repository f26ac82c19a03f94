// The ledger's lines. An entry has a sequence number and a recorded time and is never changed; it asserts or retracts.
import type { AnswerEdge } from './answer.ts';
import type { AggregateClaim, Claim, Incident } from './claim.ts';
import type { Refusal } from './outcome.ts';
import type { FamilyEdge, KeptCorrection, Report, ReportId, Signature } from './report.ts';
import type { Instant } from './time.ts';

export type Subject =
  | { readonly type: 'report'; readonly value: Report }
  | { readonly type: 'claim'; readonly value: Claim }
  | { readonly type: 'aggregate'; readonly value: AggregateClaim }
  | { readonly type: 'incident'; readonly value: Incident }
  | { readonly type: 'correction'; readonly value: KeptCorrection }
  | { readonly type: 'family'; readonly value: FamilyEdge }
  | { readonly type: 'answer'; readonly value: AnswerEdge };
export type SubjectType = Subject['type'];

export type EntryAct =
  | {
      readonly act: 'assert';
      readonly what: Subject;
      /** Why, and from when it is known, where a person asserted it or a family dated it; null for what a report brought. */
      readonly reason: string | null;
      readonly known: Instant | null;
    }
  | {
      readonly act: 'retract';
      readonly type: SubjectType;
      readonly subject: string;
      readonly reason: string;
      readonly known: Instant | null;
    };

export type Entry = { readonly seq: number; readonly recorded: Instant; readonly by: string } & EntryAct;

/** One thing that a person asserts or takes back. */
export type PersonsAct =
  | { readonly act: 'assert'; readonly what: Subject }
  | { readonly act: 'retract'; readonly type: SubjectType; readonly subject: string };

/** Who decided, why, and from when that is known. */
export interface Deciding {
  /** `person/NAME`. */
  readonly by: string;
  readonly reason: string;
  readonly known: Instant;
  readonly recorded: Instant;
}

/** All that one report brings, appended in one transaction: all or nothing. */
export interface Batch {
  readonly by: string;
  readonly recorded: Instant;
  readonly report: Report;
  /** The original bytes as they came. */
  readonly original: Uint8Array;
  readonly signature: Signature;
  /** Ties with reports already there; in each, this report is the copy or the fuller one. */
  readonly families: readonly FamilyEdge[];
  readonly claims: readonly Claim[];
  readonly aggregates: readonly AggregateClaim[];
  readonly incidents: readonly Incident[];
  readonly corrections: readonly KeptCorrection[];
  readonly refusals: readonly Refusal[];
  /** The reader's name and version: what it no longer reads of this report is retracted by this name. */
  readonly reader: string;
}

/** What a report says as it was out in some bounds, known from a moment on; the first turn is what it says of itself. */
export interface DatedTurn {
  readonly from: Instant | null;
  /** In a sentence; empty in the first turn. */
  readonly reason: string;
  readonly claims: readonly Claim[];
  readonly aggregates: readonly AggregateClaim[];
  readonly incidents: readonly Incident[];
}

/** An undated report as its family dates it, turn after turn. */
export interface Dating {
  readonly report: ReportId;
  readonly by: string;
  readonly reader: string;
  readonly recorded: Instant;
  readonly turns: readonly DatedTurn[];
}

export interface Appended {
  readonly report: ReportId;
  readonly asserted: number;
  readonly unchanged: number;
  readonly retracted: number;
  /** The ledger's last sequence number after the batch. */
  readonly seq: number;
}
