// What people do to the evidence and ask of it: their acts, each with a name and a reason, the log of them, and the queue.
// Invariant: nobody writes an assessment; an act is an entry on claims, families or answers, and assessment follows.
import type { SideId, SpeakerSide } from '../model/actor.ts';
import type { AnswerEdge } from '../model/answer.ts';
import type { Claim, ClaimId, Kind, Modality, Polarity, Scope } from '../model/claim.ts';
import type { Assessment, Cell } from '../model/control.ts';
import type { PlaceId } from '../model/place.ts';
import type { FamilyEdge, ReportId } from '../model/report.ts';
import type { Day, Instant } from '../model/time.ts';

export interface Reviewer {
  readonly name: string;
  readonly reason: string;
}

/** A claim of a person's own reading: nothing without words of a report, a speaker and a day. */
export interface HandClaim {
  readonly report: ReportId;
  /** The report's exact words; runs of white space count as one. */
  readonly quote: string;
  /** Where the words begin, where they stand in the report more than once; else null. */
  readonly at: number | null;
  readonly place: PlaceId;
  /** Null: the whole of the place. */
  readonly scope: Scope | null;
  readonly kind: Kind;
  readonly actor: SideId | null;
  readonly polarity: Polarity;
  readonly modality: Modality;
  readonly from: Day;
  readonly until: Day;
  /** Null for the outlet's own voice, with `outlet` as its side. */
  readonly speaker: string | null;
  readonly role: string | null;
  readonly sides: readonly SpeakerSide[];
  readonly via: string | null;
  readonly to: SideId | null;
  readonly partial: boolean;
  readonly tactical: boolean;
  readonly answers: ClaimId | null;
}

export const REVIEW_ACTS = ['assert', 'retract', 'place', 'join', 'cut', 'answers'] as const;
export type ReviewAct = (typeof REVIEW_ACTS)[number];

export interface Acted {
  readonly act: ReviewAct | 'report';
  /** The id of the claim, the tie, the answer or the report; of a cut that takes several ties, the report's. */
  readonly subject: string;
  /** False where all stood so already. */
  readonly changed: boolean;
  /** One sentence: what was done, or why nothing was. */
  readonly says: string;
  readonly seq: number;
}

export interface AnswerQuestion {
  readonly denial: ClaimId;
  /** Null: the claim that the denial itself answers. */
  readonly claim: ClaimId | null;
  readonly sameProposition: boolean;
}

export interface ReviewEntry {
  readonly seq: number;
  readonly act: ReviewAct;
  readonly by: string;
  readonly known: Instant;
  readonly reason: string;
  readonly subject: string;
  /** Of an answer, the denial. */
  readonly claim: Claim | null;
  /** Where a claim that was put elsewhere stood before. */
  readonly movedFrom: PlaceId | null;
  readonly family: FamilyEdge | null;
  readonly answer: AnswerEdge | null;
}

/** What an act would change of one cell. */
export interface Move {
  readonly cell: Cell;
  readonly from: Verdict;
  readonly to: Verdict;
}

export type Verdict = Pick<Assessment, 'holder' | 'status' | 'p'>;

export const QUEUE_KINDS = ['claim', 'answer', 'place', 'family'] as const;
export type QueueKind = (typeof QUEUE_KINDS)[number];

/** Something to look at, with what it would move were it decided the other way. */
export interface QueueItem {
  readonly kind: QueueKind;
  /** The claim, the denial, or the tie. */
  readonly subject: string;
  /** In one sentence: what is doubted, and what the other way would be. */
  readonly question: string;
  /** How unsure the machine is, 0..1. */
  readonly doubt: number;
  readonly moves: readonly Move[];
  /** How much it could move the map: over its moves, 4 for another holder under another status, 2 for either, and the change of p. */
  readonly weight: number;
  readonly claim: Claim | null;
  /** The same claim, to be read beside the denial. */
  readonly against: Claim | null;
  /** For an answer: the claim it stands against. For a place: where it would go. */
  readonly answered: ClaimId | null;
  readonly place: PlaceId | null;
  readonly family: FamilyEdge | null;
  /** For an answer: whether it is taken to be of the same proposition; for a tie: whether the two are one family. */
  readonly taken: boolean | null;
  /** The command lines that decide it, without --reason and --by. */
  readonly acts: readonly string[];
}

export interface QueueQuery {
  readonly on: Day;
  readonly limit: number;
}

/** Faults of use: an unknown id or place, no name, no reason, words that do not stand in the report. */
export interface Review {
  /** With the claim that it puts right, which is taken back in the same breath. */
  assert(claim: HandClaim, by: Reviewer, replaces?: ClaimId | null): Promise<Acted>;
  /** Makes a claim that a reader read, or that was taken back, one's own: no reader changes it any more. */
  standBy(claim: ClaimId, by: Reviewer): Promise<Acted>;
  retract(claim: ClaimId, by: Reviewer): Promise<Acted>;
  /** Puts a claim at a place; without a scope it keeps its own, where a place of that kind has one. */
  place(claim: ClaimId, to: { readonly place: PlaceId; readonly scope: Scope | null }, by: Reviewer): Promise<Acted>;
  /** Two reports are one story. */
  join(reports: readonly [ReportId, ReportId], by: Reviewer): Promise<Acted>;
  /** Two reports are not one story; with one report alone, it is no other's. */
  cut(reports: readonly [ReportId] | readonly [ReportId, ReportId], by: Reviewer): Promise<Acted>;
  answers(question: AnswerQuestion, by: Reviewer): Promise<Acted>;
  /** All that people did, in order. */
  log(): Promise<readonly ReviewEntry[]>;
  /** What to look at, by how much it could move the map on a day; what a person has decided is not asked again. */
  queue(query: QueueQuery): Promise<readonly QueueItem[]>;
}
