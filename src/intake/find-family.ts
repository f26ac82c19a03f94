// Whether a report is a copy, a cut or a light edit of one already there. A family counts once as a source.
// A family is not an outlet: two reports of one paper are two families, one story in ten papers is one.
import type { FamilyEdge, Report, Signature } from '../model/report.ts';
import { contentId } from '../model/text.ts';
import { missingSentences } from './compare-sentences.ts';
import { foldWords } from './fold-words.ts';
import { isFamily } from './judge-shared.ts';
import { ascending, containment, shinglesOf, winnow } from './shingles.ts';

export interface NearReport {
  readonly report: Report;
  readonly signature: Signature;
}

/** The signature of a report's body: all shingles, and the sample by which near ones are found. Control method, section 5.1. */
export const signatureOf = (report: Pick<Report, 'id' | 'text' | 'bodyStart'>): Signature => {
  const shingles = shinglesOf(foldWords(report.text.slice(report.bodyStart)).hashes);
  return { report: report.id, shingles: ascending(shingles), sample: [...ascending(winnow(shingles))] };
};

/** By its name an index knows whether what it holds was made in this way; another way of folding words needs another name. */
export const SKETCHER = { version: 'folded-words/16', signatureOf } as const;

const JUDGE = 'rules/family-2';

/** A body of a line or two is too short for five words in common to mean anything. */
const FEWEST_SHINGLES = 8;

/** Two of so nearly one length are one text: then it is asked who credits whom. */
const ONE_LENGTH = 0.9;

/** "IANS/Wire 7" credits Wire 7. */
const credits = ({ report: { agency, outlet } }: NearReport, { report: source }: NearReport): boolean =>
  agency !== null &&
  source.outlet !== null &&
  source.outlet !== outlet &&
  agency.split('/').some((name) => name.trim().toLowerCase() === source.outlet?.toLowerCase());

const outAt = ({ report: { publishedAt, published } }: NearReport): string => publishedAt ?? published.latest ?? '9999';

/** Whether `b` was made from `a`: the longer, of two of one length the credited one, else the one that was out first. */
const isFuller = (a: NearReport, b: NearReport): boolean => {
  const [long, than] = [a.signature.shingles.length, b.signature.shingles.length];
  const alike = Math.min(long, than) >= Math.max(long, than) * ONE_LENGTH;
  if (alike && credits(b, a) !== credits(a, b)) return credits(b, a);
  if (long !== than) return long > than;
  if (outAt(a) !== outAt(b)) return outAt(a) < outAt(b);
  return a.report.id < b.report.id;
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

/** How much of the shorter stands in the fuller one, where they are one family; else null. */
const scoreBetween = (a: NearReport, b: NearReport): number | null => {
  const [fuller, shorter] = fullerFirst(a, b);
  if (shorter.signature.shingles.length < FEWEST_SHINGLES || a.report.id === b.report.id) return null;
  const score = containment(shorter.signature, fuller.signature);
  const length = shorter.signature.shingles.length / fuller.signature.shingles.length;
  return isFamily(shorter.report, fuller.report, { score, length }) ? score : null;
};

interface Tied {
  readonly other: NearReport;
  readonly score: number;
}

/** A story in a hundred papers needs no ten thousand ties: the closest say what was dropped, and hold the rest together. */
const MOST_TIES = 8;

/** Beyond the closest, only what would else not be of one family with them. */
const withoutIdle = (tied: readonly Tied[]): readonly Tied[] => {
  const kept = tied.slice(0, MOST_TIES);
  for (const one of tied.slice(MOST_TIES))
    if (!kept.some(({ other }) => scoreBetween(one.other, other) !== null)) kept.push(one);
  return kept;
};

/**
 * The family ties of a report with its near ones, closest first; a report may join two families that were apart. `of` is the
 * fuller of the two: where a fuller version comes later, the edge's `report` is the earlier one. Control method, 5.1 and 5.2.
 */
export const judgeFamilies = (
  report: Report,
  signature: Signature,
  near: readonly NearReport[],
): readonly FamilyEdge[] => {
  const tied = near.flatMap((other): Tied[] => {
    const score = scoreBetween({ report, signature }, other);
    return score === null ? [] : [{ other, score }];
  });
  tied.sort((a, b) => b.score - a.score || (a.other.report.id < b.other.report.id ? -1 : 1));
  return withoutIdle(tied).map(({ other }) => tieBetween({ report, signature }, other, JUDGE));
};
