// What a copy left out of the report it was made from, and which claims went with it (control-method 5.2).
// Invariant: the sentences are those that the family's tie recorded when it was judged; nothing is compared anew.
import type { Claim, ClaimId } from '../model/claim.ts';
import type { FamilyEdge, ReportId } from '../model/report.ts';

export interface DroppedSentence {
  readonly text: string;
  /** Claims of the fuller report that stand in it. */
  readonly claims: readonly ClaimId[];
}

/** What one report lacks of another of its family. */
export interface Dropped {
  readonly of: ReportId;
  readonly sentences: readonly DroppedSentence[];
}

/** What a report, as the copy in these ties, lacks; `claimsOf` gives the claims of the fuller one. */
export const droppedBy = (
  report: ReportId,
  edges: readonly FamilyEdge[],
  claimsOf: (of: ReportId) => readonly Claim[],
): readonly Dropped[] =>
  edges
    .filter((edge) => edge.report === report && edge.droppedSentences.length > 0)
    .sort((a, b) => (a.of < b.of ? -1 : 1))
    .map(({ of, droppedSentences }) => ({
      of,
      sentences: droppedSentences.map((text) => ({
        text,
        claims: claimsOf(of).flatMap(({ id, quote }) => (text.includes(quote.text) ? [id] : [])),
      })),
    }));
