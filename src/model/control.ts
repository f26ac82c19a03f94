// What is concluded from claims alone (control-method sections 2, 3, 9): a holder, a status, and the sentences behind them.
// Invariant: a belligerent's own claim is never more than `claimed`; nothing here can be written by hand.
import type { SideId, SpeakerSide } from './actor.ts';
import type { Judgement } from './answer.ts';
import type { AggregateClaim, Claim, ClaimId, Scope } from './claim.ts';
import type { PlaceId } from './place.ts';
import type { FamilyId, ReportId } from './report.ts';
import type { Day, Instant, When } from './time.ts';

export const STATUSES = ['confirmed', 'disputed', 'contested', 'claimed', 'threatened', 'undetermined'] as const;
export type Status = (typeof STATUSES)[number];

export const FLAGS = [
  'denied',
  'stale',
  'partial',
  'besieged',
  'singleSource',
  'copyOnly',
  'baselineOnly',
  'modelDoubts',
  'entryDisputed',
  'tacticalRetreatClaimed',
  'quickReversal',
  'thirdPartyStake',
  'undatedReport',
  'scopeBorrowed',
] as const;
export type Flag = (typeof FLAGS)[number];

/** A claim as assessment sees it: with where and when it could be known, and what it counts together with. */
export interface Evidence {
  readonly claim: Claim;
  readonly report: {
    readonly id: ReportId;
    readonly outlet: string | null;
    readonly url: string | null;
    readonly published: When;
    readonly publishedAt: Instant | null;
    /** Known time: published, else first seen. */
    readonly known: Instant;
    readonly family: FamilyId;
    /** Its families before people cut or joined reports, each with the moment from which it was so no more; oldest first. */
    readonly familyBefore: readonly { readonly family: FamilyId; readonly until: Instant }[];
    readonly agency: string | null;
    readonly affiliation: SpeakerSide | null;
  };
  /** Every six words in a row of its quote, as hashes: by them one speaker's one sentence is known in any report (5.3). */
  readonly quoted: readonly number[];
  /** From when it is known where a person put it in or put it right, later than its report; else null. */
  readonly known: Instant | null;
  /** What people judged of it as an answer to other claims (rule D). */
  readonly judged: readonly Judgement[];
  /** The ledger's sequence number of the assertion, and of the retraction where there is one. */
  readonly seq: number;
  readonly retracted: { readonly seq: number; readonly known: Instant; readonly reason: string } | null;
}

export interface Cell {
  readonly place: PlaceId;
  readonly scope: Scope;
}

/** From which day, known by when, and from which state of the ledger; null = everything. */
export interface Moment {
  readonly on: Day;
  readonly asOf: Instant | null;
  readonly seq: number;
}

/** An Admiralty grade: who says it (A to F) and what is said (1 to 6), each from evidence of its own (section 6). */
export interface Grade {
  readonly source: string;
  readonly info: number;
  /** Whether the letter comes from what the source's claims came to, or is the one that its kind starts with. */
  readonly basis: 'history' | 'start';
}

export interface Step {
  readonly evidence: Evidence;
  readonly mark: string;
  readonly weight: number;
  readonly logOdds: number | null;
  readonly rule: string;
  readonly effect: string;
  readonly grade: Grade;
  /** What else bears on its weight: `campaign`, one of so many claims of its side that day that they count half (15). */
  readonly notes: readonly string[];
}

export interface DenialEdge {
  readonly evidence: Evidence;
  readonly answers: ClaimId | null;
  readonly sameProposition: boolean;
  /** The person's judgement that says so; null where it is the assessment's own. */
  readonly judged: Judgement | null;
}

export interface NotCounted {
  readonly evidence: Evidence;
  readonly why: string;
}

export interface Assessment {
  readonly cell: Cell;
  readonly moment: Moment;
  readonly holder: SideId | 'none' | null;
  readonly against: readonly SideId[];
  readonly status: Status;
  readonly p: Readonly<Record<string, number>> | null;
  readonly pLow: number | null;
  readonly pHigh: number | null;
  /** The holder's probability in words (nobody's where nobody is shown): what a reader is told first. */
  readonly likelihood: string | null;
  /** Of the best sentence that supports the status; null where none does. */
  readonly grade: Grade | null;
  readonly families: number;
  readonly effective: number;
  readonly flags: readonly Flag[];
  readonly reason: string;
  readonly because: readonly ClaimId[];
  readonly lastEvidence: Day | null;
  readonly staleAfter: Day | null;
  readonly baseline: { readonly id: string; readonly p: number } | null;
  readonly alternative: {
    readonly baseline: string;
    readonly holder: SideId | 'none' | null;
    readonly status: Status;
  } | null;
  readonly model: { readonly version: string; readonly paramsHash: string };
  readonly steps: readonly Step[];
  readonly denials: readonly DenialEdge[];
  readonly notCounted: readonly NotCounted[];
}

/** Between which days a cell changed hands with 80 % of what the probabilities give, and how probable that is (7.5). */
export interface ChangeBetween {
  readonly from: Day;
  readonly until: Day;
  readonly p: number;
}

export interface ControlPeriod {
  readonly cell: Cell;
  readonly holder: SideId | 'none' | null;
  readonly status: Status;
  readonly from: Day;
  /** Exclusive; null = still so at the end of what was asked. */
  readonly until: Day | null;
  /** When its holder took the cell; null where the holder is the one before, or the probabilities give no date. */
  readonly changeBetween: ChangeBetween | null;
  readonly because: readonly ClaimId[];
  readonly reason: string;
}

/** A period without its sentences: it lasts until the next one of its cell begins. */
export interface Holding extends Pick<Assessment, 'holder' | 'status' | 'against'> {
  readonly from: Day;
}

/** Who held a cell over a range of days, in order; the first begins with the range. */
export interface CellHoldings {
  readonly cell: Cell;
  readonly holdings: readonly Holding[];
}

/** So many places that one side has, or that these sides quarrel about, by one right. */
export interface HoldingCount extends Pick<Holding, 'holder' | 'status' | 'against'> {
  readonly places: number;
  /** Those of them that are districts or their centres: what most numbers in reports count. */
  readonly districts: number;
}

export interface DayCounts {
  readonly on: Day;
  readonly counts: readonly HoldingCount[];
}

export type Aggregate = AggregateClaim;
