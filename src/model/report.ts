// A report as kept: text is the headline, a blank line, the body, with spaces normalised before any offset is taken.
import { contentId, type Quote, type Span } from './text.ts';
import type { Instant, When } from './time.ts';

export type ReportId = string;
export type FamilyId = string;

export const PART_KINDS = ['headline', 'body', 'caption', 'entry'] as const;
export type PartKind = (typeof PART_KINDS)[number];

export interface ReportPart extends Span {
  readonly kind: PartKind;
  /** A live-blog entry's own time, where it has one. */
  readonly at: Instant | null;
}

export interface Cut {
  readonly text: string;
  readonly reason: string;
}

export interface Report {
  readonly id: ReportId;
  /** The path or name it came in under. */
  readonly file: string;
  readonly url: string | null;
  readonly outlet: string | null;
  readonly title: string | null;
  /** Who wrote it, as printed. */
  readonly byline: string | null;
  readonly published: When;
  readonly publishedAt: Instant | null;
  /** Its last change, where the page or what it came in says so. */
  readonly modified: When | null;
  readonly modifiedAt: Instant | null;
  /** When a crawler or a browser took it from the network. */
  readonly captured: Instant | null;
  /** When it was first seen here. */
  readonly retrieved: Instant | null;
  readonly text: string;
  readonly bodyStart: number;
  readonly parts: readonly ReportPart[];
  readonly cut: readonly Cut[];
  /** An agency credited ("AFP", "with agencies"), else null. */
  readonly agency: string | null;
  /** Detected language as an ISO 639-1 code, null where too short to tell. */
  readonly language: string | null;
  /** Hash of the original bytes, which are kept beside it. */
  readonly originalHash: string;
}

/** That one report is a copy, cut or light edit of another: a judgement, with its score and judge; a person can cut it. */
export interface FamilyEdge {
  readonly id: string;
  readonly report: ReportId;
  readonly of: ReportId;
  readonly score: number;
  readonly judgedBy: string;
  readonly droppedSentences: readonly string[];
}

/** A report's shingles as 32-bit hashes, for finding near-duplicates through an index. */
export interface Signature {
  readonly report: ReportId;
  /** Each once, ascending. */
  readonly shingles: Uint32Array;
  /** The few of them by which an index finds it. */
  readonly sample: readonly number[];
}

export interface Correction {
  readonly quote: Quote;
  readonly of: { readonly place: string | null; readonly kind: string | null; readonly date: string | null } | null;
  readonly text: string;
  /** The very claim, where that is known: by a person's reading. Else whatever of its outlet `of` meets. */
  readonly claim?: string | null;
}

/** A correction as the ledger keeps it: what it withdraws is withdrawn whichever of the two reports comes in first. */
export interface KeptCorrection extends Correction {
  readonly id: string;
  readonly report: ReportId;
}

export const keptCorrection = (report: ReportId, correction: Correction): KeptCorrection => ({
  id: contentId('cor', [report, correction.quote.start, correction.quote.end, correction.of, correction.claim ?? null]),
  report,
  ...correction,
});
