// Whether a report is a copy, a cut or a light edit of one already there. A family counts once as a source.
// A family is not an outlet: two reports of one paper are two families, one story in ten papers is one.
import type { FamilyEdge, Report, Signature } from '../model/report.ts';
import { contentId } from '../model/text.ts';
import { compareSentences, missingSentences } from './compare-sentences.ts';
import { ascending, containment, shinglesOf, winnow, wordsOf } from './shingles.ts';

export interface NearReport {
  readonly report: Report;
  readonly signature: Signature;
}

/** The signature of a report's body: all shingles, and the sample by which near ones are found. Control method, section 5.1. */
export const signatureOf = (report: Pick<Report, 'id' | 'text' | 'bodyStart'>): Signature => {
  const shingles = shinglesOf(wordsOf(report.text.slice(report.bodyStart)));
  return { report: report.id, shingles: ascending(shingles), sample: ascending(winnow(shingles)) };
};

/** Control method, section 5.1: at or above `same` one family; between the two, sentence by sentence. */
export const FAMILY_LIMITS = { same: 0.6, shared: 0.25, recurring: 0.5 } as const;

const JUDGE = 'rules/family-1';

/** A body of a line or two is too short for five words in common to mean anything. */
const FEWEST_SHINGLES = 8;

const isFuller = (a: NearReport, b: NearReport): boolean =>
  a.signature.shingles.length !== b.signature.shingles.length
    ? a.signature.shingles.length > b.signature.shingles.length
    : a.report.id < b.report.id;

const isFamily = (shorter: NearReport, fuller: NearReport, score: number): boolean => {
  if (score >= FAMILY_LIMITS.same) return true;
  if (score < FAMILY_LIMITS.shared) return false;
  return compareSentences(shorter.report, fuller.report) >= FAMILY_LIMITS.recurring;
};

const fullerFirst = (a: NearReport, b: NearReport): readonly [fuller: NearReport, shorter: NearReport] =>
  isFuller(a, b) ? [a, b] : [b, a];

/** The tie of two reports, the shorter one as the copy, whoever judges that they are one story. */
export const tieBetween = (a: NearReport, b: NearReport, judgedBy: string): FamilyEdge => {
  const [fuller, shorter] = fullerFirst(a, b);
  return {
    id: contentId('f', [shorter.report.id, fuller.report.id]),
    report: shorter.report.id,
    of: fuller.report.id,
    score: Math.round(containment(shorter.signature, fuller.signature) * 1000) / 1000,
    judgedBy,
    droppedSentences: missingSentences(fuller.report, shorter.report),
  };
};

const edgeBetween = (a: NearReport, b: NearReport): FamilyEdge | null => {
  const [fuller, shorter] = fullerFirst(a, b);
  if (shorter.signature.shingles.length < FEWEST_SHINGLES || a.report.id === b.report.id) return null;
  const score = containment(shorter.signature, fuller.signature);
  return isFamily(shorter, fuller, score) ? tieBetween(a, b, JUDGE) : null;
};

/**
 * Every family tie of a report with its near ones, closest first; a report may join two families that were apart. `of` is the
 * fuller of the two: where a fuller version comes later, the edge's `report` is the earlier one. Control method, 5.1 and 5.2.
 */
export const judgeFamilies = (
  report: Report,
  signature: Signature,
  near: readonly NearReport[],
): readonly FamilyEdge[] =>
  near
    .flatMap((other) => edgeBetween({ report, signature }, other) ?? [])
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
