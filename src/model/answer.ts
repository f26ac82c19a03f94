// A person's judgement whether a denial or counter-claim is of the same proposition as the claim it stands against (rule D).
// Invariant: it is evidence like any other entry: dated, with its reason, and taken back only by another entry.
import type { ClaimId } from './claim.ts';
import type { ReportId } from './report.ts';
import { contentId } from './text.ts';
import type { Instant } from './time.ts';

export interface AnswerEdge {
  readonly id: string;
  /** The report of the denial. */
  readonly report: ReportId;
  readonly denial: ClaimId;
  readonly claim: ClaimId;
  readonly sameProposition: boolean;
  /** `person/NAME`. */
  readonly judgedBy: string;
}

export const answerId = (denial: ClaimId, claim: ClaimId): string => contentId('ans', [denial, claim]);

/** The same, as assessment sees it at the denial: in force from `known` on, until it was taken back. */
export interface Judgement {
  readonly claim: ClaimId;
  readonly sameProposition: boolean;
  readonly by: string;
  readonly reason: string;
  readonly seq: number;
  readonly known: Instant;
  readonly retracted: { readonly seq: number; readonly known: Instant } | null;
}
